/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/standing.h"

/* The newest sheet of a member, only submitted ones when @submitted. */
static CsSheet *
newest (const GPtrArray *sheets, const char *member, gboolean submitted)
{
  CsSheet *best = NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      CsSheet *sheet = g_ptr_array_index (sheets, i);

      if (g_str_equal (sheet->member_key, member) && (sheet->submitted || !submitted)
          && (best == NULL || sheet->scoring_round > best->scoring_round))
        best = sheet;
    }
  return best;
}

static void
measure_spread (CsStanding *standing, const CsCouncil *council, const CsForm *form)
{
  int lowest = G_MAXINT, highest = 0;

  for (guint i = 0; i < standing->counted->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (standing->counted, i);
      int total = cs_tally (form, sheet->choices).total;

      lowest = MIN (lowest, total);
      highest = MAX (highest, total);
    }
  standing->spread = standing->counted->len > 0 ? highest - lowest : 0;
  standing->spread_exceeded =
      standing->counted->len > 1 && cs_spread_exceeds (&council->rules, standing->spread);
}

CsStanding *
cs_standing_new (const CsCouncil *council, const CsForm *form, const GPtrArray *sheets)
{
  CsStanding *standing = g_new0 (CsStanding, 1);
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);

  standing->counted = g_ptr_array_new ();
  standing->drafting = g_ptr_array_new ();
  standing->silent = g_ptr_array_new ();
  for (guint i = 0; i < council->members->len; i++)
    {
      CsMember *member = g_ptr_array_index (council->members, i);
      CsSheet *last = newest (sheets, member->key, FALSE);
      CsSheet *submitted = newest (sheets, member->key, TRUE);

      if (!cs_role_scores (member->role))
        continue;
      if (last == NULL)
        g_ptr_array_add (standing->silent, member);
      else
        standing->scoring_round = MAX (standing->scoring_round, last->scoring_round);
      if (last != NULL && !last->submitted)
        g_ptr_array_add (standing->drafting, member);
      if (submitted != NULL)
        {
          g_ptr_array_add (standing->counted, submitted);
          g_hash_table_add (present, member->key);
        }
    }
  standing->quorum = cs_quorum (council, present);
  measure_spread (standing, council, form);
  standing->rescoring =
      standing->scoring_round > 1
      || (standing->spread_exceeded && standing->drafting->len == 0 && standing->silent->len == 0);
  return standing;
}

void
cs_standing_free (CsStanding *standing)
{
  if (standing == NULL)
    return;
  g_ptr_array_unref (standing->counted);
  g_ptr_array_unref (standing->drafting);
  g_ptr_array_unref (standing->silent);
  g_free (standing);
}

CsVerdict *
cs_standing_verdict (const CsStanding *standing,
                     const CsRegulation *regulation,
                     const CsForm *form,
                     const CsCouncilRules *rules,
                     gboolean eliminated)
{
  g_autofree const int **choices = NULL;

  if (standing->counted->len == 0)
    return NULL;
  choices = g_new (const int *, standing->counted->len);
  for (guint i = 0; i < standing->counted->len; i++)
    choices[i] = ((CsSheet *) g_ptr_array_index (standing->counted, i))->choices;
  return cs_verdict_new (regulation, form, rules, choices, standing->counted->len, eliminated);
}

/* Has everybody who counts handed in a sheet of the present round? */
static gboolean
is_all_in (const CsStanding *standing)
{
  for (guint i = 0; i < standing->counted->len; i++)
    if (((CsSheet *) g_ptr_array_index (standing->counted, i))->scoring_round != standing->scoring_round)
      return FALSE;
  return standing->drafting->len == 0;
}

gboolean
cs_standing_may_rescore (const CsStanding *standing, int scoring_round)
{
  if (scoring_round <= 1 || scoring_round == standing->scoring_round)
    return scoring_round >= 1;
  return scoring_round == standing->scoring_round + 1 && is_all_in (standing) && standing->spread_exceeded;
}
