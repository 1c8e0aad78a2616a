/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/papers/unit-paper.h"

#include "base/text.h"
#include "service/papers/paper-head.h"
#include "service/papers/unit-paper-private.h"
#include "service/pins/pins-private.h"
#include "service/results/results.h"
#include "summary/dossier-row.h"
#include "summary/paper/paper-text.h"

static char *
minima_text (const CsResult *result)
{
  const CsVerdict *verdict = result->verdict;
  const CsUnmet *limit = cs_verdict_limit (verdict);
  g_autofree char *have = NULL;

  if (limit == NULL)
    return g_strdup ("Đạt");
  have = cs_paper_decimal_beside (limit->have, limit->needed);
  return g_strdup_printf ("Thiếu %d sao: tiêu chí %s đạt %s/%d", limit->star,
                          cs_form_question (result->form, limit->question)->no, have, limit->needed);
}

/* The level that a dossier goes on to. */
static const CsLevel *
level_above (const CsResult *result)
{
  const GPtrArray *levels = result->regulation->levels;

  for (guint i = 0; i + 1 < levels->len; i++)
    if (g_ptr_array_index (levels, i) == result->level)
      return g_ptr_array_index (levels, i + 1);
  return NULL;
}

char *
_cs_results_proposal (const CsResult *result)
{
  const CsLevel *above = level_above (result);
  g_autoptr (GString) text = g_string_new (NULL);

  if (result->eliminated)
    return g_strdup ("Loại");
  if (result->recognised_here)
    g_string_append_printf (text, "Công nhận %d sao", result->verdict->stars);
  if (result->forwarded && above != NULL)
    {
      g_autofree char *name = g_utf8_strdown (above->name, -1);

      g_string_append_printf (text, "%sChuyển %s", text->len > 0 ? "; " : "", name);
    }
  return text->len > 0 ? g_strdup (text->str) : g_strdup ("Không công nhận");
}

static void
add_row (CsUnitSummary *summary, const CsResult *result)
{
  CsUnitSummaryRow *row = cs_unit_summary_add_row (summary);
  const CsDossierRow source = { .result = (CsResult *) result };

  /* what papers say in Vietnamese, whatever the reader speaks */
  row->producer_kind = g_strdup (cs_paper_kind (result->dossier->producer.kind));
  row->kind = g_strdup (cs_paper_kind (result->dossier->kind));
  row->form_verified = result->form->verified;
  cs_fields_fill (cs_unit_summary_row_fields, row, cs_dossier_row_fields, &source);
  if (result->verdict == NULL)
    return;
  row->minima = minima_text (result);
  row->proposal = _cs_results_proposal (result);
  summary->forwarded += result->forwarded != FALSE;
}

static void
set_signers (CsUnitSummary *summary, const GPtrArray *results, CsStore *store)
{
  g_autoptr (CsCouncil) council = NULL;
  const char *uuid = NULL;

  for (guint i = 0; i < results->len; i++)
    {
      const char *of_row = ((CsResult *) g_ptr_array_index (results, i))->dossier->council_uuid;

      if (of_row == NULL)
        continue; /* in no round yet */
      if (uuid != NULL && !g_str_equal (uuid, of_row))
        return; /* several councils: nobody signs for all of them */
      uuid = of_row;
    }
  council = uuid != NULL ? cs_store_get_council (store, uuid, NULL) : NULL;
  if (council != NULL)
    cs_paper_head_sign (&summary->head, council);
}

/* A paper is whole or it is none. */
static gboolean
is_whole (const GPtrArray *results, GError **error)
{
  for (guint i = 0; i < results->len; i++)
    {
      const CsResult *result = g_ptr_array_index (results, i);

      if (result->hidden)
        return _cs_pins_refuse_recused (result->dossier->code, error);
    }
  return TRUE;
}

CsUnitSummary *
cs_unit_paper_summary (CsStore *store, const char *unit_code, const char *round, GError **error)
{
  const char *code = cs_text_is_blank (unit_code) ? store->book->unit : unit_code;
  const char *round_id = cs_text_is_blank (round) ? NULL : round;
  g_autoptr (GPtrArray) results = cs_results_list (store, round_id, NULL, code, error);
  g_autoptr (CsUnitSummary) summary = NULL;

  if (results == NULL || !is_whole (results, error))
    return NULL;
  summary = cs_unit_summary_new ();
  if (!cs_paper_head_fill (&summary->head, store, cs_store_get_current_regulation (store), code, round_id,
                           error))
    return NULL;
  set_signers (summary, results, store);
  for (guint i = 0; i < results->len; i++)
    add_row (summary, g_ptr_array_index (results, i));
  cs_unit_summary_count (summary);
  return g_steal_pointer (&summary);
}
