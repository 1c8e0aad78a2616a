/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/search-table.h"

#include "db/handle-private.h"
#include "db/query.h"

/* FTS5 opens its table only when its version and the roots of its index can be read, also to mend it; what
 * lies behind the table is otherwise for it alone to write. These are the rows of a table that was just made.
 */
static gboolean
reset_roots (CsDb *db, GError **error)
{
  static const char *const steps[] = {
    "DELETE FROM search_config", "INSERT INTO search_config (k, v) VALUES ('version', 4)",
    "DELETE FROM search_data", "INSERT INTO search_data (id, block) VALUES (1, x''), (10, x'00000000000000')"
  };
  gboolean done = TRUE;

  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  for (guint i = 0; done && i < G_N_ELEMENTS (steps); i++)
    done = cs_query_run (cs_query (db, steps[i]), error);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return done;
}

gboolean
cs_search_table_empty (CsTransaction *tx, GError **error)
{
  CsDb *db = cs_transaction_db (tx);

  /* first the index is made to fit the words there are, then they can be thrown away through it */
  return reset_roots (db, error)
         && cs_query_run (cs_query (db, "INSERT INTO search (search) VALUES ('rebuild')"), error)
         && cs_query_run (cs_query (db, "DELETE FROM search"), error);
}
