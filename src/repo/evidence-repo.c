/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/evidence-repo.h"
#include "db/query.h"
#include "db/transaction.h"

GPtrArray *
cs_evidence_repo_of_set (CsDb *db, const CsIdSet *dossiers, GError **error)
{
  g_autoptr (GPtrArray) lists = cs_id_set_lists (dossiers, (GDestroyNotify) cs_evidence_free);
  CsQuery *q =
      cs_query (db,
                "SELECT id, uuid, kind, number, issued_on, expires_on, file_sha256, file_name, media_type,"
                " size, version, dossier FROM paper"
                " WHERE dossier IN (SELECT value FROM json_each (:dossiers)) ORDER BY id");

  cs_query_set_text (q, ":dossiers", cs_id_set_json (dossiers));
  while (cs_query_next (q))
    {
      CsEvidence *paper = cs_evidence_new ();

      paper->id = cs_query_int (q, 0);
      paper->uuid = cs_query_dup (q, 1);
      paper->dossier = cs_query_int (q, 11);
      paper->kind = cs_query_dup (q, 2);
      paper->number = cs_query_dup (q, 3);
      paper->issued_on = cs_query_dup_or_null (q, 4);
      paper->expires_on = cs_query_dup_or_null (q, 5);
      paper->file_sha256 = cs_query_dup_or_null (q, 6);
      paper->file_name = cs_query_dup_or_null (q, 7);
      paper->media_type = cs_query_dup_or_null (q, 8);
      paper->size = cs_query_int (q, 9);
      paper->version = (int) cs_query_int (q, 10);
      g_ptr_array_add (cs_id_set_of (dossiers, lists, paper->dossier), paper);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&lists) : NULL;
}

GPtrArray *
cs_evidence_repo_of_dossier (CsDb *db, gint64 dossier, GError **error)
{
  g_autoptr (CsIdSet) one = cs_id_set_new_one (dossier);
  g_autoptr (GPtrArray) lists = cs_evidence_repo_of_set (db, one, error);

  return lists != NULL ? g_ptr_array_ref (g_ptr_array_index (lists, 0)) : NULL;
}

static void
set_paper (CsQuery *q, const CsEvidence *paper)
{
  cs_query_set_text (q, ":kind", paper->kind);
  cs_query_set_text (q, ":number", paper->number != NULL ? paper->number : "");
  cs_query_set_text (q, ":issued", paper->issued_on);
  cs_query_set_text (q, ":expires", paper->expires_on);
  cs_query_set_text (q, ":sha", paper->file_sha256);
  cs_query_set_text (q, ":name", paper->file_name);
  cs_query_set_text (q, ":type", paper->media_type);
  cs_query_set_int (q, ":size", paper->size);
}

gboolean
cs_evidence_repo_add (CsTransaction *tx, CsEvidence *paper, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q =
      cs_query (db,
                "INSERT INTO paper (uuid, dossier, kind, number, issued_on, expires_on, file_sha256,"
                " file_name, media_type, size) VALUES (:uuid, :dossier, :kind, :number, :issued, :expires,"
                " :sha, :name, :type, :size)");

  cs_query_set_text (q, ":uuid", paper->uuid);
  cs_query_set_int (q, ":dossier", paper->dossier);
  set_paper (q, paper);
  if (!cs_query_run (q, error))
    return FALSE;
  paper->id = cs_db_last_id (db);
  paper->version = 1;
  return TRUE;
}

gboolean
cs_evidence_repo_update (CsTransaction *tx, const CsEvidence *paper, GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx),
                "UPDATE paper SET kind = :kind, number = :number, issued_on = :issued, expires_on = :expires,"
                " file_sha256 = :sha, file_name = :name, media_type = :type, size = :size,"
                " version = version + 1 WHERE id = :id AND version = :version");

  cs_query_set_int (q, ":id", paper->id);
  cs_query_set_int (q, ":version", paper->version);
  set_paper (q, paper);
  return cs_query_run_changed (q, error);
}

gboolean
cs_evidence_repo_remove (CsTransaction *tx, gint64 id, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx), "DELETE FROM paper WHERE id = :id");

  cs_query_set_int (q, ":id", id);
  return cs_query_run_changed (q, error);
}

GPtrArray *
cs_evidence_repo_digests (CsDb *db, GError **error)
{
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  CsQuery *q =
      cs_query (db,
                "SELECT DISTINCT file_sha256 FROM paper WHERE file_sha256 IS NOT NULL ORDER BY file_sha256");

  while (cs_query_next (q))
    g_ptr_array_add (digests, cs_query_dup (q, 0));
  return cs_query_done (q, error) ? g_steal_pointer (&digests) : NULL;
}
