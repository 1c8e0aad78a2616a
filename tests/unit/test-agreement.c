/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/agreement.h"

#include "base/locale.h"
#include "summary/words/agreement-text.h"

/* Published tables with their published coefficients. */

static void
assert_fixed (CsFraction value, int decimals, const char *expected)
{
  g_autofree char *text = cs_fraction_to_fixed (value, decimals);

  g_assert_cmpstr (text, ==, expected);
}

/* Shrout and Fleiss 1979, table 2: six targets, four judges; table 4: .17, .29, .71 and, of the mean of four,
 * .91. */
static void
test_shrout_fleiss (void)
{
  static const int ratings[] = { 9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7 };
  CsAgreement agreement = cs_agreement (ratings, 6, 4);

  g_assert_true (agreement.has_icc1 && agreement.has_icc2 && agreement.has_icc3);
  assert_fixed (agreement.icc1, 2, "0.17");
  assert_fixed (agreement.icc2, 2, "0.29");
  assert_fixed (agreement.icc3, 2, "0.71");
  assert_fixed (agreement.alpha, 2, "0.91");
  /* to four decimals as statistics programs print them for this table */
  assert_fixed (agreement.icc1, 4, "0.1657");
  assert_fixed (agreement.icc2, 4, "0.2898");
  assert_fixed (agreement.icc3, 4, "0.7148");
  assert_fixed (agreement.alpha, 4, "0.9093");
}

/* Siegel and Castellan 1988, Kendall's W for three executives ranking six applicants: R = 8, 14, 11, 11, 11,
 * 8; W = .16 (without ties). */
static void
test_siegel (void)
{
  static const int x[] = { 1, 6, 3, 2, 5, 4 };
  static const int y[] = { 1, 5, 6, 4, 2, 3 };
  static const int z[] = { 6, 3, 2, 5, 4, 1 };
  int ratings[18];
  CsAgreement agreement;

  for (guint i = 0; i < 6; i++)
    {
      ratings[3 * i] = x[i];
      ratings[3 * i + 1] = y[i];
      ratings[3 * i + 2] = z[i];
    }
  agreement = cs_agreement (ratings, 6, 3);
  g_assert_true (agreement.has_w);
  assert_fixed (agreement.w, 2, "0.16");
  g_assert_cmpuint (agreement.df, ==, 5);
}

/* The table “anxiety” of the R package irr (Gamer and others; 20 subjects, three raters, many ties) as its
 * users print it: tie-corrected W .54 with χ²(19) = 30.8, ICC for agreement of single ratings .198. */
static void
test_anxiety (void)
{
  static const int raters[3][20] = { { 3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3 },
                                     { 3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4 },
                                     { 2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2 } };
  int ratings[60];
  CsAgreement agreement;

  for (guint i = 0; i < 60; i++)
    ratings[i] = raters[i % 3][i / 3];
  agreement = cs_agreement (ratings, 20, 3);
  assert_fixed (agreement.w, 2, "0.54");
  assert_fixed (agreement.chi2, 1, "30.8");
  g_assert_cmpuint (agreement.df, ==, 19);
  assert_fixed (agreement.icc2, 3, "0.198");
}

/* By hand, with ties: three judges, four objects. Doubled rank sums 7, 12, 17, 24; S = 39.5 in single ranks;
 * T = 6 for each of the first two judges; W = 12·39.5 / (9·60 − 3·12) = 474 / 504. */
static void
test_ties (void)
{
  static const int ratings[] = { 1, 1, 1, 2, 1, 2, 2, 3, 3, 5, 4, 4 };
  CsAgreement agreement = cs_agreement (ratings, 4, 3);

  g_assert_cmpint (agreement.w.num, ==, 79);
  g_assert_cmpint (agreement.w.den, ==, 84);
  assert_fixed (agreement.chi2, 4, "8.4643");
}

static void
test_extremes (void)
{
  static const int alike[] = { 10, 10, 20, 20, 30, 30 };
  static const int opposed[] = { 1, 3, 2, 2, 3, 1 };
  static const int flat[] = { 5, 5, 5, 5 };
  CsAgreement agreement = cs_agreement (alike, 3, 2);

  g_assert_cmpint (cs_fraction_compare (agreement.w, cs_fraction (1, 1)), ==, 0);
  g_assert_cmpint (cs_fraction_compare (agreement.icc2, cs_fraction (1, 1)), ==, 0);
  g_assert_cmpint (cs_fraction_compare (agreement.alpha, cs_fraction (1, 1)), ==, 0);
  agreement = cs_agreement (opposed, 3, 2);
  g_assert_cmpint (agreement.w.num, ==, 0);
  agreement = cs_agreement (flat, 2, 2);
  g_assert_false (agreement.has_w || agreement.has_icc1 || agreement.has_icc2 || agreement.has_icc3
                  || agreement.has_alpha);
  agreement = cs_agreement (alike, 1, 2);
  g_assert_false (agreement.has_w || agreement.has_icc1 || agreement.has_icc2 || agreement.has_icc3);
}

