/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/words/field-shown.h"

#include "base/date.h"
#include "summary/words/verdict-text.h"

#define NO_FIGURE "–"

char *
cs_field_dup_shown (const CsField *field, gconstpointer row)
{
  g_autofree char *text = cs_field_dup_text (field, row);

  switch (field->type)
    {
    case CS_FIELD_DECIMAL:
      return text != NULL ? cs_decimal_shown (g_steal_pointer (&text)) : g_strdup (NO_FIGURE);
    case CS_FIELD_NUMBER:
      return text != NULL ? g_steal_pointer (&text) : g_strdup (NO_FIGURE);
    case CS_FIELD_STARS:
      if (text == NULL)
        return g_strdup (NO_FIGURE);
      return cs_field_number (field, row) > 0 ? cs_stars_text (cs_field_number (field, row))
                                              : g_steal_pointer (&text);
    case CS_FIELD_DATE:
      return text != NULL ? cs_date_to_display (text) : g_strdup ("");
    case CS_FIELD_TEXT:
    case CS_FIELD_FLAG:
    case CS_FIELD_LIST:
    case CS_FIELD_PART:
    default:
      return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
    }
}
