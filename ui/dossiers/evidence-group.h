/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/dossiers/evidence-row.h"

G_BEGIN_DECLS

/* The papers of a dossier that its form requires, or all others: a row for each kind the regulation asks for,
 * and one for each further paper. */

#define CS_TYPE_EVIDENCE_GROUP (cs_evidence_group_get_type ())
G_DECLARE_FINAL_TYPE (CsEvidenceGroup, cs_evidence_group, CS, EVIDENCE_GROUP, AdwPreferencesGroup)

/**
 * CsEvidenceGroup:required:
 * Which of the two groups it is.
 *
 * CsEvidenceGroup::remove:
 * @row: a CsEvidenceRow whose paper is to be removed
 *
 * CsEvidenceGroup::reload:
 * A row does not show any more what is in the book.
 */

/**
 * cs_evidence_group_load:
 * @papers: (element-type CsEvidence): this group takes those it shows out of it; the required one first
 *
 * Rows of papers that were shown before stay, with what is typed in them.
 */
void
cs_evidence_group_load (CsEvidenceGroup *self, CsStore *store, const CsDossier *dossier, GPtrArray *papers);

typedef void (*CsFieldFunc) (CsFieldRow *row, const char *key, gpointer data);

/* Calls @func for each row to type in; @key is the same for the same value of the same dossier. */
void cs_evidence_group_foreach (CsEvidenceGroup *self, CsFieldFunc func, gpointer data);

/* Returns: (transfer none) (nullable): the first row for papers of @kind. */
CsEvidenceRow *cs_evidence_group_find (CsEvidenceGroup *self, const char *kind);

G_END_DECLS
