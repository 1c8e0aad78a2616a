/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "book.h"
#include "db/handle-private.h"
#include "repo/audit.h"
#include "service/scoring/grounds.h"
#include "service/scoring/submission.h"

#include <string.h>

/* The log: every command has its line, and whoever changes, inserts, removes or reorders lines is found out.
 */

#define N_EDITS 1000

static const char no_triggers[] =
    "DROP TRIGGER log_insert; DROP TRIGGER log_update; DROP TRIGGER log_delete;";

static char *
audit (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) grounds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CsStore) store = cs_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (cs_store_audit (store, grounds, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (grounds->len, <=, 1);
  return g_strdup (grounds->len > 0 ? g_ptr_array_index (grounds, 0) : "");
}

static void
fill (Book *book)
{
  book_close_product (book->store, book_code (1), 5, 30);
  book_score (book->store, book_code (2), "m1", 0, FALSE);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Sản phẩm %u", i + 4);

      g_free (book_add_product (book->store, name, 2, NULL));
    }
}

static guint
n_lines (const char *path)
{
  g_autofree char *text = sql_rows (path, "SELECT count (*) FROM audit");

  return (guint) g_ascii_strtoull (text, NULL, 10);
}

/* One edit by chance; its SQL. */
static char *
draw_edit (guint n)
{
  static const char *const columns[] = { "at",    "who",      "verb", "object",  "before",
                                         "after", "previous", "hash", "subject", "member" };
  guint line = (guint) g_test_rand_int_range (1, (int) n + 1);
  const char *column = columns[g_test_rand_int_range (0, G_N_ELEMENTS (columns))];

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup_printf ("UPDATE audit SET %s = %s || ' ' WHERE seq = %u", column, column, line);
    case 1: /* a letter less, or the one letter that was not there */
      return g_strdup_printf (
          "UPDATE audit SET %s = CASE %s WHEN '' THEN 'x' ELSE substr (%s, 2) END WHERE seq = %u", column,
          column, column, line);
    case 2:
      return g_strdup_printf ("DELETE FROM audit WHERE seq = %u", line);
    case 3: /* and the rest moved up, so that no number is missing */
      return g_strdup_printf (
          "DELETE FROM audit WHERE seq = %u; UPDATE audit SET seq = seq - 1 WHERE seq > %u", line, line);
    case 4:
      return g_strdup_printf ("DELETE FROM audit WHERE seq >= %u", line);
    case 5: /* a line between two others */
      return g_strdup_printf (
          "UPDATE audit SET seq = -seq - 1 WHERE seq >= %u; UPDATE audit SET seq = -seq WHERE seq < 0;"
          "INSERT INTO audit SELECT %u, at, who, verb, object, before, after, previous, hash, book, subject, "
          "member"
          " FROM audit"
          " WHERE seq = %u",
          line, line, line + 1);
    case 6: /* two lines change places */
      return g_strdup_printf (
          "UPDATE audit SET seq = -1 WHERE seq = %u; UPDATE audit SET seq = %u WHERE seq = %u;"
          "UPDATE audit SET seq = %u WHERE seq = -1",
          line, line, line < n ? line + 1 : line - 1, line < n ? line + 1 : line - 1);
    default: /* what was before becomes what was after: the same letters in other places */
      return g_strdup_printf ("UPDATE audit SET before = after || 'x', after = before WHERE seq = %u", line);
    }
}

