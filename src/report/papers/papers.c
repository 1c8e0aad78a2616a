/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/papers/papers.h"

#include "report/papers/template-paper.h"
#include "summary/paper/papers.h"

static CsDocument *
paper_new (const char *paper, gconstpointer value, const CsTemplate *template)
{
  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (template != NULL && g_str_equal (template->paper, paper), NULL);

  return cs_template_paper_new (template, cs_papers_fields (paper), value);
}

CsDocument *
cs_summary_paper_new (const CsUnitSummary *summary, const CsTemplate *template)
{
  return paper_new (CS_PAPER_SUMMARY, summary, template);
}

CsDocument *
cs_minutes_paper_new (const CsMinutes *minutes, const CsTemplate *template)
{
  return paper_new (CS_PAPER_MINUTES, minutes, template);
}

CsDocument *
cs_product_paper_new (const CsProductSummary *summary, const CsTemplate *template)
{
  return paper_new (CS_PAPER_TABLE, summary, template);
}

CsDocument *
cs_sheet_paper_new (const CsSheetSummary *summary, const CsTemplate *template)
{
  return paper_new (CS_PAPER_SHEET, summary, template);
}
