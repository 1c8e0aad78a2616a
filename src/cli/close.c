/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verb.h"
#include "service/dossiers.h"
#include "service/results.h"
#include "service/sheets.h"
#include "summary/verdict-text.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *reason;
  char *round;
} options;

static const GOptionEntry entries[] = {
  { "product", 0, 0, G_OPTION_ARG_STRING, &options.product, N_ ("The product's code"), N_ ("CODE") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
    N_ ("Why it is closed although the totals lie too far apart"), N_ ("TEXT") },
  { "round", 0, 0, G_OPTION_ARG_STRING, &options.round, N_ ("The round, when the product is in several"),
    N_ ("ID") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsResult) result = NULL;
  g_autofree char *sentence = NULL;

  if (!cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error)
      || !cs_sheets_close (store, dossier, &(CsCloseOptions){ .reason = options.reason }, error))
    return FALSE;
  result = cs_results_of (store, cs_dossiers_by_code (store, options.product, options.round, error), error);
  if (result == NULL)
    return FALSE;
  sentence = cs_verdict_sentence (result->regulation, result->form, result->verdict);
  g_printerr ("%s: %s\n", options.product, sentence);
  return TRUE;
}

const CsVerb cs_verb_close = {
  "close", "BOOK --product CODE [--reason TEXT]", N_ ("Close a product's evaluation"), 1, 1, run, entries
};
