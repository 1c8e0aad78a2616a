/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/db.h"

#include "base/error.h"
#include "base/safe-file.h"
#include "db/handle-private.h"
#include "db/page-copy.h"
#include "db/query.h"
#include "db/row-change-private.h"
#include "db/row-sum-private.h"
#include "db/schema.h"
#include "db/soundness.h"
#include "db/transaction.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SETTLE_WAIT_MS 500
#define PATH_LENGTH    504 /* of a book in full: SQLite takes 512 bytes, and the journal's name has 8 more */
#define CHECK_STEPS    20000 /* of SQLite's machine, between two looks at how far the check is */

/* Nobody but cs_transaction_commit() ends a transaction: a stray COMMIT would split a command in two. */
static int
commit_hook (void *data)
{
  CsDb *db = data;

  return db->committing ? 0 : 1;
}

static void
harden (CsDb *db)
{
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (db->handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
  sqlite3_limit (db->handle, SQLITE_LIMIT_SQL_LENGTH, 256 * 1024);
  sqlite3_extended_result_codes (db->handle, 1);
}

/* Returns: (transfer full): the first cell of what @sql answers. */
static char *
ask (CsDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  g_autofree char *answer = NULL;
  int code = sqlite3_prepare_v2 (db->handle, sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  if (answer == NULL)
    _cs_db_set_error (db, code, _ ("cannot read the book"), error);
  sqlite3_finalize (statement);
  return g_steal_pointer (&answer);
}

static gboolean
pragma_is (CsDb *db, const char *sql, const char *wanted)
{
  g_autofree char *answer = ask (db, sql, NULL);

  return g_strcmp0 (answer, wanted) == 0;
}

static gboolean
set_pragmas (CsDb *db, GError **error)
{
  static const struct
  {
    const char *set;
    const char *ask;
    const char *answer;
  } pragmas[] = {
    { "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA locking_mode", "exclusive" },
    { "PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode", "truncate" },
    { "PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3" },
    { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1" },
    { "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1" },
    { "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0" },
    /* 64 MiB: a book of 100,000 products is read and written without going to the file again and again */
    { "PRAGMA cache_size = -65536", "PRAGMA cache_size", "-65536" },
    { "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      if (!_cs_db_exec (db, pragmas[i].set, error))
        return FALSE;
      if (!pragma_is (db, pragmas[i].ask, pragmas[i].answer))
        {
          g_set_error (error, CS_ERROR, CS_ERROR_FAILED,
                       _ ("%s: the database refused “%s”. Reinstall SQLite."), db->path, pragmas[i].set);
          return FALSE;
        }
    }
  return TRUE;
}

/* SQLite reads what is missing of the last page as zeros, so a file cut there may pass its checks. The size
 * is asked of SQLite: opening the file ourselves would drop its lock. @whole: (out). Returns: FALSE with
 * @error */
static gboolean
has_whole_pages (CsDb *db, gboolean *whole, GError **error)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = -1;
  g_autofree char *page_size = ask (db, "PRAGMA page_size", error);
  int code;

  if (page_size == NULL)
    return FALSE;
  code = sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code == SQLITE_OK)
    code = file->pMethods->xFileSize (file, &size);
  if (code != SQLITE_OK)
    {
      _cs_db_set_file_error (db->path, code, error);
      return FALSE;
    }
  *whole = size % g_ascii_strtoll (page_size, NULL, 10) == 0;
  return TRUE;
}

/* @name: (nullable): how messages call the file, NULL for @path */
static CsDb *
connect (const char *path, const char *name, int flags, GError **error)
{
  g_autofree char *file = g_canonicalize_filename (path, NULL);
  CsDb *db;
  int code;

  if (strlen (file) > PATH_LENGTH)
    {
      g_set_error (
          error, CS_ERROR, CS_ERROR_INVALID,
          _ ("%s: the name with all its folders is too long (%d bytes at most). Put the book into a folder"
             " with a shorter path."),
          path, PATH_LENGTH);
      return NULL;
    }
  db = g_new0 (CsDb, 1);
  db->path = g_strdup (name != NULL ? name : path);
  db->file = g_steal_pointer (&file);
  db->statements = g_hash_table_new (g_direct_hash, g_direct_equal);
  code = _cs_db_open_file (db->file, flags, &db->handle);
  if (code != SQLITE_OK)
    {
      _cs_db_set_error (db, code, _ ("cannot open the book"), error);
      cs_db_close (db);
      return NULL;
    }
  db->guard = cs_safe_file_guard (db->file);
  harden (db);
  return db;
}

static gboolean
make_tables (CsDb *db, GError **error)
{
  g_autoptr (CsTransaction) tx = cs_transaction_begin (db, "create", error);

  return tx != NULL && cs_db_migrate (tx, error) && cs_transaction_commit (tx, error);
}

CsDb *
cs_db_create (const char *path, const char *name, GError **error)
{
  g_autoptr (CsDb) db = connect (path, name, SQLITE_OPEN_READWRITE, error);

  if (db == NULL || !set_pragmas (db, error))
    return NULL;
  db->writable = TRUE;
  sqlite3_commit_hook (db->handle, commit_hook, db);
  return make_tables (db, error) ? g_steal_pointer (&db) : NULL;
}

/* Only reads: what is not ours, or newer than us, stays as it is. */
static gboolean
check_identity (CsDb *db, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%d", CS_APPLICATION_ID);
  g_autofree char *found = ask (db, "PRAGMA application_id", error), *version = NULL;

  if (found == NULL)
    return FALSE;
  if (!g_str_equal (found, id))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT,
                   _ ("%s is not a book of this program. Choose a .chamsao file."), db->path);
      return FALSE;
    }
  version = ask (db, "PRAGMA user_version", error);
  if (version == NULL)
    return FALSE;
  db->version = (int) g_ascii_strtoll (version, NULL, 10);
  if (cs_db_version (db) > cs_db_current_version ())
    {
      g_set_error (
          error, CS_ERROR, CS_ERROR_TOO_NEW,
          _ ("%s was made by a newer version of the program (format %d, known here %d). Update the program."),
          db->path, cs_db_version (db), cs_db_current_version ());
      return FALSE;
    }
  if (cs_db_version (db) < 1)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT, _ ("%s is damaged. Restore a backup copy."), db->path);
      return FALSE;
    }
  return TRUE;
}

