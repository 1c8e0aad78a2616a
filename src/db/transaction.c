/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/transaction.h"
#include "db/handle-private.h"

#include "base/error.h"
#include "db/row-change-private.h"
#include "db/row-sum-private.h"

#include <glib/gi18n-lib.h>

/* A file that was deleted or moved away while open would take every write and lose it all when the program
 * ends. */
static gboolean
is_where_it_was (CsDb *db, GError **error)
{
  int moved = 0;

  if (sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
               _ ("%s is no longer there: it was moved or deleted, or its disk was taken away. Nothing was "
                  "changed. Put the "
                  "file back, then open it again."),
               db->path);
  return FALSE;
}

CsTransaction *
cs_transaction_begin (CsDb *db, const char *what, GError **error)
{
  CsTransaction *transaction;

  if (db->current != NULL)
    {
      g_critical ("transaction “%s” begun inside “%s”", what, db->current->what);
      g_return_val_if_reached (NULL);
    }
  if (!is_where_it_was (db, error) || !_cs_db_exec (db, "BEGIN IMMEDIATE", error))
    return NULL;
  transaction = g_new0 (CsTransaction, 1);
  transaction->db = db;
  transaction->what = what;
  db->current = transaction;
  db->spoiled = FALSE;
  return transaction;
}

/* No half of a command, and no change without its line in the log. */
static gboolean
is_complete (CsTransaction *transaction, GError **error)
{
  if (transaction->db->spoiled)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_FAILED,
                           _ ("A part of this failed before. Nothing was changed; try again."));
      return FALSE;
    }
  if (!_cs_row_sums_is_behind (transaction->db))
    return TRUE;
  g_critical ("transaction “%s” changed rows after its last line of the log", transaction->what);
  g_set_error_literal (error, CS_ERROR, CS_ERROR_FAILED, _ ("Nothing was changed."));
  return FALSE;
}

gboolean
cs_transaction_commit (CsTransaction *transaction, GError **error)
{
  CsDb *db = transaction->db;
  gboolean committed;

  g_return_val_if_fail (!transaction->ended, FALSE);
  if (!is_complete (transaction, error))
    return FALSE;
  db->committing = TRUE;
  committed = _cs_db_exec (db, "COMMIT", error);
  db->committing = FALSE;
  if (committed)
    {
      if (_cs_row_sums_is_behind (db))
        g_critical ("rows were changed by the COMMIT of transaction “%s”", transaction->what);
      transaction->ended = TRUE;
      db->current = NULL;
      _cs_row_changes_drop (db);
    }
  return committed;
}

void
cs_transaction_free (CsTransaction *transaction)
{
  if (transaction == NULL)
    return;
  if (!transaction->ended)
    {
      /* some errors (disk full) have rolled back already */
      if (!sqlite3_get_autocommit (transaction->db->handle))
        sqlite3_exec (transaction->db->handle, "ROLLBACK", NULL, NULL, NULL);
      _cs_row_sums_drop (transaction->db);
      _cs_row_changes_drop (transaction->db);
      transaction->db->current = NULL;
    }
  g_free (transaction);
}

CsDb *
cs_transaction_db (CsTransaction *transaction)
{
  return transaction->db;
}

void
cs_transaction_set_step (CsTransaction *self, CsTransactionStep step, gpointer data)
{
  self->step = step;
  self->step_data = data;
}

gboolean
cs_transaction_step (CsTransaction *self, guint done, guint total, GError **error)
{
  return self->step == NULL || self->step (done, total, self->step_data, error);
}
