/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/verb.h"
#include "service/book/check.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*Examine) (CsStore *store, GPtrArray *problems, GError **error);

static gboolean
examine (const char *path, Examine look, const char *fine, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failed = NULL;
  g_autoptr (CsStore) store = cs_verb_open (path, &failed);

  /* one that is too damaged to be opened is looked at as a file */
  if (g_error_matches (failed, CS_ERROR, CS_ERROR_CORRUPT))
    cs_check_file (path, problems);
  if (problems->len == 0 && failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (store != NULL && !look (store, problems, error))
    return FALSE;
  if (problems->len == 0)
    {
      g_printerr ("%s: %s\n", path, fine);
      return TRUE;
    }
  cs_verb_print_lines (problems);
  g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT,
               g_dngettext (GETTEXT_PACKAGE, "%s: %u finding. Restore a backup copy or ask for help.",
                            "%s: %u findings. Restore a backup copy or ask for help.", problems->len),
               path, problems->len);
  return FALSE;
}

static gboolean
run_check (char **args, int n, GError **error)
{
  return examine (args[0], cs_store_check, _ ("in order"), error);
}

static gboolean
run_audit (char **args, int n, GError **error)
{
  return examine (args[0], cs_store_audit, _ ("the log is whole, and all rows are as it knows them"), error);
}

static gboolean
run_reindex (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = cs_verb_open (args[0], error);
  guint dossiers;

  if (store == NULL || !cs_store_reindex (store, &dossiers, error))
    return FALSE;
  g_print (g_dngettext (GETTEXT_PACKAGE, "The index of the search was made anew: %u dossier.\n",
                        "The index of the search was made anew: %u dossiers.\n", dossiers),
           dossiers);
  return TRUE;
}

const CsVerb cs_verb_check = { "check", "BOOK", N_ ("Check a book's data and files"), 1, 1, run_check, NULL };
const CsVerb cs_verb_audit = { "audit",   "BOOK", N_ ("Check the log, and all rows against it"), 1, 1,
                               run_audit, NULL };
const CsVerb cs_verb_reindex = {
  "reindex",   "BOOK", N_ ("Make the index of the search anew, when a check finds it damaged"), 1, 1,
  run_reindex, NULL
};
