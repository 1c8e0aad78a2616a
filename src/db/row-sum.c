/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/row-sum.h"

#include "db/query.h"
#include "db/row-change-private.h"
#include "db/row-scan-private.h"
#include "db/row-sum-private.h"

#include <string.h>

/* What a column reads as in a row that is older than the column. SQLite 3.40 tells NULL as the old value of
 * such a cell, which is taken from here when the column cannot be NULL. */
typedef struct
{
  char *text; /* (nullable) */
  gint64 number;
  gboolean given;
} Fallback;

typedef struct
{
  char *name;
  GArray *fallbacks; /* (element-type Fallback): one a column */
  CsRowHash hash;
  CsRowSum change; /* of this transaction, not yet in row_sum */
  gboolean changed;
  guint64 n_changes; /* since the connection was opened */
  CsRowSum stored;
  char *line; /* (nullable): of row_sum, for the digest */
} Watched;

struct _CsRowSums
{
  GPtrArray *tables;   /* (element-type Watched): by name */
  GHashTable *by_name; /* (element-type utf8 Watched) */
  char *digest;        /* (nullable): over row_sum, as this connection wrote it; nobody else can */
};

static void
clear_fallback (gpointer data)
{
  Fallback *fallback = data;

  g_free (fallback->text);
}

static void
watched_free (gpointer data)
{
  Watched *table = data;

  _cs_row_hash_clear (&table->hash);
  g_array_unref (table->fallbacks);
  g_free (table->line);
  g_free (table->name);
  g_free (table);
}

void
_cs_row_sums_free (CsRowSums *sums)
{
  if (sums == NULL)
    return;
  g_hash_table_unref (sums->by_name);
  g_ptr_array_unref (sums->tables);
  g_free (sums->digest);
  g_free (sums);
}

/* --- while a transaction runs --- */

static void
add_cell (Watched *table, sqlite3_value *cell, int column)
{
  const Fallback *fallback = NULL;

  if (sqlite3_value_type (cell) == SQLITE_NULL && (guint) column < table->fallbacks->len)
    fallback = &g_array_index (table->fallbacks, Fallback, column);
  if (fallback == NULL || !fallback->given)
    _cs_row_hash_cell (&table->hash, cell);
  else if (fallback->text != NULL)
    _cs_row_hash_text (&table->hash, fallback->text);
  else
    _cs_row_hash_integer (&table->hash, fallback->number);
}

typedef int (*ReadCell) (sqlite3 *handle, int column, sqlite3_value **cell);

static gboolean
add_row (Watched *table, sqlite3 *handle, ReadCell read_cell, gboolean add)
{
  int n = sqlite3_preupdate_count (handle);

  for (int i = 0; i < n; i++)
    {
      sqlite3_value *cell = NULL;

      if (read_cell (handle, i, &cell) != SQLITE_OK || cell == NULL)
        {
          g_string_truncate (table->hash.text, table->hash.start);
          return FALSE;
        }
      add_cell (table, cell, i);
    }
  _cs_row_hash_end (&table->hash, &table->change, add);
  return TRUE;
}

static void
row_changing_cb (void *data,
                 sqlite3 *handle,
                 int operation,
                 const char *database,
                 const char *name,
                 sqlite3_int64 old_id,
                 sqlite3_int64 new_id)
{
  CsDb *db = data;
  /* without a transaction of ours nothing can be committed */
  Watched *table = db->current != NULL && g_str_equal (database, "main")
                       ? g_hash_table_lookup (db->sums->by_name, name)
                       : NULL;

  if (table == NULL)
    return;
  table->changed = TRUE;
  table->n_changes++;
  if ((operation != SQLITE_INSERT && !add_row (table, handle, sqlite3_preupdate_old, FALSE))
      || (operation != SQLITE_DELETE && !add_row (table, handle, sqlite3_preupdate_new, TRUE))
      || (db->changes != NULL && !_cs_row_changes_note (db->changes, handle, operation, name)))
    db->spoiled = TRUE;
}

/* --- what is watched --- */

/* Reads a default such as '' or 0 as it stands in the schema. Others we do not have. */
static Fallback
read_fallback (const char *sql)
{
  Fallback fallback = { 0 };
  gsize length = sql != NULL ? strlen (sql) : 0;

  if (length >= 2 && sql[0] == '\'' && sql[length - 1] == '\'')
    {
      g_autofree char *quoted = g_strndup (sql + 1, length - 2);
      g_auto (GStrv) pieces = g_strsplit (quoted, "''", -1);

      fallback.text = g_strjoinv ("'", pieces);
      fallback.given = TRUE;
    }
  else if (length > 0)
    fallback.given = g_ascii_string_to_signed (sql, 10, G_MININT64, G_MAXINT64, &fallback.number, NULL);
  return fallback;
}

