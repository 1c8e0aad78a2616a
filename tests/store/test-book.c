/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "book.h"
#include "service/book/snapshot.h"
#include "db/handle-private.h"
#include "db/query.h"
#include "db/schema.h"
#include "db/transaction.h"
#include "repo/audit.h"
#include "service/dossiers/dossier-list.h"

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* Making, opening and refusing books; files that are damaged, of others, or may not be written. */

static GError *
open_error (const char *path)
{
  GError *error = NULL;
  CsStore *store = cs_store_open (path, &error);

  g_assert_null (store);
  g_assert_nonnull (error);
  /* what, where and what to do */
  g_assert_nonnull (strstr (error->message, path));
  return error;
}

static void
write_bytes (const char *path, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static char *
read_bytes (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_unchanged (const char *path, const char *bytes, gsize length)
{
  gsize now_length;
  g_autofree char *now = read_bytes (path, &now_length);

  g_assert_cmpmem (now, now_length, bytes, length);
}

static void
test_create (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL, *examined = NULL;
  const CsBook *about;

  book->store = book_create (book->path, &error);
  g_assert_no_error (error);
  about = cs_store_get_book (book->store);
  g_assert_cmpstr (about->unit, ==, "842");
  g_assert_cmpstr (about->level, ==, "district");
  g_assert_cmpstr (about->regulation, ==, "qd-148-2023");
  g_assert_cmpstr (about->unit_set, ==, "tra-vinh-2023");
  g_assert_cmpstr (about->plan, ==, "tra-vinh-2024");
  g_assert_cmpint (about->year, ==, 2024);
  g_assert_cmpint (cs_store_get_version (book->store), ==, cs_db_current_version ());
  head = cs_store_log_head (book->store, &error);
  g_assert_cmpuint (strlen (head), ==, 64);
  g_assert_cmpuint (strspn (head, "0"), <, 64);
  examined = book_examine (book->store);
  g_assert_cmpstr (examined, ==, "");
  book_close (book);
  /* nothing else is left beside it */
  g_assert_cmpuint (book_n_files (book), ==, 1);
  book_open (book);
}

static void
test_no_overwriting (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *bytes = NULL;

  book_close (book);
  bytes = read_bytes (book->path, &length);
  g_assert_null (book_create (book->path, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  assert_unchanged (book->path, bytes, length);
  g_assert_null (book_create (book->folder, &error));
  assert_error (error, CS_ERROR_CONFLICT);
}

static void
test_create_refused (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *inside = book_file (book, "no/such/folder/x.chamsao");

  g_assert_null (book_create (inside, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (cs_error_exit_status (error), ==, 3);
  g_assert_cmpuint (book_n_files (book), ==, 0);
}

static void
test_missing (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = open_error (book->path);

  assert_error (error, CS_ERROR_NOT_FOUND);
  error = open_error (book->folder);
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_cmpuint (book_n_files (book), ==, 0);
}

static void
test_not_a_book (Book *book, gconstpointer data)
{
  static const char *const texts[] = { "", "x", "not a book at all", "SQLite format 3" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GError *error;

      write_bytes (book->path, texts[i], strlen (texts[i]));
      error = open_error (book->path);
      assert_error (error, CS_ERROR_CORRUPT);
      assert_unchanged (book->path, texts[i], strlen (texts[i]));
    }
}

/* A database of another program stays as it is, whatever journal it keeps. */
static void
test_foreign_database (Book *book, gconstpointer data)
{
  static const char *const modes[] = { "DELETE", "WAL" };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *name = g_strdup_printf ("other-%u.chamsao", i);
      g_autofree char *path = book_file (book, name);
      g_autofree char *sql = g_strdup_printf ("PRAGMA journal_mode = %s; CREATE TABLE book (x);", modes[i]);
      g_autofree char *bytes = NULL;
      gsize length;
      GError *error;

      write_bytes (path, "", 0);
      sql_run (path, sql);
      bytes = read_bytes (path, &length);
      error = open_error (path);
      assert_error (error, CS_ERROR_CORRUPT);
      assert_unchanged (path, bytes, length);
    }
}

static void
test_newer (Book *book, gconstpointer data)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", cs_db_current_version () + 1);
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  book_close (book);
  sql_run (book->path, sql);
  bytes = read_bytes (book->path, &length);
  error = open_error (book->path);
  assert_error (error, CS_ERROR_TOO_NEW);
  assert_unchanged (book->path, bytes, length);
}

/* A version that no program ever wrote is no old book to be migrated. */
static void
test_impossible_version (Book *book, gconstpointer data)
{
  static const char *const versions[] = { "0", "-1", "-2147483648" };

  book_close (book);
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %s", versions[i]);
      GError *error;

      sql_run (book->path, sql);
      error = open_error (book->path);
      assert_error (error, CS_ERROR_CORRUPT);
    }
}

/* Made, and the power went before anything was in it. */
static void
test_unfinished (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CsDb *db;

  write_bytes (book->path, "", 0);
  db = cs_db_create (book->path, NULL, &error);
  g_assert_no_error (error);
  cs_db_close (db);
  g_assert_null (cs_store_open (book->path, &error));
  assert_error (error, CS_ERROR_CORRUPT);
}

static void
test_truncated (Book *book, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = NULL;

  book_close (book);
  bytes = read_bytes (book->path, &length);
  for (guint i = 1; i < 40; i++)
    {
      gsize kept = i < 20 ? length * i / 20 : (gsize) g_test_rand_int_range (1, (gint32) length);
      GError *error;

      write_bytes (book->path, bytes, kept);
      error = open_error (book->path);
      assert_error (error, CS_ERROR_CORRUPT);
    }
}

/* Cut within its last page, which holds nothing: what is read would be right, and the file is damaged all the
 * same. */
static void
test_cut_within_page (Book *book, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = NULL;

  book_close (book);
  sql_run (book->path, "CREATE TABLE pad (x); INSERT INTO pad VALUES (zeroblob (40000)); DROP TABLE pad;");
  bytes = read_bytes (book->path, &length);
  for (gsize cut = 1; cut < 4096; cut += 455)
    {
      GError *error;

      write_bytes (book->path, bytes, length - cut);
      error = open_error (book->path);
      assert_error (error, CS_ERROR_CORRUPT);
    }
}

/* --- a second program --- */

/* Runs @work in a child and returns its exit status; a signal is 128 + its number. */
static int
in_child (int (*work) (const Book *book), const Book *book)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (work (book));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}

static int
open_in_child (const Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = cs_store_open (book->path, &error);

  return store != NULL ? 0 : error->domain == CS_ERROR ? 10 + error->code : 1;
}

static void
test_busy (Book *book, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (in_child (open_in_child, book), ==, 10 + CS_ERROR_BUSY);
  /* a second look at it in the same program as well */
  error = open_error (book->path);
  assert_error (error, CS_ERROR_BUSY);
  /* the first one goes on as if nothing had happened, and still keeps others out */
  g_free (book_add_product (book->store, "Sản phẩm 4", 2, NULL));
  g_assert_cmpint (in_child (open_in_child, book), ==, 10 + CS_ERROR_BUSY);
  book_close (book);
  before = sql_dump (book->path);
  g_assert_cmpint (in_child (open_in_child, book), ==, 0);
  after = sql_dump (book->path);
  g_assert_cmpstr (before, ==, after);
}

/* A program that was killed leaves no lock behind. */
static void
test_killed_holder (Book *book, gconstpointer data)
{
  int channel[2];
  char ready;
  pid_t child;
  g_autoptr (GError) error = NULL;

  book_close (book);
  g_assert_cmpint (pipe (channel), ==, 0);
  child = fork ();
  if (child == 0)
    {
      CsStore *store = cs_store_open (book->path, NULL);

      if (store == NULL || write (channel[1], "x", 1) != 1)
        _exit (1);
      for (;;)
        pause ();
    }
  g_assert_cmpint ((int) read (channel[0], &ready, 1), ==, 1);
  error = open_error (book->path);
  assert_error (error, CS_ERROR_BUSY);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  book_open (book);
  close (channel[0]);
  close (channel[1]);
}

/* --- no permission --- */

/* Root may write everything: without these two capabilities it is a user like others. */
static void
drop_privileges (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct caps[2];

  if (geteuid () != 0)
    return;
  g_assert_cmpint ((int) syscall (SYS_capget, &header, caps), ==, 0);
  caps[0].effective &= ~((1u << CAP_DAC_OVERRIDE) | (1u << CAP_DAC_READ_SEARCH));
  g_assert_cmpint ((int) syscall (SYS_capset, &header, caps), ==, 0);
}

static int
open_without_privileges (const Book *book)
{
  drop_privileges ();
  return open_in_child (book);
}

static int
write_without_privileges (const Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsSheet) sheet = NULL;

  drop_privileges ();
  store = cs_store_open (book->path, &error);
  dossier = store != NULL ? cs_dossiers_by_code (store, book_code (1), NULL, &error) : NULL;
  sheet = dossier != NULL ? cs_sheets_get (store, dossier, member_id (store, "m1"), &error) : NULL;
  if (sheet != NULL && cs_sheets_choose (store, dossier, sheet, 0, 1, &error))
    return 0;
  return error->domain == CS_ERROR ? 10 + error->code : 1;
}

static void
test_read_only (Book *book, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = NULL;

  book_close (book);
  bytes = read_bytes (book->path, &length);
  g_chmod (book->path, 0400);
  g_assert_cmpint (in_child (open_without_privileges, book), ==, 0); /* it is read, and nothing else */
  g_assert_cmpint (in_child (write_without_privileges, book), ==, 10 + CS_ERROR_READ_ONLY);
  g_chmod (book->path, 0000);
  g_assert_cmpint (in_child (open_without_privileges, book), ==, 10 + CS_ERROR_READ_ONLY);
  /* a folder in which no journal can be made */
  g_chmod (book->path, 0600);
  g_chmod (book->folder, 0500);
  g_assert_cmpint (in_child (write_without_privileges, book), ==, 10 + CS_ERROR_READ_ONLY);
  g_chmod (book->folder, 0700);
  assert_unchanged (book->path, bytes, length);
}

/* --- transactions --- */

static gboolean
is_there (CsDb *db, const char *text)
{
  CsQuery *q = cs_query (db, "SELECT count (*) FROM activity WHERE title = :title");
  gint64 n = -1;

  cs_query_set_text (q, ":title", text);
  g_assert_true (cs_query_one_int (q, &n, NULL));
  return n == 1;
}

static gboolean
insert (CsDb *db, const char *text)
{
  CsQuery *q = cs_query (db, "INSERT INTO activity VALUES (:title, 99, :title)");

  cs_query_set_text (q, ":title", text);
  return cs_query_run (q, NULL);
}

static void
test_commit_hook (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDb) db = NULL;
  CsTransaction *tx;

  book_close (book);
  db = cs_db_open (book->path, NULL, &error);
  g_assert_no_error (error);
  /* a change outside of any transaction would commit itself */
  g_assert_false (insert (db, "alone"));
  g_assert_false (is_there (db, "alone"));
  /* a COMMIT by somebody else in the middle of a command takes nothing with it */
  tx = cs_transaction_begin (db, "test", &error);
  g_assert_no_error (error);
  g_assert_true (insert (db, "inside"));
  g_assert_cmpint (sqlite3_exec (db->handle, "COMMIT", NULL, NULL, NULL), !=, SQLITE_OK);
  cs_transaction_free (tx);
  g_assert_false (is_there (db, "inside"));
  /* dropping is rolling back; only its own commit lets it through */
  tx = cs_transaction_begin (db, "test", &error);
  g_assert_true (insert (db, "dropped"));
  cs_transaction_free (tx);
  g_assert_false (is_there (db, "dropped"));
  tx = cs_transaction_begin (db, "test", &error);
  g_assert_true (insert (db, "kept"));
  g_assert_true (book_log (tx, "kept", &error));
  g_assert_true (cs_transaction_commit (tx, &error));
  cs_transaction_free (tx);
  g_assert_true (is_there (db, "kept"));
}

