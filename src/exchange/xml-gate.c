/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/xml-gate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"

#define TAG_MAX        (64 * 1024)
#define ATTRIBUTES_MAX 256 /* the parser compares every attribute of a tag with every other */

static gboolean
refuse (GError **error, const char *name, const char *data, const char *at, const char *why)
{
  int line = 1;

  for (const char *p = data; p < at; p++)
    if (*p == '\n')
      line++;
  g_set_error (error, CS_ERROR, CS_ERROR_INVALID, "%s:%d: %s", name, line, why);
  return FALSE;
}

/* Like g_str_has_prefix(), for bytes that no NUL ends. */
static gboolean
begins (const char *start, const char *end, const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize) (end - start) >= length && memcmp (start, prefix, length) == 0;
}

/* Returns: what follows @mark, or NULL when it does not come in time. */
static const char *
after_mark (const char *start, const char *end, const char *mark)
{
  const char *found = g_strstr_len (start, MIN (end - start, TAG_MAX), mark);

  return found != NULL ? found + strlen (mark) : NULL;
}

/* Returns: what follows the tag at @start, or NULL when it is too long or has too many attributes. A '>'
 * within quotes ends no tag. */
static const char *
after_tag (const char *start, const char *end)
{
  const char *limit = start + MIN (end - start, TAG_MAX);
  int quotes = 0;
  char quote = 0;

  for (const char *p = start + 1; p < limit; p++)
    {
      if (quote != 0)
        {
          if (*p == quote)
            quote = 0;
        }
      else if (*p == '>')
        return p + 1;
      else if (*p == '"' || *p == '\'')
        {
          if (++quotes > ATTRIBUTES_MAX)
            return NULL;
          quote = *p;
        }
    }
  return NULL;
}

static gboolean
check_markup (const char *start, const char *end, const char *data, const char *name, GError **error)
{
  const char *next;

  for (const char *p = start; (p = memchr (p, '<', end - p)) != NULL; p = next)
    {
      if (begins (p, end, "<!--"))
        next = after_mark (p, end, "-->");
      else if (begins (p, end, "<![CDATA["))
        next = after_mark (p, end, "]]>");
      else if (p == start && begins (p, end, "<?xml "))
        next = after_mark (p, end, "?>");
      else if (begins (p, end, "<?") || begins (p, end, "<!"))
        return refuse (
            error, name, data, p,
            _ ("this file contains a declaration or a processing instruction (“<!” or “<?”), which "
               "files of this program never do; get it again from where it was made"));
      else
        next = after_tag (p, end);
      if (next == NULL)
        return refuse (
            error, name, data, p,
            _ ("a tag begins here that does not end within 64 KiB or has more than 256 attributes; "
               "the file is damaged or made to do harm, get it again from where it was made"));
    }
  return TRUE;
}

gboolean
cs_xml_gate (const char *data, gsize length, const char *name, GError **error)
{
  const char *end = data + length;
  const char *bad;
  const char *doctype;
  const char *start = data;

  if (!g_utf8_validate_len (data, length, &bad))
    return refuse (error, name, data, bad,
                   *bad == '\0' ? _ ("there is a NUL byte here, so this is no XML; get the file again")
                                : _ ("the bytes here are not UTF-8; save the file as UTF-8"));
  doctype = g_strstr_len (data, length, "<!DOCTYPE");
  if (doctype != NULL)
    return refuse (error, name, data, doctype,
                   _ ("this file declares a document type (DOCTYPE), which files of this program never do; "
                      "remove the declaration or get the file again from where it was made"));
  if (begins (data, end, "\xEF\xBB\xBF"))
    start += 3;
  return check_markup (start, end, data, name, error);
}
