/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

char *
cs_text_clean (const char *text)
{
  g_autofree char *nfc = NULL;
  const char *start, *end;

  g_return_val_if_fail (text != NULL, NULL);
  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  nfc = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  for (start = nfc; g_unichar_isspace (g_utf8_get_char (start));)
    start = g_utf8_next_char (start);
  for (end = start + strlen (start); end > start;)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (start, (gsize) (end - start));
}

static gboolean
is_mark (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return TRUE;
    default:
      return FALSE;
    }
}

char *
cs_text_fold (const char *text)
{
  g_autofree char *nfd = NULL;
  GString *folded = g_string_new (NULL);
  gboolean gap = FALSE;

  g_return_val_if_fail (text != NULL, g_string_free (folded, FALSE));
  nfd = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  for (const char *p = nfd; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (is_mark (c))
        continue;
      if (c == 0x111) /* đ has no decomposition */
        c = 'd';
      if (!g_unichar_isalnum (c))
        {
          gap = folded->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (folded, ' ');
      gap = FALSE;
      g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

/* Digits and nothing else; a sign only before a number below 0. */
static gboolean
is_whole (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;

  if (*digits == '\0' || (digits != text && *digits == '0'))
    return FALSE;
  for (const char *p = digits; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      return FALSE;
  return TRUE;
}

/* Does a word of @folded begin with the @length bytes of @word? */
static gboolean
has_word (const char *folded, const char *word, gsize length)
{
  for (const char *at = folded; at != NULL; at = strchr (at, ' '))
    {
      if (*at == ' ')
        at++;
      if (strncmp (at, word, length) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
cs_text_has_words (const char *folded, const char *words)
{
  while (words != NULL && *words != '\0')
    {
      gsize length = strcspn (words, " ");

      if (length > 0 && !has_word (folded, words, length))
        return FALSE;
      words += length + (words[length] == ' ' ? 1 : 0);
    }
  return TRUE;
}

gboolean
cs_text_to_int (const char *text, int min, int max, int *value)
{
  gint64 number;

  if (text == NULL || !is_whole (text) || !g_ascii_string_to_signed (text, 10, min, max, &number, NULL))
    return FALSE;
  *value = (int) number;
  return TRUE;
}

char *
cs_text_sha256 (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

gboolean
cs_text_is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

gboolean
cs_text_fits (const char *text, int most)
{
  return text == NULL || g_utf8_strlen (text, -1) <= most;
}

const char *
cs_text_find_control (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);

      if (c == '\n' || c == '\t')
        continue;
      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || turns)
        return p;
    }
  return NULL;
}

char *
cs_text_show_controls (const char *text)
{
  GString *shown = g_string_new (NULL);
  const char *from = text;

  for (const char *p; (p = cs_text_find_control (from)) != NULL; from = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_len (shown, from, p - from);
      /* the pictures of control characters; others have none */
      g_string_append_unichar (shown, c < 0x20 ? 0x2400 + c : c == 0x7f ? 0x2421 : 0xfffd);
    }
  g_string_append (shown, from);
  return g_string_free (shown, FALSE);
}

gboolean
cs_text_equal (const char *a, const char *b)
{
  g_autofree char *clean_a = cs_text_clean (a), *clean_b = cs_text_clean (b);
  g_autofree char *low_a = clean_a != NULL ? g_utf8_casefold (clean_a, -1) : NULL;
  g_autofree char *low_b = clean_b != NULL ? g_utf8_casefold (clean_b, -1) : NULL;

  return low_a != NULL && g_strcmp0 (low_a, low_b) == 0;
}

gboolean
cs_text_alike (const char *a, const char *b)
{
  g_autofree char *folded_a = cs_text_fold (a), *folded_b = cs_text_fold (b);

  return g_str_equal (folded_a, folded_b);
}