static void
test_nested (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDb) db = NULL;
  CsTransaction *tx;

  book_close (book);
  db = cs_db_open (book->path, NULL, &error);
  tx = cs_transaction_begin (db, "outer", &error);
  g_test_expect_message ("chamsao", G_LOG_LEVEL_CRITICAL, "*inner*outer*");
  g_test_expect_message ("chamsao", G_LOG_LEVEL_CRITICAL, "*should not be reached*");
  g_assert_null (cs_transaction_begin (db, "inner", NULL));
  g_test_assert_expected_messages ();
  cs_transaction_free (tx);
}

/* The pragmas on which durability rests are what the connection answers, not only what it was told. */
static void
test_pragmas (Book *book, gconstpointer data)
{
  static const char *const pragmas[][2] = {
    { "PRAGMA journal_mode", "truncate" },
    { "PRAGMA synchronous", "3" },
    { "PRAGMA locking_mode", "exclusive" },
    { "PRAGMA foreign_keys", "1" },
    { "PRAGMA mmap_size", "0" },
    { "PRAGMA cell_size_check", "1" },
    { "PRAGMA trusted_schema", "0" },
    { "PRAGMA temp_store", "2" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDb) db = NULL;

  book_close (book);
  db = cs_db_open (book->path, NULL, &error);
  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      g_autoptr (CsQuery) q = cs_query (db, pragmas[i][0]);

      g_assert_true (cs_query_next (q));
      g_assert_cmpstr (cs_query_text (q, 0), ==, pragmas[i][1]);
    }
  /* text in double quotes is a name, the schema cannot be written, nothing can be attached */
  g_assert_cmpint (sqlite3_exec (db->handle, "SELECT \"text\"", NULL, NULL, NULL), !=, SQLITE_OK);
  sqlite3_exec (db->handle, "PRAGMA writable_schema = ON", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_exec (db->handle, "DELETE FROM sqlite_schema", NULL, NULL, NULL), !=, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db->handle, "ATTACH ':memory:' AS x", NULL, NULL, NULL), !=, SQLITE_OK);
}