static Watched *
add_watched (CsRowSums *sums, const char *name)
{
  Watched *table = g_new0 (Watched, 1);

  table->name = g_strdup (name);
  table->fallbacks = g_array_new (FALSE, TRUE, sizeof (Fallback));
  g_array_set_clear_func (table->fallbacks, clear_fallback);
  _cs_row_hash_init (&table->hash, name);
  g_ptr_array_add (sums->tables, table);
  g_hash_table_insert (sums->by_name, table->name, table);
  return table;
}

gboolean
_cs_row_sums_watch (CsDb *db, GError **error)
{
  CsRowSums *sums = g_new0 (CsRowSums, 1);
  Watched *table = NULL;
  CsQuery *q = cs_query (db, "SELECT m.name, CASE c.\"notnull\" WHEN 1 THEN c.dflt_value END"
                             " FROM sqlite_schema m JOIN pragma_table_info (m.name) c WHERE" CS_SUMMED
                             "ORDER BY m.name, c.cid");

  sums->tables = g_ptr_array_new_with_free_func (watched_free);
  sums->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  db->sums = sums;
  while (cs_query_next (q))
    {
      Fallback fallback = read_fallback (cs_query_text (q, 1));

      if (table == NULL || !g_str_equal (table->name, cs_query_text (q, 0)))
        table = add_watched (sums, cs_query_text (q, 0));
      g_array_append_val (table->fallbacks, fallback);
    }
  if (!cs_query_done (q, error))
    return FALSE;
  sqlite3_preupdate_hook (db->handle, row_changing_cb, db);
  return TRUE;
}

static void
forget_changes (CsRowSums *sums)
{
  for (guint i = 0; i < sums->tables->len; i++)
    {
      Watched *table = g_ptr_array_index (sums->tables, i);

      table->change = (CsRowSum){ 0 };
      table->changed = FALSE;
    }
}

void
_cs_row_sums_drop (CsDb *db)
{
  if (db->sums == NULL)
    return;
  forget_changes (db->sums);
  /* what was written into row_sum is gone too */
  g_clear_pointer (&db->sums->digest, g_free);
}

gboolean
_cs_row_sums_is_behind (CsDb *db)
{
  for (guint i = 0; db->sums != NULL && i < db->sums->tables->len; i++)
    if (((Watched *) g_ptr_array_index (db->sums->tables, i))->changed)
      return TRUE;
  return FALSE;
}

/* --- the table row_sum --- */

static void
set_line (Watched *table, const char *digits)
{
  g_free (table->line);
  table->line = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s\n", table->name, table->stored.rows, digits);
}

/* @into: (nullable): gets what the rows say
 * Returns: (transfer full): the digest over the lines as the file has them; NULL on error. */
static char *
read_sums (CsDb *db, CsRowSums *into, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  CsQuery *q = cs_query (db, "SELECT name, rows, sum FROM row_sum ORDER BY name");

  while (cs_query_next (q))
    {
      const char *name = cs_query_text (q, 0);
      gint64 rows = cs_query_int (q, 1);
      const char *digits = cs_query_text (q, 2);
      Watched *table = into != NULL && name != NULL ? g_hash_table_lookup (into->by_name, name) : NULL;

      /* whole, also when there is a NUL in them, which only others write */
      g_string_append_len (lines, name, (gssize) cs_query_length (q, 0));
      g_string_append_printf (lines, " %" G_GINT64_FORMAT " ", rows);
      g_string_append_len (lines, digits, (gssize) cs_query_length (q, 2));
      g_string_append_c (lines, '\n');
      if (table == NULL)
        continue;
      _cs_row_sum_parse (&table->stored, digits);
      table->stored.rows = rows;
      set_line (table, digits);
    }
  return cs_query_done (q, error) ? _cs_row_sums_digest_lines (lines) : NULL;
}

char *
cs_row_sums_digest (CsDb *db, GError **error)
{
  return read_sums (db, NULL, error);
}

