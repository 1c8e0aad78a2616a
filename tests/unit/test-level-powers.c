/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/level-powers.h"

/* Which stars a level gives itself and from which mean it sends up: exact at the border, each alone. */

/* As the district of 148/QĐ-TTg: three stars are its own, from 70 points it sends up. */
static const CsLevel district = { .recognises = { [3] = TRUE }, .forward_from = 70 };

static void
test_recognises (void)
{
  static const CsLevel every = { .recognises = { TRUE, TRUE, TRUE, TRUE, TRUE, TRUE }, .forward_from = -1 };

  for (int stars = -1; stars <= 9; stars++)
    g_assert_cmpint (cs_level_recognises (&district, stars), ==, stars == 3);
  /* one and two stars are never recognised, whatever a level says */
  for (int stars = -1; stars <= 9; stars++)
    g_assert_cmpint (cs_level_recognises (&every, stars), ==, stars >= CS_STAR_MIN && stars <= CS_STAR_MAX);
}

static void
test_forwards (void)
{
  static const struct
  {
    CsFraction mean;
    gboolean up;
  } means[] = { { { 0, 1 }, FALSE },
                { { 69, 1 }, FALSE },
                { { 6999, 100 }, FALSE },
                { { 209, 3 }, FALSE },
                { { 70, 1 }, TRUE },
                { { 490, 7 }, TRUE },
                { { 211, 3 }, TRUE },
                { { 100, 1 }, TRUE },
                { { 699999999, 10000000 }, FALSE },
                { { 700000001, 10000000 }, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    {
      g_assert_cmpint (cs_level_forwards (&district, means[i].mean, FALSE), ==, means[i].up);
      /* an eliminated one goes nowhere */
      g_assert_false (cs_level_forwards (&district, means[i].mean, TRUE));
    }
}

/* The last level sends nothing up; one that sends everything up does so from nought. */
static void
test_ends (void)
{
  static const CsLevel last = { .forward_from = -1 }, all = { .forward_from = 0 };

  g_assert_false (cs_level_forwards (&last, (CsFraction){ 100, 1 }, FALSE));
  g_assert_true (cs_level_forwards (&all, (CsFraction){ 0, 1 }, FALSE));
}

/* 78 points that a minimum holds at three stars: both the level's own and to be sent up. */
static void
test_both (void)
{
  g_assert_true (cs_level_recognises (&district, 3));
  g_assert_true (cs_level_forwards (&district, (CsFraction){ 78, 1 }, FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/level-powers/recognises", test_recognises);
  g_test_add_func ("/level-powers/forwards", test_forwards);
  g_test_add_func ("/level-powers/ends", test_ends);
  g_test_add_func ("/level-powers/both", test_both);
  return g_test_run ();
}
