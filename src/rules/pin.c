/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/pin.h"

#include <string.h>

#define FREE_TRIES   2 /* the third in a row is the first that costs time */
#define FIRST_DELAY  30
#define LONGEST      3600
#define MOST_DOUBLES 7 /* 30 s · 2⁷ is above the longest already */

gboolean
cs_pin_is_well_formed (const char *pin)
{
  gsize length = pin != NULL ? strlen (pin) : 0;

  return length >= CS_PIN_LEAST && length <= CS_PIN_MOST && strspn (pin, "0123456789") == length;
}

int
cs_pin_delay (int failures)
{
  if (failures <= FREE_TRIES)
    return 0;
  return MIN (FIRST_DELAY << MIN (failures - FREE_TRIES - 1, MOST_DOUBLES), LONGEST);
}

/* Returns: (transfer full) (nullable) */
static GDateTime *
parse_moment (const char *moment)
{
  return moment != NULL ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
}

int
cs_pin_wait (int failures, const char *failed_at, const char *now, gboolean *untimely)
{
  g_autoptr (GDateTime) from = parse_moment (failed_at);
  g_autoptr (GDateTime) to = parse_moment (now);
  int delay = cs_pin_delay (failures);
  GTimeSpan passed;

  *untimely = FALSE;
  if (delay == 0)
    return 0;
  passed = from != NULL && to != NULL ? g_date_time_difference (to, from) / G_TIME_SPAN_SECOND : -1;
  *untimely = passed < 0;
  if (*untimely)
    return delay;
  return passed >= delay ? 0 : delay - (int) passed;
}
