/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option.h"
#include "cli/verb.h"
#include "model/register.h"
#include "service/results/search.h"

#include <glib/gi18n-lib.h>

static struct
{
  int limit;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, N_ ("At most so many"), "N" },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

static void
json_dossier (JsonBuilder *b, const CsDossier *dossier)
{
  json_builder_begin_object (b);
  cs_json_text (b, "type", "product");
  cs_json_text (b, "product", dossier->code);
  cs_json_text (b, "name", dossier->product);
  cs_json_text (b, "producer", dossier->producer.name);
  cs_json_text (b, "unit", dossier->unit);
  cs_json_int (b, "form", dossier->form);
  cs_json_text (b, "round", dossier->round);
  cs_json_bool (b, "rehearsal", dossier->rehearsal);
  json_builder_end_object (b);
}

static void
json_recognition (JsonBuilder *b, const CsRecognition *recognition)
{
  json_builder_begin_object (b);
  cs_json_text (b, "type", "recognition");
  cs_json_null (b, "product");
  cs_json_text (b, "name", recognition->product);
  cs_json_text (b, "producer", recognition->producer);
  cs_json_text (b, "unit", recognition->unit);
  cs_json_int (b, "stars", recognition->stars);
  cs_json_text (b, "decision", recognition->decision);
  cs_json_text (b, "date", recognition->decided_on);
  json_builder_end_object (b);
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = cs_verb_open (args[0], error);
  g_autoptr (CsSearch) search =
      store != NULL ? cs_search_new (store, args[1], (guint) MAX (options.limit, 0), error) : NULL;
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (search == NULL)
    return FALSE;
  json_builder_begin_array (b);
  for (guint i = 0; i < search->dossiers->len; i++)
    {
      const CsDossier *dossier = g_ptr_array_index (search->dossiers, i);

      json_dossier (b, dossier);
      if (!options.json)
        g_print ("%s\t%s\t%s%s\n", dossier->code, dossier->product, dossier->producer.name,
                 dossier->rehearsal ? _ ("\trehearsal") : "");
    }
  for (guint i = 0; i < search->recognitions->len; i++)
    {
      const CsRecognition *recognition = g_ptr_array_index (search->recognitions, i);

      json_recognition (b, recognition);
      if (!options.json)
        g_print ("%d★\t%s\t%s\n", recognition->stars, recognition->product, recognition->producer);
    }
  json_builder_end_array (b);
  if (options.json)
    cs_verb_print_json (b);
  return TRUE;
}

const CsVerb cs_verb_search = {
  "search", "BOOK TEXT", N_ ("Find products and producers"), 2, 2, run, entries
};
