/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/unit-summary.h"

#include <string.h>

static void
row_free (gpointer data)
{
  CsUnitSummaryRow *row = data;

  g_free (row->unit);
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
  g_free (row->changed);
  g_free (row);
}

static void
group_free (gpointer data)
{
  CsUnitSummaryGroup *group = data;

  g_free (group->unit);
  g_ptr_array_unref (group->rows);
  g_free (group);
}

CsUnitSummary *
cs_unit_summary_new (void)
{
  CsUnitSummary *summary = g_new0 (CsUnitSummary, 1);

  summary->groups = g_ptr_array_new_with_free_func (group_free);
  summary->rows = g_ptr_array_new_with_free_func (row_free);
  return summary;
}

void
cs_unit_summary_free (CsUnitSummary *summary)
{
  if (summary == NULL)
    return;
  cs_paper_head_clear (&summary->head);
  g_ptr_array_unref (summary->groups);
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

static void
count_row (CsUnitSummaryCount *count, const CsUnitSummaryRow *row)
{
  count->registered++;
  if (row->stars < 0 || row->stars >= (int) G_N_ELEMENTS (count->by_stars))
    return;
  count->scored++;
  count->by_stars[row->stars]++;
  count->forwarded += row->forwarded ? 1 : 0;
}

static CsUnitSummaryGroup *
find_group (CsUnitSummary *summary, const char *unit)
{
  CsUnitSummaryGroup *group;

  for (guint i = 0; i < summary->groups->len; i++)
    {
      group = g_ptr_array_index (summary->groups, i);
      if (g_str_equal (group->unit, unit))
        return group;
    }
  group = g_new0 (CsUnitSummaryGroup, 1);
  group->unit = g_strdup (unit);
  group->rows = g_ptr_array_new ();
  g_ptr_array_add (summary->groups, group);
  return group;
}

void
cs_unit_summary_count (CsUnitSummary *summary)
{
  int no = 0;

  g_return_if_fail (summary != NULL);

  g_ptr_array_set_size (summary->groups, 0);
  memset (&summary->count, 0, sizeof summary->count);
  for (guint i = 0; i < summary->rows->len; i++)
    {
      CsUnitSummaryRow *row = g_ptr_array_index (summary->rows, i);
      CsUnitSummaryGroup *group = find_group (summary, row->unit != NULL ? row->unit : "");

      g_ptr_array_add (group->rows, row);
      count_row (&group->count, row);
      count_row (&summary->count, row);
    }
  for (guint g = 0; g < summary->groups->len; g++)
    {
      const GPtrArray *rows = ((CsUnitSummaryGroup *) g_ptr_array_index (summary->groups, g))->rows;

      for (guint i = 0; i < rows->len; i++)
        ((CsUnitSummaryRow *) g_ptr_array_index (rows, i))->no = ++no;
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

static int
has_rounded (gconstpointer summary)
{
  const GPtrArray *rows = ((const CsUnitSummary *) summary)->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const CsUnitSummaryRow *row = g_ptr_array_index (rows, i);

      if (row->rounded && !is_open (row))
        return TRUE;
    }
  return FALSE;
}

static int
is_grouped (gconstpointer summary)
{
  return ((const CsUnitSummary *) summary)->groups->len > 1;
}

static int
is_begun (gconstpointer row)
{
  return ((const CsUnitSummaryRow *) row)->begun;
}

/* Stars that have no decision. */
static int
below (const CsUnitSummaryCount *count)
{
  return count->by_stars[0] + count->by_stars[1] + count->by_stars[2];
}

static int
count_below (gconstpointer summary)
{
  return below (&((const CsUnitSummary *) summary)->count);
}

static int
count_below_in_group (gconstpointer group)
{
  return below (&((const CsUnitSummaryGroup *) group)->count);
}

#define ROW(member)      G_STRUCT_OFFSET (CsUnitSummaryRow, member)
#define ALL(member)      G_STRUCT_OFFSET (CsUnitSummary, member)
#define OF_GROUP(member) G_STRUCT_OFFSET (CsUnitSummaryGroup, member)

const CsField cs_unit_summary_row_fields[] = {
  { "no", CS_FIELD_NUMBER, ROW (no) },
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
  { "begun", CS_FIELD_FLAG, .number = is_begun },
  { "changed", CS_FIELD_TEXT, ROW (changed) },
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

static const CsField group_fields[] = {
  { "group-unit", CS_FIELD_TEXT, OF_GROUP (unit) },
  { "group-rows", CS_FIELD_LIST, OF_GROUP (rows), .fields = cs_unit_summary_row_fields },
  { "group-registered", CS_FIELD_NUMBER, OF_GROUP (count.registered) },
  { "group-scored", CS_FIELD_NUMBER, OF_GROUP (count.scored) },
  { "group-five", CS_FIELD_NUMBER, OF_GROUP (count.by_stars[5]) },
  { "group-four", CS_FIELD_NUMBER, OF_GROUP (count.by_stars[4]) },
  { "group-three", CS_FIELD_NUMBER, OF_GROUP (count.by_stars[3]) },
  { "group-below", CS_FIELD_NUMBER, .number = count_below_in_group },
  { "group-forwarded", CS_FIELD_NUMBER, OF_GROUP (count.forwarded) },
  { NULL },
};

const CsField cs_unit_summary_fields[] = {
  { "head", CS_FIELD_PART, ALL (head), .fields = cs_paper_head_fields },
  { "rows", CS_FIELD_LIST, ALL (rows), .fields = cs_unit_summary_row_fields },
  { "groups", CS_FIELD_LIST, ALL (groups), .fields = group_fields },
  { "grouped", CS_FIELD_FLAG, .number = is_grouped },
  { "unverified-forms", CS_FIELD_FLAG, .number = has_unverified },
  { "rounded", CS_FIELD_FLAG, .number = has_rounded },
  { "registered", CS_FIELD_NUMBER, ALL (count.registered) },
  { "scored", CS_FIELD_NUMBER, ALL (count.scored) },
  { "five", CS_FIELD_NUMBER, ALL (count.by_stars[5]) },
  { "four", CS_FIELD_NUMBER, ALL (count.by_stars[4]) },
  { "three", CS_FIELD_NUMBER, ALL (count.by_stars[3]) },
  { "below", CS_FIELD_NUMBER, .number = count_below },
  { "forwarded", CS_FIELD_NUMBER, ALL (count.forwarded) },
  { NULL },
};
