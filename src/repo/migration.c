/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/migration.h"

#include "base/error.h"
#include "base/moment.h"
#include "db/query.h"
#include "db/soundness.h"
#include "db/schema.h"
#include "db/transaction.h"
#include "repo/audit.h"

#include <glib/gi18n-lib.h>

/* the version from which on the log knows the rows */
#define SUMS_SINCE 2

/* Returns: (transfer full) (element-type utf8): what does not fit in the book as it is; NULL on error */
static GPtrArray *
look_through (CsDb *db, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (cs_db_version (db) < SUMS_SINCE || cs_audit_verify (db, problems, error))
    return g_steal_pointer (&problems);
  return NULL;
}

static gboolean
keeps_references (CsDb *db, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!cs_db_check_references (db, NULL, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;
  g_set_error (
      error, CS_ERROR, CS_ERROR_CORRUPT,
      _ ("The book cannot be brought to the present format: %s. Nothing was changed. Restore a backup"
         " copy."),
      (const char *) g_ptr_array_index (problems, 0));
  return FALSE;
}

static gboolean
write_line (CsTransaction *tx, int from, const GPtrArray *problems, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  g_autofree char *at = cs_moment_now ();
  g_autofree char *uuid = NULL;
  g_autofree char *before =
      problems->len == 0 ? g_strdup_printf ("%d", from)
                         : g_strdup_printf ("%d: %s", from, (const char *) g_ptr_array_index (problems, 0));
  g_autofree char *after = g_strdup_printf ("%d", cs_db_current_version ());
  CsQuery *q = cs_query (db, "SELECT uuid FROM book");
  CsAuditLine line = { .at = at, .who = "", .verb = "migrate", .before = before, .after = after };

  if (cs_query_next (q))
    uuid = cs_query_dup (q, 0);
  if (!cs_query_done (q, error))
    return FALSE;
  line.object = line.subject = uuid != NULL ? uuid : "";
  return cs_audit_add_migration (tx, &line, problems->len == 0, error);
}

static gboolean
migrate (CsDb *db, GError **error)
{
  g_autoptr (CsTransaction) tx = cs_transaction_begin (db, "migrate", error);
  g_autoptr (GPtrArray) problems = tx != NULL ? look_through (db, error) : NULL;
  int from = cs_db_version (db);

  return problems != NULL && cs_db_migrate (tx, error) && keeps_references (db, error)
         && write_line (tx, from, problems, error) && cs_transaction_commit (tx, error);
}

gboolean
cs_migration_run (CsDb *db, GError **error)
{
  /* tables are made anew, and for a moment nothing is where rows refer to */
  return cs_db_version (db) == cs_db_current_version ()
         || (cs_db_set_references (db, FALSE, error) && migrate (db, error)
             && cs_db_set_references (db, TRUE, error));
}
