/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "book.h"

#include <glib/gstdio.h>

/* The stick is pulled, the file moved: no choice may be taken that nobody will ever see again. */

static gboolean
choose (Book *book, guint question, GError **error)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m1"), error);

  return sheet != NULL && cs_sheets_choose (book->store, dossier, sheet, question, 1, error);
}

static void
test_moved (Book *book, gconstpointer data)
{
  g_autofree char *away = book_file (book, "away.chamsao");
  g_autoptr (GError) error = NULL;
  g_autofree char *problems = NULL;

  g_assert_true (choose (book, 0, &error));
  g_assert_cmpint (g_rename (book->path, away), ==, 0);
  g_assert_false (choose (book, 1, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, book->path));
  g_clear_error (&error);
  /* put back, it goes on where it was */
  g_assert_cmpint (g_rename (away, book->path), ==, 0);
  g_assert_true (choose (book, 1, &error));
  g_assert_no_error (error);
  problems = book_examine (book->store);
  g_assert_cmpstr (problems, ==, "");
}

static void
test_deleted (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (book->path), ==, 0);
  g_assert_false (choose (book, 0, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lost-file/moved", Book, NULL, book_set_up, test_moved, book_tear_down);
  g_test_add ("/lost-file/deleted", Book, NULL, book_set_up, test_deleted, book_tear_down);
  return g_test_run ();
}
