/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit.h"

#include <string.h>

typedef struct
{
  char *name;
  gboolean number;
  gboolean key; /* of the primary key */
} Column;

typedef struct
{
  const char *name;
  GArray *columns; /* (element-type Column) */
  char *key;       /* SQL that names a row */
  guint n_rows;
} Table;

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->name);
}

/* The first cell of what @sql answers, "" when there is none. */
static char *
ask (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *answer = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return answer != NULL ? answer : g_strdup ("");
}

void
edit_allow_all (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL), ==,
                   SQLITE_OK);
}

GPtrArray *
edit_tables (sqlite3 *db, gboolean behind_search)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);

      /* what is being typed is no record: nobody vouches for it, and it is read as a stranger's */
      if (!g_str_equal (name, "typing") && (behind_search || !g_str_has_prefix (name, "search_")))
        g_ptr_array_add (names, g_strdup (name));
    }
  sqlite3_finalize (statement);
  return names;
}

gboolean
edit_is_summed (const char *table)
{
  return !g_str_equal (table, "audit") && !g_str_equal (table, "row_sum") && !g_str_equal (table, "typing")
         && !g_str_has_prefix (table, "sqlite_");
}

static void
look_at (sqlite3 *db, Table *table)
{
  g_autofree char *columns =
      g_strdup_printf ("SELECT name, type, pk FROM pragma_table_info ('%s')", table->name);
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM %s", table->name);
  g_autofree char *kind = g_strdup_printf ("SELECT wr FROM pragma_table_list ('%s')", table->name);
  g_autofree char *n = ask (db, count), *without_rowid = ask (db, kind);
  g_autoptr (GString) key = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  table->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (table->columns, clear_column);
  table->n_rows = (guint) g_ascii_strtoull (n, NULL, 10);
  g_assert_cmpint (sqlite3_prepare_v2 (db, columns, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      Column column = { .name = g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                        .number = strcmp ((const char *) sqlite3_column_text (statement, 1), "INTEGER") == 0,
                        .key = sqlite3_column_int (statement, 2) > 0 };

      if (column.key)
        g_string_append_printf (key, "%s\"%s\"", key->len > 0 ? ", " : "", column.name);
      g_array_append_val (table->columns, column);
    }
  sqlite3_finalize (statement);
  table->key = g_str_equal (without_rowid, "1") ? g_strdup (key->str) : g_strdup ("rowid");
}

static void
table_clear (Table *table)
{
  g_array_unref (table->columns);
  g_free (table->key);
}

static const Column *
draw_column (const Table *table)
{
  return &g_array_index (table->columns, Column, g_test_rand_int_range (0, (gint32) table->columns->len));
}

static char *
draw_value (const Column *column)
{
  const char *name = column->name;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup ("NULL");
    case 1:
      return column->number ? g_strdup_printf ("-\"%s\"", name)
                            : g_strdup_printf ("substr (\"%s\", 2)", name);
    case 2:
      return column->number ? g_strdup ("0") : g_strdup ("''");
    case 3:
      return column->number ? g_strdup_printf ("coalesce (\"%s\", 0) * 4294967296", name)
                            : g_strdup_printf ("upper (\"%s\") || char (0)", name);
    default:
      return column->number
                 ? g_strdup_printf ("coalesce (\"%s\", 0) + %d", name, g_test_rand_int_range (1, 300))
                 : g_strdup_printf ("coalesce (\"%s\", '') || '%d'", name, g_test_rand_int_range (0, 9));
    }
}

static char *
row_at (const Table *table, guint i)
{
  return g_strdup_printf ("(%s) IN (SELECT %s FROM %s ORDER BY %s LIMIT 1 OFFSET %u)", table->key, table->key,
                          table->name, table->key, i);
}

