/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verb.h"

#include "base/date.h"
#include "base/error.h"
#include "service/book/restore.h"
#include "service/dossiers/evidence.h"

#include <glib/gi18n-lib.h>

static char *out;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The copy to write"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* "so.chamsao" becomes "so-2024-05-31.chamsao": a copy is a book, and called one. */
static char *
default_name (const char *book, const char *day)
{
  g_autofree char *stem = g_str_has_suffix (book, ".chamsao")
                              ? g_strndup (book, strlen (book) - strlen (".chamsao"))
                              : g_strdup (book);

  return g_strdup_printf ("%s-%s.chamsao", stem, day);
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = cs_verb_open (args[0], error);
  g_autofree char *today = cs_date_today ();
  g_autofree char *name = out != NULL ? g_strdup (out) : default_name (args[0], today);
  guint files;

  if (store == NULL || !cs_store_backup (store, name, error)
      || !cs_evidence_count_files (store, &files, error))
    return FALSE;
  g_printerr (_ ("Copied to %s\n"), name);
  if (files > 0)
    /* Translators: a number, then a folder twice */
    g_printerr (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u file of papers stays behind in %s.files. Copy that folder too, as %s.files.\n",
                     "%u files of papers stay behind in %s.files. Copy that folder too, as %s.files.\n",
                     files),
        files, args[0], name);
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
