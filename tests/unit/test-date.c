/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "base/moment.h"

static void
test_valid (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "2024-05-31", TRUE },  { "2024-02-29", TRUE },  { "2000-02-29", TRUE },     { "0001-01-01", TRUE },
    { "9999-12-31", TRUE },  { "2023-02-29", FALSE }, { "1900-02-29", FALSE },    { "2024-04-31", FALSE },
    { "2024-13-01", FALSE }, { "2024-00-10", FALSE }, { "2024-01-00", FALSE },    { "2024-01-32", FALSE },
    { "0000-01-01", FALSE }, { "2024-1-1", FALSE },   { "2024-01-1", FALSE },     { "24-01-01", FALSE },
    { "2024/01/01", FALSE }, { "20240101", FALSE },   { "2024-01-01 ", FALSE },   { " 2024-01-01", FALSE },
    { "2024-+1-01", FALSE }, { "+024-01-01", FALSE }, { "2024-01-+1", FALSE },    { "2024--1-01", FALSE },
    { "2024-01-0x", FALSE }, { "2024 01 01", FALSE }, { "2024-01-01T00", FALSE }, { "", FALSE },
    { NULL, FALSE },         { "２024-01-0", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cs_date_is_valid (cases[i].text) != cases[i].valid)
      g_error ("“%s” should %sbe a day", cases[i].text, cases[i].valid ? "" : "not ");
}

static void
test_from_display (void)
{
  static const struct
  {
    const char *text, *iso;
  } cases[] = {
    { "31/05/2024", "2024-05-31" },
    { "31-5-2024", "2024-05-31" },
    { "1.2.2024", "2024-02-01" },
    { "2024-05-31", "2024-05-31" },
    { " 31 / 05 / 2024 ", "2024-05-31" },
    { "29/02/2023", NULL },
    { "31/04/2024", NULL },
    { "05/31/2024", NULL },
    { "31/05/24", NULL },
    { "31/05", NULL },
    { "31/05/2024/1", NULL },
    { "", NULL },
    { "ngày 31/05/2024", NULL },
    { "+1/05/2024", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = cs_date_from_display (cases[i].text);

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

/* What is shown can be written again; what is no day is shown as it is. */
static void
test_both_ways (void)
{
  GDate date;
  g_autofree char *none = cs_date_to_display (NULL), *year = cs_date_to_display ("2022");

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1999);
  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *iso = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date),
                                              g_date_get_month (&date), g_date_get_day (&date));
      g_autofree char *shown = cs_date_to_display (iso), *again = cs_date_from_display (shown);

      g_assert_true (cs_date_is_valid (iso));
      g_assert_cmpstr (again, ==, iso);
      g_date_add_days (&date, 1);
    }
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (year, ==, "2022");
}

static void
test_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } cases[] = {
    { "2024-01-31", 1, "2024-02-29" },
    { "2023-01-31", 1, "2023-02-28" },
    { "2022-08-22", 36, "2025-08-22" },
    { "2024-02-29", 36, "2027-02-28" },
    { "2024-02-29", 48, "2028-02-29" },
    { "2024-12-31", 2, "2025-02-28" },
    { "2024-05-31", 0, "2024-05-31" },
    { "2024-11-30", 12, "2025-11-30" },
    { "2023-08-31", 6, "2024-02-29" },
    { "2024-08-31", 6, "2025-02-28" },
    { "2024-08-30", 6, "2025-02-28" },
    { "2096-08-31", 42, "2100-02-28" }, /* no leap year */
    { "2024-06-15", 36, "2027-06-15" },
    { "9999-11-30", 1, "9999-12-30" },
    { "9999-12-01", 1, NULL },
    { "2024-01-01", G_MAXINT, NULL },
    { "2024", 1, NULL },
    { "2024-01", 1, NULL },
    { NULL, 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *to = cs_date_add_months (cases[i].from, cases[i].months);

      g_assert_cmpstr (to, ==, cases[i].to);
    }
}

