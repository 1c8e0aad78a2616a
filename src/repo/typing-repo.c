/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/typing-repo.h"

#include "db/query.h"

gboolean
cs_typing_repo_keep (CsTransaction *tx,
                     const char *subject,
                     const char *field,
                     const char *text,
                     const char *at,
                     GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         text == NULL ? "DELETE FROM typing WHERE subject = :subject AND field = :field"
                                      : "INSERT INTO typing (subject, field, text, typed_at)"
                                        " VALUES (:subject, :field, :text, :at) ON CONFLICT (subject, field)"
                                        " DO UPDATE SET text = excluded.text, typed_at = excluded.typed_at");

  cs_query_set_text (q, ":subject", subject);
  cs_query_set_text (q, ":field", field);
  if (text != NULL)
    {
      cs_query_set_text (q, ":text", text);
      cs_query_set_text (q, ":at", at);
    }
  return cs_query_run (q, error);
}

GHashTable *
cs_typing_repo_load (CsDb *db, const char *subject, GError **error)
{
  g_autoptr (GHashTable) typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  CsQuery *q = cs_query (db, "SELECT field, text FROM typing WHERE subject = :subject");

  cs_query_set_text (q, ":subject", subject);
  while (cs_query_next (q))
    g_hash_table_insert (typed, cs_query_dup (q, 0), cs_query_dup (q, 1));
  return cs_query_done (q, error) ? g_steal_pointer (&typed) : NULL;
}
