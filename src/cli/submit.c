/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/scoring/submission.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *member;
  char *round;
  char *pin_file;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_PRODUCT (options.product),
  { "member", 0, 0, G_OPTION_ARG_STRING, &options.member, N_ ("Only this member's sheet"), N_ ("ID") },
  CS_OPTION_ROUND_OF_PRODUCT (options.round),
  { "pin-file", 0, 0, G_OPTION_ARG_FILENAME, &options.pin_file,
    N_ ("File whose first line is the member's PIN, where the book asks for it"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  CsSubmitted done;

  if (options.pin_file != NULL && options.member == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the member with --member."));
      return FALSE;
    }
  if (!cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error)
      || !cs_verb_unlock_sheet (store, dossier, options.member, options.pin_file, error)
      || !cs_sheets_submit (store, dossier, cs_verb_member_uuid (store, dossier, options.member), &done,
                            error))
    return FALSE;
  /* Translators: code of a product, number of score sheets */
  g_printerr (g_dngettext (GETTEXT_PACKAGE, "%s: %u sheet submitted\n", "%s: %u sheets submitted\n",
                           done.sealed),
              options.product, done.sealed);
  if (done.open > 0)
    g_printerr (g_dngettext (GETTEXT_PACKAGE, "%s: %u sheet has criteria open and was left as it is\n",
                             "%s: %u sheets have criteria open and were left as they are\n", done.open),
                options.product, done.open);
  return TRUE;
}

const CsVerb cs_verb_submit = {
  "submit", "BOOK --product CODE [--member ID [--pin-file FILE]]", N_ ("Submit score sheets"), 1, 1, run,
  entries
};
