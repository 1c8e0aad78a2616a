/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/app/window.h"

G_BEGIN_DECLS

/* A book that was refused because it is damaged: what is left of it is shown, to be read and nothing else,
 * and what is wrong with it is listed. */

/* Looks @path through beside the window, which shows no book now. @error: why it was refused */
void _cs_window_look_at_damage (CsWindow *self, const char *path, const GError *error);

/* "win.findings" */
void _cs_window_install_damage (GtkWidgetClass *widget_class);

G_END_DECLS
