/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/library.h"
#include "oracle.h"
#include "rules/verdict.h"

#include <string.h>

/* The verdict on random sheets of every form of both decisions, against the oracle, and its borders. */

#define MEMBERS_MAX 11

static const char *const ids[] = { "qd-148-2023", "qd-26-2026" };
static const CsMinimumRule rules[] = { CS_MINIMUM_MEAN, CS_MINIMUM_MAJORITY, CS_MINIMUM_EVERY };
static const OracleRule oracle_rules[] = { ORACLE_MEAN, ORACLE_MAJORITY, ORACLE_EVERY };

typedef struct
{
  CsRegulation *regulation;
  Oracle *oracle;
  const CsForm *form; /* the one looked at */
  const OracleForm *known;
  int *sheets[MEMBERS_MAX];
} Fixture;

static Fixture *
fixture_new (guint which)
{
  Fixture *f = g_new0 (Fixture, 1);
  g_autoptr (GError) error = NULL;

  f->regulation = cs_library_regulation (ids[which], &error);
  g_assert_no_error (error);
  f->oracle = oracle_read (ids[which]);
  g_assert_cmpint (f->oracle->n_forms, ==, 26);
  g_assert_cmpuint (f->regulation->forms->len, ==, 26);
  for (int i = 0; i < MEMBERS_MAX; i++)
    f->sheets[i] = g_new (int, ORACLE_QUESTIONS);
  return f;
}

