/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a council does with a reason that stays in the book: each asks for it in a dialog above the window of
 * @from, says what it means, and carries it out. */

/* The member has no part in the product, or in everything of its producer. */
void cs_reason_recuse (
    GtkWidget *from, CsStore *store, const CsDossier *dossier, const CsCouncil *council, const char *member);

/* A recusal (UUID) of the council (UUID) was noted by mistake. */
void cs_reason_end_recusal (GtkWidget *from, CsStore *store, const char *council, const char *recusal);

/* A draft that was begun by mistake, or that nobody will finish, is taken away. */
void cs_reason_withdraw_draft (GtkWidget *from, CsStore *store, const CsResult *result, const char *member);

/* The chair or vice-chair returns a submitted sheet of an open product. */
void cs_reason_return_sheet (GtkWidget *from, CsStore *store, const CsResult *result, const char *member);

/* The member's sheet was filled for the wrong product; afterwards the right one is shown for scoring. */
void cs_reason_move_sheet (
    GtkWidget *from, CsStore *store, const CsDossier *dossier, const CsCouncil *council, const char *member);

/* The chair or vice-chair opens a closed product again; a recognised one is refused at once. */
void cs_reason_reopen (GtkWidget *from, CsStore *store, const CsResult *result);

G_END_DECLS
