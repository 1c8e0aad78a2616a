/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"

#include "base/text.h"

/* What four digits of a year can tell; GDate itself goes further. */
#define YEAR_MAX 9999
#define DAY_MAX  3652059 /* 9999-12-31, counted from 0001-01-01 as 1 */

static gboolean
parse (const char *text, GDate *date)
{
  int year, month, day;
  g_auto (GStrv) parts = NULL;

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  parts = g_strsplit (text, "-", 3);
  if (!cs_text_to_int (parts[0], 1, YEAR_MAX, &year) || !cs_text_to_int (parts[1], 1, 12, &month)
      || !cs_text_to_int (parts[2], 1, 31, &day)
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static char *
format (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

gboolean
cs_date_is_valid (const char *text)
{
  GDate date;

  return parse (text, &date);
}

gboolean
cs_date_is_plausible (const char *iso)
{
  GDate date;

  return parse (iso, &date) && g_date_get_year (&date) >= 1990 && g_date_get_year (&date) <= 2100;
}

char *
cs_date_to_display (const char *text)
{
  GDate date;

  if (!parse (text, &date))
    return g_strdup (text != NULL ? text : "");
  return g_strdup_printf ("%02d/%02d/%04d", g_date_get_day (&date), g_date_get_month (&date),
                          g_date_get_year (&date));
}

char *
cs_date_from_display (const char *text)
{
  g_auto (GStrv) parts = NULL;
  int year, month, day;

  if (cs_date_is_valid (text))
    return g_strdup (text);
  if (text == NULL)
    return NULL;
  parts = g_strsplit_set (text, "/-.", -1);
  if (g_strv_length (parts) != 3 || !cs_text_to_int (g_strstrip (parts[2]), 1900, YEAR_MAX, &year)
      || !cs_text_to_int (g_strstrip (parts[1]), 1, 12, &month)
      || !cs_text_to_int (g_strstrip (parts[0]), 1, 31, &day)
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* Vietnam keeps one time all year; the machine's own zone must not move the day of a signature. */
GTimeZone *
cs_date_zone_new (void)
{
  return g_time_zone_new_offset (7 * 3600);
}

static char *
format_moment (const char *moment, const char *format)
{
  g_autoptr (GTimeZone) vietnam = cs_date_zone_new ();
  g_autoptr (GDateTime) utc = moment != NULL ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, vietnam) : NULL;

  return local != NULL ? g_date_time_format (local, format) : NULL;
}

char *
cs_date_of_moment (const char *moment)
{
  return format_moment (moment, "%Y-%m-%d");
}

char *
cs_date_today (void)
{
  g_autoptr (GTimeZone) vietnam = cs_date_zone_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now (vietnam);

  return g_date_time_format (now, "%Y-%m-%d");
}

char *
cs_date_moment_on_paper (const char *moment)
{
  char *text = format_moment (moment, "%H:%M ngày %d/%m/%Y");

  return text != NULL ? text : g_strdup (moment != NULL ? moment : "");
}

char *
cs_date_add_months (const char *iso, int months)
{
  GDate date;

  g_return_val_if_fail (months >= 0, NULL);
  if (!parse (iso, &date) || months / 12 > YEAR_MAX - g_date_get_year (&date))
    return NULL;
  g_date_add_months (&date, (guint) months);
  return g_date_get_year (&date) <= YEAR_MAX ? format (&date) : NULL;
}

char *
cs_date_add_days (const char *iso, int days)
{
  GDate date;
  gint64 day;

  if (!parse (iso, &date))
    return NULL;
  day = (gint64) g_date_get_julian (&date) + days;
  if (day < 1 || day > DAY_MAX)
    return NULL;
  g_date_set_julian (&date, (guint32) day);
  return format (&date);
}

int
cs_date_days_between (const char *from, const char *to)
{
  GDate a, b;

  g_return_val_if_fail (parse (from, &a) && parse (to, &b), 0);
  return g_date_days_between (&a, &b);
}
