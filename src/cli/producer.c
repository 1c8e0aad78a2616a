/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/text.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/dossiers/producers.h"
#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *producer;
  char *with;
  char *reason;
  gboolean near;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  { "producer", 0, 0, G_OPTION_ARG_STRING, &options.producer, N_ ("Id of a producer, as “list” prints it"),
    N_ ("ID") },
  { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Id of the producer under whose name both are one"),
    N_ ("ID") },
  CS_OPTION_REASON (options.reason),
  { "near", 0, 0, G_OPTION_ARG_NONE, &options.near, N_ ("Only those that another one is called nearly like"),
    NULL },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

static gboolean
wrong (GError **error, const char *message)
{
  g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, message);
  return FALSE;
}

static void
json_producer (JsonBuilder *b, const CsProducer *producer)
{
  json_builder_begin_object (b);
  cs_json_text (b, "id", producer->uuid);
  cs_json_text (b, "name", producer->name);
  cs_json_text (b, "kind", producer->kind);
  cs_json_text (b, "commune", *producer->commune != '\0' ? producer->commune : NULL);
  cs_json_text (b, "address", producer->address);
  cs_json_text (b, "phone", producer->phone);
  cs_json_text (b, "representative", producer->representative);
  cs_json_text (b, "joined_to", producer->joined_to);
  json_builder_end_object (b);
}

/* @is: (out): whether another one is called nearly so, and nobody has said that they are one. */
static gboolean
is_near (CsStore *store, const CsProducer *producer, gboolean *is, GError **error)
{
  g_autoptr (GPtrArray) near =
      cs_producers_near (store, producer->name, producer->commune, producer->kind, error);

  *is = FALSE;
  for (guint i = 0; near != NULL && i < near->len; i++)
    {
      const CsProducer *other = g_ptr_array_index (near, i);

      *is |= g_strcmp0 (other->joined_to, producer->uuid) != 0
             && g_strcmp0 (producer->joined_to, other->uuid) != 0
             && (other->joined_to == NULL || g_strcmp0 (other->joined_to, producer->joined_to) != 0);
    }
  return near != NULL;
}

static gboolean
list (CsStore *store, GError **error)
{
  g_autoptr (GPtrArray) producers = cs_producers_list (store, "", G_MAXINT, error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (producers == NULL)
    return FALSE;
  json_builder_begin_array (b);
  if (!options.json)
    g_print ("%s\n", _ ("id\tname\tkind\tunit\tjoined to"));
  for (guint i = 0; i < producers->len; i++)
    {
      const CsProducer *producer = g_ptr_array_index (producers, i);
      const CsUnit *unit = cs_unit_set_find (cs_store_get_units (store), producer->commune);
      gboolean shown = TRUE;

      if (options.near && !is_near (store, producer, &shown, error))
        return FALSE;
      if (!shown)
        continue;
      json_producer (b, producer);
      if (!options.json)
        g_print ("%s\t%s\t%s\t%s\t%s\n", producer->uuid, producer->name,
                 cs_format_producer_kind (producer->kind), unit != NULL ? unit->name : "–",
                 producer->joined_to != NULL ? producer->joined_to : "–");
    }
  json_builder_end_array (b);
  if (options.json)
    cs_verb_print_json (b);
  return TRUE;
}

static gboolean
tell (CsStore *store, GError **error)
{
  g_autoptr (CsProducer) producer = cs_producers_get (store, options.producer, error);
  g_autoptr (CsProducer) kept = producer != NULL && producer->joined_to != NULL
                                    ? cs_producers_get (store, producer->joined_to, error)
                                    : NULL;

  if (producer == NULL)
    return FALSE;
  if (kept != NULL)
    g_printerr (_ ("“%s” and “%s” are one producer from now on\n"), producer->name, kept->name);
  else
    g_printerr (_ ("“%s” is a producer of its own again\n"), producer->name);
  return TRUE;
}

static gboolean
run (char **args, int n, GError **error)
{
  gboolean join = g_str_equal (args[1], "join"), separate = g_str_equal (args[1], "separate");
  g_autoptr (CsStore) store = NULL;

  if (!join && !separate && !g_str_equal (args[1], "list"))
    return wrong (error, _ ("Write list, join or separate; see --help."));
  if ((join || separate)
      && (options.producer == NULL || options.reason == NULL || (join && options.with == NULL)))
    return wrong (error,
                  _ ("“join” needs --producer, --with and --reason, “separate” --producer and --reason."));
  store = cs_verb_open (args[0], error);
  if (store == NULL)
    return FALSE;
  if (join)
    return cs_producers_join (store, options.producer, options.with, options.reason, error)
           && tell (store, error);
  if (separate)
    return cs_producers_separate (store, options.producer, options.reason, error) && tell (store, error);
  return list (store, error);
}

const CsVerb cs_verb_producer = {
  "producer",
  "BOOK list [--near] | join --producer ID --with ID --reason TEXT | separate --producer ID --reason TEXT",
  N_ ("List producers; record which of them are one"),
  2,
  2,
  run,
  entries
};
