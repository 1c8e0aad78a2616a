/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "member-id.h"
#include "service/book/log.h"
#include "service/book/typing.h"
#include "service/scoring/submission.h"
#include "service/scoring/taking-back.h"
#include "service/scoring/typed-notes.h"

#include <string.h>

/* What is being typed is in the book two seconds later, but is no record before it is left. */

#define TYPED "chất lượng chu đá (mẫu)"

static CsSheet *
sheet_of (Book *book, const CsDossier *dossier, const char *member)
{
  g_autoptr (GError) error = NULL;
  CsSheet *sheet = cs_sheets_get (book->store, dossier, member_id (book->store, member), &error);

  g_assert_no_error (error);
  return sheet;
}

static void
type (Book *book, const CsDossier *dossier, CsSheet *sheet, guint question, const char *text)
{
  g_autoptr (GError) error = NULL;

  cs_sheets_type (book->store, dossier, sheet, question, text, &error);
  g_assert_no_error (error);
}

static guint
n_lines (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = cs_log_list (book->store, &(CsLogFilter){ 0 }, &error);

  g_assert_no_error (error);
  return lines->len;
}

/* No line of the log, no sum, no finding; and it is there when the program was killed. */
static void
test_kept (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = NULL, again = NULL;
  g_autofree char *rows = NULL;
  guint before;

  book_score (book->store, book_code (1), "m1", 30, FALSE);
  sheet = sheet_of (book, dossier, "m1");
  before = n_lines (book);
  type (book, dossier, sheet, 2, "chất");
  type (book, dossier, sheet, 2, TYPED);
  type (book, dossier, sheet, 3, "bỏ");
  type (book, dossier, sheet, 3, NULL);
  g_assert_cmpuint (n_lines (book), ==, before);
  book_assert_clean (book);
  book_close (book);
  rows = sql_rows (book->path, "SELECT text FROM typing UNION ALL SELECT note FROM answer_note");
  g_assert_cmpstr (rows, ==, TYPED "\n");
  book_open (book);
  book_assert_clean (book);

  /* the next time its member sees the sheet it is a note, by a command under the member's name */
  again = sheet_of (book, dossier, "m1");
  g_assert_null (again->notes[2]);
  g_assert_true (cs_sheets_take_typed (book->store, dossier, again, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (again->notes[2], ==, TYPED);
  g_assert_cmpuint (n_lines (book), ==, before + 1);
  book_close (book);
  g_clear_pointer (&rows, g_free);
  rows = sql_rows (book->path, "SELECT count (*) FROM typing UNION ALL SELECT note FROM answer_note");
  g_assert_cmpstr (rows, ==, "0\n" TYPED "\n");
  book_open (book);
  book_assert_clean (book);
}

/* A sheet begins with a command; a note that is left ends its typing. */
static void
test_left (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = sheet_of (book, dossier, "m1");
  g_autoptr (GHashTable) typed = NULL;

  g_assert_cmpint (sheet->id, ==, 0);
  type (book, dossier, sheet, 0, "mới");
  g_assert_cmpint (sheet->id, >, 0);
  g_assert_cmpstr (sheet->notes[0], ==, "mới");
  type (book, dossier, sheet, 0, "mới và");
  g_assert_true (cs_sheets_note (book->store, dossier, sheet, 0, "mới và rõ", &error));
  typed = cs_typing_list (book->store, sheet->uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (typed), ==, 0);
}

static char *
note_stored (Book *book)
{
  return sql_rows (book->path, "SELECT s.state, n.note FROM answer_note n JOIN sheet s ON s.id = n.sheet"
                               " UNION ALL SELECT 'typing', text FROM typing");
}

/* Whoever hands the sheet in or takes it away: what was being typed goes with it, also into the seal. */
static void
test_ended (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = NULL, sealed = NULL;
  g_autofree char *stored = NULL;
  gboolean submitted = GPOINTER_TO_INT (data);

  book_score (book->store, book_code (1), "m1", 30, FALSE);
  sheet = sheet_of (book, dossier, "m1");
  type (book, dossier, sheet, 1, TYPED);
  if (submitted)
    cs_sheets_submit (book->store, dossier, NULL, NULL, &error);
  else
    cs_sheets_withdraw (book->store, dossier, member_id (book->store, "m1"), "về sớm", &error);
  g_assert_no_error (error);
  if (submitted)
    {
      sealed = sheet_of (book, dossier, "m1");
      g_assert_cmpstr (sealed->notes[1], ==, TYPED);
      g_assert_false (cs_typing_keep (book->store, sheet->uuid, "1.1", "x", &error));
      g_assert_nonnull (error);
    }
  book_assert_clean (book);
  book_close (book);
  stored = note_stored (book);
  g_assert_cmpstr (stored, ==, submitted ? "submitted|" TYPED "\n" : "withdrawn|" TYPED "\n");
  book_open (book);
}

/* Another program may have written what nobody can type. */
static void
test_strange (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsSheet) sheet = NULL;

  book_score (book->store, book_code (1), "m1", 30, FALSE);
  book_close (book);
  sql_run (book->path, "INSERT INTO typing SELECT uuid, '1.1', CAST (x'61001b' AS TEXT), '' FROM sheet;"
                       "INSERT INTO typing SELECT uuid, '1.2', hex (zeroblob (9000)), '' FROM sheet;"
                       "INSERT INTO typing SELECT uuid, '99', 'x', '' FROM sheet");
  book_open (book);
  dossier = book_dossier (book->store, book_code (1));
  sheet = sheet_of (book, dossier, "m1");
  g_assert_true (cs_sheets_take_typed (book->store, dossier, sheet, &error));
  g_assert_true (cs_sheets_submit (book->store, dossier, NULL, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < sheet->n_questions; i++)
    g_assert_true (sheet->notes[i] == NULL || strchr (sheet->notes[i], 0x1b) == NULL);
  book_assert_clean (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test, data) g_test_add (path, Book, data, book_set_up, test, book_tear_down)
  ADD ("/typing/kept", test_kept, NULL);
  ADD ("/typing/left", test_left, NULL);
  ADD ("/typing/submitted", test_ended, GINT_TO_POINTER (TRUE));
  ADD ("/typing/withdrawn", test_ended, GINT_TO_POINTER (FALSE));
  ADD ("/typing/strange", test_strange, NULL);
  return g_test_run ();
}
