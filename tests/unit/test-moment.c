/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/moment.h"

#include "base/date.h"

/* The zone of these tests is seven hours ahead of UTC, without any summer time. */

static void
test_valid (void)
{
  static const char *const good[] = { "2024-05-31T08:00:00Z", "2024-02-29T23:59:59Z",
                                      "0001-01-01T00:00:00Z" };
  static const char *const bad[] = { "",
                                     "2024-05-31",
                                     "2024-05-31T08:00:00",
                                     "2024-05-31T08:00:00+07",
                                     "2024-05-31 08:00:00Z",
                                     "2024-02-30T08:00:00Z",
                                     "2024-05-31T24:00:00Z",
                                     "2024-05-31T08:60:00Z",
                                     "2024-05-31T08:00:60Z",
                                     "2024-05-31T8:000:00Z",
                                     "2024-05-31T08:00:00z",
                                     "2024-05-31T08:00:0 Z" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (cs_moment_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cs_moment_is_valid (bad[i]));
  g_assert_false (cs_moment_is_valid (NULL));
}

static void
assert_added (const char *moment, int seconds, const char *expected)
{
  g_autofree char *sum = cs_moment_add_seconds (moment, seconds);

  g_assert_cmpstr (sum, ==, expected);
}

static void
test_add (void)
{
  assert_added ("2024-05-31T08:00:00Z", 0, "2024-05-31T08:00:00Z");
  assert_added ("2024-02-28T23:59:59Z", 1, "2024-02-29T00:00:00Z");
  assert_added ("2024-01-01T06:00:00Z", -12 * 3600, "2023-12-31T18:00:00Z");
  assert_added ("0001-01-01T00:00:00Z", -1, NULL);
  assert_added ("9999-12-31T23:59:59Z", 1, NULL);
  assert_added ("yesterday", 1, NULL);
}

static void
assert_parsed (const char *text, const char *expected)
{
  /* 05:30 of the first of June where people are */
  g_autofree char *moment = cs_moment_parse (text, "2024-05-31T22:30:00Z");

  g_assert_cmpstr (moment, ==, expected);
}

static void
test_parse (void)
{
  assert_parsed ("08:30", "2024-06-01T01:30:00Z");
  assert_parsed ("8:30", "2024-06-01T01:30:00Z");
  assert_parsed ("08:30:15", "2024-06-01T01:30:15Z");
  assert_parsed ("00:00", "2024-05-31T17:00:00Z");
  assert_parsed ("2024-05-30 23:59", "2024-05-30T16:59:00Z");
  assert_parsed ("2024-05-30T07:00:01", "2024-05-30T00:00:01Z");
  assert_parsed ("2024-05-30T07:00:00Z", "2024-05-30T07:00:00Z");
  assert_parsed ("24:00", NULL);
  assert_parsed ("8", NULL);
  assert_parsed ("8h30", NULL);
  assert_parsed ("", NULL);
  assert_parsed (NULL, NULL);
  assert_parsed ("2024-02-30 08:00", NULL);
  g_assert_null (cs_moment_parse ("08:30", NULL));
}

static void
test_show (void)
{
  g_autofree char *clock = cs_moment_to_clock ("2024-05-31T22:30:59Z");
  g_autofree char *whole = cs_moment_to_display ("2024-05-31T22:30:59Z");
  g_autofree char *other = cs_moment_to_clock ("soon"), *none = cs_moment_to_clock (NULL);

  g_assert_cmpstr (clock, ==, "05:30");
  g_assert_cmpstr (whole, ==, "05:30 01/06/2024");
  g_assert_cmpstr (other, ==, "soon");
  g_assert_cmpstr (none, ==, "");
}

/* Every minute of a day is of that day, also those before seven, which are of the day before in UTC; whatever
 * moment of the day one starts from. */
static void
test_whole_day (void)
{
  static const char *const around[] = { "2024-05-31T17:00:00Z", "2024-05-31T23:59:59Z",
                                        "2024-06-01T00:00:00Z", "2024-06-01T16:59:59Z" };
  guint n_before_seven = 0;

  for (int minute = 0; minute < 24 * 60; minute++)
    for (guint i = 0; i < G_N_ELEMENTS (around); i++)
      {
        g_autofree char *text = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
        g_autofree char *moment = cs_moment_parse (text, around[i]);
        g_autofree char *clock = cs_moment_to_clock (moment), *day = cs_date_of_moment (moment);

        g_assert_cmpstr (clock, ==, text);
        g_assert_cmpstr (day, ==, "2024-06-01");
        n_before_seven += g_str_has_prefix (moment, "2024-05-31T");
      }
  g_assert_cmpuint (n_before_seven, ==, 7 * 60 * G_N_ELEMENTS (around));
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "ICT-7", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moment/valid", test_valid);
  g_test_add_func ("/moment/add", test_add);
  g_test_add_func ("/moment/parse", test_parse);
  g_test_add_func ("/moment/show", test_show);
  g_test_add_func ("/moment/whole-day", test_whole_day);
  return g_test_run ();
}
