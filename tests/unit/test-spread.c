/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/library.h"
#include "oracle.h"
#include "rules/spread.h"

/* What lies behind a spread: by heart on a small form, then random sheets of every form against the oracle.
 */

#define MEMBERS_MAX 9

static const char *const ids[] = { "qd-148-2023", "qd-26-2026" };

/* Six criteria, each with options of 0 to 10 points: a choice is the points and one. */
static CsForm *
small_form (void)
{
  CsForm *form = cs_form_new (1);
  CsSection *section = cs_part_add_section (cs_form_add_part (form, "A", 60), "1", 60);

  for (int q = 1; q <= 6; q++)
    {
      g_autofree char *no = g_strdup_printf ("1.%d", q);
      CsCriterion *criterion = cs_section_add_criterion (section, no, 10);

      for (int points = 0; points <= 10; points++)
        cs_criterion_add_option (criterion, points);
    }
  cs_form_seal (form);
  return form;
}

static void
assert_pair (const CsSpreadPair *pair, guint a, guint b, int difference, const char *questions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (pair);
  for (guint i = 0; i < pair->questions->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (pair->questions, guint, i));
  g_assert_cmpuint (pair->a, ==, a);
  g_assert_cmpuint (pair->b, ==, b);
  g_assert_cmpint (pair->difference, ==, difference);
  g_assert_cmpstr (text->str, ==, questions);
}

static void
test_questions (void)
{
  static const struct
  {
    int a[6], b[6];
    int difference;
    const char *questions;
  } cases[] = {
    /* by falling difference, whoever of the two is higher in it */
    { { 6, 6, 6, 6, 6, 6 }, { 7, 6, 2, 6, 9, 11 }, 5, "5 2 4" },
    /* what is equal in the form's order */
    { { 6, 6, 6, 6, 6, 6 }, { 8, 8, 8, 8, 8, 8 }, 12, "0 1 2" },
    { { 6, 6, 6, 6, 6, 6 }, { 7, 8, 7, 8, 7, 8 }, 9, "1 3 5" },
    { { 6, 6, 6, 6, 6, 6 }, { 7, 7, 8, 7, 7, 7 }, 7, "2 0 1" },
    /* fewer than three: only where they differ */
    { { 6, 6, 6, 6, 6, 6 }, { 6, 6, 6, 7, 6, 6 }, 1, "3" },
    { { 6, 6, 6, 6, 6, 6 }, { 6, 1, 6, 6, 7, 6 }, 4, "1 4" },
  };
  CsForm *form = small_form ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *there[] = { cases[i].a, cases[i].b }, *back[] = { cases[i].b, cases[i].a };
      g_autoptr (CsSpreadPair) pair = cs_spread_pair (form, there, 2);
      g_autoptr (CsSpreadPair) turned = cs_spread_pair (form, back, 2);

      /* it cannot be seen from it who is higher */
      assert_pair (pair, 0, 1, cases[i].difference, cases[i].questions);
      assert_pair (turned, 0, 1, cases[i].difference, cases[i].questions);
    }
  cs_form_free (form);
}

static void
test_first_pair (void)
{
  static const int low[] = { 1, 1, 1, 1, 1, 1 }, middle[] = { 4, 1, 1, 1, 1, 1 },
                   high[] = { 1, 1, 6, 1, 1, 1 };
  static const int high_too[] = { 1, 1, 1, 6, 1, 1 };
  CsForm *form = small_form ();
  const int *orders[][4] = {
    { middle, low, high, high_too }, /* 1–2 and 1–3 */
    { high, high_too, low, low },    /* 0–2, 0–3, 1–2, 1–3 */
    { middle, high, high_too, low }, /* 1–3 and 2–3 */
  };
  g_autoptr (CsSpreadPair) first = cs_spread_pair (form, orders[0], 4);
  g_autoptr (CsSpreadPair) second = cs_spread_pair (form, orders[1], 4);
  g_autoptr (CsSpreadPair) third = cs_spread_pair (form, orders[2], 4);

  assert_pair (first, 1, 2, 5, "2");
  assert_pair (second, 0, 2, 5, "2");
  assert_pair (third, 1, 3, 5, "2");
  cs_form_free (form);
}

