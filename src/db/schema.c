/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/schema.h"
#include "db/handle-private.h"

#include "sql-resources.h"

#include "base/id.h"
#include "db/row-sum-private.h"
#include "db/schema-text.h"
#include "db/transaction.h"

#include <glib/gi18n-lib.h>

/* A released migration is never edited: books in the field were made by it. */
static const char *const migrations[] = {
  "/vn/chamsao/sql/0001-first.sql",   "/vn/chamsao/sql/0002-council.sql", "/vn/chamsao/sql/0003-house.sql",
  "/vn/chamsao/sql/0004-records.sql", "/vn/chamsao/sql/0005-typing.sql",
};

int
cs_db_current_version (void)
{
  return G_N_ELEMENTS (migrations);
}

/* id_derive (NAME): what a migration calls things that had no UUID. */
static void
id_derive_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *name = (const char *) sqlite3_value_text (values[0]);

  if (name != NULL)
    sqlite3_result_text (context, cs_id_derive (name), -1, g_free);
}

/* @from: the version that the file has, @to: the one it is to have */
static int
run_migrations (sqlite3 *handle, int from, int to)
{
  int code = sqlite3_create_function (handle, "id_derive", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                                      id_derive_cb, NULL, NULL);

  for (int step = from; code == SQLITE_OK && step < to; step++)
    {
      g_autoptr (GBytes) sql = g_resource_lookup_data (cs_sql_get_resource (), migrations[step], 0, NULL);

      code = sqlite3_exec (handle, g_bytes_get_data (sql, NULL), NULL, NULL, NULL);
    }
  /* taken away again: nobody needs it who only works with the book */
  sqlite3_create_function (handle, "id_derive", 1, SQLITE_UTF8, NULL, NULL, NULL, NULL);
  return code;
}

gboolean
cs_db_migrate (CsTransaction *tx, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            CS_APPLICATION_ID, cs_db_current_version ());
  int code = run_migrations (db->handle, cs_db_version (db), cs_db_current_version ());

  db->version = 0;
  if (code != SQLITE_OK)
    {
      db->spoiled = TRUE;
      _cs_db_set_error (db, code, _ ("cannot bring the book to the present format"), error);
      return FALSE;
    }
  return _cs_db_exec (db, stamp, error) && _cs_row_sums_watch (db, error);
}

gboolean
cs_db_set_references (CsDb *db, gboolean watched, GError **error)
{
  return _cs_db_exec (db, watched ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF", error);
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
                             cs_schema_text_fold ((const char *) sqlite3_column_text (statement, 1)));
    }
  sqlite3_finalize (statement);
  return texts;
}

/* The schema of a version as it must be: the same migrations in memory. */
static GHashTable *
make_schema (int version, int *code)
{
  sqlite3 *handle = NULL;
  GHashTable *texts = NULL;

  *code = sqlite3_open_v2 (":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, NULL);
  if (*code == SQLITE_OK)
    *code = run_migrations (handle, 0, version);
  if (*code == SQLITE_OK)
    texts = read_schema (handle, code);
  sqlite3_close (handle);
  return texts;
}

/* Made once, since the migrations stay the same while the program runs. */
static GHashTable *
get_schema (int version, int *code)
{
  static GMutex lock;
  static GHashTable *schemas[G_N_ELEMENTS (migrations)];
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  g_return_val_if_fail (version >= 1 && version <= cs_db_current_version (), NULL);
  *code = SQLITE_DONE;
  if (schemas[version - 1] == NULL)
    {
      g_autoptr (GHashTable) made = make_schema (version, code);

      /* half of it would find every book damaged, for as long as the program runs */
      if (*code == SQLITE_DONE)
        schemas[version - 1] = g_steal_pointer (&made);
    }
  return schemas[version - 1];
}

static gboolean
is_trigger (const char *folded)
{
  return g_ascii_strncasecmp (folded, "create trigger", strlen ("create trigger")) == 0;
}

gboolean
cs_db_check_schema (CsDb *db, gboolean guards, GPtrArray *problems, GError **error)
{
  int code;
  GHashTable *wanted = get_schema (cs_db_version (db), &code);
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
    if (g_strcmp0 (g_hash_table_lookup (found, name), text) != 0
        && (guards || g_hash_table_contains (found, name) || !is_trigger (text)))
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
