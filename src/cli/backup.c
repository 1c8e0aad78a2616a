/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verb.h"

#include "base/date.h"
#include "base/error.h"
#include "exchange/backup.h"
#include "service/dossiers/evidence.h"

#include <glib/gi18n-lib.h>

static char *out;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The copy to write"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* "so.chamsao" becomes "so-2024-05-31.chamsao-backup". */
static char *
default_name (const char *book, const char *day)
{
  g_autofree char *stem = g_str_has_suffix (book, ".chamsao")
                              ? g_strndup (book, strlen (book) - strlen (".chamsao"))
                              : g_strdup (book);

  return g_strdup_printf ("%s-%s" CS_BACKUP_SUFFIX, stem, day);
}

/* Everything in one file. */
static gboolean
write_whole (CsStore *store, const char *name, GError **error)
{
  g_autoptr (GPtrArray) missing = NULL;
  guint files = 0;

  if (!cs_backup_write (store, cs_store_get_path (store), name, NULL, NULL, NULL, &files, &missing, error))
    return FALSE;
  /* Translators: name of a file, number of files in it beside the book */
  g_printerr (g_dngettext (GETTEXT_PACKAGE, "Copied to %s: the book and %u file of papers\n",
                           "Copied to %s: the book and %u files of papers\n", files),
              name, files);
  if (missing->len > 0)
    /* Translators: a number, then a folder */
    g_printerr (g_dngettext (GETTEXT_PACKAGE,
                             "%u file of papers is not in %s.files, or is another one by now.\n",
                             "%u files of papers are not in %s.files, or are other ones by now.\n",
                             missing->len),
                missing->len, cs_store_get_path (store));
  return TRUE;
}

/* The book alone, to be opened as it is. */
static gboolean
write_book (CsStore *store, const char *name, GError **error)
{
  g_autoptr (GPtrArray) digests =
      cs_store_backup (store, name, error) ? cs_evidence_digests (store, error) : NULL;

  if (digests == NULL)
    return FALSE;
  g_printerr (_ ("Copied to %s\n"), name);
  if (digests->len > 0)
    /* Translators: a number, then a folder twice */
    g_printerr (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u file of papers stays behind in %s.files. Copy that folder too, as %s.files.\n",
                     "%u files of papers stay behind in %s.files. Copy that folder too, as %s.files.\n",
                     digests->len),
        digests->len, cs_store_get_path (store), name);
  return TRUE;
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = cs_verb_open (args[0], error);
  g_autofree char *today = cs_date_today ();
  g_autofree char *name = out != NULL ? g_strdup (out) : default_name (args[0], today);

  if (store == NULL)
    return FALSE;
  return g_str_has_suffix (name, CS_BACKUP_SUFFIX) ? write_whole (store, name, error)
                                                   : write_book (store, name, error);
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
  if (!cs_backup_restore (args[0], out, error))
    return FALSE;
  g_printerr (_ ("Copied to %s\n"), out);
  return TRUE;
}

const CsVerb cs_verb_restore = { "restore",   "FILE -o BOOK", N_ ("Make a book from a copy"), 1, 1,
                                 run_restore, entries };
