/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/producer-name.h"

#include "base/text.h"

#include <string.h>

char *
cs_producer_name_clean (const char *name)
{
  g_autofree char *clean = cs_text_clean (name);
  g_auto (GStrv) words = clean != NULL ? g_strsplit_set (clean, " \t\n", -1) : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  return g_string_free (text, FALSE);
}

/* What people write for what, folded; the longer ones first. Not law: it only finds what to ask about. */
static const struct
{
  const char *full;
  const char *letters;
} kinds[] = {
  { "trach nhiem huu han", "tnhh" },
  { "doanh nghiep tu nhan", "dntn" },
  { "ho kinh doanh", "hkd" },
  { "mot thanh vien", "mtv" },
  { "san xuat", "sx" },
  { "thuong mai", "tm" },
  { "to hop tac", "tht" },
  { "hop tac xa", "htx" },
  { "nong nghiep", "nn" },
  { "dich vu", "dv" },
  { "cong ty", "cty" },
  { "co phan", "cp" },
};

/* Puts @to where @from stands as whole words. */
static void
replace (GString *text, const char *from, const char *to)
{
  gsize length = strlen (from);

  for (gsize i = 0; i + length <= text->len; i++)
    if (strncmp (text->str + i, from, length) == 0 && (i == 0 || text->str[i - 1] == ' ')
        && (text->str[i + length] == ' ' || text->str[i + length] == '\0'))
      {
        g_string_erase (text, (gssize) i, (gssize) length);
        g_string_insert (text, (gssize) i, to);
        i += strlen (to);
      }
}

char *
cs_producer_name_shorten (const char *folded)
{
  GString *text = g_string_new (folded);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    replace (text, kinds[i].full, kinds[i].letters);
  return g_string_free (text, FALSE);
}

char *
cs_producer_name_expand (const char *folded)
{
  GString *text = g_string_new (folded);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    replace (text, kinds[i].letters, kinds[i].full);
  return g_string_free (text, FALSE);
}
