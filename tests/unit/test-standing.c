/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/level-powers.h"
#include "rules/standing.h"

/* Who counts, who is there, what lies too far apart. The form has one question with an option for every
 * total. */

typedef struct
{
  CsForm *form;
  CsCouncil *council;
  GPtrArray *sheets; /* (element-type CsSheet) */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  CsCriterion *criterion;

  f->form = cs_form_new (1);
  criterion = cs_section_add_criterion (cs_part_add_section (cs_form_add_part (f->form, "A", 100), "1", 100),
                                        "1.1", 100);
  for (int points = 0; points <= 100; points++)
    cs_criterion_add_option (criterion, points);
  cs_form_seal (f->form);
  f->council = cs_council_new ();
  f->council->rules =
      (CsCouncilRules){ .quorum = { 3, 4 }, .presence = CS_PRESENCE_LEADER, .spread_limit = 10 };
  f->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_sheet_free);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->sheets);
  cs_council_unref (f->council);
  cs_form_free (f->form);
}

static void
add_member (Fixture *f, CsRole role)
{
  guint i = f->council->members->len;
  CsMember *member = cs_council_add_member (f->council);

  member->id = i + 1;
  member->key = g_strdup_printf ("m%u", i + 1);
  member->role = role;
}

static void
add_members (Fixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    add_member (f, i == 0 ? CS_ROLE_CHAIR : i == 1 ? CS_ROLE_VICE : CS_ROLE_MEMBER);
}

static CsSheet *
add_sheet (Fixture *f, guint member, int round, int total, gboolean submitted)
{
  CsSheet *sheet = cs_sheet_new (1);

  sheet->id = f->sheets->len + 1;
  sheet->member_key = g_strdup_printf ("m%u", member);
  sheet->scoring_round = round;
  sheet->submitted = submitted;
  sheet->choices[0] = total < 0 ? CS_CHOICE_OPEN : total + 1;
  g_ptr_array_add (f->sheets, sheet);
  return sheet;
}

static CsStanding *
stand (const Fixture *f)
{
  return cs_standing_new (f->council, f->form, f->sheets, NULL);
}

/* --- quorum --- */

static guint
three_quarters (guint members)
{
  guint present = 0;

  while (present * 4 < members * 3)
    present++;
  return present;
}

static void
test_quorum_borders (Fixture *f, gconstpointer data)
{
  for (guint members = 1; members <= 11; members++)
    for (guint present = 0; present <= members; present++)
      {
        Fixture g;
        g_autoptr (CsStanding) standing = NULL;

        set_up (&g, NULL);
        add_members (&g, members);
        for (guint m = 1; m <= present; m++) /* the chair is the first */
          add_sheet (&g, m, 1, 60, TRUE);
        standing = stand (&g);
        g_assert_cmpuint (standing->quorum.members, ==, members);
        g_assert_cmpuint (standing->quorum.present, ==, present);
        g_assert_cmpuint (standing->quorum.needed, ==, three_quarters (members));
        g_assert_cmpint (standing->quorum.met, ==, present * 4 >= members * 3);
        g_assert_cmpuint (standing->silent->len, ==, members - present);
        g_clear_pointer (&standing, cs_standing_free);
        tear_down (&g, NULL);
      }
}