static CsDb *
connect_existing (const char *path, const char *name, int flags, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return connect (path, name, flags, error);
  g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("There is no book at %s. Check the name."), path);
  return NULL;
}

/* Also the journal must be written, beside it. */
static gboolean
can_be_written (CsDb *db)
{
  g_autofree char *folder = g_path_get_dirname (db->file);

  return sqlite3_db_readonly (db->handle, "main") == 0 && g_access (folder, W_OK) == 0;
}

static CsDb *
connect_book (const char *path, const char *name, GError **error)
{
  g_autoptr (CsDb) db = connect_existing (path, name, SQLITE_OPEN_READWRITE, error);

  if (db == NULL)
    return NULL;
  if (!can_be_written (db))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_READ_ONLY, _ ("%s cannot be written. Check its permissions."),
                   path);
      return NULL;
    }
  return g_steal_pointer (&db);
}

/* Takes a lock, which is kept because locking is exclusive. */
static gboolean
take_lock (CsDb *db, const char *begin, GError **error)
{
  return _cs_db_exec (db, begin, error) && _cs_db_exec (db, "ROLLBACK", error);
}

/* @whole: (out). Returns: FALSE with @error */
static gboolean
passes_check (CsDb *db, gboolean *whole, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db->handle, "PRAGMA quick_check(100)", -1, &statement, NULL);
  int step = code == SQLITE_OK ? sqlite3_step (statement) : code;

  *whole = TRUE;
  for (; step == SQLITE_ROW; step = sqlite3_step (statement))
    {
      const char *found = (const char *) sqlite3_column_text (statement, 0);

      /* SQLite 3.44 looks at the index of the search too, in which nothing is recorded: that can be made anew
       */
      if (g_strcmp0 (found, "ok") != 0 && (found == NULL || strstr (found, "FTS5") == NULL))
        *whole = FALSE;
    }
  if (step != SQLITE_DONE)
    _cs_db_set_error (db, step, _ ("cannot read the book"), error);
  sqlite3_finalize (statement);
  return step == SQLITE_DONE;
}

