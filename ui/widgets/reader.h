/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What screen readers find. GTK 4.8 leaves the hidden pages of a stack, and what a folded leaflet hides, in
 * the accessible tree: there somebody would read what nobody sees. */

/* Takes @widget out of what screen readers find, or puts it back. */
void cs_reader_hide (GtkWidget *widget, gboolean hidden);

/* Lets screen readers find the shown page of @stack alone, now and whenever another one is shown. */
void cs_reader_follow_stack (GtkStack *stack);

G_END_DECLS
