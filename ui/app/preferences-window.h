/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How the program looks on this machine, and whether the open book asks its members for a PIN; every change
 * takes effect at once. */

#define CS_TYPE_PREFERENCES_WINDOW (cs_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (
    CsPreferencesWindow, cs_preferences_window, CS, PREFERENCES_WINDOW, AdwPreferencesWindow)

/* @store: (nullable): the open book */
GtkWidget *cs_preferences_window_new (CsStore *store);

G_END_DECLS
