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
  char *round;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_PRODUCT (options.product),
  CS_OPTION_MEMBER (options.member),
  CS_OPTION_REASON (options.reason),
  CS_OPTION_ROUND_OF_PRODUCT (options.round),
  G_OPTION_ENTRY_NULL,
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
  if (!cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error)
      || !cs_sheets_withdraw (store, dossier, cs_verb_member_uuid (store, dossier, options.member),
                              options.reason, error))
    return FALSE;
  /* Translators: code of a product, key of a member */
  g_printerr (_ ("%s: the draft of %s was taken away\n"), options.product, options.member);
  return TRUE;
}

const CsVerb cs_verb_withdraw_draft = { "withdraw-draft",
                                        "BOOK --product CODE --member ID --reason TEXT",
                                        N_ ("Take a draft of a score sheet away"),
                                        1,
                                        1,
                                        run,
                                        entries };
