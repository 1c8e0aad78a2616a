/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/query.h"
#include "db/handle-private.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

struct _CsQuery
{
  CsDb *db;
  sqlite3_stmt *statement;
  CsCached *cached; /* (nullable): where the statement goes back to; NULL: it is finalised */
  int code;
  gboolean ended;
};

CsQuery *
cs_query (CsDb *db, const char *sql)
{
  CsQuery *query = g_new0 (CsQuery, 1);

  query->db = db;
  if (db->trace != NULL)
    g_ptr_array_add (db->trace, (gpointer) sql);
  query->cached = g_hash_table_lookup (db->statements, sql);
  /* also one that is only being filled is somebody's */
  if (query->cached != NULL && !query->cached->out)
    {
      query->statement = query->cached->statement;
      query->cached->out = TRUE;
      return query;
    }
  query->code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &query->statement, NULL);
  if (query->code != SQLITE_OK || query->cached != NULL)
    {
      query->cached = NULL;
      return query;
    }
  query->cached = g_new0 (CsCached, 1);
  query->cached->statement = query->statement;
  query->cached->out = TRUE;
  g_hash_table_insert (db->statements, (gpointer) sql, query->cached);
  return query;
}

static int
parameter (CsQuery *query, const char *name)
{
  int index = query->code == SQLITE_OK ? sqlite3_bind_parameter_index (query->statement, name) : 0;

  g_assert (index > 0 || query->code != SQLITE_OK);
  return index;
}

gboolean
cs_query_takes (CsQuery *query, const char *name)
{
  return query->code == SQLITE_OK && sqlite3_bind_parameter_index (query->statement, name) > 0;
}

void
cs_query_set_text (CsQuery *query, const char *name, const char *value)
{
  int index = parameter (query, name);

  if (query->code == SQLITE_OK)
    query->code = sqlite3_bind_text (query->statement, index, value, -1, SQLITE_TRANSIENT);
}

void
cs_query_set_int (CsQuery *query, const char *name, gint64 value)
{
  int index = parameter (query, name);

  if (query->code == SQLITE_OK)
    query->code = sqlite3_bind_int64 (query->statement, index, value);
}

gboolean
cs_query_next (CsQuery *query)
{
  int code;

  if (query->code != SQLITE_OK || query->ended)
    return FALSE;
  code = sqlite3_step (query->statement);
  if (code == SQLITE_ROW)
    return TRUE;
  query->ended = TRUE;
  if (code == SQLITE_DONE)
    return FALSE;
  /* the rows it had changed are as they were, and nobody was told */
  query->db->spoiled = TRUE;
  query->code = code;
  return FALSE;
}

gint64
cs_query_int (CsQuery *query, int column)
{
  return sqlite3_column_int64 (query->statement, column);
}

const char *
cs_query_text (CsQuery *query, int column)
{
  return (const char *) sqlite3_column_text (query->statement, column);
}

gsize
cs_query_length (CsQuery *query, int column)
{
  return (gsize) sqlite3_column_bytes (query->statement, column);
}

char *
cs_query_dup (CsQuery *query, int column)
{
  const char *text = cs_query_text (query, column);

  return g_strdup (text != NULL ? text : "");
}

char *
cs_query_dup_or_null (CsQuery *query, int column)
{
  return g_strdup (cs_query_text (query, column));
}

gboolean
cs_query_is_null (CsQuery *query, int column)
{
  return sqlite3_column_type (query->statement, column) == SQLITE_NULL;
}

void
cs_query_free (CsQuery *query)
{
  if (query == NULL)
    return;
  if (query->cached != NULL)
    {
      sqlite3_reset (query->statement);
      sqlite3_clear_bindings (query->statement);
      query->cached->out = FALSE;
    }
  else
    sqlite3_finalize (query->statement);
  g_free (query);
}

gboolean
cs_query_done (CsQuery *query, GError **error)
{
  gboolean good = query->code == SQLITE_OK;

  if (!good)
    _cs_db_set_error (query->db, query->code, _ ("cannot read or write the book"), error);
  cs_query_free (query);
  return good;
}

gboolean
cs_query_run (CsQuery *query, GError **error)
{
  while (cs_query_next (query))
    ;
  return cs_query_done (query, error);
}

gboolean
cs_query_run_changed (CsQuery *query, GError **error)
{
  CsDb *db = query->db;

  if (!cs_query_run (query, error))
    return FALSE;
  if (sqlite3_changes (db->handle) > 0)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
               _ ("This was changed somewhere else meanwhile. Look at it again, then repeat your change."));
  return FALSE;
}

gboolean
cs_query_one_int (CsQuery *query, gint64 *value, GError **error)
{
  gboolean found = cs_query_next (query);

  if (found)
    *value = cs_query_int (query, 0);
  return cs_query_done (query, error) && found;
}
