/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/library.h"
#include "oracle.h"
#include "rules/robustness.h"

/* What would change a verdict: its borders by heart on a small form, then random products against an oracle
 * that asks every question anew. */

#define MEMBERS_MAX 9

/* --- by heart --- */

/* 1.1 has an option for every number of points from 0 to 100, a choice is the points and one; 1.2 has 1, 3
 * and 5: 3 is the least for 4 stars, 5 for 5. */
enum
{
  BULK,
  GRADED,
};

typedef struct
{
  CsRegulation *regulation;
  CsForm *form;
  CsCouncilRules rules;
  int sheets[MEMBERS_MAX][2];
  guint n;
  gboolean eliminated;
} Fixture;

static CsRegulation *
small_regulation (void)
{
  CsRegulation *regulation = cs_regulation_new ();

  cs_regulation_add_band (regulation, 5, 90);
  cs_regulation_add_band (regulation, 4, 70);
  cs_regulation_add_band (regulation, 3, 50);
  cs_regulation_add_band (regulation, 2, 30);
  cs_regulation_add_band (regulation, 1, 0);
  g_ptr_array_add (regulation->forms, cs_form_new (1));
  return regulation;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  CsSection *section;
  CsCriterion *bulk, *graded;

  f->regulation = small_regulation ();
  f->form = g_ptr_array_index (f->regulation->forms, 0);
  section = cs_part_add_section (cs_form_add_part (f->form, "A", 105), "1", 105);
  bulk = cs_section_add_criterion (section, "1.1", 100);
  for (int points = 0; points <= 100; points++)
    cs_criterion_add_option (bulk, points);
  graded = cs_section_add_criterion (section, "1.2", 5);
  cs_criterion_add_option (graded, 1);
  cs_criterion_add_option (graded, 3)->min_star = 4;
  cs_criterion_add_option (graded, 5)->min_star = 5;
  cs_form_seal (f->form);
  f->rules = (CsCouncilRules){ .quorum = { 3, 4 }, .spread_limit = 10 };
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  cs_regulation_unref (f->regulation);
}

/* A member gives @bulk points in 1.1 and @graded of 0, 1, 3 or 5 in 1.2. */
static void
give (Fixture *f, int bulk, int graded)
{
  f->sheets[f->n][BULK] = bulk + 1;
  f->sheets[f->n++][GRADED] = (graded + 1) / 2;
}

static CsRobustness *
ask (const Fixture *f)
{
  const int *choices[MEMBERS_MAX];

  for (guint i = 0; i < f->n; i++)
    choices[i] = f->sheets[i];
  return cs_robustness_new (f->regulation, f->form, &f->rules, choices, f->n, f->eliminated);
}

static void
assert_answer (const CsOneAnswer *answer, guint sheet, guint question, int choice, int points, int stars)
{
  g_assert_true (answer->possible);
  g_assert_cmpuint (answer->sheet, ==, sheet);
  g_assert_cmpuint (answer->question, ==, question);
  g_assert_cmpint (answer->choice, ==, choice);
  g_assert_cmpint (answer->points, ==, points);
  g_assert_cmpint (answer->stars, ==, stars);
}

static void
assert_none (const CsOneAnswer *answer)
{
  g_assert_false (answer->possible);
  g_assert_cmpuint (answer->sheet + answer->question, ==, 0);
  g_assert_cmpint (answer->choice, ==, 0);
  g_assert_cmpint (answer->points, ==, 0);
  g_assert_cmpint (answer->stars, ==, 0);
}

static void
assert_left_out (const CsRobustness *robustness, const char *wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < robustness->without->len; i++)
    {
      const CsLeftOut *left_out = &g_array_index (robustness->without, CsLeftOut, i);

      g_string_append_printf (text, "%s%u:%d", i > 0 ? " " : "", left_out->sheet, left_out->stars);
    }
  g_assert_cmpstr (text->str, ==, wanted);
}

/* The mean is exactly 90: a single point less is one star less. */
static void
test_band_reached (Fixture *f, gconstpointer data)
{
  g_autoptr (CsRobustness) robustness = NULL;

  give (f, 85, 5);
  give (f, 85, 5);
  give (f, 85, 5);
  robustness = ask (f);
  assert_none (&robustness->up);
  assert_answer (&robustness->down, 0, BULK, 84 + 1, -1, 4);
  assert_left_out (robustness, "");
  g_assert_false (robustness->stable);
}

/* The mean is 89⅔: one point, or one member, is missing. */
static void
test_band_missed (Fixture *f, gconstpointer data)
{
  g_autoptr (CsRobustness) robustness = NULL;

  give (f, 84, 5);
  give (f, 85, 5);
  give (f, 85, 5);
  robustness = ask (f);
  assert_answer (&robustness->up, 0, BULK, 85 + 1, 1, 5);
  assert_answer (&robustness->down, 0, BULK, 24 + 1, -60, 3); /* to 209 of 210 */
  assert_left_out (robustness, "0:5");
  g_assert_false (robustness->stable);
}

