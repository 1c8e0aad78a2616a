/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act.h"
#include "book.h"
#include "edit.h"

#include "db/handle-private.h"
#include "db/query.h"
#include "db/row-check.h"
#include "db/row-sum-private.h"
#include "db/row-sum.h"
#include "db/transaction.h"
#include "repo/audit.h"

#include <string.h>

/* The sums of the rows: those that are kept while the program writes are those of a scan. */

#define N_COMMANDS 400
#define N_WRITES   400

static void
assert_clean (Book *book)
{
  g_autofree char *found = book_examine (book->store);

  g_assert_cmpstr (found, ==, "");
}

/* --- the sums --- */

/* The sum and the digest are those that anybody can work out. Of the table book there is one row, with
 * numbers, texts and a NULL. */
static void
test_by_hand (Book *book, gconstpointer data)
{
  g_autofree char *names = NULL, *stored = NULL, *computed = NULL, *lines = NULL, *digest = NULL,
                  *told = NULL;
  g_autoptr (GString) text = g_string_new ("t4:book");
  g_auto (GStrv) columns = NULL;

  book_close (book);
  names = sql_rows (book->path, "SELECT name FROM pragma_table_info ('book')");
  columns = g_strsplit (names, "\n", -1);
  for (guint i = 0; *columns[i] != '\0'; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT CASE typeof (%s) WHEN 'null' THEN 'n0:' ELSE substr (typeof (%s), 1, 1)"
                           " || length (CAST (%s AS BLOB)) || ':' || %s END FROM book",
                           columns[i], columns[i], columns[i], columns[i]);
      g_autofree char *cell = sql_rows (book->path, sql);

      g_string_append_len (text, cell, (gssize) strlen (cell) - 1); /* without the end of the line */
    }
  computed = g_compute_checksum_for_string (G_CHECKSUM_SHA512, text->str, -1);
  stored = g_strstrip (sql_rows (book->path, "SELECT sum FROM row_sum WHERE name = 'book'"));
  g_assert_cmpstr (stored, ==, computed);
  lines = sql_rows (book->path, "SELECT name || ' ' || rows || ' ' || sum FROM row_sum ORDER BY name");
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA512, lines, -1);
  told = g_strstrip (sql_rows (book->path, "SELECT book FROM audit ORDER BY seq DESC LIMIT 1"));
  digest[64] = '\0';
  g_assert_cmpstr (told, ==, digest);
}

/* Old values of rows that are older than a column are taken from its default, so the schema must be such that
 * the default can be read and cannot be meant otherwise. */
static void
test_schema (Book *book, gconstpointer data)
{
  static const char all[] = " FROM sqlite_schema m JOIN pragma_table_xinfo (m.name) c WHERE m.type = 'table'"
                            " AND m.rootpage > 0 AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'search%'";
  g_autofree char *nullable =
      g_strconcat ("SELECT m.name, c.name", all, " AND c.dflt_value IS NOT NULL AND NOT c.\"notnull\"", NULL);
  g_autofree char *strange =
      g_strconcat ("SELECT m.name, c.name", all,
                   " AND c.dflt_value NOT GLOB '''*''' AND c.dflt_value GLOB '*[^0-9]*'", NULL);
  g_autofree char *generated = g_strconcat ("SELECT m.name, c.name", all, " AND c.hidden <> 0", NULL);
  g_autofree char *types =
      g_strconcat ("SELECT m.name, c.name", all, " AND c.type NOT IN ('INTEGER', 'TEXT')", NULL);
  g_autofree char *loose =
      g_strdup ("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                " AND name NOT LIKE 'sqlite%' AND NOT strict");
  const char *const none[] = { nullable, strange, generated, types, loose };

  book_close (book);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *found = sql_rows (book->path, none[i]);

      g_assert_cmpstr (found, ==, "");
    }
}

static void
assert_sums (CsDb *db, const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (cs_row_sums_compare (db, problems, &error));
  if (problems->len > 0)
    g_error ("%s after: %s", (const char *) g_ptr_array_index (problems, 0), after);
}

/* Some writes and their line in the log, kept or dropped; also writes that a statement of the program never
 * is. */
static void
write_by_chance (CsDb *db, const GPtrArray *tables)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsTransaction) tx = cs_transaction_begin (db, "test", &error);
  g_autoptr (GString) all = g_string_new (NULL);
  guint n = (guint) g_test_rand_int_range (1, 4);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      const char *table = g_ptr_array_index (tables, g_test_rand_int_range (0, (gint32) tables->len));
      /* emptying tables by chance would soon leave none */
      EditKind kind =
          g_test_rand_int_range (0, g_test_rand_int_range (0, 10) == 0 ? EDIT_N_KINDS : EDIT_UPDATE_ALL);
      g_autofree char *sql = NULL;

      if (!edit_is_summed (table))
        continue;
      sql = edit_by_chance (db->handle, table, kind);
      if (sql == NULL)
        return; /* refused, and so rolled back, as the program does */
      g_string_append_printf (all, "%s; ", sql);
    }
  g_assert_true (book_log (tx, "o", &error));
  assert_sums (db, all->str);
  if (g_test_rand_bit ())
    g_assert_true (cs_transaction_commit (tx, &error));
  g_assert_no_error (error);
}

