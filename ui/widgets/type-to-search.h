/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is typed with the keyboard on @list goes into @search, and the keyboard with it: a blank would choose
 * a row of the list otherwise. */
void cs_type_to_search (GtkSearchEntry *search, GtkWidget *list);

G_END_DECLS