/* @whole: (out). Returns: FALSE with @error when that cannot be told */
static gboolean
look_through (CsDb *db, gboolean *whole, GError **error)
{
  gboolean pages;

  if (!has_whole_pages (db, &pages, error) || !passes_check (db, whole, error))
    return FALSE;
  if (!*whole && (!_cs_db_can_be_read (db, error) || !passes_check (db, whole, error)))
    return FALSE;
  *whole = *whole && pages;
  return TRUE;
}

static gboolean
is_whole (CsDb *db, GError **error)
{
  gboolean whole;

  if (!look_through (db, &whole, error))
    return FALSE;
  if (whole)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT, _ ("%s is damaged. Restore a backup copy."), db->path);
  return FALSE;
}

/* A book of an older version is judged by what it becomes, see repo/migration.h. */
static gboolean
is_sound_if_present (CsDb *db, GError **error)
{
  return cs_db_version (db) != cs_db_current_version () || cs_db_is_sound (db, NULL, error);
}

CsDb *
cs_db_open_early (const char *path, GError **error)
{
  g_autoptr (CsDb) db = connect_book (path, NULL, error);

  /* The first read brings back what a killed program left half written, which takes the file for ourselves
   * for that moment; what comes then lets others read it, and nobody else write. In this order: nothing is
   * written before it is known to be ours. */
  if (db == NULL || !check_identity (db, error) || !_cs_db_exec (db, "PRAGMA locking_mode = EXCLUSIVE", error)
      || !check_identity (db, error) || !set_pragmas (db, error) || !take_lock (db, "BEGIN IMMEDIATE", error))
    return NULL;
  return g_steal_pointer (&db);
}

typedef struct
{
  sqlite3 *handle;
  GCancellable *cancellable;
  CsProgress progress;
  gpointer data;
  guint n_pages;
} Checking;

/* The check reads every page twice: as a part of its tree, and as rows. */
static int
checking_cb (void *data)
{
  const Checking *checking = data;
  int misses = 0, highest = 0;

  if (checking->progress != NULL
      && sqlite3_db_status (checking->handle, SQLITE_DBSTATUS_CACHE_MISS, &misses, &highest, 0) == SQLITE_OK)
    checking->progress (MIN ((guint) misses, 2 * checking->n_pages), 2 * checking->n_pages, checking->data);
  return g_cancellable_is_cancelled (checking->cancellable) ? 1 : 0;
}

gboolean
cs_db_check_file (
    const char *path, CsProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CsDb) db = connect (path, NULL, SQLITE_OPEN_READONLY, error);
  g_autofree char *pages = db != NULL ? ask (db, "PRAGMA page_count", error) : NULL;
  Checking checking = { .cancellable = cancellable, .progress = progress, .data = data };

  if (pages == NULL)
    return FALSE;
  checking.handle = db->handle;
  checking.n_pages = (guint) g_ascii_strtoull (pages, NULL, 10);
  checking_cb (&checking); /* a small book is through before the first look */
  sqlite3_progress_handler (db->handle, CHECK_STEPS, checking_cb, &checking);
  if (!_cs_db_exec (db, "PRAGMA cell_size_check = ON", error))
    return FALSE;
  if (is_whole (db, error) && is_sound_if_present (db, error))
    return TRUE;
  /* stopped, it does not know */
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  return FALSE;
}

