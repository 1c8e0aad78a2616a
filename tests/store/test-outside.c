/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act.h"
#include "service/book/snapshot.h"
#include "edit.h"

#include "db/handle-private.h"
#include "repo/audit.h"

#include <string.h>

/* Whoever changes anything in any table from outside is found out, also after the program has worked on. */

#define N_EDITS 1000

/* Returns: (transfer full): what the audit of an open connection says, in lines. */
static char *
audit (CsDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  cs_audit_verify (db, problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (problems, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
audit_file (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDb) db = cs_db_open (book->path, NULL, &error);

  g_assert_no_error (error);
  return audit (db);
}

static void
assert_clean (Book *book)
{
  g_autofree char *found = audit_file (book);

  g_assert_cmpstr (found, ==, "");
}

static void
assert_found (Book *book, const char *word)
{
  g_autofree char *found = audit_file (book);

  g_test_message ("%s", found);
  if (*found == '\0' || strstr (found, word) == NULL)
    g_error ("no “%s” in: %s", word, found);
}

static void
assert_edit_found (CsDb *db, const char *table, const char *sql)
{
  g_autofree char *found = audit (db);
  /* those behind the search are told together, as what they are for */
  const char *name = g_str_has_prefix (table, "search_") ? "index of the search" : table;

  if (*found == '\0')
    g_error ("not found: %s", sql);
  if (edit_is_summed (table) && strstr (found, name) == NULL)
    g_error ("“%s” is not named after: %s: %s", name, sql, found);
}

static void
test_outside (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDb) db = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  act_fill (book);
  assert_clean (book);
  db = cs_db_open (book->path, NULL, &error);
  g_assert_no_error (error);
  edit_allow_all (db->handle);
  tables = edit_tables (db->handle, TRUE);
  while (n < N_EDITS)
    {
      const char *table = g_ptr_array_index (tables, g_test_rand_int_range (0, (gint32) tables->len));
      g_autofree char *sql = NULL;

      g_assert_cmpint (sqlite3_exec (db->handle, "BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
      sql = edit_by_chance (db->handle, table, g_test_rand_int_range (0, EDIT_N_SMALL));
      if (sql != NULL)
        {
          assert_edit_found (db, table, sql);
          g_hash_table_add (seen, (gpointer) table);
          n++;
        }
      g_assert_cmpint (sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
    }
  for (guint i = 0; i < tables->len; i++)
    if (!g_hash_table_contains (seen, g_ptr_array_index (tables, i)))
      g_error ("“%s” was never edited", (const char *) g_ptr_array_index (tables, i));
  g_clear_pointer (&db, cs_db_close);
  assert_clean (book);
}

/* Said in words: which table, and how many rows. */
static void
test_names (Book *book, gconstpointer data)
{
  book_close (book);
  sql_run (book->path, "INSERT INTO member (uuid, council, key, name, role, position, added_at)"
                       " SELECT 'u', council, 'm9', 'X', 'member', 9, '2024' FROM member LIMIT 1");
  assert_found (book,
                "the table “member” was changed outside the program: it has 7 rows, the log knows of 6");
  sql_run (book->path, "DELETE FROM member WHERE key = 'm9'");
  assert_clean (book);
  sql_run (book->path, "UPDATE member SET name = 'X' WHERE key = 'm2'; UPDATE producer SET phone = '1'");
  assert_found (book, "rows of the table “member” were changed outside the program");
  sql_run (book->path, "UPDATE member SET name = 'm2' WHERE key = 'm2'");
  assert_found (book, "producer");
}

/* The program works on, and what was done stays found. */
static void
work_on (Book *book)
{
  book_open (book);
  for (guint i = 0; i < 20; i++)
    act_by_chance (book->store);
  g_free (book_add_product (book->store, "Thêm", 1, "district-1"));
  book_close (book);
}

static void
edit_outside (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  edit_allow_all (db);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
test_not_covered_up (Book *book, gconstpointer data)
{
  static const char *const edits[] = {
    "UPDATE unit SET name = 'X' WHERE code = '29236'",
    "DELETE FROM answer WHERE criterion = (SELECT min (criterion) FROM answer)",
    "UPDATE row_sum SET rows = rows + 1 WHERE name = 'unit'",
    "DELETE FROM row_sum WHERE name = 'unit'",
    "DELETE FROM row_sum",
    "INSERT INTO row_sum VALUES ('zzz', 0, hex (zeroblob (64)))",
    /* where no reader of texts looks */
    "UPDATE row_sum SET sum = sum || char (0) || 'x' WHERE name = 'unit'",
    "UPDATE row_sum SET name = name || char (0) || 'x' WHERE name = 'unit'",
    "UPDATE audit SET after = after || char (0) || 'x' WHERE seq = 3",
    "UPDATE audit SET hash = hash || char (0) WHERE seq = 1",
    "UPDATE sqlite_sequence SET name = name || char (0)",
    "DELETE FROM sqlite_sequence",
    "INSERT INTO sqlite_sequence VALUES ('brand', 1)",
    /* a line less, and what it wrote with it, but not what the database remembers */
    "DELETE FROM audit WHERE seq = (SELECT max (seq) FROM audit)",
    "DELETE FROM audit; DELETE FROM row_sum",
  };

  book_score (book->store, book_code (2), "m1", 0, FALSE);
  book_close (book);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *copy = book_file (book, "changed.chamsao"), *path = book->path, *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
      book->path = copy;
      g_test_message ("%s", edits[i]);
      edit_outside (copy, edits[i]);
      assert_found (book, "");
      for (guint run = 0; run < 2; run++)
        {
          g_autofree char *found = NULL;

          work_on (book);
          found = audit_file (book);
          g_test_message ("%s", found);
          g_assert_cmpstr (found, !=, "");
        }
      book->path = g_steal_pointer (&path);
    }
}

/* A state of before, put back with its sums but without its log. */
static void
test_put_back (Book *book, gconstpointer data)
{
  g_autofree char *old = book_file (book, "old.chamsao"), *bytes = NULL, *sql = NULL;
  gsize length;

  book_close (book);
  g_assert_true (g_file_get_contents (book->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (old, bytes, (gssize) length, NULL));
  book_open (book);
  book_score (book->store, book_code (2), "m1", 0, FALSE);
  book_close (book);
  sql = g_strdup_printf ("ATTACH '%s' AS old; DELETE FROM answer; DELETE FROM sheet;"
                         "DELETE FROM row_sum; INSERT INTO row_sum SELECT * FROM old.row_sum;",
                         old);
  sql_run (book->path, sql);
  assert_found (book, "the log and the sums");
  work_on (book);
  assert_found (book, "the log and the sums");
}

/* A copy that is open for reading can be audited too, and is not written. */
static void
test_snapshot (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) copy = cs_store_snapshot (book->store, &error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  g_assert_true (cs_store_audit (copy, problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/outside/edits", test_outside);
  ADD ("/outside/names", test_names);
  ADD ("/outside/not-covered-up", test_not_covered_up);
  ADD ("/outside/put-back", test_put_back);
  ADD ("/outside/snapshot", test_snapshot);
  return g_test_run ();
}
