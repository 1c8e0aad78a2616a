/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/row-scan-private.h"

#include "db/query.h"

#include <glib/gi18n-lib.h>

GPtrArray *
_cs_row_scan_tables (CsDb *db, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  CsQuery *q = cs_query (db, "SELECT m.name FROM sqlite_schema m WHERE" CS_SUMMED "ORDER BY m.name");

  while (cs_query_next (q))
    g_ptr_array_add (names, cs_query_dup (q, 0));
  return cs_query_done (q, error) ? g_steal_pointer (&names) : NULL;
}

gboolean
_cs_row_scan_sum (CsDb *db, const char *table, CsRowSum *sum, GError **error)
{
  char *sql = sqlite3_mprintf ("SELECT * FROM \"%w\"", table);
  sqlite3_stmt *statement = NULL;
  CsRowHash hash;
  int code = sqlite3_prepare_v2 (db->handle, sql, -1, &statement, NULL);

  *sum = (CsRowSum){ 0 };
  _cs_row_hash_init (&hash, table);
  while (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      int n = sqlite3_data_count (statement);

      for (int i = 0; i < n; i++)
        _cs_row_hash_cell (&hash, sqlite3_column_value (statement, i));
      _cs_row_hash_end (&hash, sum, TRUE);
      code = SQLITE_OK;
    }
  if (code != SQLITE_DONE)
    _cs_db_set_error (db, code, _ ("cannot read the book"), error);
  _cs_row_hash_clear (&hash);
  sqlite3_finalize (statement);
  sqlite3_free (sql);
  return code == SQLITE_DONE;
}
