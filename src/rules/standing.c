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

      if (g_str_equal (sheet->member_key, member) && sheet->end == CS_SHEET_PRESENT
          && (sheet->submitted || !submitted) && (best == NULL || sheet->scoring_round > best->scoring_round))
        best = sheet;
    }
  return best;
}

/* --- seats --- */

typedef struct
{
  const CsCouncil *council;
  const GPtrArray *sheets;
  const GPtrArray *recusals; /* (nullable) */
} Seats;

/* Does the sheet of one who left still count? */
static gboolean
counts_after_leaving (const Seats *seats, const CsMember *member)
{
  const CsMember *next = cs_council_successor (seats->council, member);

  if (seats->council->rules.leave_out_former || cs_recusal_of (seats->recusals, member->uuid) != NULL
      || newest (seats->sheets, member->key, TRUE) == NULL)
    return FALSE;
  for (; next != NULL; next = cs_council_successor (seats->council, next))
    if (newest (seats->sheets, next->key, FALSE) != NULL)
      return FALSE;
  return TRUE;
}

/* Is the seat of one who sits taken, for this product, by the sheet of a former holder? */
static gboolean
is_seat_taken (const Seats *seats, const CsMember *member)
{
  /* no longer than there are members: in a damaged book they may follow each other in a circle */
  for (guint left = seats->council->members->len; member->replaces != 0 && left > 0; left--)
    {
      member = cs_council_member_by_id (seats->council, member->replaces);
      if (member == NULL)
        return FALSE;
      if (counts_after_leaving (seats, member))
        return TRUE;
    }
  return FALSE;
}

static CsSeatState
place_of (const Seats *seats, CsMember *member)
{
  CsSheet *last = newest (seats->sheets, member->key, FALSE);
  CsSheet *submitted = newest (seats->sheets, member->key, TRUE);
  const CsRecusal *recusal = cs_recusal_of (seats->recusals, member->uuid);
  CsSeatState place = { .member = member, .state = CS_MEMBER_NOT_APPLICABLE };

  if (member->left_at != NULL)
    {
      if (counts_after_leaving (seats, member))
        {
          place.state = CS_MEMBER_SUBMITTED;
          place.sheet = submitted;
        }
      return place;
    }
  if (recusal != NULL)
    {
      place.state = CS_MEMBER_RECUSED;
      place.reason = recusal->reason;
      return place;
    }
  if (is_seat_taken (seats, member))
    return place;
  place.sheet = submitted;
  place.state = last == NULL ? CS_MEMBER_NONE : !last->submitted ? CS_MEMBER_DRAFT : CS_MEMBER_SUBMITTED;
  return place;
}

/* --- what follows from the places --- */

static void
measure_spread (CsStanding *standing, const CsCouncilRules *rules, const CsForm *form)
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
  standing->spread_exceeded = standing->counted->len > 1 && cs_spread_exceeds (rules, standing->spread);
}

static CsStanding *
standing_alloc (void)
{
  CsStanding *standing = g_new0 (CsStanding, 1);

  standing->places = g_array_new (FALSE, TRUE, sizeof (CsSeatState));
  standing->counted = g_ptr_array_new ();
  standing->drafting = g_ptr_array_new ();
  standing->silent = g_ptr_array_new ();
  return standing;
}

static void
settle (CsStanding *standing, const CsCouncilRules *rules, const CsForm *form)
{
  g_autoptr (GPtrArray) entitled = g_ptr_array_new ();
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < standing->places->len; i++)
    {
      const CsSeatState *place = &g_array_index (standing->places, CsSeatState, i);

      if (place->state == CS_MEMBER_RECUSED || place->state == CS_MEMBER_NOT_APPLICABLE)
        continue;
      g_ptr_array_add (entitled, place->member);
      if (place->state == CS_MEMBER_NONE || place->state == CS_MEMBER_ABSENT)
        g_ptr_array_add (standing->silent, place->member);
      if (place->state == CS_MEMBER_DRAFT)
        g_ptr_array_add (standing->drafting, place->member);
      if (place->sheet == NULL)
        continue;
      g_ptr_array_add (standing->counted, place->sheet);
      g_hash_table_add (present, place->member->key);
    }
  standing->quorum = cs_quorum (rules, entitled, present);
  measure_spread (standing, rules, form);
}

