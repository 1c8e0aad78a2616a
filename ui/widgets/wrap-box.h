/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CsWrapBox:
 * Children one beside the other as long as there is room, then on further lines: what GtkFlowBox does for
 * lists, for parts of a page (libadwaita has a wrap box only since 1.7).
 * In a line the child with hexpand takes what room is left; it goes to a line of its own when it would get
 * less than it wants and less than half. Property spacing: pixels between children and lines Property
 * homogeneous: all children are of one width and fill their lines: four, two and two, or one by one; five,
 * three and two, or one by one
 */
#define CS_TYPE_WRAP_BOX (cs_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (CsWrapBox, cs_wrap_box, CS, WRAP_BOX, GtkWidget)

/* Adds @child at the end. */
void cs_wrap_box_append (CsWrapBox *self, GtkWidget *child);

/* Takes all children away. */
void cs_wrap_box_clear (CsWrapBox *self);

G_END_DECLS
