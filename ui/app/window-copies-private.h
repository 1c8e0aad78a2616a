/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actions by which a book leaves the window and comes back: "win.export", "win.back-up", "win.restore".
 */
void _cs_window_install_copies (GtkWidgetClass *widget_class);

G_END_DECLS