static void
test_add_days (void)
{
  static const struct
  {
    const char *from;
    int days;
    const char *to;
  } cases[] = {
    { "2024-05-31", 0, "2024-05-31" },
    { "2024-02-28", 1, "2024-02-29" },
    { "2023-02-28", 1, "2023-03-01" },
    { "2024-03-01", -1, "2024-02-29" },
    { "2100-03-01", -1, "2100-02-28" },
    { "2024-12-31", 1, "2025-01-01" },
    { "2025-01-01", -1, "2024-12-31" },
    { "2027-06-15", -180, "2026-12-17" },
    { "2027-06-15", -120, "2027-02-15" },
    { "2027-06-15", 180, "2027-12-12" },
    { "9999-12-30", 1, "9999-12-31" },
    { "9999-12-31", 1, NULL },
    { "0001-01-02", -1, "0001-01-01" },
    { "0001-01-01", -1, NULL },
    { "2024-05-31", G_MAXINT, NULL },
    { "2024-05-31", G_MININT, NULL },
    { "2024-05", 1, NULL },
    { NULL, 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *to = cs_date_add_days (cases[i].from, cases[i].days);

      g_assert_cmpstr (to, ==, cases[i].to);
    }
}

/* Two ways to say the same. */
static void
test_there_and_back (void)
{
  for (int days = -1500; days <= 1500; days++)
    {
      g_autofree char *to = cs_date_add_days ("2024-02-29", days);
      g_autofree char *back = cs_date_add_days (to, -days);

      g_assert_cmpint (cs_date_days_between ("2024-02-29", to), ==, days);
      g_assert_cmpstr (back, ==, "2024-02-29");
    }
}

static void
test_days (void)
{
  g_assert_cmpint (cs_date_days_between ("2024-05-20", "2024-05-20"), ==, 0);
  g_assert_cmpint (cs_date_days_between ("2024-02-28", "2024-03-01"), ==, 2);
  g_assert_cmpint (cs_date_days_between ("2023-02-28", "2023-03-01"), ==, 1);
  g_assert_cmpint (cs_date_days_between ("2024-05-20", "2024-05-19"), ==, -1);
  g_assert_cmpint (cs_date_days_between ("2024-01-01", "2025-01-01"), ==, 366);
}

static void
test_now (void)
{
  g_autofree char *before = cs_moment_now (), *today = cs_date_today (), *now = cs_moment_now ();
  g_autofree char *first = cs_date_of_moment (before), *last = cs_date_of_moment (now);

  g_assert_true (cs_date_is_valid (today));
  g_assert_true (g_str_equal (today, first)
                 || g_str_equal (today, last)); /* midnight may have passed between */
  g_assert_true (
      g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", now, G_REGEX_DOLLAR_ENDONLY, 0));
}

/* A day begins in Vietnam seven hours before it begins in UTC, whatever the machine's own zone. */
static void
test_moments (void)
{
  static const struct
  {
    const char *moment;
    const char *day;
    const char *paper;
  } cases[] = {
    { "2024-05-31T16:59:59Z", "2024-05-31", "23:59 ngày 31/05/2024" },
    { "2024-05-31T17:00:00Z", "2024-06-01", "00:00 ngày 01/06/2024" },
    { "2024-12-31T20:30:00Z", "2025-01-01", "03:30 ngày 01/01/2025" },
    { "2024", NULL, "2024" },
    { "", NULL, "" },
    { NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = cs_date_of_moment (cases[i].moment);
      g_autofree char *paper = cs_date_moment_on_paper (cases[i].moment);

      g_assert_cmpstr (day, ==, cases[i].day);
      g_assert_cmpstr (paper, ==, cases[i].paper);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/valid", test_valid);
  g_test_add_func ("/date/from-display", test_from_display);
  g_test_add_func ("/date/both-ways", test_both_ways);
  g_test_add_func ("/date/months", test_months);
  g_test_add_func ("/date/add-days", test_add_days);
  g_test_add_func ("/date/there-and-back", test_there_and_back);
  g_test_add_func ("/date/days", test_days);
  g_test_add_func ("/date/now", test_now);
  g_test_add_func ("/date/moments", test_moments);
  return g_test_run ();
}
