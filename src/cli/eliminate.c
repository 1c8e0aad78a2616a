/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/verb.h"
#include "service/dossiers.h"
#include "service/sheets.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *criterion;
  char *ground;
  char *reason;
  char *person;
} options;

static const GOptionEntry entries[] = {
  { "product", 0, 0, G_OPTION_ARG_STRING, &options.product, N_ ("The product's code"), N_ ("CODE") },
  { "criterion", 0, 0, G_OPTION_ARG_STRING, &options.criterion, N_ ("The criterion it was found in, if any"),
    N_ ("NO") },
  { "ground", 0, 0, G_OPTION_ARG_STRING, &options.ground, N_ ("The ground, as the form prints it"),
    N_ ("TEXT") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("What was found"), N_ ("TEXT") },
  { "person", 0, 0, G_OPTION_ARG_STRING, &options.person, N_ ("Who found it"), N_ ("NAME") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsFinding) finding = NULL;

  if (options.product == NULL || options.ground == NULL || options.reason == NULL || options.person == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                           _ ("An elimination needs --product, --ground, --reason and --person."));
      return FALSE;
    }
  if (!cs_verb_open_product (args[0], options.product, NULL, &store, &dossier, error))
    return FALSE;
  finding = cs_finding_new (options.criterion, options.ground, options.reason, options.person);
  return cs_sheets_add_finding (store, dossier, finding, error);
}

const CsVerb cs_verb_eliminate = { "eliminate",
                                   "BOOK --product CODE --ground TEXT --reason TEXT --person NAME",
                                   N_ ("Record a ground for elimination"),
                                   1,
                                   1,
                                   run,
                                   entries };