/* 89.89 is 90 to nobody: the point that is missing is told, however near it looks. */
static void
test_band_nearly (Fixture *f, gconstpointer data)
{
  g_autoptr (CsRobustness) robustness = NULL;

  for (int i = 0; i < 9; i++)
    give (f, i == 8 ? 84 : 85, 5);
  robustness = ask (f);
  assert_answer (&robustness->up, 0, BULK, 86 + 1, 1, 5);
  assert_none (&robustness->down);
  assert_left_out (robustness, "8:5");
}

/* Everybody is exactly on the minimum for 5 stars. */
static void
test_minimum_reached (Fixture *f, gconstpointer data)
{
  for (int rule = CS_MINIMUM_MEAN; rule <= CS_MINIMUM_EVERY; rule++)
    {
      g_autoptr (CsRobustness) robustness = NULL;

      f->n = 0;
      f->rules.minimum_rule = (CsMinimumRule) rule;
      give (f, 90, 5);
      give (f, 90, 5);
      give (f, 90, 5);
      robustness = ask (f);
      assert_none (&robustness->up);
      if (rule == CS_MINIMUM_MAJORITY) /* two of three still reach it: only the points are left */
        assert_answer (&robustness->down, 0, BULK, 74 + 1, -16, 4);
      else
        assert_answer (&robustness->down, 0, GRADED, 2, -2, 4);
      assert_left_out (robustness, "");
    }
}

/* The first member is below the minimum for 5 stars. */
static void
test_minimum_missed (Fixture *f, gconstpointer data)
{
  g_autoptr (CsRobustness) mean = NULL, majority = NULL, every = NULL;

  give (f, 90, 3);
  give (f, 90, 5);
  give (f, 90, 5);
  mean = ask (f); /* 13 of 15 */
  assert_answer (&mean->up, 0, GRADED, 3, 2, 5);
  assert_answer (&mean->down, 1, GRADED, CS_CHOICE_NONE, -5, 3); /* to 8 of 9 */
  assert_left_out (mean, "0:5");
  f->rules.minimum_rule = CS_MINIMUM_MAJORITY; /* two of three reach it */
  majority = ask (f);
  assert_none (&majority->up);
  assert_answer (&majority->down, 1, GRADED, 2, -2, 4);
  assert_left_out (majority, "1:4 2:4");
  f->rules.minimum_rule = CS_MINIMUM_EVERY;
  every = ask (f);
  assert_answer (&every->up, 0, GRADED, 3, 2, 5);
  assert_answer (&every->down, 0, GRADED, 1, -2, 3);
  assert_left_out (every, "0:5");
}

static void
test_stable (Fixture *f, gconstpointer data)
{
  g_autoptr (CsRobustness) robustness = NULL, eliminated = NULL;

  for (int i = 0; i < 9; i++)
    give (f, 75, 5); /* 720: all of one member, 80, do not bring it below 630 */
  robustness = ask (f);
  assert_none (&robustness->up);
  assert_none (&robustness->down);
  assert_left_out (robustness, "");
  g_assert_true (robustness->stable);
  f->n = 3;
  f->eliminated = TRUE; /* no stars, whatever anybody answers */
  f->sheets[0][BULK] = 1;
  eliminated = ask (f);
  assert_none (&eliminated->up);
  assert_none (&eliminated->down);
  assert_left_out (eliminated, "");
  g_assert_true (eliminated->stable);
}

static void
test_one_sheet (Fixture *f, gconstpointer data)
{
  g_autoptr (CsRobustness) robustness = NULL;

  give (f, 65, 5);
  robustness = ask (f);
  assert_left_out (robustness, "");
  assert_answer (&robustness->up, 0, BULK, 85 + 1, 20, 5);
  assert_answer (&robustness->down, 0, BULK, 64 + 1, -1, 3);
}