static void
test_leader (Fixture *f, gconstpointer data)
{
  /* of eight: without m1 the vice-chair leads, without both nobody does */
  static const struct
  {
    guint first;
    gboolean required, met, leader;
  } cases[] = {
    { 1, TRUE, TRUE, TRUE },
    { 2, TRUE, TRUE, TRUE },
    { 3, TRUE, FALSE, FALSE },
    { 3, FALSE, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture g;
      g_autoptr (CsStanding) standing = NULL;

      set_up (&g, NULL);
      g.council->rules.presence = cases[i].required ? CS_PRESENCE_LEADER : CS_PRESENCE_NONE;
      add_members (&g, 8);
      for (guint m = cases[i].first; m <= 8; m++)
        add_sheet (&g, m, 1, 60, TRUE);
      standing = stand (&g);
      g_assert_cmpint (standing->quorum.leader_present, ==, cases[i].leader);
      g_assert_cmpint (standing->quorum.met, ==, cases[i].met);
      g_clear_pointer (&standing, cs_standing_free);
      tear_down (&g, NULL);
    }
}

static void
test_secretary (Fixture *f, gconstpointer data)
{
  g_autoptr (CsStanding) standing = NULL;

  add_members (f, 4);
  add_member (f, CS_ROLE_SECRETARY);
  for (guint m = 1; m <= 3; m++)
    add_sheet (f, m, 1, 60, TRUE);
  add_sheet (f, 5, 1, 0, TRUE); /* whatever came into the file: a secretary's sheet is none */
  standing = stand (f);
  g_assert_cmpuint (cs_council_n_scoring (f->council), ==, 4);
  g_assert_cmpuint (standing->quorum.members, ==, 4);
  g_assert_cmpuint (standing->quorum.present, ==, 3);
  g_assert_cmpuint (standing->counted->len, ==, 3);
  g_assert_cmpuint (standing->silent->len, ==, 1);
  g_assert_cmpint (standing->spread, ==, 0);
}

static void
test_empty_council (Fixture *f, gconstpointer data)
{
  g_autoptr (CsStanding) none = stand (f);
  g_autoptr (CsStanding) secretary = NULL;

  g_assert_false (none->quorum.met);
  g_assert_cmpint (none->scoring_round, ==, 0);
  g_assert_false (none->rescoring);
  add_member (f, CS_ROLE_SECRETARY);
  secretary = stand (f);
  g_assert_false (secretary->quorum.met);
}

/* --- which sheet counts --- */

static void
test_newest_submitted (Fixture *f, gconstpointer data)
{
  g_autoptr (CsStanding) standing = NULL;
  CsSheet *first, *second, *other;

  add_members (f, 3);
  second = add_sheet (f, 1, 2, 70, TRUE); /* the order in which they come says nothing */
  add_sheet (f, 1, 1, 30, TRUE);
  first = add_sheet (f, 2, 1, 65, TRUE);
  add_sheet (f, 2, 2, -1, FALSE); /* begun again, not handed in: the first still counts */
  other = add_sheet (f, 3, 1, 60, FALSE);
  standing = stand (f);
  g_assert_cmpuint (standing->counted->len, ==, 2);
  g_assert_true (g_ptr_array_index (standing->counted, 0) == second);
  g_assert_true (g_ptr_array_index (standing->counted, 1) == first);
  g_assert_false (g_ptr_array_find (standing->counted, other, NULL));
  g_assert_cmpuint (standing->drafting->len, ==, 2);
  g_assert_cmpuint (standing->silent->len, ==, 0);
  g_assert_cmpint (standing->scoring_round, ==, 2);
  g_assert_cmpint (standing->spread, ==, 5);
  g_assert_true (standing->rescoring);
}

/* Who did not score is left out of the mean and is no zero. */
static void
test_missing_members (Fixture *f, gconstpointer data)
{
  g_autoptr (CsRegulation) regulation = cs_regulation_new ();
  g_autoptr (CsStanding) standing = NULL;
  g_autoptr (CsVerdict) verdict = NULL;

  cs_regulation_add_band (regulation, 5, 90);
  cs_regulation_add_band (regulation, 4, 70);
  cs_regulation_add_band (regulation, 3, 50);
  add_members (f, 8);
  for (guint m = 1; m <= 6; m++)
    add_sheet (f, m, 1, m == 1 ? 71 : 70, TRUE);
  add_sheet (f, 7, 1, 0, FALSE); /* in the middle of a sheet */
  standing = stand (f);
  verdict = cs_standing_verdict (standing, regulation, f->form, &f->council->rules, FALSE);
  g_assert_cmpuint (verdict->counted, ==, 6);
  g_assert_cmpint (verdict->sum, ==, 421);
  g_assert_cmpint (verdict->mean.num, ==, 421);
  g_assert_cmpint (verdict->mean.den, ==, 6);
  g_assert_cmpint (verdict->stars, ==, 4);
  g_assert_cmpint (standing->spread, ==, 1);
}

static void
test_no_verdict (Fixture *f, gconstpointer data)
{
  g_autoptr (CsRegulation) regulation = cs_regulation_new ();
  g_autoptr (CsStanding) standing = NULL;

  add_members (f, 3);
  add_sheet (f, 1, 1, 50, FALSE);
  standing = stand (f);
  g_assert_null (cs_standing_verdict (standing, regulation, f->form, &f->council->rules, FALSE));
  g_assert_cmpint (standing->spread, ==, 0);
}

/* --- spread --- */

static void
test_spread_border (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int limit, low, high;
    gboolean inclusive, exceeded;
  } cases[] = {
    { 10, 60, 70, FALSE, FALSE }, { 10, 60, 71, FALSE, TRUE },   { 10, 60, 69, TRUE, FALSE },
    { 10, 60, 70, TRUE, TRUE },   { 10, 60, 71, TRUE, TRUE },    { 0, 60, 60, FALSE, FALSE },
    { 0, 60, 61, FALSE, TRUE },   { 100, 0, 100, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture g;
      g_autoptr (CsStanding) standing = NULL;

      set_up (&g, NULL);
      g.council->rules.spread_limit = cases[i].limit;
      g.council->rules.spread_inclusive = cases[i].inclusive;
      add_members (&g, 3);
      add_sheet (&g, 1, 1, cases[i].high, TRUE);
      add_sheet (&g, 2, 1, (cases[i].low + cases[i].high) / 2, TRUE);
      add_sheet (&g, 3, 1, cases[i].low, TRUE);
      standing = stand (&g);
      g_assert_cmpint (standing->spread, ==, cases[i].high - cases[i].low);
      g_assert_cmpint (standing->spread_exceeded, ==, cases[i].exceeded);
      g_assert_cmpint (standing->rescoring, ==, cases[i].exceeded);
      g_clear_pointer (&standing, cs_standing_free);
      tear_down (&g, NULL);
    }
}

static void
test_one_sheet_has_no_spread (Fixture *f, gconstpointer data)
{
  g_autoptr (CsStanding) standing = NULL;

  f->council->rules.spread_limit = 0;
  f->council->rules.spread_inclusive = TRUE;
  add_members (f, 1);
  add_sheet (f, 1, 1, 80, TRUE);
  standing = stand (f);
  g_assert_cmpint (standing->spread, ==, 0);
  g_assert_false (standing->spread_exceeded);
}

/* --- scoring again --- */

static void
test_rescoring (Fixture *f, gconstpointer data)
{
  g_autoptr (CsStanding) begun = NULL, drafting = NULL, apart = NULL, again = NULL, settled = NULL;

  add_members (f, 3);
  begun = stand (f);
  g_assert_true (cs_standing_may_rescore (begun, 1));
  g_assert_false (cs_standing_may_rescore (begun, 2));
  g_assert_false (cs_standing_may_rescore (begun, 0));
  add_sheet (f, 1, 1, 50, TRUE);
  add_sheet (f, 2, 1, 70, TRUE);
  add_sheet (f, 3, 1, 60, FALSE);
  drafting = stand (f);
  g_assert_true (drafting->spread_exceeded);
  g_assert_false (drafting->rescoring); /* who still scores must not hear of it */
  g_assert_false (cs_standing_may_rescore (drafting, 2));
  ((CsSheet *) g_ptr_array_index (f->sheets, 2))->submitted = TRUE;
  apart = stand (f);
  g_assert_true (apart->rescoring);
  g_assert_true (cs_standing_may_rescore (apart, 2));
  g_assert_false (cs_standing_may_rescore (apart, 3));
  /* one has scored again: a third round is not due while others have not */
  add_sheet (f, 1, 2, 55, TRUE);
  again = stand (f);
  g_assert_cmpint (again->spread, ==, 15);
  g_assert_true (again->spread_exceeded);
  g_assert_true (cs_standing_may_rescore (again, 2));
  g_assert_false (cs_standing_may_rescore (again, 3));
  add_sheet (f, 2, 2, 65, TRUE);
  add_sheet (f, 3, 2, 60, TRUE);
  settled = stand (f);
  g_assert_cmpint (settled->spread, ==, 10);
  g_assert_false (settled->spread_exceeded);
  g_assert_true (settled->rescoring); /* the second round is what it is about now */
  g_assert_false (cs_standing_may_rescore (settled, 3));
}

static void
test_third_round (Fixture *f, gconstpointer data)
{
  g_autoptr (CsStanding) standing = NULL;

  add_members (f, 2);
  for (int round = 1; round <= 2; round++)
    {
      add_sheet (f, 1, round, 50, TRUE);
      add_sheet (f, 2, round, 70, TRUE);
    }
  standing = stand (f);
  g_assert_true (cs_standing_may_rescore (standing, 3));
  g_assert_false (cs_standing_may_rescore (standing, 4));
}

/* --- what a level may do with it --- */

static void
test_flow (void)
{
  g_autoptr (CsRegulation) regulation = cs_regulation_new ();
  CsLevel *district = cs_regulation_add_level (regulation, "district");
  CsLevel *top = cs_regulation_add_level (regulation, "top");
  CsLevel *all = cs_regulation_add_level (regulation, "commune");

  district->recognises[3] = TRUE;
  district->forward_from = 70;
  top->recognises[5] = TRUE;
  all->forward_from = 0;
  for (int stars = 0; stars <= 5; stars++)
    {
      g_assert_cmpint (cs_level_recognises (district, stars), ==, stars == 3);
      g_assert_cmpint (cs_level_recognises (top, stars), ==, stars == 5);
      g_assert_false (cs_level_recognises (all, stars));
    }
  g_assert_true (cs_level_forwards (district, cs_fraction (70, 1), FALSE));
  g_assert_true (cs_level_forwards (district, cs_fraction (211, 3), FALSE));
  g_assert_false (cs_level_forwards (district, cs_fraction (209, 3), FALSE));
  g_assert_false (cs_level_forwards (district, cs_fraction (95, 1), TRUE));
  g_assert_false (cs_level_forwards (top, cs_fraction (100, 1), FALSE));
  g_assert_true (cs_level_forwards (all, cs_fraction (0, 1), FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/standing/quorum/borders", test_quorum_borders);
  ADD ("/standing/quorum/leader", test_leader);
  ADD ("/standing/quorum/secretary", test_secretary);
  ADD ("/standing/quorum/empty-council", test_empty_council);
  ADD ("/standing/counted/newest-submitted", test_newest_submitted);
  ADD ("/standing/counted/missing-members", test_missing_members);
  ADD ("/standing/counted/no-verdict", test_no_verdict);
  ADD ("/standing/spread/border", test_spread_border);
  ADD ("/standing/spread/one-sheet", test_one_sheet_has_no_spread);
  ADD ("/standing/rescoring/second", test_rescoring);
  ADD ("/standing/rescoring/third", test_third_round);
  g_test_add_func ("/flow/recognises-and-forwards", test_flow);
  return g_test_run ();
}