static void
fixture_free (Fixture *f)
{
  for (int i = 0; i < MEMBERS_MAX; i++)
    g_free (f->sheets[i]);
  cs_regulation_unref (f->regulation);
  g_free (f->oracle);
  g_free (f);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
take_form (Fixture *f, int i)
{
  f->known = &f->oracle->forms[i];
  f->form = cs_regulation_form (f->regulation, f->known->no);
  g_assert_nonnull (f->form);
  g_assert_cmpuint (cs_form_n_questions (f->form), ==, f->known->n_questions);
}

static int
best_choice (const OracleQuestion *question)
{
  int best = question->prints_zero ? 1 : 0;

  for (int choice = best; choice <= question->n_options; choice++)
    if (oracle_points (question, choice) > oracle_points (question, best))
      best = choice;
  return best;
}

static void
fill_best (const OracleForm *form, int *choices)
{
  for (int q = 0; q < form->n_questions; q++)
    choices[q] = best_choice (&form->questions[q]);
}

static CsVerdict *
judge (const Fixture *f, CsMinimumRule rule, guint n, gboolean eliminated)
{
  CsCouncilRules council = { .quorum = { 3, 4 }, .spread_limit = 10, .minimum_rule = rule };

  return cs_verdict_new (f->regulation, f->form, &council, (const int *const *) f->sheets, n, eliminated);
}

static void
assert_numbers (const Fixture *f, const CsVerdict *verdict, const OracleVerdict *expected, int n)
{
  g_assert_cmpuint (verdict->counted, ==, n);
  g_assert_cmpint (verdict->sum, ==, expected->sum);
  g_assert_cmpint (verdict->mean.num * n, ==, verdict->mean.den * expected->sum);
  g_assert_cmpuint (verdict->n_parts, ==, f->known->n_parts);
  for (int p = 0; p < f->known->n_parts; p++)
    {
      g_assert_cmpint (verdict->part_sums[p], ==, expected->part_sums[p]);
      g_assert_cmpint (verdict->part_means[p].num * n, ==,
                       verdict->part_means[p].den * expected->part_sums[p]);
    }
  g_assert_cmpint (verdict->lowest, ==, expected->lowest);
  g_assert_cmpint (verdict->highest, ==, expected->highest);
  g_assert_cmpint (verdict->spread, ==, expected->highest - expected->lowest);
  g_assert_cmpint (verdict->spread_exceeded, ==, expected->highest - expected->lowest > 10);
}

static void
assert_equal (const Fixture *f, const CsVerdict *verdict, guint rule, int n, gboolean eliminated)
{
  OracleVerdict expected =
      oracle_judge (f->oracle, f->known, oracle_rules[rule], (int **) f->sheets, n, eliminated);
  const CsUnmet *limit = cs_verdict_limit (verdict);

  assert_numbers (f, verdict, &expected, n);
  g_assert_cmpint (verdict->band, ==, expected.band);
  for (int star = 3; star <= 5; star++)
    g_assert_cmpint (verdict->minima[star], ==, expected.minima[star]);
  g_assert_cmpint (verdict->unmet->len, ==, expected.n_unmet);
  g_assert_cmpint (verdict->eliminated, ==, eliminated);
  g_assert_cmpint (verdict->stars, ==, expected.stars);
  /* it is told what holds a product back exactly when something does */
  g_assert_cmpint (limit != NULL, ==, !eliminated && expected.stars < expected.band);
  if (limit != NULL)
    {
      g_assert_cmpint (limit->star, ==, expected.stars + 1);
      g_assert_cmpint (limit->needed, ==, oracle_needed (&f->known->questions[limit->question], limit->star));
    }
}

static void
assert_unmet (const Fixture *f, const CsVerdict *verdict, guint rule, int n)
{
  for (guint i = 0; i < verdict->unmet->len; i++)
    {
      const CsUnmet *unmet = &g_array_index (verdict->unmet, CsUnmet, i);
      const OracleQuestion *question = &f->known->questions[unmet->question];
      guint reached = 0;
      gint64 sum = 0;

      for (int m = 0; m < n; m++)
        {
          reached += oracle_points (question, f->sheets[m][unmet->question]) >= unmet->needed;
          sum += oracle_points (question, f->sheets[m][unmet->question]);
        }
      g_assert_cmpint (unmet->needed, ==, oracle_needed (question, unmet->star));
      g_assert_cmpuint (unmet->reached_by, ==, reached);
      g_assert_cmpint (unmet->have.num * n, ==, unmet->have.den * sum);
      g_assert_false (oracle_reaches (f->known, oracle_rules[rule], (int **) f->sheets, n,
                                      (int) unmet->question, unmet->needed));
    }
}

static void
test_random (gconstpointer data)
{
  g_autoptr (Fixture) f = fixture_new (GPOINTER_TO_UINT (data));
  int seen[6] = { 0 };

  for (int i = 0; i < f->oracle->n_forms; i++)
    for (int run = 0; run < 60; run++)
      {
        int n = g_test_rand_int_range (1, MEMBERS_MAX + 1);
        int bias = g_test_rand_int_range (-100, 101);
        gboolean eliminated = g_test_rand_int_range (0, 8) == 0;

        take_form (f, i);
        for (int m = 0; m < n; m++)
          oracle_draw_sheet (f->known, bias, f->sheets[m]);
        for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
          {
            g_autoptr (CsVerdict) verdict = judge (f, rules[rule], (guint) n, eliminated);

            assert_equal (f, verdict, rule, n, eliminated);
            assert_unmet (f, verdict, rule, n);
            seen[verdict->stars]++;
          }
      }
  /* a test that never comes to a star says nothing about it */
  for (int star = 0; star <= 5; star++)
    {
      g_test_message ("%d stars: %d verdicts", star, seen[star]);
      g_assert_cmpint (seen[star], >, 0);
    }
}

static void
test_band_borders (gconstpointer data)
{
  static const int borders[][2] = { { 90, 5 }, { 70, 4 }, { 50, 3 }, { 30, 2 } };
  g_autoptr (Fixture) f = fixture_new (GPOINTER_TO_UINT (data));

  for (int i = 0; i < f->oracle->n_forms; i++)
    for (guint b = 0; b < G_N_ELEMENTS (borders); b++)
      for (int off = -1; off <= 1; off++)
        {
          int n = g_test_rand_int_range (1, MEMBERS_MAX + 1);
          g_autoptr (CsVerdict) verdict = NULL;

          take_form (f, i);
          for (int m = 0; m < n; m++)
            oracle_draw_sheet (f->known, 2 * borders[b][0] - 100, f->sheets[m]);
          oracle_climb_to (f->known, f->sheets, n, borders[b][0] * n + off);
          verdict = judge (f, CS_MINIMUM_MEAN, (guint) n, FALSE);
          g_assert_cmpint (verdict->sum, ==, borders[b][0] * n + off);
          g_assert_cmpint (verdict->band, ==, off < 0 ? borders[b][1] - 1 : borders[b][1]);
          assert_equal (f, verdict, 0, n, FALSE);
        }
}

static void
assert_minimum (Fixture *f, int q, int star, guint rule, int n, gboolean holds)
{
  g_autoptr (CsVerdict) verdict = judge (f, rules[rule], (guint) n, FALSE);
  gboolean listed = FALSE;

  for (guint i = 0; i < verdict->unmet->len; i++)
    {
      const CsUnmet *unmet = &g_array_index (verdict->unmet, CsUnmet, i);

      listed |= unmet->star == star && unmet->question == (guint) q;
    }
  g_assert_cmpint (listed, ==, !holds);
  if (!holds)
    g_assert_cmpint (verdict->stars, <, star);
  assert_equal (f, verdict, rule, n, FALSE);
}

/* The choice with most points below @points: 0 is always to be had. */
static int
next_below (const OracleQuestion *question, int points)
{
  int best = -1;

  for (int choice = question->prints_zero ? 1 : 0; choice <= question->n_options; choice++)
    if (oracle_points (question, choice) < points
        && (best < 0 || oracle_points (question, choice) > oracle_points (question, best)))
      best = choice;
  return best;
}

static int
choice_worth (const OracleQuestion *question, int points)
{
  for (int choice = 1; choice <= question->n_options; choice++)
    if (oracle_points (question, choice) == points)
      return choice;
  g_assert_not_reached ();
}

/* All members exactly on the minimum; then one below it; everything else is at its best. */
static void
try_minimum (Fixture *f, int q, int star, int n)
{
  const OracleQuestion *question = &f->known->questions[q];
  int needed = oracle_needed (question, star);
  int on = choice_worth (question, needed), below = next_below (question, needed);

  g_assert_cmpint (oracle_points (question, below), <, needed);
  for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    {
      for (int m = 0; m < n; m++)
        {
          fill_best (f->known, f->sheets[m]);
          f->sheets[m][q] = on;
        }
      assert_minimum (f, q, star, rule, n, TRUE);
      /* the smallest step below for the mean; a minority for the majority; one for every member */
      f->sheets[g_test_rand_int_range (0, n)][q] = below;
      assert_minimum (f, q, star, rule, n, rule == 1 && n > 2);
      for (int m = 0; m < n; m++)
        f->sheets[m][q] = m < n / 2 ? on : below;
      assert_minimum (f, q, star, rule, n, FALSE);
      for (int m = 0; m < n; m++)
        f->sheets[m][q] = m <= n / 2 ? on : below;
      assert_minimum (f, q, star, rule, n, rule == 1 || n <= 2);
    }
}

/* Two members, one as far above the minimum as the other is below: the mean is exactly on it. */
static int
try_mean (Fixture *f, int q, int star)
{
  const OracleQuestion *question = &f->known->questions[q];
  int needed = oracle_needed (question, star), tried = 0;

  for (int low = question->prints_zero ? 1 : 0; low <= question->n_options; low++)
    for (int high = 1; high <= question->n_options; high++)
      {
        int a = oracle_points (question, low), b = oracle_points (question, high);

        if (a >= needed || a + b != 2 * needed)
          continue;
        for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
          {
            fill_best (f->known, f->sheets[0]);
            fill_best (f->known, f->sheets[1]);
            f->sheets[0][q] = low;
            f->sheets[1][q] = high;
            assert_minimum (f, q, star, rule, 2, rule == 0);
          }
        tried++;
      }
  return tried;
}

static void
test_minimum_borders (gconstpointer data)
{
  g_autoptr (Fixture) f = fixture_new (GPOINTER_TO_UINT (data));
  int tried = 0, means = 0;

  for (int i = 0; i < f->oracle->n_forms; i++)
    {
      take_form (f, i);
      for (int q = 0; q < f->known->n_questions; q++)
        for (int star = 3; star <= 5; star++)
          if (oracle_needed (&f->known->questions[q], star) > 0)
            {
              try_minimum (f, q, star, g_test_rand_int_range (1, MEMBERS_MAX + 1));
              means += try_mean (f, q, star);
              tried++;
            }
    }
  g_test_message ("%d minima, %d of them hit by a mean", tried, means);
  g_assert_cmpint (tried, >, 26);
  g_assert_cmpint (means, >, 26);
}

/* A star that no band names is never awarded, also where missing minima would lead to it. */
static void
test_no_such_star (gconstpointer data)
{
  g_autoptr (Fixture) f = fixture_new (GPOINTER_TO_UINT (data));
  GPtrArray *bands = f->regulation->bands;
  int limited = 0;

  for (guint i = bands->len; i > 0; i--)
    if (((CsBand *) g_ptr_array_index (bands, i - 1))->stars == 4)
      g_ptr_array_remove_index (bands, i - 1);
  for (int i = 0; i < f->oracle->n_forms; i++)
    for (int run = 0; run < 60; run++)
      {
        g_autoptr (CsVerdict) verdict = NULL;

        take_form (f, i);
        oracle_draw_sheet (f->known, g_test_rand_int_range (60, 101), f->sheets[0]);
        verdict = judge (f, CS_MINIMUM_MEAN, 1, FALSE);
        g_assert_cmpint (verdict->stars, !=, 4);
        limited += verdict->band == 5 && verdict->minima[4] && !verdict->minima[5];
      }
  g_test_message ("%d times 4 stars would have been reached", limited);
  g_assert_cmpint (limited, >, 0);
}

/* --- what one sheet can still come to --- */

static void
test_best (gconstpointer data)
{
  g_autoptr (Fixture) f = fixture_new (GPOINTER_TO_UINT (data));

  for (int i = 0; i < f->oracle->n_forms; i++)
    for (int run = 0; run < 60; run++)
      {
        CsCouncilRules council = f->regulation->council;
        int part[ORACLE_QUESTIONS];
        int open = g_test_rand_int_range (0, 101), best;

        take_form (f, i);
        oracle_draw_sheet (f->known, g_test_rand_int_range (-100, 101), part);
        for (int q = 0; q < f->known->n_questions; q++)
          if (g_test_rand_int_range (0, 100) < open)
            part[q] = CS_CHOICE_OPEN;
        best = cs_verdict_best (f->regulation, f->form, &council, part);
        /* it is reached by the completion with all the best, and no completion comes further */
        for (int completion = 0; completion < 12; completion++)
          {
            OracleVerdict end;

            for (int q = 0; q < f->known->n_questions; q++)
              f->sheets[0][q] = part[q] != CS_CHOICE_OPEN ? part[q]
                                : completion == 0         ? best_choice (&f->known->questions[q])
                                                          : oracle_random_choice (&f->known->questions[q]);
            end = oracle_judge (f->oracle, f->known, ORACLE_MEAN, (int **) f->sheets, 1, FALSE);
            if (completion == 0)
              g_assert_cmpint (best, ==, end.stars);
            g_assert_cmpint (best, >=, end.stars);
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      static const struct
      {
        const char *name;
        GTestDataFunc test;
      } tests[] = {
        { "random", test_random },
        { "band-borders", test_band_borders },
        { "minimum-borders", test_minimum_borders },
        { "no-such-star", test_no_such_star },
        { "best", test_best },
      };

      for (guint t = 0; t < G_N_ELEMENTS (tests); t++)
        {
          g_autofree char *path = g_strdup_printf ("/verdict/%s/%s", tests[t].name, ids[i]);

          g_test_add_data_func (path, GUINT_TO_POINTER (i), tests[t].test);
        }
    }
  return g_test_run ();
}