static void
test_none (void)
{
  static const int one[] = { 3, 1, 1, 1, 1, 1 }, other[] = { 1, 1, 1, 1, 1, 3 };
  CsForm *form = small_form ();
  const int *sheets[] = { one, other, one };

  g_assert_null (cs_spread_pair (form, sheets, 0));
  g_assert_null (cs_spread_pair (form, sheets, 1));
  /* the totals are the same, the answers are not: no spread */
  g_assert_null (cs_spread_pair (form, sheets, 2));
  g_assert_null (cs_spread_pair (form, sheets, 3));
  cs_form_free (form);
}

/* "None applies" is 0 points here too. */
static void
test_none_applies (void)
{
  CsForm *form = cs_form_new (1);
  CsSection *section = cs_part_add_section (cs_form_add_part (form, "A", 5), "1", 5);
  static const int none[] = { 0 }, some[] = { 2 };
  const int *sheets[] = { some, none };
  g_autoptr (CsSpreadPair) pair = NULL;

  cs_criterion_add_option (cs_section_add_criterion (section, "1.1", 5), 2);
  cs_criterion_add_option (g_ptr_array_index (section->criteria, 0), 5);
  cs_form_seal (form);
  pair = cs_spread_pair (form, sheets, 2);
  assert_pair (pair, 0, 1, 5, "0");
  cs_form_free (form);
}

/* --- against the oracle --- */

typedef struct
{
  const OracleForm *known;
  const CsForm *form;
  int *sheets[MEMBERS_MAX];
  int n;
} Case;

static int
total_of (const OracleForm *known, const int *choices)
{
  int total = 0;

  for (int q = 0; q < known->n_questions; q++)
    total += oracle_points (&known->questions[q], choices[q]);
  return total;
}

static int
apart (const Case *c, const CsSpreadPair *pair, guint q)
{
  int a = oracle_points (&c->known->questions[q], c->sheets[pair->a][q]);
  int b = oracle_points (&c->known->questions[q], c->sheets[pair->b][q]);

  return a > b ? a - b : b - a;
}

/* How many questions come before @q in the order in which they are named. */
static guint
rank_of (const Case *c, const CsSpreadPair *pair, guint q)
{
  guint before = 0;

  for (guint other = 0; other < (guint) c->known->n_questions; other++)
    before += apart (c, pair, other) > apart (c, pair, q)
              || (apart (c, pair, other) == apart (c, pair, q) && other < q);
  return before;
}

static void
assert_questions (const Case *c, const CsSpreadPair *pair)
{
  guint differing = 0;

  for (guint q = 0; q < (guint) c->known->n_questions; q++)
    {
      guint rank = rank_of (c, pair, q);

      differing += apart (c, pair, q) > 0;
      if (apart (c, pair, q) == 0 || rank >= 3)
        continue;
      g_assert_cmpuint (pair->questions->len, >, rank);
      g_assert_cmpuint (g_array_index (pair->questions, guint, rank), ==, q);
    }
  g_assert_cmpuint (pair->questions->len, ==, MIN (differing, 3));
}

/* Asks every pair, in order. Returns: how many pairs are as far apart as the widest. */
static int
assert_widest (const Case *c, const CsSpreadPair *pair)
{
  int widest = 0, pairs = 0, first = -1;

  for (int i = 0; i < c->n * c->n; i++)
    {
      int difference = total_of (c->known, c->sheets[i / c->n]) - total_of (c->known, c->sheets[i % c->n]);

      if (i / c->n >= i % c->n)
        continue;
      difference = difference < 0 ? -difference : difference;
      if (difference > widest)
        {
          widest = difference;
          pairs = 0;
          first = i;
        }
      pairs += difference == widest;
    }
  g_assert_cmpint (pair != NULL, ==, widest > 0);
  if (pair == NULL)
    return 0;
  g_assert_cmpint (pair->difference, ==, widest);
  g_assert_cmpuint (pair->a, ==, first / c->n);
  g_assert_cmpuint (pair->b, ==, first % c->n);
  return pairs;
}

