/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/schema-text.h"

#include <string.h>

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '$' || (c & 0x80) != 0;
}

/* Returns: the end of a comment or of white space that begins at @p, or @p. */
static const char *
skip_nothing (const char *p)
{
  const char *end;

  if (g_ascii_isspace (*p))
    return p + 1;
  if (g_str_has_prefix (p, "--"))
    return p + strcspn (p, "\n");
  if (g_str_has_prefix (p, "/*"))
    return (end = strstr (p + 2, "*/")) != NULL ? end + 2 : p + strlen (p);
  return p;
}

/* Takes what stands between quotes; a quote that is doubled stands for itself.
 * Returns: behind the closing one */
static const char *
take_quoted (GString *folded, const char *p, char close)
{
  for (; *p != '\0'; p++)
    {
      if (*p == close && p[1] != close)
        return p + 1;
      if (*p == close)
        p++;
      g_string_append_c (folded, *p);
    }
  return p;
}

static const char *
take_one (GString *folded, const char *p)
{
  gsize start = folded->len;

  if (*p == '\'')
    {
      /* its own quotes tell a text from a name */
      g_string_append_c (folded, '\'');
      p = take_quoted (folded, p + 1, '\'');
      g_string_append_c (folded, '\'');
      return p;
    }
  if (*p == '"' || *p == '`' || *p == '[')
    p = take_quoted (folded, p + 1, *p == '[' ? ']' : *p);
  else if (is_word (*p))
    while (is_word (*p))
      g_string_append_c (folded, *p++);
  else
    g_string_append_c (folded, *p++);
  for (gsize i = start; i < folded->len; i++)
    folded->str[i] = g_ascii_tolower (folded->str[i]);
  return p;
}

char *
cs_schema_text_fold (const char *sql)
{
  GString *folded = g_string_new (NULL);

  while (*sql != '\0')
    {
      const char *next = skip_nothing (sql);

      if (next == sql)
        {
          next = take_one (folded, sql);
          g_string_append_c (folded, ' ');
        }
      sql = next;
    }
  return g_string_free (folded, FALSE);
}
