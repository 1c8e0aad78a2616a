/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers/new-dossier.h"
#include "service/dossiers/new-dossier-private.h"

#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "db/query.h"
#include "service/book/refusal-private.h"
#include "service/book/store-private.h"
#include "service/dossiers/producers.h"

#include <glib/gi18n-lib.h>

gboolean
_cs_new_dossier_producer (CsStore *store, const CsNewDossier *dossier, CsProducer **producer, GError **error)
{
  GError *failed = NULL;

  *producer = dossier->producer_uuid != NULL ? cs_producers_get (store, dossier->producer_uuid, &failed)
                                             : cs_producers_find (store, dossier->producer, dossier->unit,
                                                                  dossier->producer_kind, &failed);
  if (failed != NULL)
    g_propagate_error (error, failed);
  return failed == NULL;
}

static gboolean
code_is_free (CsStore *store, const char *code, GError **error)
{
  CsQuery *q = cs_query (store->db, "SELECT id FROM dossier WHERE code = :code");
  gint64 id = 0;
  g_autoptr (GError) failed = NULL;

  cs_query_set_text (q, ":code", code);
  if (cs_query_one_int (q, &id, &failed))
    g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                 _ ("The code %s is already in the book. Leave the code empty to get the next free one."),
                 code);
  else if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else
    return TRUE;
  return FALSE;
}

/* No text may be longer than what a package carries to the level above. */
static gboolean
check_lengths (const CsNewDossier *dossier, const char **field, GError **error)
{
  const struct
  {
    const char *field;
    const char *text;
    int most;
  } texts[] = {
    { "code", dossier->code, CS_CODE_MAX },
    { "product", dossier->product, CS_NAME_MAX },
    { "producer", dossier->producer, CS_NAME_MAX },
    { "description", dossier->description, CS_TEXT_MAX },
    { "address", dossier->address, CS_TEXT_MAX },
    { "phone", dossier->phone, CS_TEXT_MAX },
    { "representative", dossier->representative, CS_TEXT_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!_cs_require_field_fits (field, texts[i].field, texts[i].text, texts[i].most, error))
      return FALSE;
  return TRUE;
}

/* A round is one of the book's, and a unit above the dossier's sits at its level. */
static gboolean
check_round (CsStore *store, const CsNewDossier *dossier, const char **field, GError **error)
{
  const CsRound *round = cs_store_find_round (store, dossier->round);
  const CsLevel *level;

  if (dossier->round == NULL)
    return TRUE;
  if (round == NULL)
    return _cs_refuse_field (
        field, "round", error,
        g_strdup_printf (_ ("There is no round “%s” in this book. Write the id of one of its rounds."),
                         dossier->round));
  level = cs_regulation_level (cs_store_get_current_regulation (store), round->level);
  if (level == NULL || cs_unit_set_ancestor (store->units, dossier->unit, level->unit_kind) == NULL)
    return _cs_refuse_field (
        field, "round", error,
        g_strdup_printf (_ ("Unit %s has no council for round “%s”. Choose a round of its own level."),
                         dossier->unit, dossier->round));
  return TRUE;
}

/* What is told of a producer that the book knows is not dropped: it is the same, or it is refused. */
static gboolean
check_producer (CsStore *store, const CsNewDossier *dossier, const char **field, GError **error)
{
  const char *const fields[] = { "address", "phone", "representative" };
  const char *const told[] = { dossier->address, dossier->phone, dossier->representative };
  g_autoptr (CsProducer) producer = NULL;

  if (!_cs_new_dossier_producer (store, dossier, &producer, error))
    return FALSE;
  for (guint i = 0; producer != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      const char *const kept[] = { producer->address, producer->phone, producer->representative };

      if (!cs_text_is_blank (told[i]) && !cs_text_equal (told[i], kept[i]))
        return _cs_refuse_field (
            field, fields[i], error,
            g_strdup_printf (_ ("“%s” is in the book already, there with “%s”, here with “%s”. Leave"
                                " this empty, or correct it on the dossier's page."),
                             producer->name, kept[i], told[i]));
    }
  return TRUE;
}

static gboolean
check_registered_on (const CsNewDossier *dossier, const char **field, GError **error)
{
  g_autofree char *day =
      dossier->registered_on != NULL ? cs_date_from_display (dossier->registered_on) : NULL;

  return dossier->registered_on == NULL
         || _cs_require_past_day (field, "registered_on", day != NULL ? day : dossier->registered_on, error);
}

gboolean
_cs_new_dossier_check_fields (CsStore *store, const CsNewDossier *dossier, const char **field, GError **error)
{
  const CsRegulation *regulation = cs_store_get_current_regulation (store);
  const CsBook *book = cs_store_get_book (store);

  if (!check_lengths (dossier, field, error))
    return FALSE;
  if (!cs_text_is_blank (dossier->code) && !code_is_free (store, dossier->code, error))
    {
      if (field != NULL)
        *field = "code";
      return FALSE;
    }
  if (cs_text_is_blank (dossier->product))
    return _cs_refuse_field (field, "product", error,
                             g_strdup (_ ("The product has no name. Write its name.")));
  if (cs_text_is_blank (dossier->producer))
    return _cs_refuse_field (field, "producer", error,
                             g_strdup (_ ("The producer has no name. Write its name.")));
  if (dossier->producer_kind == NULL || !g_strv_contains (cs_producer_kinds, dossier->producer_kind))
    return _cs_refuse_field (
        field, "producer_kind", error,
        g_strdup_printf (_ ("“%s” is no kind of producer. Write cooperative, group, company, farm, household "
                            "or association."),
                         dossier->producer_kind != NULL ? dossier->producer_kind : ""));
  if (cs_unit_set_find (store->units, dossier->unit) == NULL)
    return _cs_refuse_field (
        field, "unit", error,
        g_strdup_printf (_ ("There is no unit “%s” in the list of units %s. Write the unit's code."),
                         dossier->unit != NULL ? dossier->unit : "", book->unit_set));
  if (!cs_unit_set_is_within (store->units, dossier->unit, book->unit))
    return _cs_refuse_field (
        field, "unit", error,
        g_strdup_printf (_ ("Unit %s does not belong to %s, whose book this is. Enter it in the right book."),
                         dossier->unit, cs_unit_set_find (store->units, book->unit)->name));
  if (cs_regulation_form (regulation, dossier->form) == NULL)
    return _cs_refuse_field (field, "form", error,
                             g_strdup_printf (_ ("There is no form %d in %s. Write the number of the form."),
                                              dossier->form, regulation->number));
  if (dossier->kind == NULL || !g_strv_contains (cs_dossier_kinds, dossier->kind))
    return _cs_refuse_field (
        field, "kind", error,
        g_strdup_printf (_ ("“%s” is no kind of dossier. Write first, upgrade or renewal."),
                         dossier->kind != NULL ? dossier->kind : ""));
  return check_registered_on (dossier, field, error) && check_round (store, dossier, field, error);
}

gboolean
cs_new_dossier_check (CsStore *store, const CsNewDossier *dossier, const char **field, GError **error)
{
  return _cs_new_dossier_check_fields (store, dossier, field, error)
         && check_producer (store, dossier, field, error);
}