/* --- copies --- */

static void
test_backup (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = book_file (book, "copy.chamsao");
  g_autofree char *original = NULL, *copied = NULL;

  g_assert_true (cs_store_backup (book->store, copy, &error));
  g_assert_no_error (error);
  g_assert_false (cs_store_backup (book->store, copy, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  /* the copy is a book, and what comes after is not in it */
  book_close (book);
  original = sql_dump (book->path);
  copied = sql_dump (copy);
  g_assert_cmpstr (original, ==, copied);
  g_assert_cmpuint (book_n_files (book), ==, 2);
  g_free (book->path);
  book->path = g_strdup (copy);
  book_open (book);
}

static void
test_snapshot (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) snapshot = cs_store_snapshot (book->store, &error);
  CsDossierFilter all = { 0 };
  g_autoptr (GArray) seen = NULL;
  CsNewDossier wanted = {
    .product = "x", .producer = "y", .producer_kind = "farm", .unit = "29236", .form = 1, .kind = "first"
  };

  g_assert_no_error (error);
  g_free (book_add_product (book->store, "Sản phẩm 4", 1, "district-1"));
  seen = cs_dossiers_list (snapshot, &all, &error);
  g_assert_cmpuint (seen->len, ==, 3);
  g_assert_null (cs_dossiers_add (snapshot, &wanted, &error));
  assert_error (error, CS_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)       g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
#define ADD_EMPTY(path, test) g_test_add (path, Book, NULL, book_set_up_empty, test, book_tear_down)
  ADD_EMPTY ("/book/create", test_create);
  ADD ("/book/no-overwriting", test_no_overwriting);
  ADD_EMPTY ("/book/create-refused", test_create_refused);
  ADD_EMPTY ("/book/missing", test_missing);
  ADD_EMPTY ("/book/not-a-book", test_not_a_book);
  ADD_EMPTY ("/book/foreign-database", test_foreign_database);
  ADD ("/book/newer", test_newer);
  ADD ("/book/impossible-version", test_impossible_version);
  ADD_EMPTY ("/book/unfinished", test_unfinished);
  ADD ("/book/truncated", test_truncated);
  ADD ("/book/cut-within-page", test_cut_within_page);
  ADD ("/book/busy", test_busy);
  ADD ("/book/killed-holder", test_killed_holder);
  ADD ("/book/read-only", test_read_only);
  ADD ("/transaction/commit-hook", test_commit_hook);
  ADD ("/transaction/nested", test_nested);
  ADD ("/transaction/pragmas", test_pragmas);
  ADD ("/copy/backup", test_backup);
  ADD ("/copy/snapshot", test_snapshot);
  return g_test_run ();
}
