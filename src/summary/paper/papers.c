/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/papers.h"

#include "summary/paper/minutes.h"
#include "summary/paper/product-summary.h"
#include "summary/paper/sheet-summary.h"
#include "summary/paper/unit-summary.h"

static const struct
{
  const char *id;
  const CsField *fields;
} papers[] = {
  { CS_PAPER_SUMMARY, cs_unit_summary_fields },
  { CS_PAPER_MINUTES, cs_minutes_fields },
  { CS_PAPER_TABLE, cs_product_summary_fields },
  { CS_PAPER_SHEET, cs_sheet_summary_fields },
};

const CsField *
cs_papers_fields (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].id, id))
      return papers[i].fields;
  return NULL;
}

char *
cs_papers_list (void)
{
  const char *ids[G_N_ELEMENTS (papers) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    ids[i] = papers[i].id;
  return g_strjoinv (", ", (char **) ids);
}
