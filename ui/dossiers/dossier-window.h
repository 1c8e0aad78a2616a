/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A new dossier in three steps: product and form, producer, registration. Closing the window only hides it:
 * what was typed is there when it is shown again. */

#define CS_TYPE_DOSSIER_WINDOW (cs_dossier_window_get_type ())
G_DECLARE_FINAL_TYPE (CsDossierWindow, cs_dossier_window, CS, DOSSIER_WINDOW, AdwWindow)

/**
 * CsDossierWindow::added:
 * @code: of the dossier that is now in the book
 */

GtkWidget *cs_dossier_window_new (CsStore *store);

/* What the person was looking at: @unit and @round (both nullable) are chosen already. */
void cs_dossier_window_suggest (CsDossierWindow *self, const char *unit, const char *round);

/* Returns: whether nothing was typed that would be a pity to lose. */
gboolean cs_dossier_window_is_blank (CsDossierWindow *self);

G_END_DECLS
