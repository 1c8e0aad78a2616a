/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option.h"
#include "cli/verb.h"
#include "service/scoring/rescoring.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *note;
  char *round;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_PRODUCT (options.product),
  { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("What the council said"), N_ ("TEXT") },
  CS_OPTION_ROUND_OF_PRODUCT (options.round),
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;

  return cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error)
         && cs_sheets_discuss (store, dossier, options.note, error);
}

const CsVerb cs_verb_discuss = { "discuss",
                                 "BOOK --product CODE --note TEXT",
                                 N_ ("Note the discussion of totals that lie too far apart"),
                                 1,
                                 1,
                                 run,
                                 entries };
