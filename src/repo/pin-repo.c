/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/pin-repo.h"

#include "db/query.h"
#include "db/transaction.h"

void
cs_pin_free (CsPin *pin)
{
  if (pin == NULL)
    return;
  g_free (pin->hash);
  g_free (pin->failed_at);
  g_free (pin);
}

gboolean
cs_pin_repo_load (CsDb *db, gint64 member, CsPin **pin, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT hash, failures, failed_at FROM pin WHERE member = :member");
  g_autoptr (CsPin) found = NULL;

  *pin = NULL;
  cs_query_set_int (q, ":member", member);
  if (cs_query_next (q))
    {
      found = g_new0 (CsPin, 1);
      found->hash = cs_query_dup (q, 0);
      found->failures = (int) cs_query_int (q, 1);
      found->failed_at = cs_query_dup_or_null (q, 2);
    }
  if (!cs_query_done (q, error))
    return FALSE;
  *pin = g_steal_pointer (&found);
  return TRUE;
}

gboolean
cs_pin_repo_set (CsTransaction *tx, gint64 member, const char *hash, const char *at, GError **error)
{
  CsQuery *q = cs_query (
      cs_transaction_db (tx),
      "INSERT INTO pin (member, hash, set_at) VALUES (:member, :hash, :at)"
      " ON CONFLICT (member) DO UPDATE SET hash = :hash, set_at = :at, failures = 0, failed_at = NULL");

  cs_query_set_int (q, ":member", member);
  cs_query_set_text (q, ":hash", hash);
  cs_query_set_text (q, ":at", at);
  return cs_query_run (q, error);
}

gboolean
cs_pin_repo_remove (CsTransaction *tx, gint64 member, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx), "DELETE FROM pin WHERE member = :member");

  cs_query_set_int (q, ":member", member);
  return cs_query_run_changed (q, error);
}

gboolean
cs_pin_repo_count (CsTransaction *tx, gint64 member, int failures, const char *failed_at, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "UPDATE pin SET failures = :failures, failed_at = :at WHERE member = :member");

  cs_query_set_int (q, ":member", member);
  cs_query_set_int (q, ":failures", failures);
  cs_query_set_text (q, ":at", failed_at);
  return cs_query_run_changed (q, error);
}