gboolean
cs_db_settle (CsDb *db, GError **error)
{
  if (db->writable)
    return TRUE;
  /* another program that finds the book locked had to look at it first */
  sqlite3_busy_timeout (db->handle, SETTLE_WAIT_MS);
  if (!take_lock (db, "BEGIN EXCLUSIVE", error))
    return FALSE;
  sqlite3_busy_timeout (db->handle, 0);
  sqlite3_commit_hook (db->handle, commit_hook, db);
  if (cs_db_version (db) == cs_db_current_version () && !_cs_row_sums_watch (db, error))
    return FALSE;
  db->writable = TRUE;
  return TRUE;
}

CsDb *
cs_db_open (const char *path, const char *name, GError **error)
{
  g_autoptr (CsDb) db = connect_book (path, name, error);

  /* in this order: nothing is written before it is known to be ours */
  if (db == NULL || !_cs_db_exec (db, "PRAGMA locking_mode = EXCLUSIVE", error) || !check_identity (db, error)
      || !set_pragmas (db, error) || !take_lock (db, "BEGIN EXCLUSIVE", error) || !is_whole (db, error)
      || !is_sound_if_present (db, error) || !cs_db_settle (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

CsDb *
cs_db_open_snapshot (const char *path, const char *name, GError **error)
{
  g_autoptr (CsDb) db = connect (path, name, SQLITE_OPEN_READONLY, error);

  if (db == NULL || !check_identity (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

CsDb *
cs_db_open_for_copy (const char *path, GError **error)
{
  g_autoptr (CsDb) db = connect_existing (path, NULL, SQLITE_OPEN_READONLY, error);

  return db != NULL && check_identity (db, error) ? g_steal_pointer (&db) : NULL;
}

gboolean
cs_db_will_roll_back (CsDb *db)
{
  g_autofree char *journal = g_strconcat (db->file, "-journal", NULL);
  GStatBuf found;

  return g_stat (journal, &found) == 0 && found.st_size > 0;
}

void
cs_db_close (CsDb *db)
{
  GHashTableIter iter;
  gpointer cached;

  if (db == NULL)
    return;
  g_assert (db->current == NULL);
  g_hash_table_iter_init (&iter, db->statements);
  while (g_hash_table_iter_next (&iter, NULL, &cached))
    {
      sqlite3_finalize (((CsCached *) cached)->statement);
      g_free (cached);
    }
  g_hash_table_unref (db->statements);
  /* an empty journal beside a closed book only puzzles people */
  if (db->writable)
    sqlite3_exec (db->handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  sqlite3_close (db->handle);
  _cs_row_sums_free (db->sums);
  _cs_row_changes_free (db->changes);
  cs_safe_file_unguard (db->guard);
  g_free (db->path);
  g_free (db->file);
  g_free (db);
}

static gboolean
copy_pages (CsDb *db, const char *path, GError **error)
{
  g_autoptr (CsPageCopy) copy = cs_page_copy_new (db, path, error);
  gboolean more;

  return copy != NULL && cs_page_copy_step (copy, -1, &more, error);
}

/* What lies on the disk, not what was meant to: a stick that lies is found out while the book is still there.
 */
static gboolean
check_copy (const char *temporary, const char *path, GError **error)
{
  g_autoptr (CsDb) copy = connect (temporary, path, SQLITE_OPEN_READONLY, error);
  gboolean whole;

  if (copy == NULL || !look_through (copy, &whole, error))
    return FALSE;
  if (whole)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT,
               _ ("The copy %s could not be read back as it was written. Choose another place."), path);
  return FALSE;
}

gboolean
cs_db_copy (CsDb *db, const char *path, gboolean check, GError **error)
{
  g_autoptr (CsSafeFile) file = cs_safe_file_new_unique (path, 0600, error);

  return file != NULL && copy_pages (db, cs_safe_file_get_temporary (file), error)
         && (!check || check_copy (cs_safe_file_get_temporary (file), path, error))
         && cs_safe_file_commit (g_steal_pointer (&file), NULL, error);
}