CsStanding *
cs_standing_new (const CsCouncil *council,
                 const CsForm *form,
                 const GPtrArray *sheets,
                 const GPtrArray *recusals)
{
  CsStanding *standing = standing_alloc ();
  Seats seats = { council, sheets, recusals };

  for (guint i = 0; i < council->members->len; i++)
    {
      CsMember *member = g_ptr_array_index (council->members, i);
      const CsSheet *last = newest (sheets, member->key, FALSE);
      CsSeatState place;

      if (!cs_role_scores (member->role) || (member->left_at != NULL && last == NULL))
        continue;
      place = place_of (&seats, member);
      g_array_append_val (standing->places, place);
      if (last != NULL && (place.sheet != NULL || place.state == CS_MEMBER_DRAFT))
        standing->scoring_round = MAX (standing->scoring_round, last->scoring_round);
    }
  settle (standing, &council->rules, form);
  standing->rescoring = standing->scoring_round > 1 || cs_standing_is_apart (standing);
  return standing;
}

static CsSheet *
sheet_by_id (const GPtrArray *sheets, gint64 id)
{
  for (guint i = 0; id != 0 && i < sheets->len; i++)
    if (((CsSheet *) g_ptr_array_index (sheets, i))->id == id)
      return g_ptr_array_index (sheets, i);
  return NULL;
}

CsStanding *
cs_standing_of_closing (const CsCouncil *council,
                        const CsForm *form,
                        const GPtrArray *sheets,
                        const CsClosing *closing)
{
  CsStanding *standing = standing_alloc ();

  for (guint i = 0; i < closing->members->len; i++)
    {
      const CsClosingMember *row = g_ptr_array_index (closing->members, i);
      CsSeatState place = { .member = (CsMember *) cs_council_member_by_id (council, row->member),
                            .state = row->state,
                            .sheet = sheet_by_id (sheets, row->sheet),
                            .reason = row->reason };

      if (place.member == NULL)
        continue;
      if (place.sheet != NULL)
        standing->scoring_round = MAX (standing->scoring_round, place.sheet->scoring_round);
      g_array_append_val (standing->places, place);
    }
  settle (standing, &closing->rules, form);
  return standing;
}

void
cs_standing_free (CsStanding *standing)
{
  if (standing == NULL)
    return;
  g_array_unref (standing->places);
  g_ptr_array_unref (standing->counted);
  g_ptr_array_unref (standing->drafting);
  g_ptr_array_unref (standing->silent);
  g_free (standing);
}

CsClosing *
cs_standing_close (const CsStanding *standing, const CsCouncil *council, GHashTable *absences)
{
  CsClosing *closing = cs_closing_new ();

  closing->rules_id = council->rules_id;
  closing->rules = council->rules;
  for (guint i = 0; i < standing->places->len; i++)
    {
      const CsSeatState *place = &g_array_index (standing->places, CsSeatState, i);
      CsMemberState state = place->state == CS_MEMBER_NONE ? CS_MEMBER_ABSENT : place->state;
      const char *reason = place->reason;

      if (state == CS_MEMBER_ABSENT && absences != NULL)
        reason = g_hash_table_lookup (absences, place->member->uuid);
      cs_closing_add_member (closing, place->member->id, state, place->sheet != NULL ? place->sheet->id : 0,
                             reason);
    }
  return closing;
}

const int **
cs_standing_choices (const CsStanding *standing)
{
  const int **choices = g_new (const int *, standing->counted->len + 1);

  for (guint i = 0; i < standing->counted->len; i++)
    choices[i] = ((CsSheet *) g_ptr_array_index (standing->counted, i))->choices;
  choices[standing->counted->len] = NULL;
  return choices;
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
  choices = cs_standing_choices (standing);
  return cs_verdict_new (regulation, form, rules, choices, standing->counted->len, eliminated);
}

/* Has everybody who counts handed in a sheet of the present round? Who left cannot. */
static gboolean
is_all_in (const CsStanding *standing)
{
  for (guint i = 0; i < standing->places->len; i++)
    {
      const CsSeatState *place = &g_array_index (standing->places, CsSeatState, i);

      if (place->sheet != NULL && place->member->left_at == NULL
          && place->sheet->scoring_round != standing->scoring_round)
        return FALSE;
    }
  return standing->drafting->len == 0;
}

gboolean
cs_standing_may_rescore (const CsStanding *standing, int scoring_round)
{
  if (scoring_round <= 1 || scoring_round == standing->scoring_round)
    return scoring_round >= 1;
  return scoring_round == standing->scoring_round + 1 && is_all_in (standing) && standing->spread_exceeded;
}

gboolean
cs_standing_is_apart (const CsStanding *standing)
{
  return standing->spread_exceeded && is_all_in (standing)
         && (standing->scoring_round > 1 || standing->silent->len == 0);
}
