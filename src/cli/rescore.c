/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/sheets.h"

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
  CS_OPTION_MEMBER (options.member),
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
  g_autoptr (CsSheet) sheet = NULL, next = NULL;

  if (options.member == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the member with --member."));
      return FALSE;
    }
  if (!cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error)
      || !cs_verb_unlock_sheet (store, dossier, options.member, options.pin_file, error))
    return FALSE;
  sheet = cs_sheets_get (store, dossier, cs_verb_member_uuid (store, dossier, options.member), error);
  next = sheet != NULL ? cs_sheets_begin_round (store, dossier, sheet, error) : NULL;
  return next != NULL;
}

const CsVerb cs_verb_rescore = { "rescore",
                                 "BOOK --product CODE --member ID [--pin-file FILE]",
                                 N_ ("Begin a member's sheet of a further scoring round"),
                                 1,
                                 1,
                                 run,
                                 entries };
