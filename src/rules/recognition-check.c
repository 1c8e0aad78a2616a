/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/recognition-check.h"

#include "base/date.h"
#include "base/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A year, a month or a day. */
static gboolean
is_plausible (const char *text)
{
  g_autofree char *whole = NULL;

  if (strlen (text) == 4)
    whole = g_strconcat (text, "-01-01", NULL);
  else if (strlen (text) == 7)
    whole = g_strconcat (text, "-01", NULL);
  return cs_date_is_plausible (whole != NULL ? whole : text);
}

char *
cs_recognition_check (const CsRecognition *recognition, const char *today, const char **field)
{
  const char *decided = recognition->decided_on, *end = recognition->valid_until;
  g_autofree char *shown = cs_date_to_display (decided);

  *field = "decided_on";
  if (strncmp (decided, today, strlen (decided)) > 0)
    return g_strdup_printf (_ ("%s is in the future. Write the day it happened."), shown);
  if (!is_plausible (decided))
    return g_strdup_printf (_ ("%s is too long ago. Write the day it happened."), shown);
  *field = "valid_until";
  if (end != NULL && (!cs_date_is_valid (end) || !cs_date_is_plausible (end)))
    return g_strdup_printf (_ ("“%s” is no day of the calendar. Write a full day, like 2024-05-31."), end);
  if (end != NULL && strcmp (end, decided) < 0)
    return g_strdup (_ ("The certificate ends before the day of its decision."));
  *field = NULL;
  return NULL;
}

char *
cs_recognition_certificate_key (const CsRecognition *recognition)
{
  if (cs_text_is_blank (recognition->certificate) || recognition->withdrawn_on != NULL)
    return NULL;
  return g_strdup_printf ("%s|%s|%s", recognition->certificate, recognition->decision,
                          recognition->decided_on);
}
