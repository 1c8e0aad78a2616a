/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/papers/summary-paper.h"

#include "report/papers/template-paper.h"
#include "summary/paper/papers.h"

CsDocument *
cs_summary_paper_new (const CsUnitSummary *summary, const CsTemplate *template)
{
  g_return_val_if_fail (summary != NULL, NULL);
  g_return_val_if_fail (template != NULL && g_str_equal (template->paper, CS_PAPER_SUMMARY), NULL);

  return cs_template_paper_new (template, cs_unit_summary_fields, summary);
}
