/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verb.h"
#include "service/scoring/reopening.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *reason;
  char *by;
  char *round;
} options;

static const GOptionEntry entries[] = {
  { "product", 0, 0, G_OPTION_ARG_STRING, &options.product, N_ ("The product's code"), N_ ("CODE") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("Why"), N_ ("TEXT") },
  { "by", 0, 0, G_OPTION_ARG_STRING, &options.by,
    N_ ("Which of chair and vice-chair; the chair when not given"), N_ ("ID") },
  { "round", 0, 0, G_OPTION_ARG_STRING, &options.round, N_ ("The round, when the product is in several"),
    N_ ("ID") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;

  return cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error)
         && cs_evaluation_reopen (store, dossier, cs_verb_member_uuid (store, dossier, options.by),
                                  options.reason, error);
}

const CsVerb cs_verb_reopen = {
  "reopen", "BOOK --product CODE --reason TEXT [--by ID]", N_ ("Open a closed product again"), 1, 1, run,
  entries
};
