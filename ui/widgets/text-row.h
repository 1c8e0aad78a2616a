/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a list that only says something, in as many lines as it takes. AdwActionRow centres its title, for
 * which GTK tries a dozen widths of every text that wraps, each time it gives the row its place: a page of
 * such rows is slower than all the rest of it. */

/* Returns: (transfer floating): an AdwPreferencesRow. */
GtkWidget *cs_text_row_new (const char *text);

G_END_DECLS
