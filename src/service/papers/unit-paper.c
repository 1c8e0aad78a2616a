/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/papers/unit-paper.h"

#include "base/text.h"
#include "rules/level-powers.h"
#include "service/papers/paper-head.h"
#include "service/papers/unit-paper-private.h"
#include "service/pins/pins-private.h"
#include "service/results/result-listing.h"
#include "summary/dossier-row.h"
#include "summary/paper/paper-text.h"
#include "summary/words/verdict-text.h"

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

/* Stars that are another level's to give are proposed to it, also when it is the one below: 76 points and
 * three stars before a province under 148/QĐ-TTg go back down. Where the dossier is sent up to that level,
 * that says it. */
static void
propose (GString *text, const CsResult *result, const CsLevel *above)
{
  const CsLevel *decides = cs_regulation_deciding_level (result->regulation, result->verdict->stars);
  g_autofree char *name = decides != NULL ? g_utf8_strdown (decides->name, -1) : NULL;

  if (decides != NULL && !(result->forwarded && decides == above))
    g_string_append_printf (text, "Đề nghị %s công nhận %d sao", name, result->verdict->stars);
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
  else
    propose (text, result, above);
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

      if (!cs_result_is_sealed (result, error))
        return FALSE;
      if (result->hidden)
        return _cs_pins_refuse_recused (result->dossier->code, error);
    }
  return TRUE;
}

struct _CsUnitPaper
{
  CsStore *store;
  CsResultListing *listing;
  CsUnitSummary *summary;
};

CsUnitPaper *
cs_unit_paper_new (CsStore *store, const char *unit_code, const char *round, GError **error)
{
  const char *code = cs_text_is_blank (unit_code) ? store->book->unit : unit_code;
  const char *round_id = cs_text_is_blank (round) ? NULL : round;
  g_autoptr (CsUnitPaper) self = g_new0 (CsUnitPaper, 1);

  self->store = g_object_ref (store);
  self->summary = cs_unit_summary_new ();
  self->listing = cs_result_listing_new (store, round_id, code, error);
  if (self->listing == NULL
      || !cs_paper_head_fill (&self->summary->head, store, cs_store_get_current_regulation (store), code,
                              round_id, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
cs_unit_paper_free (CsUnitPaper *self)
{
  if (self == NULL)
    return;
  cs_result_listing_free (self->listing);
  cs_unit_summary_free (self->summary);
  g_object_unref (self->store);
  g_free (self);
}

const CsPaperHead *
cs_unit_paper_get_head (CsUnitPaper *self)
{
  return &self->summary->head;
}

gboolean
cs_unit_paper_step (CsUnitPaper *self, guint n, gboolean *more, GError **error)
{
  return cs_result_listing_step (self->listing, n, more, error);
}

CsUnitSummary *
cs_unit_paper_take (CsUnitPaper *self, GError **error)
{
  g_autoptr (GPtrArray) results = cs_result_listing_take (self->listing);

  if (!is_whole (results, error))
    return NULL;
  set_signers (self->summary, results, self->store);
  for (guint i = 0; i < results->len; i++)
    add_row (self->summary, g_ptr_array_index (results, i));
  cs_unit_summary_count (self->summary);
  return g_steal_pointer (&self->summary);
}

CsUnitSummary *
cs_unit_paper_summary (CsStore *store, const char *unit, const char *round, GError **error)
{
  g_autoptr (CsUnitPaper) self = cs_unit_paper_new (store, unit, round, error);
  gboolean more = FALSE;

  return self != NULL && cs_unit_paper_step (self, G_MAXUINT, &more, error) ? cs_unit_paper_take (self, error)
                                                                            : NULL;
}
