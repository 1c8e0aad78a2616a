/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds the columns of the list of results to @view, whose items are CsDossierItem. A result is read when its
 * row is shown; the book sorts them. Until a product is closed its score cells are "–". */
void cs_result_columns_append (GtkColumnView *view);

G_END_DECLS