/* Two options of the same points, as of the cases in tourism, and two members and criteria alike. */
static void
test_ties (void)
{
  g_autoptr (CsRegulation) regulation = small_regulation ();
  CsForm *form = g_ptr_array_index (regulation->forms, 0);
  CsSection *section = cs_part_add_section (cs_form_add_part (form, "A", 100), "1", 100);
  static const int points[][4] = { { 20, 50, 50, 10 }, { 20, 50, 50, 10 } };
  static const int low[] = { 1, 1 }, other[] = { 1, 4 };
  const int *sheets[] = { low, low }, *single[] = { other };
  g_autoptr (CsRobustness) robustness = NULL, alone = NULL;

  for (int q = 0; q < 2; q++)
    {
      CsCriterion *criterion = cs_section_add_criterion (section, q == 0 ? "1.1" : "1.2", 50);

      for (int i = 0; i < 4; i++)
        cs_criterion_add_option (criterion, points[q][i]);
    }
  cs_form_seal (form);
  /* 80 points: 30 more make 110 of 100; 20 fewer make 60, and that is still 2 stars */
  robustness = cs_robustness_new (regulation, form, &regulation->council, sheets, 2, FALSE);
  assert_answer (&robustness->up, 0, 0, 2, 30, 3);
  assert_none (&robustness->down);
  /* 30 points: 20 fewer of the first criterion would do it too */
  alone = cs_robustness_new (regulation, form, &regulation->council, single, 1, FALSE);
  assert_answer (&alone->up, 0, 0, 2, 30, 3);
  assert_answer (&alone->down, 0, 0, 4, -10, 1);
}

