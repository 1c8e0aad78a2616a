/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/scoring/taking-back.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *to;
  char *member;
  char *reason;
  char *round;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_PRODUCT (options.product),
  { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("The product it was meant for"), N_ ("CODE") },
  CS_OPTION_MEMBER (options.member),
  CS_OPTION_REASON (options.reason),
  CS_OPTION_ROUND_OF_PRODUCT (options.round),
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) from = NULL, to = NULL;

  if (options.member == NULL || options.to == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                           _ ("Moving a sheet needs --product, --to, --member and --reason."));
      return FALSE;
    }
  if (!cs_verb_open_product (args[0], options.product, options.round, &store, &from, error))
    return FALSE;
  to = cs_dossiers_by_code (store, options.to, from->round, error);
  return to != NULL
         && cs_sheets_move (store, from, to, cs_verb_member_uuid (store, from, options.member),
                            options.reason, error);
}

const CsVerb cs_verb_move = { "move",
                              "BOOK --product CODE --to CODE --member ID --reason TEXT",
                              N_ ("Move a sheet that was filled for the wrong product"),
                              1,
                              1,
                              run,
                              entries };
