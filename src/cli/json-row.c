/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json-row.h"

#include "cli/verb.h"

#include <string.h>

/* Ends the object that is open unless @id goes on in it, and begins its own. Returns: the name in it. */
static const char *
go_into (JsonBuilder *builder, char **object, const char *id)
{
  const char *point = strchr (id, '.');
  g_autofree char *wanted = point != NULL ? g_strndup (id, point - id) : NULL;

  if (g_strcmp0 (*object, wanted) != 0)
    {
      if (*object != NULL)
        json_builder_end_object (builder);
      if (wanted != NULL)
        {
          json_builder_set_member_name (builder, wanted);
          json_builder_begin_object (builder);
        }
      g_free (*object);
      *object = g_steal_pointer (&wanted);
    }
  return point != NULL ? point + 1 : id;
}

static void
add_fields (JsonBuilder *builder, const CsField *fields, gconstpointer row, gboolean totals)
{
  g_autofree char *object = NULL;

  for (const CsField *field = fields; field->id != NULL; field++)
    {
      g_autofree char *text = NULL;
      const char *name;

      if (field->derived || (totals && field->sum == CS_SUM_NONE))
        continue;
      name = go_into (builder, &object, field->id);
      text = cs_field_dup_text (field, row);
      if (field->type == CS_FIELD_FLAG)
        cs_json_bool (builder, name, cs_field_is_set (field, row));
      else if (text != NULL && (field->type == CS_FIELD_NUMBER || field->type == CS_FIELD_STARS))
        cs_json_int (builder, name, cs_field_number (field, row));
      else
        cs_json_text (builder, name, text);
    }
  if (object != NULL)
    json_builder_end_object (builder);
}

void
cs_json_row (JsonBuilder *builder, const CsField *fields, gconstpointer row)
{
  add_fields (builder, fields, row, FALSE);
}

void
cs_json_totals (JsonBuilder *builder, const CsField *fields, gconstpointer row)
{
  add_fields (builder, fields, row, TRUE);
}
