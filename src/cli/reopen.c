/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option.h"
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
  CS_OPTION_PRODUCT (options.product),
  CS_OPTION_REASON (options.reason),
  CS_OPTION_LEADER (options.by),
  CS_OPTION_ROUND_OF_PRODUCT (options.round),
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
