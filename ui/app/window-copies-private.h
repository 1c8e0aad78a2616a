/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/app/window.h"

G_BEGIN_DECLS

/* Copies the book beside itself, when it changed since the last time; called when it was checked. */
void _cs_window_copy_book (CsWindow *self);

/* The book is left: what is begun of the copy is given up. */
void _cs_window_stop_copy (CsWindow *self);

/* The actions by which a book leaves the window and comes back: "win.export", "win.back-up", "win.restore",
 * "win.copies", "win.restore-copy". */
void _cs_window_install_copies (GtkWidgetClass *widget_class);

G_END_DECLS
