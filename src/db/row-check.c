/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/row-check.h"

#include "db/query.h"
#include "db/row-scan-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *name;
  CsRowSum known;
  gboolean there; /* the table is in the file */
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;

  g_free (table->name);
  g_free (table);
}

static int
compare_tables (gconstpointer a, gconstpointer b)
{
  const Table *const *left = a, *const *right = b;

  return strcmp ((*left)->name, (*right)->name);
}

static Table *
ensure_table (GPtrArray *tables, const char *name)
{
  Table *table;

  for (guint i = 0; i < tables->len; i++)
    {
      table = g_ptr_array_index (tables, i);
      if (g_str_equal (table->name, name))
        return table;
    }
  table = g_new0 (Table, 1);
  table->name = g_strdup (name);
  g_ptr_array_add (tables, table);
  return table;
}

/* Returns: (transfer full) (element-type Table): those in the file and those in row_sum, by name. */
static GPtrArray *
list_tables (CsDb *db, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (table_free);
  g_autoptr (GPtrArray) names = _cs_row_scan_tables (db, error);
  CsQuery *q;

  if (names == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    ensure_table (tables, g_ptr_array_index (names, i))->there = TRUE;
  q = cs_query (db, "SELECT name, rows, sum FROM row_sum");
  while (cs_query_next (q))
    {
      g_autofree char *name = cs_query_dup (q, 0);
      CsRowSum *known = &ensure_table (tables, name)->known;

      _cs_row_sum_parse (known, cs_query_text (q, 2));
      known->rows = cs_query_int (q, 1);
    }
  g_ptr_array_sort (tables, compare_tables);
  return cs_query_done (q, error) ? g_steal_pointer (&tables) : NULL;
}

static char *
describe (const Table *table, const CsRowSum *found)
{
  g_autofree char *rows = NULL, *known = NULL;

  if (found->rows == table->known.rows)
    /* Translators: %s is the name of a table in the book's file, such as “member” */
    return g_strdup_printf (_ ("rows of the table “%s” were changed outside the program"), table->name);
  rows = g_strdup_printf ("%" G_GINT64_FORMAT, found->rows);
  known = g_strdup_printf ("%" G_GINT64_FORMAT, table->known.rows);
  /* Translators: %1$s is the name of a table in the book's file, such as “member”, %2$s and %3$s are numbers
   */
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "the table “%1$s” was changed outside the program: it has %2$s row, the log knows of %3$s",
          "the table “%1$s” was changed outside the program: it has %2$s rows, the log knows of %3$s",
          (gulong) found->rows),
      table->name, rows, known);
}

/* No record is in them, and they can be made again. */
static gboolean
is_behind_search (const Table *table)
{
  return g_str_has_prefix (table->name, "search_");
}

gboolean
cs_row_sums_compare (CsDb *db, GPtrArray *problems, GError **error)
{
  gboolean search_fits = TRUE;
  g_autoptr (GPtrArray) tables = list_tables (db, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      const Table *table = g_ptr_array_index (tables, i);
      CsRowSum found = { 0 };

      if (table->there && !_cs_row_scan_sum (db, table->name, &found, error))
        return FALSE;
      if (memcmp (&found, &table->known, sizeof found) == 0)
        continue;
      if (is_behind_search (table))
        search_fits = FALSE;
      else
        g_ptr_array_add (problems, describe (table, &found));
    }
  if (!search_fits)
    g_ptr_array_add (problems,
                     g_strdup (_ ("the index of the search was damaged or changed outside the program;"
                                  " nothing recorded is in it, and the command reindex makes it"
                                  " anew")));
  return TRUE;
}