/* Ten criteria of 0 or 10 points: no single answer does what leaving out one member does. */
static void
test_only_without (void)
{
  g_autoptr (CsRegulation) regulation = small_regulation ();
  CsForm *form = g_ptr_array_index (regulation->forms, 0);
  CsSection *section = cs_part_add_section (cs_form_add_part (form, "A", 100), "1", 100);
  static const int low[] = { 2, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, high[] = { 1, 2, 2, 2, 2, 2, 2, 2, 2, 2 };
  const int *sheets[] = { high, low, high };
  g_autoptr (CsRobustness) robustness = NULL;

  for (int q = 0; q < 10; q++)
    {
      CsCriterion *criterion = cs_section_add_criterion (section, "1.1", 10);

      cs_criterion_add_option (criterion, 0);
      cs_criterion_add_option (criterion, 10);
    }
  cs_form_seal (form);
  /* 190 points: 3 stars from 150 to 209; without the second 180 of 180 */
  robustness = cs_robustness_new (regulation, form, &regulation->council, sheets, 3, FALSE);
  assert_none (&robustness->up);
  assert_none (&robustness->down);
  assert_left_out (robustness, "1:5");
  g_assert_false (robustness->stable);
}

/* --- against the oracle --- */

static const char *const ids[] = { "qd-148-2023", "qd-26-2026" };

typedef struct
{
  CsRegulation *regulation;
  Oracle *oracle;
  const OracleForm *known;
  OracleRule rule;
  int *sheets[MEMBERS_MAX];
  int n;
  gboolean eliminated;
} Case;

static int
oracle_stars (const Case *c, int **sheets, int n)
{
  return oracle_judge (c->oracle, c->known, c->rule, sheets, n, c->eliminated).stars;
}

/* Should @a be told rather than @b? */
static gboolean
is_better (const CsOneAnswer *a, const CsOneAnswer *b)
{
  if (!b->possible || ABS (a->points) != ABS (b->points))
    return !b->possible || ABS (a->points) < ABS (b->points);
  if (a->sheet != b->sheet)
    return a->sheet < b->sheet;
  return a->question != b->question ? a->question < b->question : a->choice < b->choice;
}

/* Every answer of every member, last ones first; what raises and what lowers is seen by the stars alone. */
static void
try_all (const Case *c, int stars, CsOneAnswer *up, CsOneAnswer *down)
{
  for (int m = c->n - 1; m >= 0; m--)
    for (int q = c->known->n_questions - 1; q >= 0; q--)
      {
        const OracleQuestion *question = &c->known->questions[q];
        int given = c->sheets[m][q];

        for (int choice = question->n_options; choice >= (question->prints_zero ? 1 : 0); choice--)
          {
            CsOneAnswer answer = { TRUE,
                                   (guint) m,
                                   (guint) q,
                                   choice,
                                   oracle_points (question, choice) - oracle_points (question, given),
                                   0 };

            c->sheets[m][q] = choice;
            answer.stars = oracle_stars (c, (int **) c->sheets, c->n);
            if (answer.stars > stars && is_better (&answer, up))
              *up = answer;
            if (answer.stars < stars && is_better (&answer, down))
              *down = answer;
          }
        c->sheets[m][q] = given;
      }
}

static void
assert_same_answer (const CsOneAnswer *found, const CsOneAnswer *wanted)
{
  if (wanted->possible)
    assert_answer (found, wanted->sheet, wanted->question, wanted->choice, wanted->points, wanted->stars);
  else
    assert_none (found);
}

static void
assert_all (const Case *c, const CsRobustness *robustness)
{
  g_autoptr (GString) without = g_string_new (NULL);
  CsOneAnswer up = { 0 }, down = { 0 };
  int stars = oracle_stars (c, (int **) c->sheets, c->n);

  for (int i = 0; i < c->n && c->n > 1; i++)
    {
      int *rest[MEMBERS_MAX], n = 0, left;

      for (int m = 0; m < c->n; m++)
        if (m != i)
          rest[n++] = c->sheets[m];
      left = oracle_stars (c, rest, n);
      if (left != stars)
        g_string_append_printf (without, "%s%d:%d", without->len > 0 ? " " : "", i, left);
    }
  try_all (c, stars, &up, &down);
  assert_left_out (robustness, without->str);
  assert_same_answer (&robustness->up, &up);
  assert_same_answer (&robustness->down, &down);
  g_assert_cmpint (robustness->stable, ==, without->len == 0 && !up.possible && !down.possible);
}

/* Any product, one that lies at a border of the bands, or a good one that one or two minima keep from its
 * stars. */
static void
draw (Case *c)
{
  static const int borders[] = { 30, 50, 70, 90 };
  int border = borders[g_test_rand_int_range (0, G_N_ELEMENTS (borders))];
  int kind = g_test_rand_int_range (0, 3);
  int bias = kind == 0   ? g_test_rand_int_range (-100, 101)
             : kind == 1 ? 2 * border - 100
                         : g_test_rand_int_range (85, 100);

  c->known = &c->oracle->forms[g_test_rand_int_range (0, c->oracle->n_forms)];
  c->n = MIN (g_test_rand_int_range (1, MEMBERS_MAX + 1), g_test_rand_int_range (1, MEMBERS_MAX + 1));
  c->eliminated = g_test_rand_int_range (0, 20) == 0;
  for (int m = 0; m < c->n; m++)
    oracle_draw_sheet (c->known, bias, c->sheets[m]);
  if (kind == 1)
    oracle_climb_to (c->known, c->sheets, c->n, border * c->n + g_test_rand_int_range (-2, 3));
  for (int m = 1; m < c->n; m++) /* members who say the same: who is named of them is not by chance */
    for (int q = 0; g_test_rand_int_range (0, 4) == 0 && q < c->known->n_questions; q++)
      c->sheets[m][q] = c->sheets[0][q];
}

static void
test_random (gconstpointer data)
{
  const char *id = ids[GPOINTER_TO_UINT (data)];
  g_autoptr (GError) error = NULL;
  g_autoptr (CsRegulation) regulation = cs_library_regulation (id, &error);
  g_autofree Oracle *oracle = oracle_read (id);
  Case c = { .regulation = regulation, .oracle = oracle };
  int up = 0, down = 0, without = 0, stable = 0, from[6] = { 0 };

  g_assert_no_error (error);
  for (int i = 0; i < MEMBERS_MAX; i++)
    c.sheets[i] = g_new (int, ORACLE_QUESTIONS);
  for (int run = 0; run < 250; run++)
    {
      CsCouncilRules rules = { .quorum = { 3, 4 }, .minimum_rule = (CsMinimumRule) (run % 3) };
      g_autoptr (CsRobustness) robustness = NULL;

      c.rule = (OracleRule) (run % 3); /* both list the rules in the same order */
      draw (&c);
      robustness = cs_robustness_new (regulation, cs_regulation_form (regulation, c.known->no), &rules,
                                      (const int *const *) c.sheets, (guint) c.n, c.eliminated);
      assert_all (&c, robustness);
      up += robustness->up.possible;
      down += robustness->down.possible;
      without += robustness->without->len > 0;
      stable += robustness->stable;
      from[oracle_stars (&c, c.sheets, c.n)]++;
    }
  g_test_message ("up %d, down %d, by leaving out %d, stable %d", up, down, without, stable);
  g_assert_cmpint (MIN (MIN (up, down), MIN (without, stable)), >, 10);
  for (int star = 0; star <= 5; star++)
    g_test_message ("%d stars: %d", star, from[star]);
  g_assert_cmpint (MIN (MIN (from[2], from[3]), MIN (from[4], from[5])), >, 0);
  for (int i = 0; i < MEMBERS_MAX; i++)
    g_free (c.sheets[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/robustness/band/reached", test_band_reached);
  ADD ("/robustness/band/missed", test_band_missed);
  ADD ("/robustness/band/nearly", test_band_nearly);
  ADD ("/robustness/minimum/reached", test_minimum_reached);
  ADD ("/robustness/minimum/missed", test_minimum_missed);
  ADD ("/robustness/stable", test_stable);
  ADD ("/robustness/one-sheet", test_one_sheet);
  g_test_add_func ("/robustness/ties", test_ties);
  g_test_add_func ("/robustness/only-without", test_only_without);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *path = g_strdup_printf ("/robustness/random/%s", ids[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_random);
    }
  return g_test_run ();
}
