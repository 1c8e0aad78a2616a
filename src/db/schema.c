/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/schema.h"
#include "db/handle-private.h"

#include "sql-resources.h"

#include "db/schema-private.h"
#include "db/transaction.h"

#include <glib/gi18n-lib.h>

/* A released migration is never edited: books in the field were made by it.
 *
 * The third one will be the first that finds sums of rows (row-sum.h) in the book. It changes rows unseen, so
 * they have to be compared before it, made anew after it, and the log has to get its line, all in its
 * transaction: else what somebody did from outside would be summed with the rest. */
static const char *const migrations[] = {
  "/vn/chamsao/sql/0001-first.sql",
  "/vn/chamsao/sql/0002-council.sql",
};

int
cs_db_current_version (void)
{
  return G_N_ELEMENTS (migrations);
}

static gboolean
apply (CsDb *db, guint step, GError **error)
{
  g_autoptr (CsTransaction) transaction = NULL;
  g_autoptr (GBytes) sql = g_resource_lookup_data (cs_sql_get_resource (), migrations[step], 0, error);
  g_autofree char *stamp = NULL;

  if (sql == NULL)
    return FALSE;
  transaction = cs_transaction_begin (db, "migration", error);
  if (transaction == NULL || !_cs_db_exec (db, g_bytes_get_data (sql, NULL), error))
    return FALSE;
  stamp =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u", CS_APPLICATION_ID, step + 1);
  return _cs_db_exec (db, stamp, error) && cs_transaction_commit (transaction, error);
}

gboolean
_cs_db_migrate (CsDb *db, GError **error)
{
  for (int step = cs_db_version (db); step < cs_db_current_version (); step++)
    if (!apply (db, (guint) step, error))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (element-type utf8 utf8): name and text of everything the migrations make. What
 * SQLite makes itself (indexes of keys, the tables behind the search) is checked by SQLite. */
static GHashTable *
read_schema (sqlite3 *handle, int *code)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement = NULL;

  *code = sqlite3_prepare_v2 (
      handle,
      "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
      " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_%' ESCAPE '\\'",
      -1, &statement, NULL);
  while (*code == SQLITE_OK || *code == SQLITE_ROW)
    {
      *code = sqlite3_step (statement);
      if (*code == SQLITE_ROW)
        g_hash_table_insert (texts, g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                             g_strdup ((const char *) sqlite3_column_text (statement, 1)));
    }
  sqlite3_finalize (statement);
  return texts;
}

/* The schema as it must be: the same migrations in memory. */
static GHashTable *
make_schema (int *code)
{
  sqlite3 *handle = NULL;
  GHashTable *texts = NULL;

  *code = sqlite3_open_v2 (":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, NULL);
  for (guint step = 0; *code == SQLITE_OK && step < G_N_ELEMENTS (migrations); step++)
    {
      g_autoptr (GBytes) sql = g_resource_lookup_data (cs_sql_get_resource (), migrations[step], 0, NULL);

      *code = sqlite3_exec (handle, g_bytes_get_data (sql, NULL), NULL, NULL, NULL);
    }
  if (*code == SQLITE_OK)
    texts = read_schema (handle, code);
  sqlite3_close (handle);
  return texts;
}

/* Made once, since the migrations stay the same while the program runs. */
static GHashTable *
get_schema (int *code)
{
  static GMutex lock;
  static GHashTable *schema;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  *code = SQLITE_DONE;
  if (schema == NULL)
    schema = make_schema (code);
  return schema;
}

gboolean
cs_db_check_schema (CsDb *db, GPtrArray *problems, GError **error)
{
  int code;
  GHashTable *wanted = get_schema (&code);
  g_autoptr (GHashTable) found = wanted != NULL ? read_schema (db->handle, &code) : NULL;
  GHashTableIter iter;
  gpointer name, text;

  if (code != SQLITE_DONE)
    {
      _cs_db_set_error (db, code, _ ("cannot read the book"), error);
      return FALSE;
    }
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (g_strcmp0 (g_hash_table_lookup (found, name), text) != 0)
      g_ptr_array_add (problems,
                       g_strdup_printf (_ ("“%s” is missing in the file or not as the program made it"),
                                        (const char *) name));
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (wanted, name))
      g_ptr_array_add (problems,
                       g_strdup_printf (_ ("“%s” was added to the file from outside"), (const char *) name));
  return TRUE;
}
