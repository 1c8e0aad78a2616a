/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window without a book shows: three ways to get one, and the books opened before. Everything it does
 * is an action of the application. */

#define CS_TYPE_WELCOME_PAGE (cs_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (CsWelcomePage, cs_welcome_page, CS, WELCOME_PAGE, AdwBin)

GtkWidget *cs_welcome_page_new (void);

G_END_DECLS