/* Two judges who swap everything: each figure by its own denominator. */
static void
test_own_denominators (void)
{
  static const int swapped[] = { 0, 100, 100, 0 };
  CsAgreement agreement = cs_agreement (swapped, 2, 2);

  g_assert_true (agreement.has_icc1 && agreement.has_icc3);
  g_assert_cmpint (cs_fraction_compare (agreement.icc1, cs_fraction (-1, 1)), ==, 0);
  g_assert_cmpint (cs_fraction_compare (agreement.icc3, cs_fraction (-1, 1)), ==, 0);
  g_assert_false (agreement.has_icc2); /* 0/0 */
}

static void
test_severity (void)
{
  static const int ratings[] = { 70, 80, 75, 60, 66, 63 };

  assert_fixed (cs_agreement_severity (ratings, 2, 3, 0), 4, "-6.0000");
  assert_fixed (cs_agreement_severity (ratings, 2, 3, 1), 4, "6.0000");
  assert_fixed (cs_agreement_severity (ratings, 2, 3, 2), 4, "0.0000");
}

/* A member's column may stand anywhere, and adding the same points to all of them moves no rank. */
static void
test_order_changes_nothing (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_test_rand_int_range (2, 12), k = (guint) g_test_rand_int_range (2, 9);
      g_autofree int *a = g_new (int, n *k);
      g_autofree int *b = g_new (int, n *k);
      CsAgreement x, y;

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < k; j++)
          {
            a[i * k + j] = g_test_rand_int_range (0, 100);
            b[(n - 1 - i) * k + (k - 1 - j)] = a[i * k + j] + 7;
          }
      x = cs_agreement (a, n, k);
      y = cs_agreement (b, n, k);
      g_assert_cmpint (x.has_w, ==, y.has_w);
      g_assert_cmpint (x.has_icc1, ==, y.has_icc1);
      g_assert_cmpint (x.has_icc2, ==, y.has_icc2);
      g_assert_cmpint (x.has_icc3, ==, y.has_icc3);
      if (x.has_w)
        g_assert_cmpint (cs_fraction_compare (x.w, y.w), ==, 0);
      if (x.has_icc1 && x.has_icc2 && x.has_icc3)
        {
          g_assert_cmpint (cs_fraction_compare (x.icc1, y.icc1), ==, 0);
          g_assert_cmpint (cs_fraction_compare (x.icc2, y.icc2), ==, 0);
          g_assert_cmpint (cs_fraction_compare (x.icc3, y.icc3), ==, 0);
        }
    }
}

/* A paper says in Vietnamese, whatever the reader speaks, what a Vietnamese reader is told. */
static void
test_on_paper (void)
{
  static const int alike[] = { 90, 91, 80, 82, 70, 69 }, mostly[] = { 1, 2, 2, 1, 3, 3 },
                   apart[] = { 1, 2, 2, 1 };
  const CsAgreement cases[] = { cs_agreement (alike, 3, 2), cs_agreement (mostly, 3, 2),
                                cs_agreement (apart, 2, 2), cs_agreement (alike, 1, 2) };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *paper = cs_agreement_sentence_on_paper (&cases[i]);
      g_autofree char *reader = NULL;

      g_setenv ("LANGUAGE", "vi", TRUE);
      cs_locale_init ();
      reader = cs_agreement_sentence (&cases[i]);
      g_setenv ("LANGUAGE", "en", TRUE);
      cs_locale_init ();
      g_assert_cmpstr (paper, ==, reader);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/shrout-fleiss", test_shrout_fleiss);
  g_test_add_func ("/agreement/siegel", test_siegel);
  g_test_add_func ("/agreement/anxiety", test_anxiety);
  g_test_add_func ("/agreement/ties", test_ties);
  g_test_add_func ("/agreement/extremes", test_extremes);
  g_test_add_func ("/agreement/own-denominators", test_own_denominators);
  g_test_add_func ("/agreement/severity", test_severity);
  g_test_add_func ("/agreement/order-changes-nothing", test_order_changes_nothing);
  g_test_add_func ("/agreement/on-paper", test_on_paper);
  return g_test_run ();
}
