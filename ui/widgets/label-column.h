/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  CS_LABEL_COLUMN_TEXT,   /* wraps into a second line, then is cut */
  CS_LABEL_COLUMN_NAME,   /* one line, never cut: the column is as wide as the longest */
  CS_LABEL_COLUMN_NUMBER, /* right-aligned under a right-aligned title, with figures of one width */
} CsLabelColumnKind;

/**
 * cs_label_column_append:
 * @kind: how the cells are laid out; texts and names take what room is left
 * @bind: (GtkSignalListItemFactory *, GtkListItem *, gpointer @data): fills the CsTextCell that is the
 * item's child
 *
 * Adds a column of texts to @view.
 *
 * Returns: (transfer none): the column
 */
GtkColumnViewColumn *cs_label_column_append (
    GtkColumnView *view, const char *title, CsLabelColumnKind kind, GCallback bind, gpointer data);

/* Scrolls @view to the row @position and makes it the one that the arrow keys start from. */
void cs_label_column_scroll_to (GtkColumnView *view, guint position);

G_END_DECLS
