/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/certificate-clock.h"

#include "base/date.h"

#include <string.h>

/* Writes the day that is @days after @end. Returns: whether the calendar has it. */
static gboolean
put_day (char text[11], const char *end, int days)
{
  g_autofree char *day = cs_date_add_days (end, days);

  return day != NULL && g_strlcpy (text, day, 11) == 10;
}

/* Has it happened by @today? Days are compared as text; one that is known only to the month or year counts as
 * its first. */
static gboolean
is_past (const char *day, const char *today)
{
  return day != NULL && *day != '\0' && strcmp (day, today) <= 0;
}

static gboolean
put_days (const CsRegulation *regulation, const CsClockCertificate *certificate, CsClock *clock)
{
  g_autofree char *end = certificate->valid_until != NULL
                             ? g_strdup (certificate->valid_until)
                             : cs_date_add_months (certificate->decided_on, regulation->certificate_months);

  return put_day (clock->valid_until, end, 0)
         && put_day (clock->window_from, end, -regulation->renewal_from_days)
         && put_day (clock->window_to, end, -regulation->renewal_to_days);
}

/* @filed: whether there is a filing that belongs to this renewal */
static CsClockState
state_by_days (const CsClock *clock, const char *today, gboolean filed)
{
  if (strcmp (today, clock->valid_until) > 0) /* without an extension every day is past it: "" sorts first */
    return strcmp (today, clock->extended_until) <= 0 ? CS_CLOCK_EXTENDED : CS_CLOCK_EXPIRED;
  if (filed)
    return CS_CLOCK_FILED;
  if (strcmp (today, clock->window_to) > 0)
    return CS_CLOCK_LATE;
  return strcmp (today, clock->window_from) >= 0 ? CS_CLOCK_WINDOW : CS_CLOCK_VALID;
}

gboolean
cs_clock (const CsRegulation *regulation,
          const CsClockCertificate *certificate,
          const char *today,
          CsClock *clock)
{
  gboolean filed;

  g_return_val_if_fail (cs_date_is_valid (today), FALSE);
  *clock = (CsClock){ 0 };
  if (!put_days (regulation, certificate, clock))
    return FALSE;
  clock->days_left = cs_date_days_between (today, clock->valid_until);
  if (is_past (certificate->withdrawn_on, today))
    clock->state = CS_CLOCK_WITHDRAWN;
  else if (certificate->renewed)
    clock->state = CS_CLOCK_RENEWED;
  else
    {
      filed = is_past (certificate->filed_on, today)
              && strcmp (certificate->filed_on, clock->window_from) >= 0
              && strcmp (certificate->filed_on, clock->valid_until) <= 0; /* what has ended is not kept */
      if (filed && regulation->extension_days > 0
          && !put_day (clock->extended_until, clock->valid_until, regulation->extension_days))
        return FALSE;
      clock->state = state_by_days (clock, today, filed);
    }
  return TRUE;
}

const char *
cs_clock_state_to_text (CsClockState state)
{
  switch (state)
    {
    case CS_CLOCK_WINDOW:
      return "window";
    case CS_CLOCK_LATE:
      return "late";
    case CS_CLOCK_FILED:
      return "filed";
    case CS_CLOCK_EXTENDED:
      return "extended";
    case CS_CLOCK_EXPIRED:
      return "expired";
    case CS_CLOCK_RENEWED:
      return "renewed";
    case CS_CLOCK_WITHDRAWN:
      return "withdrawn";
    case CS_CLOCK_VALID:
    default:
      return "valid";
    }
}
