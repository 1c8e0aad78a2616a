/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/completeness.h"

static CsPaperState
paper_state (const CsPaperKind *kind, const CsPaper *paper, const char *today)
{
  if (paper->file_sha256 == NULL && !kind->physical)
    return CS_PAPER_NO_FILE;
  if (paper->expires_on != NULL && g_strcmp0 (paper->expires_on, today) < 0)
    return CS_PAPER_EXPIRED;
  return CS_PAPER_FINE;
}

CsPaperState
cs_paper_kind_state (const CsPaperKind *kind, const GPtrArray *papers, const char *today)
{
  CsPaperState best = CS_PAPER_MISSING;

  for (guint i = 0; i < papers->len; i++)
    {
      const CsPaper *paper = g_ptr_array_index (papers, i);
      CsPaperState state;

      if (!g_str_equal (paper->kind, kind->id))
        continue;
      state = paper_state (kind, paper, today);
      if (state == CS_PAPER_FINE)
        return CS_PAPER_FINE;
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
  for (guint i = 0; i < regulation->paper_kinds->len; i++)
    {
      CsPaperKind *kind = g_ptr_array_index (regulation->paper_kinds, i);

      if (!kind->required || !cs_paper_kind_applies (kind, form))
        continue;
      completeness->required++;
      if (cs_paper_kind_state (kind, papers, today) == CS_PAPER_FINE)
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
