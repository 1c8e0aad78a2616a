/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cs_columns_append:
 * @number: right-aligned under a right-aligned title, with figures of one width; else the column takes what
 * room there is
 * @bind: (GtkSignalListItemFactory *, GtkListItem *, gpointer @data): fills the GtkLabel that is the item's
 * child
 *
 * Adds a column of labels to @view.
 *
 * Returns: (transfer none): the column
 */
GtkColumnViewColumn *
cs_columns_append (GtkColumnView *view, const char *title, gboolean number, GCallback bind, gpointer data);

/* Scrolls @view to the row @position and makes it the one that the arrow keys start from. */
void cs_columns_scroll_to (GtkColumnView *view, guint position);

G_END_DECLS
