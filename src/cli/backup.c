/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verb.h"

#include "base/date.h"
#include "base/error.h"
#include "service/book/restore.h"

#include <glib/gi18n-lib.h>

static char *out;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The copy to write"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = cs_verb_open (args[0], error);
  g_autofree char *today = cs_date_today ();
  g_autofree char *name = out != NULL ? g_strdup (out) : g_strdup_printf ("%s.%s", args[0], today);

  if (store == NULL || !cs_store_backup (store, name, error))
    return FALSE;
  g_printerr (_ ("Copied to %s\n"), name);
  return TRUE;
}

const CsVerb cs_verb_backup = { "backup", "BOOK [-o FILE]", N_ ("Copy a book safely"), 1, 1, run, entries };

static gboolean
run_restore (char **args, int n, GError **error)
{
  if (out == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the book to make with -o."));
      return FALSE;
    }
  /* the files of papers lie beside the book and are no part of it */
  if (!cs_restore (args[0], out, error))
    return FALSE;
  g_printerr (_ ("Copied to %s\n"), out);
  return TRUE;
}

const CsVerb cs_verb_restore = { "restore",   "FILE -o BOOK", N_ ("Make a book from a copy"), 1, 1,
                                 run_restore, entries };
