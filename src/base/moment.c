/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/moment.h"

#include "base/date.h"
#include "base/text.h"

#define MOMENT_LENGTH 20
#define DAY_LENGTH    10

static gboolean
parse_clock (const char *text, int *hour, int *minute, int *second)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  guint n = g_strv_length (parts);

  *second = 0;
  return (n == 2 || n == 3) && cs_text_to_int (parts[0], 0, 23, hour)
         && cs_text_to_int (parts[1], 0, 59, minute) && (n == 2 || cs_text_to_int (parts[2], 0, 59, second));
}

char *
cs_moment_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

gboolean
cs_moment_is_valid (const char *text)
{
  g_autofree char *day = NULL, *clock = NULL;
  int hour, minute, second;

  if (text == NULL || strlen (text) != MOMENT_LENGTH || text[DAY_LENGTH] != 'T' || text[13] != ':'
      || text[16] != ':' || text[MOMENT_LENGTH - 1] != 'Z')
    return FALSE;
  day = g_strndup (text, DAY_LENGTH);
  clock = g_strndup (text + DAY_LENGTH + 1, MOMENT_LENGTH - DAY_LENGTH - 2);
  return cs_date_is_valid (day) && parse_clock (clock, &hour, &minute, &second);
}

/* Returns: (transfer full) (nullable) */
static GDateTime *
parse (const char *moment)
{
  return cs_moment_is_valid (moment) ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
}

/* Takes @time. Returns: (transfer full) (nullable): NULL where four digits cannot tell the year. */
static char *
write_utc (GDateTime *time)
{
  g_autoptr (GDateTime) owned = time;
  g_autoptr (GDateTime) utc = owned != NULL ? g_date_time_to_utc (owned) : NULL;
  g_autofree char *text = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  return cs_moment_is_valid (text) ? g_steal_pointer (&text) : NULL;
}

char *
cs_moment_add_seconds (const char *moment, int seconds)
{
  g_autoptr (GDateTime) time = parse (moment);

  return time != NULL ? write_utc (g_date_time_add_seconds (time, seconds)) : NULL;
}

char *
cs_moment_begin_of_day (const char *day)
{
  g_autofree char *midnight = cs_date_is_valid (day) ? g_strdup_printf ("%sT00:00:00Z", day) : NULL;

  /* Vietnam is seven hours ahead, all year */
  return midnight != NULL ? cs_moment_add_seconds (midnight, -7 * 60 * 60) : NULL;
}

char *
cs_moment_parse (const char *text, const char *around)
{
  g_autofree char *day = NULL;
  int year, month, date, hour, minute, second;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GTimeZone) vietnam = cs_date_zone_new ();

  if (text == NULL || cs_moment_is_valid (text))
    return g_strdup (text);
  if (strlen (text) > DAY_LENGTH && (text[DAY_LENGTH] == ' ' || text[DAY_LENGTH] == 'T'))
    {
      day = g_strndup (text, DAY_LENGTH);
      text += DAY_LENGTH + 1;
    }
  else
    day = cs_date_of_moment (around);
  if (!cs_date_is_valid (day) || !parse_clock (text, &hour, &minute, &second))
    return NULL;
  parts = g_strsplit (day, "-", 3);
  if (!cs_text_to_int (parts[0], 1, 9999, &year) || !cs_text_to_int (parts[1], 1, 12, &month)
      || !cs_text_to_int (parts[2], 1, 31, &date))
    return NULL;
  return write_utc (g_date_time_new (vietnam, year, month, date, hour, minute, second));
}

static char *
show (const char *moment, const char *format)
{
  g_autoptr (GDateTime) time = parse (moment);
  g_autoptr (GTimeZone) vietnam = cs_date_zone_new ();
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_timezone (time, vietnam) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup (moment != NULL ? moment : "");
}

char *
cs_moment_to_clock (const char *moment)
{
  return show (moment, "%H:%M");
}

char *
cs_moment_to_display (const char *moment)
{
  return show (moment, "%H:%M %d/%m/%Y");
}
