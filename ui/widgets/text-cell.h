/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cell of a long table: a text of one or more lines, cut where it does not fit and told whole in the
 * tooltip. GTK keeps some 200 rows of a table, whatever is on screen; a cell must cost next to nothing until
 * it is drawn. So all cells of a table share one layout, and a cell is as wide as it was told, or as its
 * text. */

#define CS_TYPE_TEXT_CELL (cs_text_cell_get_type ())
G_DECLARE_FINAL_TYPE (CsTextCell, cs_text_cell, CS, TEXT_CELL, GtkWidget)

/* @chars: its width in characters, 0: that of its text in one line; @lines: its height */
GtkWidget *cs_text_cell_new (guint chars, guint lines);

/* Numbers stand at the end (@xalign 1), under each other: figures of one width. */
void cs_text_cell_set_xalign (CsTextCell *self, float xalign);
void cs_text_cell_set_tabular (CsTextCell *self, gboolean tabular);

/* The font is the table's, so a style class cannot make it bold. */
void cs_text_cell_set_bold (CsTextCell *self, gboolean bold);

/* @text: (nullable); @spoken: (nullable): for screen readers and the tooltip, where it is not the text */
void cs_text_cell_set_text (CsTextCell *self, const char *text, const char *spoken);
const char *cs_text_cell_get_text (CsTextCell *self);

/* Draws a small bar before the text, of which @share (0 to 1) is filled; negative: none. */
void cs_text_cell_set_share (CsTextCell *self, double share);

G_END_DECLS
