/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/pin.h"

/* What a PIN looks like and how long a guesser waits. */

static void
test_form (void)
{
  static const char *const good[] = { "0000", "1234", "123456789012" };
  static const char *const bad[] = { "",      "123",   "1234567890123", "12a4",    " 1234",
                                     "1234 ", "-1234", "12.4",          "１２３４" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (cs_pin_is_well_formed (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cs_pin_is_well_formed (bad[i]));
  g_assert_false (cs_pin_is_well_formed (NULL));
}

static void
test_delay (void)
{
  static const int seconds[] = { 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600 };

  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    g_assert_cmpint (cs_pin_delay ((int) i), ==, seconds[i]);
  g_assert_cmpint (cs_pin_delay (G_MAXINT), ==, 3600);
  g_assert_cmpint (cs_pin_delay (-1), ==, 0);
  g_assert_cmpint (cs_pin_delay (G_MININT), ==, 0);
}

static void
test_wait (void)
{
  const struct
  {
    int failures;
    const char *failed_at;
    const char *now;
    int wait;
    gboolean untimely;
  } cases[] = {
    { 0, NULL, "2024-05-31T08:00:00Z", 0, FALSE },
    { 2, "2024-05-31T08:00:00Z", "2024-05-31T08:00:00Z", 0, FALSE },
    { 3, "2024-05-31T08:00:00Z", "2024-05-31T08:00:00Z", 30, FALSE },
    { 3, "2024-05-31T08:00:00Z", "2024-05-31T08:00:29Z", 1, FALSE },
    { 3, "2024-05-31T08:00:00Z", "2024-05-31T08:00:30Z", 0, FALSE },
    { 3, "2024-05-31T08:00:00Z", "2034-05-31T08:00:00Z", 0, FALSE },
    { 10, "2023-12-31T23:30:00Z", "2024-01-01T00:29:59Z", 1, FALSE },
    { 10, "2023-12-31T23:30:00Z", "2024-01-01T00:30:00Z", 0, FALSE },
    /* the clock went back by a second, by years; what is stored is no moment */
    { 3, "2024-05-31T08:00:00Z", "2024-05-31T07:59:59Z", 30, TRUE },
    { 10, "2034-05-31T08:00:00Z", "2024-05-31T08:00:00Z", 3600, TRUE },
    { 3, "yesterday", "2024-05-31T08:00:00Z", 30, TRUE },
    { 3, NULL, "2024-05-31T08:00:00Z", 30, TRUE },
    /* who need not wait is not asked when it was */
    { 2, "2034-05-31T08:00:00Z", "2024-05-31T08:00:00Z", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean untimely = !cases[i].untimely;

      g_assert_cmpint (cs_pin_wait (cases[i].failures, cases[i].failed_at, cases[i].now, &untimely), ==,
                       cases[i].wait);
      g_assert_cmpint (untimely, ==, cases[i].untimely);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pin/form", test_form);
  g_test_add_func ("/pin/delay", test_delay);
  g_test_add_func ("/pin/wait", test_wait);
  return g_test_run ();
}
