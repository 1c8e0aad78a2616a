/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "db/db.h"
#include "db/schema-text.h"
#include "db/schema.h"

#include <glib/gstdio.h>
#include <string.h>

/* Books that older versions made, kept in tests/data for ever: each is opened, brought to the present schema,
 * and says what it said before. They were made by "chamsao-cli sample --products 5 --members 3 --seed 1". */

static const struct
{
  const char *file;
  int version;
} books[] = {
  { "book-v1.chamsao.gz", 1 }, { "book-v2.chamsao.gz", 2 }, { "book-v3.chamsao.gz", 3 },
  { "book-v4.chamsao.gz", 4 }, { "book-v5.chamsao.gz", 5 },
};

static const char what_it_says[] =
    "SELECT code, form, round, state, counted, sum, spread, band, stars, forwarded FROM"
    " product_results ORDER BY code";

/* The first opening of an older book has written one line about it; from there on at the latest the log knows
 * the rows. */
static void
assert_noted_once (const char *path, int version)
{
  g_autofree char *lines =
      sql_rows (path, "SELECT verb, before, after FROM audit WHERE book <> '' ORDER BY seq DESC LIMIT 2");
  g_autofree char *n = sql_rows (path, "SELECT count (*) FROM audit WHERE verb = 'migrate'");
  g_autofree char *without = sql_rows (path, "SELECT count (*) FROM audit WHERE book = ''");
  g_autofree char *wanted =
      g_strdup_printf ("dossier-add||Sau khi nâng cấp\nmigrate|%d|%d\n", version, cs_db_current_version ());
  gboolean old = version < cs_db_current_version ();

  if (version >= 2)
    g_assert_cmpstr (without, ==, "0\n");
  if (old)
    g_assert_cmpstr (lines, ==, wanted);
  g_assert_cmpstr (n, ==, old ? "1\n" : "0\n");
}

static void
test_opens (Book *book, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *before = NULL, *after = NULL, *found = NULL, *version = NULL, *sealed = NULL, *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = NULL;
  guint scored = 0;

  book_unpack (books[i].file, book->path);
  version = g_strstrip (sql_rows (book->path, "PRAGMA user_version"));
  g_assert_cmpint ((int) g_ascii_strtoull (version, NULL, 10), ==, books[i].version);
  before = sql_rows (book->path, what_it_says);
  sealed = sql_sealed (book->path);
  book_open (book);
  g_assert_cmpint (cs_store_get_version (book->store), ==, cs_db_current_version ());
  found = book_examine (book->store);
  g_assert_cmpstr (found, ==, "");
  results = cs_results_list (book->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 5);
  for (guint r = 0; r < results->len; r++)
    scored += ((CsResult *) g_ptr_array_index (results, r))->verdict != NULL;
  g_assert_cmpuint (scored, >, 0);
  /* and it can be worked with */
  book_close (book);
  book_open (book);
  g_free (book_add_product (book->store, "Sau khi nâng cấp", 1, "district-1"));
  book_close (book);
  after = sql_rows (book->path, what_it_says);
  g_assert_true (strstr (after, "|1|district-1|open|") != NULL);
  for (char *line = strtok (before, "\n"); line != NULL; line = strtok (NULL, "\n"))
    g_assert_nonnull (strstr (after, line));
  kept = sql_sealed (book->path);
  g_assert_true (g_str_has_prefix (kept, sealed)); /* the log has grown, at its end */
  assert_noted_once (book->path, books[i].version);
}

/* What somebody did from outside is not summed with the rest: it stays found, and the line says what it was.
 */
static void
test_outside (Book *book, gconstpointer data)
{
  g_autofree char *told = NULL, *found = NULL;

  book_unpack ("book-v2.chamsao.gz", book->path);
  sql_run (book->path, "UPDATE producer SET phone = '0900' WHERE id = 1");
  book_open (book);
  found = book_examine (book->store);
  g_assert_cmpstr (found, !=, "");
  book_close (book);
  told = sql_rows (book->path, "SELECT before FROM audit WHERE verb = 'migrate'");
  g_assert_nonnull (strstr (told, "producer"));
}

/* One council is one council, also when its book is brought to the present at two desktops. */
static void
test_same_council (Book *book, gconstpointer data)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *uuids = NULL;

      book_unpack (books[i].file, book->path);
      book_open (book);
      book_close (book);
      uuids = sql_rows (book->path, "SELECT uuid FROM council ORDER BY id");
      g_assert_cmpuint (strlen (uuids), >, 36);
      if (first == NULL)
        first = g_strdup (uuids);
      g_assert_cmpstr (uuids, ==, first);
      g_unlink (book->path);
    }
}

/* Other versions of SQLite write the texts of altered tables otherwise. */
static void
test_texts (void)
{
  static const char *const same[][2] = {
    { "CREATE TABLE \"sheet\" (id INTEGER)", "CREATE TABLE sheet(id integer)" },
    { "CREATE TABLE a (b TEXT -- why\n, c)", "CREATE TABLE a(b TEXT,c)" },
    { "CREATE INDEX `i` ON [t] (/* x */ k)", "create index i on t (k)" },
  };
  static const char *const other[][2] = {
    { "CREATE TABLE a (b TEXT)", "CREATE TABLE a (b INTEGER)" },
    { "SELECT 'X'", "SELECT 'x'" },
    { "SELECT 'a b'", "SELECT 'a  b'" },
    { "SELECT '--'", "SELECT ''" },
    { "SELECT 'x'", "SELECT \"x\"" },
    { "SELECT 'it''s'", "SELECT 'its'" },
    { "a b", "ab" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = cs_schema_text_fold (same[i][0]), *b = cs_schema_text_fold (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    {
      g_autofree char *a = cs_schema_text_fold (other[i][0]), *b = cs_schema_text_fold (other[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
}

/* The present version keeps a book of its own too: who changes the schema adds one. */
static void
test_all_versions (void)
{
  g_assert_cmpint (books[G_N_ELEMENTS (books) - 1].version, ==, cs_db_current_version ());
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    g_assert_cmpint (books[i].version, ==, (int) i + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path = g_strdup_printf ("/migration/version-%d", books[i].version);

      g_test_add (path, Book, GUINT_TO_POINTER (i), book_set_up_empty, test_opens, book_tear_down);
    }
  g_test_add ("/migration/outside", Book, NULL, book_set_up_empty, test_outside, book_tear_down);
  g_test_add ("/migration/same-council", Book, NULL, book_set_up_empty, test_same_council, book_tear_down);
  g_test_add_func ("/migration/texts", test_texts);
  g_test_add_func ("/migration/all-versions", test_all_versions);
  return g_test_run ();
}
