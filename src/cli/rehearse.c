/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option.h"
#include "cli/verb.h"
#include "service/dossiers/rehearsal.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  gboolean off;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_PRODUCT (options.product),
  { "off", 0, 0, G_OPTION_ARG_NONE, &options.off, N_ ("Make it a real dossier again"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;

  return cs_verb_open_product (args[0], options.product, NULL, &store, &dossier, error)
         && cs_dossiers_set_rehearsal (store, dossier, !options.off, error);
}

const CsVerb cs_verb_rehearse = { "rehearse",
                                  "BOOK --product CODE [--off]",
                                  N_ ("Mark a dossier as a rehearsal, which counts nowhere"),
                                  1,
                                  1,
                                  run,
                                  entries };
