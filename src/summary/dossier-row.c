/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/dossier-row.h"

#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

static const CsResult *
result_of (gconstpointer row)
{
  return ((const CsDossierRow *) row)->result;
}

static int
is_open (gconstpointer row)
{
  return result_of (row)->verdict == NULL;
}

/* --- names --- */

static char *
code_of (gconstpointer row)
{
  return g_strdup (result_of (row)->dossier->code);
}

static char *
product_of (gconstpointer row)
{
  return g_strdup (result_of (row)->dossier->product);
}

static char *
producer_of (gconstpointer row)
{
  return g_strdup (result_of (row)->dossier->producer.name);
}

static char *
address_of (gconstpointer row)
{
  return g_strdup (result_of (row)->dossier->producer.address);
}

static char *
unit_of (gconstpointer row)
{
  const CsDossierRow *self = row;
  const CsUnit *unit = cs_unit_set_find (self->units, self->result->unit);

  return g_strdup (unit != NULL ? unit->name : self->result->unit);
}

static char *
filed_at_of (gconstpointer row)
{
  const CsDossierRow *self = row;

  return cs_format_unit (self->units, self->result->dossier->unit, self->within);
}

static int
form_no_of (gconstpointer row)
{
  return result_of (row)->dossier->form;
}

static char *
form_name_of (gconstpointer row)
{
  const CsForm *form = result_of (row)->form;

  return form != NULL ? g_strdup (form->name) : NULL;
}

static char *
numbered_form_of (gconstpointer row)
{
  const CsForm *form = result_of (row)->form;

  return form != NULL ? cs_format_form (form) : g_strdup_printf ("%d", form_no_of (row));
}

static char *
kind_of (gconstpointer row)
{
  return g_strdup (cs_format_dossier_kind (result_of (row)->dossier->kind));
}

static char *
note_of (gconstpointer row)
{
  return g_strdup (result_of (row)->dossier->close_reason);
}

/* --- how far it is --- */

static int
required_of (gconstpointer row)
{
  return (int) ((const CsDossierRow *) row)->required;
}

static int
present_of (gconstpointer row)
{
  return (int) ((const CsDossierRow *) row)->present;
}

static char *
evidence_of (gconstpointer row)
{
  return required_of (row) > 0 ? g_strdup_printf ("%d/%d", present_of (row), required_of (row)) : NULL;
}

static char *
status_of (gconstpointer row)
{
  return g_strdup (cs_format_status (result_of (row)->status));
}

/* Further than the status: what follows from the verdict, and what became of that. */
static char *
step_of (gconstpointer row)
{
  const CsResult *result = result_of (row);

  if (result->changed != NULL)
    return g_strdup (_ ("Changed outside"));
  if (result->verdict != NULL && result->verdict->eliminated)
    return g_strdup (_ ("Eliminated"));
  if (result->status == CS_RESULT_RECOGNISED)
    return status_of (row);
  if (result->dossier->withdrawn_on != NULL)
    return g_strdup (_ ("Withdrawn"));
  if (result->recognised_here)
    return g_strdup (_ ("To be recognised"));
  if (result->forwarded)
    return g_strdup (_ ("Forwarded"));
  return status_of (row);
}

/* --- figures --- */

static char *
mean_of (gconstpointer row)
{
  const CsResult *result = result_of (row);

  return cs_regulation_decimal (result->regulation, result->verdict->mean);
}

static char *
part_of (gconstpointer row, guint part)
{
  const CsResult *result = result_of (row);

  return part < result->verdict->n_parts
             ? cs_regulation_decimal (result->regulation, result->verdict->part_means[part])
             : NULL;
}

static char *
mean_a_of (gconstpointer row)
{
  return part_of (row, 0);
}

static char *
mean_b_of (gconstpointer row)
{
  return part_of (row, 1);
}

static char *
mean_c_of (gconstpointer row)
{
  return part_of (row, 2);
}

static int
spread_of (gconstpointer row)
{
  return result_of (row)->verdict->spread;
}

static int
stars_of (gconstpointer row)
{
  return result_of (row)->verdict->stars;
}

const CsField cs_dossier_row_fields[] = {
  { "code", CS_FIELD_TEXT, .title = N_ ("Code"), .dup_text = code_of },
  { "product", CS_FIELD_TEXT, .title = N_ ("Product"), .weight = 3, .dup_text = product_of },
  { "producer", CS_FIELD_TEXT, .title = N_ ("Producer"), .weight = 2, .dup_text = producer_of },
  { "address", CS_FIELD_TEXT, .title = N_ ("Address"), .weight = 2, .dup_text = address_of },
  /* the unit that is reported on, and the one where the dossier was filed, with what lies above it */
  { "unit", CS_FIELD_TEXT, .title = N_ ("Unit"), .weight = 2, .dup_text = unit_of },
  { "filed-at", CS_FIELD_TEXT, .title = N_ ("Unit"), .weight = 2, .dup_text = filed_at_of },
  { "form", CS_FIELD_NUMBER, .number = form_no_of },
  { "form-name", CS_FIELD_TEXT, .dup_text = form_name_of },
  { "numbered-form", CS_FIELD_TEXT, .title = N_ ("Form"), .weight = 2, .derived = TRUE,
    .dup_text = numbered_form_of },
  { "kind", CS_FIELD_TEXT, .title = N_ ("Kind"), .dup_text = kind_of },
  { "required", CS_FIELD_NUMBER, .number = required_of },
  { "present", CS_FIELD_NUMBER, .number = present_of },
  /* Translators: evidence that is there, of what is required: "3/5" */
  { "evidence", CS_FIELD_TEXT, .title = N_ ("Papers"), .derived = TRUE, .dup_text = evidence_of },
  { "status", CS_FIELD_TEXT, .title = N_ ("State"), .dup_text = status_of },
  { "step", CS_FIELD_TEXT, .title = N_ ("State"), .dup_text = step_of },
  { "mean-a", CS_FIELD_DECIMAL, .title = "A", .dup_text = mean_a_of, .hidden = is_open },
  { "mean-b", CS_FIELD_DECIMAL, .title = "B", .dup_text = mean_b_of, .hidden = is_open },
  { "mean-c", CS_FIELD_DECIMAL, .title = "C", .dup_text = mean_c_of, .hidden = is_open },
  { "mean", CS_FIELD_DECIMAL, .title = N_ ("Mean"), .dup_text = mean_of, .hidden = is_open },
  { "spread", CS_FIELD_NUMBER, .title = N_ ("Spread"), .number = spread_of, .hidden = is_open },
  { "stars", CS_FIELD_STARS, .title = N_ ("Stars"), .number = stars_of, .hidden = is_open },
  { "note", CS_FIELD_TEXT, .title = N_ ("Note"), .weight = 2, .dup_text = note_of },
  { NULL },
};

const CsField *
cs_dossier_row_field (const char *id)
{
  for (const CsField *field = cs_dossier_row_fields; field->id != NULL; field++)
    if (g_str_equal (field->id, id))
      return field;
  g_return_val_if_reached (NULL);
}
