/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/field-row.h"

#include "service/dossiers/dossiers.h"

G_BEGIN_DECLS

/* One paper of a dossier, or the place where one of its kind is still to come. Opened, it shows number, days,
 * the file and a small picture of it; a file may be dropped on it. It writes what is typed and added by
 * itself. */

#define CS_TYPE_EVIDENCE_ROW (cs_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (CsEvidenceRow, cs_evidence_row, CS, EVIDENCE_ROW, AdwExpanderRow)

/**
 * CsEvidenceRow::remove:
 * The person wants the paper gone.
 *
 * CsEvidenceRow::another:
 * The person wants a second paper of this kind.
 *
 * CsEvidenceRow::reload:
 * The row does not show any more what is in the book.
 */

/**
 * cs_evidence_row_new:
 * @kind_id: of the paper
 * @kind: (nullable): NULL when the regulation does not know it
 * @asked: whether the form of the dossier asks for it
 */
GtkWidget *
cs_evidence_row_new (CsStore *store, const char *kind_id, const CsEvidenceKind *kind, gboolean asked);

/* @paper: (nullable) (transfer full). What is typed and not written stays when it is the same paper, or the
 * first one of an empty row. */
void cs_evidence_row_show (CsEvidenceRow *self, gint64 dossier, CsEvidence *paper);

const char *cs_evidence_row_get_kind (CsEvidenceRow *self);           /* id */
const CsEvidence *cs_evidence_row_get_evidence (CsEvidenceRow *self); /* (nullable) */
gint64 cs_evidence_row_get_dossier (CsEvidenceRow *self);

/* Adds @file, or puts it in place of the present one, as a dropped file does. */
void cs_evidence_row_add_file (CsEvidenceRow *self, GFile *file);

/* Returns: (array zero-terminated=1) (transfer none): the rows to type in. */
CsFieldRow *const *cs_evidence_row_get_fields (CsEvidenceRow *self);

G_END_DECLS
