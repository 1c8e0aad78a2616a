/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/db-private.h"

#include "sql-resources.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

/* A released migration is never edited: books in the field were made by it. */
static const char *const migrations[] = {
  "/vn/chamsao/sql/0001-first.sql",
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
