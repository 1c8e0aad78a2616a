/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/verb.h"
#include "exchange/lists.h"

#include <glib/gi18n-lib.h>

static gboolean dry_run;

static const GOptionEntry entries[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Check everything, keep nothing"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsCsvTable) table = NULL;
  CsListKind kind;
  guint rows = 0;
  gboolean good;

  if (!cs_list_kind_parse (args[1], &kind))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_USAGE,
                   _ ("“%s” is no list. Write products, members, answers or recognitions."), args[1]);
      return FALSE;
    }
  store = cs_verb_open (args[0], error);
  table = store != NULL ? cs_csv_table_read (args[2], error) : NULL;
  if (table == NULL)
    return FALSE;
  good = cs_list_import (store, kind, table, dry_run, problems, notes, &rows, error);
  cs_verb_print_lines (notes);
  cs_verb_print_lines (problems);
  if (good)
    g_printerr (dry_run ? g_dngettext (GETTEXT_PACKAGE, "%u row in order, nothing kept\n",
                                       "%u rows in order, nothing kept\n", rows)
                        : g_dngettext (GETTEXT_PACKAGE, "%u row imported\n", "%u rows imported\n", rows),
                rows);
  return good;
}

const CsVerb cs_verb_import_list = { "import-list",
                                     "BOOK products|members|answers|recognitions FILE.csv",
                                     N_ ("Read a list: all rows or none"),
                                     3,
                                     3,
                                     run,
                                     entries };
