/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/refusal-private.h"

#include "base/date.h"
#include "base/error.h"
#include "base/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
_cs_refuse_field (const char **field, const char *name, GError **error, char *message)
{
  if (field != NULL)
    *field = name;
  g_set_error_literal (error, CS_ERROR, CS_ERROR_INVALID, message);
  g_free (message);
  return FALSE;
}

gboolean
_cs_require_field_fits (const char **field, const char *name, const char *text, int most, GError **error)
{
  const char *control = cs_text_find_control (text);

  if (control != NULL)
    return _cs_refuse_field (
        field, name, error,
        g_strdup_printf (_ ("This text has a character that cannot be seen (U+%04X). Write it anew"
                            " instead of pasting it."),
                         g_utf8_get_char (control)));
  if (most == CS_CODE_MAX && text != NULL && strpbrk (text, "\n\t") != NULL)
    return _cs_refuse_field (field, name, error,
                             g_strdup (_ ("A code stands on one line. Write it without a break.")));
  return cs_text_fits (text, most)
         || _cs_refuse_field (field, name, error,
                              g_strdup_printf (_ ("This text is longer than %d letters. Shorten it."), most));
}

gboolean
_cs_require_past_day (const char **field, const char *name, const char *day, GError **error)
{
  g_autofree char *today = cs_date_today (), *told = NULL;

  if (!cs_date_is_valid (day))
    return _cs_refuse_field (
        field, name, error,
        g_strdup_printf (_ ("“%s” is no day of the calendar. Write a full day, like 2024-05-31."),
                         day != NULL ? day : ""));
  told = cs_date_to_display (day);
  if (strcmp (day, today) > 0)
    return _cs_refuse_field (field, name, error,
                             g_strdup_printf (_ ("%s is in the future. Write the day it happened."), told));
  return cs_date_is_plausible (day)
         || _cs_refuse_field (field, name, error,
                              g_strdup_printf (_ ("%s is too long ago. Write the day it happened."), told));
}

gboolean
_cs_require_end (const char **field, const char *name, const char *start, const char *end, GError **error)
{
  g_autofree char *from = start != NULL ? cs_date_to_display (start) : NULL, *to = cs_date_to_display (end);

  if (!cs_date_is_valid (end) || !cs_date_is_plausible (end))
    return _cs_refuse_field (
        field, name, error,
        g_strdup_printf (_ ("“%s” is no day of the calendar. Write a full day, like 2024-05-31."), end));
  return start == NULL || strcmp (end, start) >= 0
         || _cs_refuse_field (
             field, name, error,
             g_strdup_printf (_ ("It ends on %s, before it begins on %s. Look at both days."), to, from));
}

gboolean
_cs_require_fits (const char *text, int most, GError **error)
{
  return _cs_require_field_fits (NULL, NULL, text, most, error);
}

gboolean
_cs_require_text (const char *text, int most, const char *what, GError **error)
{
  if (cs_text_is_blank (text))
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("%s is missing. Write it."), what);
  else
    return _cs_require_fits (text, most, error);
  return FALSE;
}
