/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option.h"
#include "cli/verb.h"
#include "service/dossiers/dossier-list.h"

#include <glib/gi18n-lib.h>

static gboolean as_json;

static const GOptionEntry entries[] = {
  CS_OPTION_JSON (as_json),
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  guint products;
  guint closed;
  guint councils;
  guint members;
  guint recognitions;
} Counts;

static gboolean
count (CsStore *store, Counts *counts, GError **error)
{
  CsDossierFilter all = { 0 };
  CsDossierFilter closed = { .state = CS_DOSSIER_CLOSED };
  g_autoptr (GArray) products = cs_dossiers_list (store, &all, error);
  g_autoptr (GArray) done = products != NULL ? cs_dossiers_list (store, &closed, error) : NULL;
  g_autoptr (GPtrArray) councils = done != NULL ? cs_store_list_councils (store, error) : NULL;
  g_autoptr (GPtrArray) recognitions = councils != NULL ? cs_store_list_recognitions (store, error) : NULL;

  if (recognitions == NULL)
    return FALSE;
  counts->products = products->len;
  counts->closed = done->len;
  counts->councils = councils->len;
  for (guint i = 0; i < councils->len; i++)
    counts->members += ((CsCouncil *) g_ptr_array_index (councils, i))->members->len;
  counts->recognitions = recognitions->len;
  return TRUE;
}

static void
print_json (CsStore *store, const GPtrArray *regulations, const Counts *counts, const char *head)
{
  const CsBook *book = cs_store_get_book (store);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  cs_json_int (b, "schema", cs_store_get_version (store));
  cs_json_text (b, "id", book->uuid);
  cs_json_text (b, "title", book->title);
  json_builder_set_member_name (b, "regulations");
  json_builder_begin_array (b);
  for (guint i = 0; i < regulations->len; i++)
    json_builder_add_string_value (b, g_ptr_array_index (regulations, i));
  json_builder_end_array (b);
  cs_json_text (b, "unit", book->unit);
  cs_json_text (b, "level", *book->level != '\0' ? book->level : NULL);
  cs_json_text (b, "units", book->unit_set);
  cs_json_text (b, "plan", book->plan);
  cs_json_int (b, "year", book->year);
  cs_json_bool (b, "demonstration", book->demonstration);
  cs_json_int (b, "products", counts->products);
  cs_json_int (b, "closed", counts->closed);
  cs_json_int (b, "councils", counts->councils);
  cs_json_int (b, "members", counts->members);
  cs_json_int (b, "recognitions", counts->recognitions);
  cs_json_text (b, "log_head", head);
  json_builder_end_object (b);
  cs_verb_print_json (b);
}

static void
print_text (CsStore *store, const GPtrArray *regulations, const Counts *counts)
{
  const CsBook *book = cs_store_get_book (store);
  const CsUnit *unit = cs_unit_set_find (cs_store_get_units (store), book->unit);

  g_print ("%s\n", book->title);
  g_print (_ ("Schema version: %d\n"), cs_store_get_version (store));
  for (guint i = 0; i < regulations->len; i++)
    g_print (_ ("Regulation: %s\n"), (const char *) g_ptr_array_index (regulations, i));
  g_print (_ ("Unit: %s (%s), level: %s\n"), unit->name, unit->code, book->level);
  g_print (_ ("Plan: %s, year %d\n"), book->plan != NULL ? book->plan : "–", book->year);
  g_print (_ ("Products: %u, closed: %u\n"), counts->products, counts->closed);
  g_print (_ ("Councils: %u, members: %u\n"), counts->councils, counts->members);
  g_print (_ ("Register: %u\n"), counts->recognitions);
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = cs_verb_open (args[0], error);
  g_autoptr (GPtrArray) regulations = store != NULL ? cs_store_list_regulations (store, error) : NULL;
  g_autofree char *head = regulations != NULL ? cs_store_log_head (store, error) : NULL;
  Counts counts = { 0 };

  if (head == NULL || !count (store, &counts, error))
    return FALSE;
  if (as_json)
    print_json (store, regulations, &counts, head);
  else
    print_text (store, regulations, &counts);
  return TRUE;
}

const CsVerb cs_verb_info = { "info", "BOOK", N_ ("Tell what a book holds"), 1, 1, run, entries };
