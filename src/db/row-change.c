/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/row-change.h"

#include "db/query.h"
#include "db/row-change-private.h"

typedef struct
{
  char *name;
  GStrv columns;
} Table;

struct _CsRowChanges
{
  GHashTable *tables; /* (element-type utf8 Table) */
  GPtrArray *list;    /* (element-type CsRowChange) */
  gboolean paused;
};

static void
table_free (gpointer data)
{
  Table *table = data;

  g_strfreev (table->columns);
  g_free (table->name);
  g_free (table);
}

static void
free_cells (const CsRowChange *change, char **cells)
{
  for (guint i = 0; cells != NULL && change->columns[i] != NULL; i++)
    g_free (cells[i]);
  g_free (cells);
}

static void
change_free (gpointer data)
{
  CsRowChange *change = data;

  free_cells (change, change->before);
  free_cells (change, change->after);
  g_free (change);
}

void
_cs_row_changes_free (CsRowChanges *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->tables);
  g_free (self);
}

/* --- what is kept --- */

static gboolean
add_table (CsDb *db, CsRowChanges *self, const char *name, GError **error)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  CsQuery *q = cs_query (db, "SELECT name FROM pragma_table_info (:table) ORDER BY cid");
  Table *table;

  cs_query_set_text (q, ":table", name);
  while (cs_query_next (q))
    g_strv_builder_add (columns, cs_query_text (q, 0));
  if (!cs_query_done (q, error))
    return FALSE;
  table = g_new0 (Table, 1);
  table->name = g_strdup (name);
  table->columns = g_strv_builder_end (columns);
  g_hash_table_insert (self->tables, table->name, table);
  return TRUE;
}

gboolean
cs_row_changes_keep (CsDb *db, const char *const *tables, GError **error)
{
  CsRowChanges *self;

  if (db->changes != NULL)
    return TRUE;
  self = g_new0 (CsRowChanges, 1);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, table_free);
  self->list = g_ptr_array_new_with_free_func (change_free);
  for (guint i = 0; tables[i] != NULL; i++)
    if (!add_table (db, self, tables[i], error))
      {
        _cs_row_changes_free (self);
        return FALSE;
      }
  db->changes = self;
  return TRUE;
}

void
cs_row_changes_pause (CsDb *db)
{
  if (db->changes != NULL)
    db->changes->paused = TRUE;
}

void
_cs_row_changes_drop (CsDb *db)
{
  if (db->changes == NULL)
    return;
  g_ptr_array_set_size (db->changes->list, 0);
  db->changes->paused = FALSE;
}

/* --- while a transaction runs --- */

typedef int (*ReadCell) (sqlite3 *handle, int column, sqlite3_value **cell);

static char **
read_cells (const Table *table, sqlite3 *handle, ReadCell read_cell)
{
  guint n = g_strv_length (table->columns);
  char **cells = g_new0 (char *, n);

  for (guint i = 0; i < n; i++)
    {
      sqlite3_value *cell = NULL;

      if (read_cell (handle, (int) i, &cell) == SQLITE_OK && cell != NULL)
        cells[i] = g_strdup ((const char *) sqlite3_value_text (cell));
    }
  return cells;
}

gboolean
_cs_row_changes_note (CsRowChanges *self, sqlite3 *handle, int operation, const char *name)
{
  const Table *table = self->paused ? NULL : g_hash_table_lookup (self->tables, name);
  CsRowChange *change;

  if (table == NULL)
    return TRUE;
  if (sqlite3_preupdate_count (handle) != (int) g_strv_length (table->columns))
    return FALSE;
  change = g_new0 (CsRowChange, 1);
  change->table = table->name;
  change->columns = (const char *const *) table->columns;
  if (operation != SQLITE_INSERT)
    change->before = read_cells (table, handle, sqlite3_preupdate_old);
  if (operation != SQLITE_DELETE)
    change->after = read_cells (table, handle, sqlite3_preupdate_new);
  g_ptr_array_add (self->list, change);
  return TRUE;
}

/* --- for who writes it down --- */

GPtrArray *
cs_row_changes_take (CsDb *db)
{
  CsRowChanges *self = db->changes;
  GPtrArray *list = self != NULL ? self->list : g_ptr_array_new ();

  if (self != NULL)
    self->list = g_ptr_array_new_with_free_func (change_free);
  return list;
}

const char *
cs_row_change_cell (const CsRowChange *change, const char *column)
{
  char **cells = change->after != NULL ? change->after : change->before;

  for (guint i = 0; change->columns[i] != NULL; i++)
    if (g_str_equal (change->columns[i], column))
      return cells[i];
  return NULL;
}