static void
write_much (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDb) db = cs_db_open (book->path, NULL, &error);
  g_autoptr (GPtrArray) tables = NULL;

  g_assert_no_error (error);
  edit_allow_all (db->handle);
  tables = edit_tables (db->handle, FALSE);
  for (guint i = 0; i < N_WRITES; i++)
    {
      write_by_chance (db, tables);
      g_assert_false (_cs_row_sums_is_behind (db));
      assert_sums (db, "a command");
    }
}

static void
test_writes (Book *book, gconstpointer data)
{
  act_fill (book);
  write_much (book);
}

/* Rows that are older than some of their columns. */
static void
test_old_rows (Book *book, gconstpointer data)
{
  book_unpack ("book-v1.chamsao.gz", book->path);
  book_open (book);
  assert_clean (book);
  book_close (book);
  write_much (book);
}

/* --- the program --- */

static void
test_commands (Book *book, gconstpointer data)
{
  g_autofree char *verbs = NULL;

  for (guint i = 0; i < N_COMMANDS; i++)
    {
      act_by_chance (book->store);
      if (i % 10 == 0)
        assert_clean (book);
      if (i % 50 == 0) /* the sums go on where they were */
        {
          book_close (book);
          book_open (book);
        }
    }
  book_close (book);
  verbs = sql_rows (book->path, "SELECT count (DISTINCT verb) FROM audit");
  g_test_message ("verbs: %s", verbs);
  g_assert_cmpuint (g_ascii_strtoull (verbs, NULL, 10), >, 15);
}

/* A command that is checked only, and one that fails half-way, leave no trace. */
static void
test_no_trace (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autofree char *before = NULL, *after = NULL;

  book_close (book);
  before = sql_dump (book->path);
  book_open (book);
  cs_store_set_dry_run (book->store, TRUE);
  g_free (book_add_product (book->store, "Chỉ thử", 1, "district-1"));
  g_assert_true (cs_dossiers_delete (book->store, dossier->id, &error));
  cs_store_set_dry_run (book->store, FALSE);
  book_close (book);
  after = sql_dump (book->path);
  g_assert_cmpstr (before, ==, after);
  book_open (book);
  cs_store_set_dry_run (book->store, TRUE);
  g_assert_true (cs_dossiers_delete (book->store, dossier->id, &error));
  cs_store_set_dry_run (book->store, FALSE);
  g_free (book_add_product (book->store, "Thật", 1, "district-1"));
  assert_clean (book);
}

/* A statement that fails has changed rows before it did, and nobody told that they changed back. */
static void
test_spoiled (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDb) db = NULL;
  CsTransaction *tx;

  book_close (book);
  db = cs_db_open (book->path, NULL, &error);
  tx = cs_transaction_begin (db, "test", &error);
  /* the last of them meets the first */
  g_assert_false (
      cs_query_run (cs_query (db, "UPDATE member SET position = position + 100, key = CASE WHEN id ="
                                  " (SELECT max (id) FROM member) THEN 'm1' ELSE key END"),
                    &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (book_log (tx, "o", &error));
  g_assert_false (cs_transaction_commit (tx, &error));
  assert_error (error, CS_ERROR_FAILED);
  cs_transaction_free (tx);
  assert_sums (db, "a failed statement");
  /* the next one is as good as any */
  tx = cs_transaction_begin (db, "test", &error);
  g_assert_true (cs_query_run (cs_query (db, "UPDATE member SET position = position + 100"), &error));
  g_assert_true (book_log (tx, "o", &error));
  g_assert_true (cs_transaction_commit (tx, &error));
  cs_transaction_free (tx);
  assert_sums (db, "a good one");
}

/* No change without its line. */
static void
test_behind (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDb) db = NULL;
  g_autoptr (CsTransaction) tx = NULL;

  book_close (book);
  db = cs_db_open (book->path, NULL, &error);
  tx = cs_transaction_begin (db, "hasty", &error);
  g_assert_true (book_log (tx, "o", &error));
  g_assert_true (cs_query_run (cs_query (db, "UPDATE member SET position = position + 100"), &error));
  g_test_expect_message ("chamsao", G_LOG_LEVEL_CRITICAL, "*hasty*");
  g_assert_false (cs_transaction_commit (tx, &error));
  g_test_assert_expected_messages ();
  assert_error (error, CS_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/row-sum/by-hand", test_by_hand);
  ADD ("/row-sum/schema", test_schema);
  ADD ("/row-sum/writes", test_writes);
  g_test_add ("/row-sum/old-rows", Book, NULL, book_set_up_empty, test_old_rows, book_tear_down);
  ADD ("/row-sum/commands", test_commands);
  ADD ("/row-sum/no-trace", test_no_trace);
  ADD ("/row-sum/spoiled", test_spoiled);
  ADD ("/row-sum/behind", test_behind);
  return g_test_run ();
}