/* In another order of the sheets it is the same two, and the same is said of them. */
static void
assert_order_is_nothing (const Case *c, const CsSpreadPair *pair)
{
  const int *shuffled[MEMBERS_MAX];
  int from[MEMBERS_MAX];
  g_autoptr (CsSpreadPair) again = NULL;
  guint a, b;

  for (int i = 0; i < c->n; i++)
    from[i] = i;
  for (int i = c->n - 1; i > 0; i--)
    {
      int j = g_test_rand_int_range (0, i + 1), kept = from[i];

      from[i] = from[j];
      from[j] = kept;
    }
  for (int i = 0; i < c->n; i++)
    shuffled[i] = c->sheets[from[i]];
  again = cs_spread_pair (c->form, shuffled, (guint) c->n);
  g_assert_cmpuint (again->a, <, again->b);
  a = (guint) from[again->a];
  b = (guint) from[again->b];
  g_assert_cmpuint (MIN (a, b), ==, pair->a);
  g_assert_cmpuint (MAX (a, b), ==, pair->b);
  g_assert_cmpint (again->difference, ==, pair->difference);
  g_assert_cmpuint (again->questions->len, ==, pair->questions->len);
  for (guint i = 0; i < pair->questions->len; i++)
    g_assert_cmpuint (g_array_index (again->questions, guint, i), ==,
                      g_array_index (pair->questions, guint, i));
}

static void
draw (Case *c)
{
  int bias = g_test_rand_int_range (-100, 101);

  c->n = g_test_rand_int_range (1, MEMBERS_MAX + 1);
  for (int i = 0; i < c->n; i++)
    {
      oracle_draw_sheet (c->known, bias, c->sheets[i]);
      /* now and then members agree: ties between pairs, and no spread at all */
      if (i > 0 && g_test_rand_int_range (0, 3) == 0)
        for (int q = 0; q < c->known->n_questions; q++)
          c->sheets[i][q] = c->sheets[g_test_rand_int_range (0, i)][q];
      if (i > 0 && g_test_rand_int_range (0, 4) == 0)
        for (int q = 0; q < c->known->n_questions; q++)
          c->sheets[i][q] = c->sheets[0][q];
    }
}

static void
test_random (gconstpointer id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsRegulation) regulation = cs_library_regulation (id, &error);
  g_autofree Oracle *oracle = oracle_read (id);
  Case c = { 0 };
  int seen[3] = { 0 }; /* no pair, one, several alike */

  g_assert_no_error (error);
  for (int i = 0; i < MEMBERS_MAX; i++)
    c.sheets[i] = g_new (int, ORACLE_QUESTIONS);
  for (int i = 0; i < oracle->n_forms; i++)
    for (int run = 0; run < 60; run++)
      {
        g_autoptr (CsSpreadPair) pair = NULL;
        int pairs;

        c.known = &oracle->forms[i];
        c.form = cs_regulation_form (regulation, c.known->no);
        draw (&c);
        pair = cs_spread_pair (c.form, (const int *const *) c.sheets, (guint) c.n);
        pairs = assert_widest (&c, pair);
        if (pair != NULL)
          assert_questions (&c, pair);
        if (pairs == 1)
          assert_order_is_nothing (&c, pair);
        seen[MIN (pairs, 2)]++;
      }
  g_test_message ("%d without a pair, %d with one, %d with several alike", seen[0], seen[1], seen[2]);
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_cmpint (seen[i], >, 10);
  for (int i = 0; i < MEMBERS_MAX; i++)
    g_free (c.sheets[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spread/questions", test_questions);
  g_test_add_func ("/spread/first-pair", test_first_pair);
  g_test_add_func ("/spread/none", test_none);
  g_test_add_func ("/spread/none-applies", test_none_applies);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *path = g_strdup_printf ("/spread/random/%s", ids[i]);

      g_test_add_data_func (path, ids[i], test_random);
    }
  return g_test_run ();
}
