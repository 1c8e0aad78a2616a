/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The papers of a book in the preview: each is made from what the service says, shown, and can be printed or
 * saved from there. What cannot be made is told. @from: any widget of the window that asks. */

/**
 * cs_paper_preview_summary:
 * @unit: (nullable): NULL takes the book's own
 * @round: (nullable): NULL takes the whole year
 *
 * What tells the level above what a unit's products reached.
 */
void cs_paper_preview_summary (GtkWidget *from, CsStore *store, const char *unit, const char *round);

/* The council's table of the product @code; @round: (nullable): the newest. */
void cs_paper_preview_table (GtkWidget *from, CsStore *store, const char *code, const char *round);

/* The sheet of @member for the product @code; the empty form while the member has not begun. */
void cs_paper_preview_sheet (
    GtkWidget *from, CsStore *store, const char *code, const char *round, const char *member);

/* The minutes of the session @no of @council in @round; a draft while it is open. */
void cs_paper_preview_minutes (GtkWidget *from, CsStore *store, const char *session);

/* The annex to them that tells how far the members agreed. */
void cs_paper_preview_agreement (GtkWidget *from, CsStore *store, const char *session);

G_END_DECLS
