/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* cs_wide_new: what is wider than its page, such as a table, and as high as it needs: it is moved sideways
 * within it, and the page with it up and down, also by the wheel, which GTK 4.8 lets end here.
 *
 * Returns: (transfer floating): a GtkScrolledWindow around @child */
GtkWidget *cs_wide_new (GtkWidget *child);

G_END_DECLS
