/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export.h"

#include "base/error.h"
#include "cli/option.h"
#include "cli/verb.h"

#include <glib/gi18n-lib.h>

static CsExportOptions wanted;
static char *unit;
static char *round_id;

static const GOptionEntry entries[] = {
  { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_ ("Only this unit and what lies below it"), "C" },
  CS_OPTION_ROUND (round_id),
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;

  if (!g_str_has_suffix (args[1], ".xml"))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_USAGE,
                   _ ("%s: only XML can be exported so far. Choose a name that ends in .xml."), args[1]);
      return FALSE;
    }
  store = cs_verb_open (args[0], error);
  wanted.unit = unit;
  wanted.round = round_id;
  if (store == NULL || !cs_export_xml (store, args[1], &wanted, NULL, NULL, NULL, error))
    return FALSE;
  g_printerr (_ ("Written to %s\n"), args[1]);
  return TRUE;
}

const CsVerb cs_verb_export = {
  "export", "BOOK OUT.xml [--unit C] [--round ID]", N_ ("Write what happened as XML"), 2, 2, run, entries
};