/* Columns and values of a copy of a row: other keys, and some other cells. */
static char *
make_copy (const Table *table, const char *row, gboolean other_key)
{
  g_autoptr (GString) names = g_string_new (NULL), values = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const Column *column = &g_array_index (table->columns, Column, i);
      gboolean other = column->key ? other_key : g_test_rand_int_range (0, 3) == 0;
      g_autofree char *value = other ? draw_value (column) : g_strdup_printf ("\"%s\"", column->name);

      g_string_append_printf (names, "%s\"%s\"", i > 0 ? ", " : "", column->name);
      g_string_append_printf (values, "%s%s", i > 0 ? ", " : "", value);
    }
  return g_strdup_printf ("INTO %s (%s) SELECT %s FROM %s WHERE %s", table->name, names->str, values->str,
                          table->name, row);
}

static char *
swap (sqlite3 *db, const Table *table, guint i)
{
  const Column *column = draw_column (table);
  guint j = (guint) g_test_rand_int_range (0, (gint32) table->n_rows);
  g_autofree char *one = row_at (table, i), *other = row_at (table, j);
  g_autofree char *read_one =
      g_strdup_printf ("SELECT quote (\"%s\") FROM %s WHERE %s", column->name, table->name, one);
  g_autofree char *read_other =
      g_strdup_printf ("SELECT quote (\"%s\") FROM %s WHERE %s", column->name, table->name, other);
  g_autofree char *first = ask (db, read_one), *second = ask (db, read_other);

  /* a row that gets another key would no longer be found at its place */
  if (column->key || g_str_equal (first, second))
    return NULL;
  return g_strdup_printf ("UPDATE %s SET \"%s\" = %s WHERE %s; UPDATE %s SET \"%s\" = %s WHERE %s",
                          table->name, column->name, second, one, table->name, column->name, first, other);
}

static char *
draw (sqlite3 *db, const Table *table, EditKind kind)
{
  guint i = (guint) g_test_rand_int_range (0, (gint32) table->n_rows);
  const Column *column = draw_column (table);
  g_autofree char *row = row_at (table, i), *value = draw_value (column), *copy = NULL;

  switch (kind)
    {
    case EDIT_UPDATE:
      return g_strdup_printf ("UPDATE %s SET \"%s\" = %s WHERE %s AND \"%s\" IS NOT %s", table->name,
                              column->name, value, row, column->name, value);
    case EDIT_INSERT:
      copy = make_copy (table, row, TRUE);
      return g_strdup_printf ("INSERT %s", copy);
    case EDIT_DELETE:
      return g_strdup_printf ("DELETE FROM %s WHERE %s", table->name, row);
    case EDIT_SWAP:
      return swap (db, table, i);
    case EDIT_REPLACE:
      copy = make_copy (table, row, g_test_rand_bit ());
      return g_strdup_printf ("REPLACE %s", copy);
    case EDIT_UPSERT:
      copy = make_copy (table, row, FALSE);
      return g_strdup_printf ("INSERT %s ON CONFLICT DO UPDATE SET \"%s\" = excluded.\"%s\"", copy,
                              column->name, column->name);
    case EDIT_UPDATE_ALL:
      return g_strdup_printf ("UPDATE OR %s %s SET \"%s\" = %s", g_test_rand_bit () ? "IGNORE" : "REPLACE",
                              table->name, column->name, value);
    case EDIT_DELETE_ALL:
    case EDIT_N_KINDS:
    default:
      return g_strdup_printf ("DELETE FROM %s", table->name);
    }
}

char *
edit_by_chance (sqlite3 *db, const char *name, EditKind kind)
{
  Table table = { .name = name };
  g_autofree char *sql = NULL;
  int before = sqlite3_total_changes (db);

  look_at (db, &table);
  if (table.n_rows > 0)
    sql = draw (db, &table, kind);
  table_clear (&table);
  if (sql == NULL || sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK
      || sqlite3_total_changes (db) == before)
    return NULL;
  return g_steal_pointer (&sql);
}
