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

struct _CsUnitPaper
{
  CsStore *store;
  CsResultListing *listing;
  CsUnitSummary *summary;
  char *unit;       /* code */
  char *round;      /* (nullable): id */
  gboolean grouped; /* by the units below, which have councils of their own */
};

static char *
minima_text (const CsResult *result)
{
  const CsVerdict *verdict = result->verdict;
  const CsUnmet *limit = cs_verdict_limit (verdict);
  g_autofree char *have = NULL;

  if (limit == NULL)
    return g_strdup ("Đạt");
  have = cs_paper_decimal_beside (limit->have, limit->needed);
  return g_strdup_printf ("Thiếu %d sao: tiêu chí %s được %s, cần %d", limit->star,
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

/* The ground that the council confirmed, in its words. */
static char *
elimination_of (const CsResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < result->grounds->len; i++)
    {
      const CsGround *ground = g_ptr_array_index (result->grounds, i);

      if (ground->state == CS_GROUND_CONFIRMED)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", ground->text);
    }
  return g_strdup (text->str);
}

/* Digits alone: all means of a row have as many decimals. */
static gint64
units_of (const char *decimal)
{
  gint64 units = 0;

  for (const char *c = decimal; c != NULL && *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      units = units * 10 + g_ascii_digit_value (*c);
  return units;
}

static gboolean
is_rounded (const CsUnitSummaryRow *row)
{
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (row->parts); i++)
    sum += units_of (row->parts[i]);
  return sum != units_of (row->total);
}

/* The unit right below @unit that the dossier was filed in. */
static const CsUnit *
unit_below (CsStore *store, const char *unit, const char *filed_in)
{
  const CsUnit *below = cs_unit_set_find (store->units, filed_in);

  while (below != NULL && below->parent != NULL && !g_str_equal (below->parent, unit))
    below = cs_unit_set_find (store->units, below->parent);
  return below;
}

static void
add_row (CsUnitPaper *self, const CsResult *result)
{
  CsUnitSummaryRow *row = cs_unit_summary_add_row (self->summary);
  const CsDossierRow source = { .result = (CsResult *) result };
  const CsUnit *below = self->grouped ? unit_below (self->store, self->unit, result->dossier->unit) : NULL;

  /* what papers say in Vietnamese, whatever the reader speaks */
  row->producer_kind = g_strdup (cs_paper_kind (result->dossier->producer.kind));
  row->kind = g_strdup (cs_paper_kind (result->dossier->kind));
  row->form_verified = result->form->verified;
  row->unit = g_strdup (below != NULL ? below->name : NULL);
  row->begun = result->status != CS_RESULT_REGISTERED;
  if (result->changed != NULL)
    {
      row->changed = cs_paper_changed (result->changed);
      cs_paper_head_warn (&self->summary->head, result);
    }
  cs_fields_fill (cs_unit_summary_row_fields, row, cs_dossier_row_fields, &source);
  if (result->verdict == NULL)
    return;
  row->rounded = is_rounded (row);
  row->minima = minima_text (result);
  row->proposal = _cs_results_proposal (result);
  row->forwarded = result->forwarded != FALSE;
  if (result->eliminated)
    {
      g_autofree char *why = elimination_of (result), *note = g_steal_pointer (&row->note);

      row->note = cs_text_is_blank (note) ? g_steal_pointer (&why) : g_strdup_printf ("%s. %s", why, note);
    }
}

/* The council that sits for the unit signs; where the book has none, the one whose products all are. */
static gboolean
set_signers (CsUnitPaper *self, const GPtrArray *results, GError **error)
{
  CsPaperHead *head = &self->summary->head;
  g_autoptr (CsCouncil) council = NULL;
  const char *uuid = NULL;

  if (!cs_paper_head_find_council (self->store, cs_store_get_current_regulation (self->store), self->unit,
                                   self->round, &council, error))
    return FALSE;
  for (guint i = 0; council == NULL && i < results->len; i++)
    {
      const char *of_row = ((CsResult *) g_ptr_array_index (results, i))->dossier->council_uuid;

      if (of_row == NULL)
        continue; /* in no round yet */
      if (uuid != NULL && !g_str_equal (uuid, of_row))
        return TRUE; /* several councils: nobody signs for all of them */
      uuid = of_row;
    }
  if (uuid != NULL)
    council = cs_store_get_council (self->store, uuid, NULL);
  if (council != NULL)
    {
      cs_paper_head_sign (head, council);
      cs_paper_head_let_vice_sign (head, results, council);
    }
  return TRUE;
}

/* What is kept from who sits here would leave a gap that does not tell why it is there. */
static gboolean
is_for_sitter (const GPtrArray *results, GError **error)
{
  for (guint i = 0; i < results->len; i++)
    {
      const CsResult *result = g_ptr_array_index (results, i);

      if (result->hidden && result->changed == NULL)
        return _cs_pins_refuse_recused (result->dossier->code, error);
    }
  return TRUE;
}

static gboolean
has_councils_below (CsStore *store, const char *unit)
{
  const GPtrArray *levels = cs_store_get_current_regulation (store)->levels;
  g_autoptr (GPtrArray) below = cs_unit_set_children (store->units, unit);

  for (guint i = 0; below->len > 0 && i < levels->len; i++)
    if (g_str_equal (((const CsLevel *) g_ptr_array_index (levels, i))->unit_kind,
                     ((const CsUnit *) g_ptr_array_index (below, 0))->kind))
      return TRUE;
  return FALSE;
}

CsUnitPaper *
cs_unit_paper_new (CsStore *store, const char *unit_code, const char *round, GError **error)
{
  const char *code = cs_text_is_blank (unit_code) ? store->book->unit : unit_code;
  const char *round_id = cs_text_is_blank (round) ? NULL : round;
  g_autoptr (CsUnitPaper) self = g_new0 (CsUnitPaper, 1);

  self->store = g_object_ref (store);
  self->summary = cs_unit_summary_new ();
  self->unit = g_strdup (code);
  self->round = g_strdup (round_id);
  self->grouped = has_councils_below (store, code);
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
  g_free (self->unit);
  g_free (self->round);
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

  if (!is_for_sitter (results, error))
    return NULL;
  if (!set_signers (self, results, error))
    return NULL;
  for (guint i = 0; i < results->len; i++)
    add_row (self, g_ptr_array_index (results, i));
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
