/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/field.h"

#include "base/text.h"

static char *
dup_itself (gconstpointer row)
{
  return g_strdup (row);
}

const CsField cs_field_texts[] = {
  { .id = "text", .type = CS_FIELD_TEXT, .dup_text = dup_itself },
  { NULL },
};

static gboolean
is_number (const CsField *field)
{
  return field->type == CS_FIELD_NUMBER || field->type == CS_FIELD_STARS || field->type == CS_FIELD_FLAG;
}

static gboolean
is_hidden (const CsField *field, gconstpointer row)
{
  return field->hidden != NULL && field->hidden (row);
}

int
cs_field_number (const CsField *field, gconstpointer row)
{
  if (!is_number (field) || is_hidden (field, row))
    return 0;
  if (field->number != NULL)
    return field->number (row);
  return G_STRUCT_MEMBER (int, row, field->at);
}

char *
cs_field_dup_text (const CsField *field, gconstpointer row)
{
  if (is_hidden (field, row))
    return NULL;
  switch (field->type)
    {
    case CS_FIELD_NUMBER:
      return g_strdup_printf ("%d", cs_field_number (field, row));
    case CS_FIELD_STARS:
      return cs_field_number (field, row) < 0 ? NULL : g_strdup_printf ("%d", cs_field_number (field, row));
    case CS_FIELD_TEXT:
    case CS_FIELD_DECIMAL:
    case CS_FIELD_DATE:
      return field->dup_text != NULL ? field->dup_text (row)
                                     : g_strdup (G_STRUCT_MEMBER (char *, row, field->at));
    case CS_FIELD_FLAG:
    case CS_FIELD_LIST:
    case CS_FIELD_PART:
    default:
      return NULL;
    }
}

const GPtrArray *
cs_field_list (const CsField *field, gconstpointer row)
{
  return field->type == CS_FIELD_LIST && !is_hidden (field, row)
             ? G_STRUCT_MEMBER (GPtrArray *, row, field->at)
             : NULL;
}

gboolean
cs_field_is_set (const CsField *field, gconstpointer row)
{
  const GPtrArray *list = cs_field_list (field, row);
  g_autofree char *text = NULL;

  if (list != NULL)
    return list->len > 0;
  if (field->type == CS_FIELD_STARS)
    return cs_field_number (field, row) > 0;
  if (is_number (field))
    return cs_field_number (field, row) != 0;
  text = cs_field_dup_text (field, row);
  return !cs_text_is_blank (text);
}

void
cs_fields_add (const CsField *fields, gpointer total, gconstpointer row)
{
  for (const CsField *field = fields; field->id != NULL; field++)
    if (field->sum == CS_SUM_ADD && field->number == NULL)
      G_STRUCT_MEMBER (int, total, field->at) += cs_field_number (field, row);
}

static const CsField *
same (const CsField *fields, const CsField *wanted)
{
  for (const CsField *field = fields; field->id != NULL; field++)
    if (field->type == wanted->type && g_str_equal (field->id, wanted->id))
      return field;
  return NULL;
}

void
cs_fields_fill (const CsField *fields, gpointer row, const CsField *from, gconstpointer source)
{
  for (const CsField *field = fields; field->id != NULL; field++)
    {
      const CsField *known = field->number == NULL && field->dup_text == NULL ? same (from, field) : NULL;

      if (known == NULL || is_hidden (known, source))
        continue;
      if (is_number (field))
        G_STRUCT_MEMBER (int, row, field->at) = cs_field_number (known, source);
      else if (field->type != CS_FIELD_LIST && field->type != CS_FIELD_PART
               && G_STRUCT_MEMBER (char *, row, field->at) == NULL)
        G_STRUCT_MEMBER (char *, row, field->at) = cs_field_dup_text (known, source);
    }
}

static const CsField *
find (const CsField *fields, gconstpointer row, const char *id, gconstpointer *at)
{
  for (const CsField *field = fields; field->id != NULL; field++)
    {
      const CsField *inside = NULL;

      if (field->type == CS_FIELD_PART)
        inside = find (field->fields, row != NULL ? G_STRUCT_MEMBER_P (row, field->at) : NULL, id, at);
      else if (g_str_equal (field->id, id))
        {
          if (at != NULL)
            *at = row;
          return field;
        }
      if (inside != NULL)
        return inside;
    }
  return NULL;
}

const CsField *
cs_scope_find (const CsScope *scope, const char *id, gconstpointer *row)
{
  for (; scope != NULL; scope = scope->outer)
    {
      const CsField *field = find (scope->fields, scope->row, id, row);

      if (field != NULL)
        return field;
    }
  return NULL;
}
