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
  g_free (row->minima);
  g_free (row->proposal);
  g_free (row->note);
  g_free (row);
}

CsUnitSummary *
cs_unit_summary_new (void)
{
  CsUnitSummary *summary = g_new0 (CsUnitSummary, 1);

  summary->rows = g_ptr_array_new_with_free_func (row_free);
  return summary;
}

void
cs_unit_summary_free (CsUnitSummary *summary)
{
  if (summary == NULL)
    return;
  cs_paper_head_clear (&summary->head);
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

/* --- fields --- */

static int
is_open (gconstpointer row)
{
  return ((const CsUnitSummaryRow *) row)->stars == CS_STARS_OPEN;
}

static int
is_unverified (gconstpointer row)
{
  return !((const CsUnitSummaryRow *) row)->form_verified;
}

static int
has_unverified (gconstpointer summary)
{
  const GPtrArray *rows = ((const CsUnitSummary *) summary)->rows;

  for (guint i = 0; i < rows->len; i++)
    if (is_unverified (g_ptr_array_index (rows, i)))
      return TRUE;
  return FALSE;
}

/* Stars that have no decision. */
static int
count_below (gconstpointer summary)
{
  const int *by_stars = ((const CsUnitSummary *) summary)->by_stars;

  return by_stars[0] + by_stars[1] + by_stars[2];
}

#define ROW(member) G_STRUCT_OFFSET (CsUnitSummaryRow, member)
#define ALL(member) G_STRUCT_OFFSET (CsUnitSummary, member)

const CsField cs_unit_summary_row_fields[] = {
  { "code", CS_FIELD_TEXT, ROW (code) },
  { "product", CS_FIELD_TEXT, ROW (product) },
  { "producer", CS_FIELD_TEXT, ROW (producer) },
  { "producer-kind", CS_FIELD_TEXT, ROW (producer_kind) },
  { "address", CS_FIELD_TEXT, ROW (address) },
  { "form", CS_FIELD_NUMBER, ROW (form_no) },
  { "form-name", CS_FIELD_TEXT, ROW (form_name) },
  { "unverified", CS_FIELD_FLAG, .number = is_unverified },
  { "kind", CS_FIELD_TEXT, ROW (kind) },
  { "open", CS_FIELD_FLAG, .number = is_open },
  { "mean-a", CS_FIELD_DECIMAL, ROW (parts[0]), .hidden = is_open },
  { "mean-b", CS_FIELD_DECIMAL, ROW (parts[1]), .hidden = is_open },
  { "mean-c", CS_FIELD_DECIMAL, ROW (parts[2]), .hidden = is_open },
  { "mean", CS_FIELD_DECIMAL, ROW (total), .hidden = is_open },
  { "spread", CS_FIELD_NUMBER, ROW (spread), .hidden = is_open },
  { "minima", CS_FIELD_TEXT, ROW (minima), .hidden = is_open },
  { "stars", CS_FIELD_STARS, ROW (stars), .hidden = is_open },
  { "proposal", CS_FIELD_TEXT, ROW (proposal), .hidden = is_open },
  { "note", CS_FIELD_TEXT, ROW (note) },
  { NULL },
};

const CsField cs_unit_summary_fields[] = {
  { "head", CS_FIELD_PART, ALL (head), .fields = cs_paper_head_fields },
  { "rows", CS_FIELD_LIST, ALL (rows), .fields = cs_unit_summary_row_fields },
  { "unverified-forms", CS_FIELD_FLAG, .number = has_unverified },
  { "registered", CS_FIELD_NUMBER, ALL (registered) },
  { "scored", CS_FIELD_NUMBER, ALL (scored) },
  { "five", CS_FIELD_NUMBER, ALL (by_stars[5]) },
  { "four", CS_FIELD_NUMBER, ALL (by_stars[4]) },
  { "three", CS_FIELD_NUMBER, ALL (by_stars[3]) },
  { "below", CS_FIELD_NUMBER, .number = count_below },
  { "forwarded", CS_FIELD_NUMBER, ALL (forwarded) },
  { NULL },
};
