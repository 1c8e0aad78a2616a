/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/regulation.h"

G_BEGIN_DECLS

typedef enum
{
  CS_EVIDENCE_FINE,
  CS_EVIDENCE_MISSING, /* no such paper */
  CS_EVIDENCE_NO_FILE, /* listed, but its file is not there */
  CS_EVIDENCE_EXPIRED,
} CsEvidenceState;

/**
 * cs_evidence_kind_state:
 * @papers: (element-type CsEvidence): of the dossier
 * @today: ISO
 *
 * Returns: how the best paper of @kind stands
 */
CsEvidenceState
cs_evidence_kind_state (const CsEvidenceKind *kind, const GPtrArray *papers, const char *today);

typedef struct
{
  guint required;     /* kinds asked for */
  guint present;      /* of these, fine */
  GPtrArray *missing; /* (element-type CsEvidenceKind) (not owned): required and not fine */
} CsCompleteness;

/* Counts the papers that @regulation requires for @form. Returns: (transfer full). */
CsCompleteness *cs_completeness_new (const CsRegulation *regulation,
                                     const CsForm *form,
                                     const GPtrArray *papers,
                                     const char *today);
void cs_completeness_free (CsCompleteness *completeness);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsCompleteness, cs_completeness_free)

G_END_DECLS
