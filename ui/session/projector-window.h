/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window for the second screen. It fills the other monitor where there is one; else it is a window that
 * F or a double click lets fill the screen. Nothing in it takes the focus; Escape and F11 close it. */

#define CS_TYPE_PROJECTOR_WINDOW (cs_projector_window_get_type ())
G_DECLARE_FINAL_TYPE (CsProjectorWindow, cs_projector_window, CS, PROJECTOR_WINDOW, AdwWindow)

/* Opens it for what @scene shows. @from: any widget of the window it belongs to. Returns: (transfer none). */
GtkWidget *cs_projector_window_present (GtkWidget *from, CsSessionModel *scene);

/* Returns: (transfer none): all it shows, a line each. */
const char *cs_projector_window_get_text (CsProjectorWindow *self);

G_END_DECLS
