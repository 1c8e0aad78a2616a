/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cs_minutes_chooser_present:
 * @from: any widget of the window that asks
 * @round: (nullable): only sessions of this round
 *
 * Shows the minutes of the session that was opened; asks which one where there are several, and tells where
 * there is none.
 */
void cs_minutes_chooser_present (GtkWidget *from, CsStore *store, const char *round);

G_END_DECLS
