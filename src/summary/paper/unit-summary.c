/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/unit-summary.h"

#include <string.h>

static void
row_free (gpointer data)
{
  CsUnitSummaryRow *row = data;

  g_free (row->code);
  g_free (row->product);
  g_free (row->producer);
  g_free (row->producer_kind);
  g_free (row->address);
  g_free (row->form_name);
  g_free (row->kind);
  for (guint i = 0; i < G_N_ELEMENTS (row->parts); i++)
    g_free (row->parts[i]);
  g_free (row->total);
  g_free (row->spread);
  g_free (row->minima);
  g_free (row->proposal);
  g_free (row->note);
  g_free (row);
}

CsUnitSummary *
cs_unit_summary_new (void)
{
  CsUnitSummary *summary = g_new0 (CsUnitSummary, 1);

  summary->recipients = g_ptr_array_new_with_free_func (g_free);
  summary->rows = g_ptr_array_new_with_free_func (row_free);
  return summary;
}

void
cs_unit_summary_free (CsUnitSummary *summary)
{
  if (summary == NULL)
    return;
  cs_paper_head_clear (&summary->head);
  g_ptr_array_unref (summary->recipients);
  g_ptr_array_unref (summary->rows);
  g_free (summary);
}

CsUnitSummaryRow *
cs_unit_summary_add_row (CsUnitSummary *summary)
{
  CsUnitSummaryRow *row;

  g_return_val_if_fail (summary != NULL, NULL);
  row = g_new0 (CsUnitSummaryRow, 1);
  row->form_verified = TRUE;
  row->stars = CS_STARS_OPEN;
  g_ptr_array_add (summary->rows, row);
  return row;
}

void
cs_unit_summary_count (CsUnitSummary *summary)
{
  g_return_if_fail (summary != NULL);

  summary->registered = (int) summary->rows->len;
  summary->scored = 0;
  memset (summary->by_stars, 0, sizeof summary->by_stars);
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const CsUnitSummaryRow *row = g_ptr_array_index (summary->rows, i);

      if (row->stars < 0 || row->stars >= (int) G_N_ELEMENTS (summary->by_stars))
        continue;
      summary->scored++;
      summary->by_stars[row->stars]++;
    }
}
