/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option.h"
#include "cli/verb.h"

#include "base/date.h"
#include "base/error.h"
#include "base/moment.h"
#include "exchange/backup.h"
#include "service/book/store-copies.h"
#include "service/dossiers/evidence.h"
#include "summary/words/book-copy-text.h"

#include <glib/gi18n-lib.h>

static char *out;
static gboolean list;
static gboolean json;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The copy to write"), N_ ("FILE") },
  { "list", 0, 0, G_OPTION_ARG_NONE, &list,
    N_ ("Copy nothing: show the copies that the program made by itself, also of a book that is damaged"),
    NULL },
  CS_OPTION_JSON (json),
  G_OPTION_ENTRY_NULL,
};

static const GOptionEntry restore_entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The book to make"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* --- the copies that the program made by itself --- */

static void
json_number (JsonBuilder *b, const char *name, int value)
{
  json_builder_set_member_name (b, name);
  if (value < 0)
    json_builder_add_null_value (b);
  else
    json_builder_add_int_value (b, value);
}

static void
json_copy (JsonBuilder *b, const CsBookCopy *copy)
{
  json_builder_begin_object (b);
  cs_json_text (b, "file", copy->path);
  cs_json_text (b, "made_at", copy->made_at);
  cs_json_text (b, "reason", cs_book_copy_reason_to_text (copy->reason));
  json_builder_set_member_name (b, "size");
  json_builder_add_int_value (b, copy->size);
  json_number (b, "dossiers", copy->dossiers);
  json_number (b, "sheets", copy->sheets);
  json_number (b, "closed", copy->closed);
  json_builder_end_object (b);
}

static gboolean
list_copies (const char *book, GError **error)
{
  g_autoptr (GPtrArray) copies = cs_copies_list (book, error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (copies == NULL)
    return FALSE;
  json_builder_begin_array (b);
  for (guint i = 0; i < copies->len; i++)
    {
      const CsBookCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *made = cs_moment_to_display (copy->made_at), *text = cs_book_copy_text (copy);

      json_copy (b, copy);
      if (!json)
        g_print ("%s\t%s\t%s\n", made, text, copy->path);
    }
  json_builder_end_array (b);
  if (json)
    cs_verb_print_json (b);
  else if (copies->len == 0)
    g_printerr (_ ("The program has made no copy of %s by itself.\n"), book);
  return TRUE;
}

/* --- copies that are asked for --- */

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
  g_autoptr (CsStore) store = NULL;
  g_autofree char *today = NULL, *name = NULL;

  if (list && out == NULL)
    return list_copies (args[0], error);
  if (list || json)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                           _ ("--list copies nothing: leave out -o; --json goes with --list."));
      return FALSE;
    }
  store = cs_verb_open (args[0], error);
  today = cs_date_today ();
  name = out != NULL ? g_strdup (out) : default_name (args[0], today);
  if (store == NULL)
    return FALSE;
  return g_str_has_suffix (name, CS_BACKUP_SUFFIX) ? write_whole (store, name, error)
                                                   : write_book (store, name, error);
}

const CsVerb cs_verb_backup = { "backup", "BOOK [-o FILE]|--list", N_ ("Copy a book safely"), 1, 1, run,
                                entries };

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
                                 run_restore, restore_entries };
