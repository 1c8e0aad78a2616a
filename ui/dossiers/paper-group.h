/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/dossiers/paper-row.h"

G_BEGIN_DECLS

/* The papers of a dossier that its form requires, or all others: a row for each kind the regulation asks for,
 * and one for each further paper. */

#define CS_TYPE_PAPER_GROUP (cs_paper_group_get_type ())
G_DECLARE_FINAL_TYPE (CsPaperGroup, cs_paper_group, CS, PAPER_GROUP, AdwPreferencesGroup)

/**
 * CsPaperGroup:required:
 * Which of the two groups it is.
 *
 * CsPaperGroup::remove:
 * @row: a CsPaperRow whose paper is to be removed
 *
 * CsPaperGroup::reload:
 * A row does not show any more what is in the book.
 */

/**
 * cs_paper_group_load:
 * @papers: (element-type CsPaper): this group takes those it shows out of it; the required one first
 *
 * Rows of papers that were shown before stay, with what is typed in them.
 */
void cs_paper_group_load (CsPaperGroup *self, CsStore *store, const CsDossier *dossier, GPtrArray *papers);

typedef void (*CsFieldFunc) (CsFieldRow *row, const char *key, gpointer data);

/* Calls @func for each row to type in; @key is the same for the same value of the same dossier. */
void cs_paper_group_foreach (CsPaperGroup *self, CsFieldFunc func, gpointer data);

/* Returns: (transfer none) (nullable): the first row for papers of @kind. */
CsPaperRow *cs_paper_group_find (CsPaperGroup *self, const char *kind);

G_END_DECLS
