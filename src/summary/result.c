/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/result.h"

#include "rules/outcome.h"
#include "rules/spread.h"

const char *
cs_result_status_to_text (CsResultStatus status)
{
  static const char *const texts[] = { "registered", "scoring", "rescoring", "closed", "recognised" };

  return texts[status];
}

const CsUnit *
cs_result_reporting_unit (const CsRegulation *regulation, const CsUnitSet *units, const char *unit)
{
  for (guint i = 0; i < regulation->levels->len; i++)
    {
      const CsLevel *level = g_ptr_array_index (regulation->levels, i);
      const CsUnit *found = cs_unit_set_ancestor (units, unit, level->unit_kind);

      if (found != NULL)
        return found;
    }
  return cs_unit_set_find (units, unit);
}

static void
member_result_free (gpointer data)
{
  CsMemberResult *member = data;

  g_free (member->uuid);
  g_free (member->key);
  g_free (member->name);
  g_free (member->reason);
  g_free (member);
}

static void
add_members (CsResult *result, const CsStanding *standing)
{
  for (guint i = 0; i < standing->places->len; i++)
    {
      const CsSeatState *place = &g_array_index (standing->places, CsSeatState, i);
      CsMemberResult *row = g_new0 (CsMemberResult, 1);

      row->uuid = g_strdup (place->member->uuid);
      row->key = g_strdup (place->member->key);
      row->name = g_strdup (place->member->name);
      row->role = place->member->role;
      row->state = place->state;
      row->reason = g_strdup (place->reason != NULL ? place->reason : "");
      row->former = place->member->left_at != NULL;
      if (result->dossier->closed && place->sheet != NULL)
        {
          row->has_points = TRUE;
          row->tally = cs_tally (result->form, place->sheet->choices);
        }
      g_ptr_array_add (result->members, row);
    }
}

static const char *
key_of (const CsResult *result, const char *key)
{
  for (guint i = 0; i < result->members->len; i++)
    if (g_str_equal (((CsMemberResult *) g_ptr_array_index (result->members, i))->key, key))
      return ((CsMemberResult *) g_ptr_array_index (result->members, i))->key;
  return NULL;
}

static void
find_copies (CsResult *result, const CsStanding *standing)
{
  for (guint i = 0; i < standing->counted->len; i++)
    for (guint j = i + 1; j < standing->counted->len; j++)
      {
        const CsSheet *a = g_ptr_array_index (standing->counted, i);
        const CsSheet *b = g_ptr_array_index (standing->counted, j);
        CsCopy copy = { key_of (result, a->member_key), key_of (result, b->member_key) };

        if (memcmp (a->choices, b->choices, a->n_questions * sizeof (int)) == 0)
          g_array_append_val (result->copies, copy);
      }
}

static void
apart_free (CsApart *apart)
{
  if (apart == NULL)
    return;
  g_array_unref (apart->questions);
  g_free (apart);
}

static CsApart *
find_apart (const CsResult *result, const CsStanding *standing)
{
  g_autofree const int **choices = cs_standing_choices (standing);
  g_autoptr (CsSpreadPair) pair = cs_spread_pair (result->form, choices, standing->counted->len);
  CsApart *apart;

  if (pair == NULL)
    return NULL;
  apart = g_new0 (CsApart, 1);
  apart->a = key_of (result, ((CsSheet *) g_ptr_array_index (standing->counted, pair->a))->member_key);
  apart->b = key_of (result, ((CsSheet *) g_ptr_array_index (standing->counted, pair->b))->member_key);
  apart->questions = g_array_ref (pair->questions);
  return apart;
}

static void
judge_open (CsResult *result, const CsResultParts *parts)
{
  const CsStanding *standing = parts->standing;

  result->rules = parts->council->rules;
  result->quorum = standing->quorum;
  result->counted = standing->counted->len;
  add_members (result, standing);
  if (cs_standing_is_apart (standing))
    result->apart = find_apart (result, standing);
  result->status = standing->rescoring ? CS_RESULT_RESCORING
                   : parts->begun      ? CS_RESULT_SCORING
                                       : CS_RESULT_REGISTERED;
}

static void
set_changed (CsResult *result, const char *changed)
{
  result->changed = g_strdup (changed);
  cs_result_hide (result);
}

static void
judge_closed (CsResult *result, const CsResultParts *parts)
{
  const CsStanding *standing = parts->standing;
  CsOutcome outcome;

  result->rules = result->closing->rules;
  result->quorum = standing->quorum;
  result->counted = standing->counted->len;
  add_members (result, standing);
  result->status = result->dossier->recognised_on != NULL ? CS_RESULT_RECOGNISED : CS_RESULT_CLOSED;
  if (parts->changed != NULL)
    {
      set_changed (result, parts->changed);
      return;
    }
  find_copies (result, standing);
  result->verdict =
      cs_standing_verdict (standing, result->regulation, result->form, &result->rules, result->eliminated);
  outcome = cs_outcome_of (result->verdict, result->level);
  if (!cs_outcome_equal (&outcome, &result->closing->outcome))
    {
      set_changed (result, "");
      return;
    }
  result->recognised_here = outcome.decides;
  result->forwarded = outcome.forwarded;
}

CsResult *
cs_result_new (CsDossier *dossier, const CsResultParts *parts, GPtrArray *grounds, CsClosing *closing)
{
  CsResult *result = g_new0 (CsResult, 1);
  const CsUnit *unit = cs_result_reporting_unit (parts->regulation, parts->units, dossier->unit);

  result->dossier = dossier;
  result->regulation = parts->regulation;
  result->form = cs_regulation_form (parts->regulation, dossier->form);
  result->unit = g_strdup (unit != NULL ? unit->code : dossier->unit);
  result->members = g_ptr_array_new_with_free_func (member_result_free);
  result->copies = g_array_new (FALSE, TRUE, sizeof (CsCopy));
  result->grounds =
      grounds != NULL ? grounds : g_ptr_array_new_with_free_func ((GDestroyNotify) cs_ground_free);
  for (guint i = 0; i < result->grounds->len; i++)
    if (((CsGround *) g_ptr_array_index (result->grounds, i))->state == CS_GROUND_CONFIRMED)
      result->eliminated = TRUE;
  result->closing = closing;
  if (parts->council == NULL || parts->standing == NULL)
    return result;
  result->level = cs_regulation_level (result->regulation, parts->council->level);
  if (closing != NULL)
    judge_closed (result, parts);
  else
    judge_open (result, parts);
  result->spread_limit = result->rules.spread_limit;
  return result;
}

void
cs_result_hide (CsResult *result)
{
  if (result->closing == NULL)
    return;
  result->hidden = TRUE;
  g_clear_pointer (&result->verdict, cs_verdict_free);
  for (guint i = 0; i < result->members->len; i++)
    {
      CsMemberResult *member = g_ptr_array_index (result->members, i);

      member->has_points = FALSE;
      memset (&member->tally, 0, sizeof member->tally);
    }
  g_array_set_size (result->copies, 0);
  g_ptr_array_set_size (result->grounds, 0);
  result->eliminated = FALSE;
  result->recognised_here = FALSE;
  result->forwarded = FALSE;
}

void
cs_result_free (CsResult *result)
{
  if (result == NULL)
    return;
  cs_dossier_free (result->dossier);
  cs_verdict_free (result->verdict);
  cs_closing_free (result->closing);
  g_ptr_array_unref (result->members);
  g_ptr_array_unref (result->grounds);
  g_array_unref (result->copies);
  apart_free (result->apart);
  g_free (result->changed);
  g_free (result->unit);
  g_free (result);
}