static void
test_edits (Book *book, gconstpointer data)
{
  g_autofree char *clean = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDb) db = NULL;
  guint n;

  fill (book);
  book_close (book);
  clean = audit (book->path);
  g_assert_cmpstr (clean, ==, "");
  n = n_lines (book->path);
  db = cs_db_open (book->path, NULL, &error);
  g_assert_no_error (error);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *sql = draw_edit (n);
      g_autoptr (GPtrArray) grounds = g_ptr_array_new_with_free_func (g_free);

      g_assert_cmpint (sqlite3_exec (db->handle, "BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db->handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_true (cs_audit_verify (db, grounds, &error));
      if (grounds->len != 1)
        g_error ("%u findings after: %s", grounds->len, sql);
      g_assert_cmpint (sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
    }
}

/* The finding names the first line that does not fit. */
static void
test_names_line (Book *book, gconstpointer data)
{
  g_autofree char *changed = NULL, *removed = NULL;

  fill (book);
  book_close (book);
  sql_run (book->path, no_triggers);
  sql_run (book->path, "UPDATE audit SET object = 'x' WHERE seq = 7");
  changed = audit (book->path);
  g_assert_nonnull (strstr (changed, "7"));
  sql_run (book->path, "DELETE FROM audit WHERE seq = 3");
  removed = audit (book->path);
  g_assert_nonnull (strstr (removed, "3"));
}

/* Cut off at the end: what is left fits together, but there was more. */
static void
test_cut (Book *book, gconstpointer data)
{
  g_autofree char *one = NULL, *all = NULL;

  fill (book);
  book_close (book);
  sql_run (book->path, no_triggers);
  sql_run (book->path, "DELETE FROM audit WHERE seq = (SELECT max (seq) FROM audit)");
  one = audit (book->path);
  g_assert_cmpstr (one, !=, "");
  sql_run (book->path, "DELETE FROM audit");
  all = audit (book->path);
  g_assert_cmpstr (all, !=, "");
}

/* What is hashed of a line: its cells from "at" to "previous" without "hash". Lines that name nothing by UUID
 * lack two of them, and those of before the rows were summed a third. */
static char *
line_by_hand (char **cells, const char *previous)
{
  gboolean named = *cells[5] != '\0' || *cells[6] != '\0', summed = *cells[9] != '\0';
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "chamsao-log-%d %s ", named ? 3 : summed ? 2 : 1, cells[0]);
  for (guint c = 1; c <= 9; c++)
    if ((named || (c != 5 && c != 6)) && (summed || c != 9))
      g_string_append_printf (text, "%zu:%s", strlen (cells[c]), cells[c]);
  g_string_append_printf (text, "64:%s", previous);
  return g_string_free (text, FALSE);
}

/* The chain is the one that anybody can work out: fields with their lengths in bytes, SHA-256. */
static void
test_by_hand (Book *book, gconstpointer data)
{
  g_autofree char *fields = NULL, *previous = g_strnfill (64, '0');
  g_auto (GStrv) lines = NULL;
  gboolean old = data != NULL;
  guint n_summed = 0, n_named = 0;

  if (old)
    {
      book_unpack (data, book->path);
      book_open (book);
    }
  book_close (book);
  fields =
      sql_rows (book->path,
                "SELECT seq, at, who, verb, object, subject, member, before, after, book, hash FROM audit"
                " ORDER BY seq");
  lines = g_strsplit (fields, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);
      g_autofree char *text = line_by_hand (cells, previous);
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

      n_summed += *cells[9] != '\0';
      n_named += *cells[5] != '\0';
      g_assert_cmpstr (hash, ==, cells[10]);
      g_free (previous);
      previous = g_steal_pointer (&hash);
    }
  g_assert_cmpuint (n_summed, ==, old ? 1 : g_strv_length (lines) - 1);
  g_assert_cmpuint (n_named, >, 0);
}

/* No change without its line, no line without a change; the verb is the one the user knows. */
static void
test_every_command (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *verbs = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (2));
  g_autoptr (CsSheet) sheet = NULL;
  g_autoptr (CsGround) ground = cs_ground_new (NULL, "g", "r", "p");

  cs_store_set_person (book->store, "Người thử", NULL);
  book_score (book->store, book_code (2), "m1", 0, FALSE);
  sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m1"), &error);
  g_assert_true (cs_sheets_note (book->store, dossier, sheet, 0, "n", &error));
  g_assert_true (cs_sheets_choose (book->store, dossier, sheet, 0, 1, &error));
  g_assert_true (cs_sheets_submit (book->store, dossier, NULL, NULL, &error));
  g_assert_true (cs_grounds_add (book->store, dossier, ground, &error));
  g_assert_true (cs_grounds_remove (book->store, dossier, ground, &error));
  book_close (book);
  verbs = sql_rows (book->path, "SELECT who, verb, object FROM audit WHERE who = 'Người thử' ORDER BY seq");
  g_assert_cmpstr (verbs, ==,
                   "Người thử|test|test\n"
                   "Người thử|sheet-note|84-842-29236-2-2024/m1/1/1.1\n"
                   "Người thử|sheet-choose|84-842-29236-2-2024/m1/1/1.1\n"
                   "Người thử|sheet-submit|84-842-29236-2-2024\n"
                   "Người thử|eliminate|84-842-29236-2-2024\n"
                   "Người thử|eliminate-undo|84-842-29236-2-2024\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/audit/edits", test_edits);
  ADD ("/audit/names-line", test_names_line);
  ADD ("/audit/cut", test_cut);
  ADD ("/audit/by-hand", test_by_hand);
  g_test_add ("/audit/by-hand/old", Book, "book-v1.chamsao.gz", book_set_up_empty, test_by_hand,
              book_tear_down);
  ADD ("/audit/every-command", test_every_command);
  return g_test_run ();
}
