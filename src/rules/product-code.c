/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/product-code.h"

#define UNKNOWN_UNIT "00000"

char *
cs_product_code (const char *pattern, const CsUnitSet *units, const char *unit, int serial, int year)
{
  GString *code = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      g_autofree char *name = NULL;

      if (end == NULL)
        {
          g_string_append_c (code, *p);
          continue;
        }
      name = g_strndup (p + 1, (gsize) (end - p - 1));
      if (g_str_equal (name, "serial"))
        g_string_append_printf (code, "%d", serial);
      else if (g_str_equal (name, "year"))
        g_string_append_printf (code, "%d", year);
      else
        {
          const CsUnit *above = cs_unit_set_ancestor (units, unit, name);

          g_string_append (code, above != NULL ? above->code : UNKNOWN_UNIT);
        }
      p = end;
    }
  return g_string_free (code, FALSE);
}

gboolean
cs_product_code_is_incomplete (const char *code)
{
  g_auto (GStrv) parts = g_strsplit (code, "-", -1);

  return g_strv_contains ((const char *const *) parts, UNKNOWN_UNIT);
}
