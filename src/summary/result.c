/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/result.h"

#include "rules/flow.h"

const char *
cs_result_status_to_text (CsResultStatus status)
{
  static const char *const texts[] = { "registered", "scoring", "rescoring", "closed", "recognised" };

  return texts[status];
}

const char *
cs_member_state_to_text (CsMemberState state)
{
  static const char *const texts[] = { "none", "draft", "submitted", "recused", "absent" };

  return texts[state];
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

  g_free (member->key);
  g_free (member->name);
  g_free (member);
}

static const CsSheet *
counted_sheet (const CsStanding *standing, const char *member)
{
  for (guint i = 0; i < standing->counted->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (standing->counted, i);

      if (g_str_equal (sheet->member_key, member))
        return sheet;
    }
  return NULL;
}

static void
add_members (CsResult *result, const CsCouncil *council, const CsStanding *standing)
{
  for (guint i = 0; i < council->members->len; i++)
    {
      CsMember *member = g_ptr_array_index (council->members, i);
      const CsSheet *sheet = counted_sheet (standing, member->key);
      CsMemberResult *row;

      if (!cs_role_scores (member->role))
        continue;
      row = g_new0 (CsMemberResult, 1);
      row->key = g_strdup (member->key);
      row->name = g_strdup (member->name);
      row->role = member->role;
      if (g_ptr_array_find (standing->drafting, member, NULL))
        row->state = CS_MEMBER_DRAFT;
      else if (sheet != NULL)
        row->state = CS_MEMBER_SUBMITTED;
      else
        row->state = result->dossier->closed ? CS_MEMBER_ABSENT : CS_MEMBER_NONE;
      if (result->dossier->closed && sheet != NULL)
        {
          row->has_points = TRUE;
          row->tally = cs_tally (result->form, sheet->choices);
        }
      g_ptr_array_add (result->members, row);
    }
}

static void
judge (CsResult *result, const CsCouncil *present, const GPtrArray *sheets)
{
  /* a member who came after the closing was not absent from it, and does not change its quorum */
  g_autoptr (CsCouncil) then =
      result->dossier->closed ? cs_council_at (present, result->dossier->closed_at) : NULL;
  const CsCouncil *council = then != NULL ? then : present;
  g_autoptr (CsStanding) standing = cs_standing_new (council, result->form, sheets);

  result->spread_limit = council->rules.spread_limit;
  result->level = cs_regulation_level (result->regulation, council->level);
  result->quorum = standing->quorum;
  result->counted = standing->counted->len;
  add_members (result, council, standing);
  if (!result->dossier->closed)
    {
      result->status = standing->rescoring ? CS_RESULT_RESCORING
                       : sheets->len > 0   ? CS_RESULT_SCORING
                                           : CS_RESULT_REGISTERED;
      return;
    }
  result->status = CS_RESULT_CLOSED;
  result->verdict =
      cs_standing_verdict (standing, result->regulation, result->form, &council->rules, result->eliminated);
  if (result->verdict == NULL || result->level == NULL)
    return;
  result->recognised_here = cs_flow_recognises (result->level, result->verdict->stars);
  result->forwarded = cs_flow_forwards (result->level, result->verdict->mean, result->eliminated);
}

CsResult *
cs_result_new (CsDossier *dossier,
               const CsRegulation *regulation,
               const CsCouncil *council,
               const CsUnitSet *units,
               const GPtrArray *sheets,
               GPtrArray *findings)
{
  CsResult *result = g_new0 (CsResult, 1);
  const CsUnit *unit = cs_result_reporting_unit (regulation, units, dossier->unit);

  result->dossier = dossier;
  result->regulation = regulation;
  result->form = cs_regulation_form (regulation, dossier->form);
  result->unit = g_strdup (unit != NULL ? unit->code : dossier->unit);
  result->members = g_ptr_array_new_with_free_func (member_result_free);
  result->findings =
      findings != NULL ? findings : g_ptr_array_new_with_free_func ((GDestroyNotify) cs_finding_free);
  result->eliminated = result->findings->len > 0;
  if (council != NULL && sheets != NULL)
    judge (result, council, sheets);
  return result;
}

void
cs_result_free (CsResult *result)
{
  if (result == NULL)
    return;
  cs_dossier_free (result->dossier);
  cs_verdict_free (result->verdict);
  g_ptr_array_unref (result->members);
  g_ptr_array_unref (result->findings);
  g_free (result->unit);
  g_free (result);
}