static gboolean
load (CsDb *db, GError **error)
{
  for (guint i = 0; i < db->sums->tables->len; i++)
    {
      Watched *table = g_ptr_array_index (db->sums->tables, i);

      table->stored = (CsRowSum){ 0 };
      g_clear_pointer (&table->line, g_free);
    }
  g_free (db->sums->digest);
  db->sums->digest = read_sums (db, db->sums, error);
  return db->sums->digest != NULL;
}

static gboolean
store (CsDb *db, Watched *table, GError **error)
{
  char digits[CS_ROW_SUM_DIGITS + 1];
  CsQuery *q = cs_query (db, "INSERT INTO row_sum (name, rows, sum) VALUES (:name, :rows, :sum)"
                             " ON CONFLICT (name) DO UPDATE SET rows = excluded.rows, sum = excluded.sum");

  _cs_row_sum_to_text (&table->stored, digits);
  set_line (table, digits);
  cs_query_set_text (q, ":name", table->name);
  cs_query_set_int (q, ":rows", table->stored.rows);
  cs_query_set_text (q, ":sum", digits);
  return cs_query_run (q, error);
}

/* The digest of what is stored now; what is kept of it holds until a rollback. */
static void
renew_digest (CsRowSums *sums)
{
  g_autoptr (GString) lines = g_string_sized_new (8192);

  for (guint i = 0; i < sums->tables->len; i++)
    {
      const Watched *table = g_ptr_array_index (sums->tables, i);

      if (table->line != NULL)
        g_string_append (lines, table->line);
    }
  g_free (sums->digest);
  sums->digest = _cs_row_sums_digest_lines (lines);
}

/* The search writes its tables late, at the latest with the COMMIT; a savepoint has it do so now. */
static gboolean
flush_search (CsDb *db, GError **error)
{
  return cs_query_run (cs_query (db, "SAVEPOINT flush"), error)
         && cs_query_run (cs_query (db, "RELEASE flush"), error);
}

gboolean
cs_row_sums_add (CsTransaction *tx, char **before, char **after, GError **error)
{
  CsDb *db = tx->db;
  CsRowSums *sums = db->sums;

  g_return_val_if_fail (sums != NULL, FALSE);
  if (!flush_search (db, error) || (sums->digest == NULL && !load (db, error)))
    return FALSE;
  *before = g_strdup (sums->digest);
  for (guint i = 0; i < sums->tables->len; i++)
    {
      Watched *table = g_ptr_array_index (sums->tables, i);

      if (!table->changed)
        continue;
      _cs_row_sum_add (&table->stored, &table->change);
      if (!store (db, table, error))
        return FALSE;
    }
  forget_changes (sums);
  renew_digest (sums);
  *after = g_strdup (sums->digest);
  return TRUE;
}

/* The table as it is now. */
static gboolean
recount (CsDb *db, Watched *table, GError **error)
{
  table->change = (CsRowSum){ 0 };
  table->changed = FALSE;
  return _cs_row_scan_sum (db, table->name, &table->stored, error) && store (db, table, error);
}

gboolean
cs_row_sums_recount (CsTransaction *tx, const char *prefix, GError **error)
{
  CsDb *db = tx->db;
  CsRowSums *sums = db->sums;

  g_return_val_if_fail (sums != NULL, FALSE);
  if (!flush_search (db, error) || (sums->digest == NULL && !load (db, error)))
    return FALSE;
  for (guint i = 0; i < sums->tables->len; i++)
    {
      Watched *table = g_ptr_array_index (sums->tables, i);

      if (g_str_has_prefix (table->name, prefix) && !recount (db, table, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cs_row_sums_fill (CsTransaction *tx, char **after, GError **error)
{
  CsDb *db = tx->db;
  CsRowSums *sums = db->sums;

  g_return_val_if_fail (sums != NULL, FALSE);
  if (!flush_search (db, error))
    return FALSE;
  for (guint i = 0; i < sums->tables->len; i++)
    if (!recount (db, g_ptr_array_index (sums->tables, i), error))
      return FALSE;
  forget_changes (sums);
  renew_digest (sums);
  *after = g_strdup (sums->digest);
  return TRUE;
}

guint64
cs_row_sums_count (CsDb *db, const char *const *tables)
{
  guint64 n = 0;

  for (guint i = 0; db->sums != NULL && tables[i] != NULL; i++)
    {
      const Watched *table = g_hash_table_lookup (db->sums->by_name, tables[i]);

      g_return_val_if_fail (table != NULL, 0);
      n += table->n_changes;
    }
  return n;
}
