/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/completeness.h"

static CsEvidenceState
paper_state (const CsEvidenceKind *kind, const CsEvidence *paper, const char *today)
{
  if (paper->file_sha256 == NULL && !kind->physical)
    return CS_EVIDENCE_NO_FILE;
  if (paper->expires_on != NULL && g_strcmp0 (paper->expires_on, today) < 0)
    return CS_EVIDENCE_EXPIRED;
  return CS_EVIDENCE_FINE;
}

CsEvidenceState
cs_evidence_kind_state (const CsEvidenceKind *kind, const GPtrArray *papers, const char *today)
{
  CsEvidenceState best = CS_EVIDENCE_MISSING;

  for (guint i = 0; i < papers->len; i++)
    {
      const CsEvidence *paper = g_ptr_array_index (papers, i);
      CsEvidenceState state;

      if (!g_str_equal (paper->kind, kind->id))
        continue;
      state = paper_state (kind, paper, today);
      if (state == CS_EVIDENCE_FINE)
        return CS_EVIDENCE_FINE;
      best = state;
    }
  return best;
}

CsCompleteness *
cs_completeness_new (const CsRegulation *regulation,
                     const CsForm *form,
                     const GPtrArray *papers,
                     const char *today)
{
  CsCompleteness *completeness = g_new0 (CsCompleteness, 1);

  completeness->missing = g_ptr_array_new ();
  for (guint i = 0; i < regulation->evidence_kinds->len; i++)
    {
      CsEvidenceKind *kind = g_ptr_array_index (regulation->evidence_kinds, i);

      if (!kind->required || !cs_evidence_kind_applies (kind, form))
        continue;
      completeness->required++;
      if (cs_evidence_kind_state (kind, papers, today) == CS_EVIDENCE_FINE)
        completeness->present++;
      else
        g_ptr_array_add (completeness->missing, kind);
    }
  return completeness;
}

void
cs_completeness_free (CsCompleteness *completeness)
{
  if (completeness == NULL)
    return;
  g_ptr_array_unref (completeness->missing);
  g_free (completeness);
}
