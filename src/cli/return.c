/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/scoring/taking-back.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *member;
  char *reason;
  char *by;
  char *round;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_PRODUCT (options.product),        CS_OPTION_MEMBER (options.member),
  CS_OPTION_REASON (options.reason),          CS_OPTION_LEADER (options.by),
  CS_OPTION_ROUND_OF_PRODUCT (options.round), G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;

  if (options.member == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the member with --member."));
      return FALSE;
    }
  return cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error)
         && cs_sheets_return (store, dossier, cs_verb_member_uuid (store, dossier, options.member),
                              cs_verb_member_uuid (store, dossier, options.by), options.reason, error);
}

const CsVerb cs_verb_return = { "return",
                                "BOOK --product CODE --member ID --reason TEXT [--by ID]",
                                N_ ("Return a submitted sheet for correction"),
                                1,
                                1,
                                run,
                                entries };
