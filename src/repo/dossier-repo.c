/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/dossier-repo.h"

#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "db/query.h"
#include "db/transaction.h"
#include "repo/id-set.h"
#include "repo/search-index.h"

#include <glib/gi18n-lib.h>

#define DOSSIER_COLUMNS                                                                                      \
  "SELECT d.id, d.uuid, d.code, p.name, p.description, p.id, d.regulation, d.form, d.unit, d.kind, "         \
  "d.registered_on,"                                                                                         \
  " d.deleted, d.rehearsal, d.version, r.id, r.uuid, r.name, r.kind, r.address, r.phone, r.representative, " \
  "r.woman,"                                                                                                 \
  " r.minority, r.disability, r.version, e.id, e.uuid, e.round, k.key, e.state, z.closed_at, z.reason, "     \
  "g.decided_on,"                                                                                            \
  " (SELECT max (w.withdrawn_on) FROM withdrawal w WHERE w.evaluation = e.id), p.uuid, k.uuid, r.commune,"   \
  " EXISTS (SELECT 1 FROM recognition a WHERE a.dossier = d.id AND a.withdrawn_on IS NULL)"                  \
  " FROM dossier d JOIN product p ON p.id = d.product JOIN producer r ON r.id = p.producer"                  \
  " LEFT JOIN evaluation e ON e.dossier = d.id LEFT JOIN council k ON k.id = e.council"                      \
  " LEFT JOIN round o ON o.id = e.round"                                                                     \
  " LEFT JOIN closing z ON z.evaluation = e.id AND z.reopened_at IS NULL"                                    \
  " LEFT JOIN recognition g ON g.evaluation = e.id AND g.withdrawn_on IS NULL "

static void
fill_producer (CsProducer *producer, CsQuery *q)
{
  producer->id = cs_query_int (q, 14);
  producer->uuid = cs_query_dup (q, 15);
  producer->name = cs_query_dup (q, 16);
  producer->kind = cs_query_dup (q, 17);
  producer->address = cs_query_dup (q, 18);
  producer->phone = cs_query_dup (q, 19);
  producer->representative = cs_query_dup (q, 20);
  producer->woman = cs_query_int (q, 21) != 0;
  producer->minority = cs_query_int (q, 22) != 0;
  producer->disability = cs_query_int (q, 23) != 0;
  producer->version = (int) cs_query_int (q, 24);
  producer->commune = cs_query_dup (q, 36);
}

static CsDossier *
read_dossier (CsQuery *q)
{
  CsDossier *dossier = cs_dossier_new ();

  dossier->id = cs_query_int (q, 0);
  dossier->uuid = cs_query_dup (q, 1);
  dossier->code = cs_query_dup (q, 2);
  dossier->product = cs_query_dup (q, 3);
  dossier->description = cs_query_dup (q, 4);
  dossier->product_id = cs_query_int (q, 5);
  dossier->regulation = cs_query_dup (q, 6);
  dossier->form = (int) cs_query_int (q, 7);
  dossier->unit = cs_query_dup (q, 8);
  dossier->kind = cs_query_dup (q, 9);
  dossier->registered_on = cs_query_dup (q, 10);
  dossier->deleted = cs_query_int (q, 11) != 0;
  dossier->rehearsal = cs_query_int (q, 12) != 0;
  dossier->version = (int) cs_query_int (q, 13);
  fill_producer (&dossier->producer, q);
  dossier->evaluation = cs_query_int (q, 25);
  dossier->evaluation_uuid = cs_query_dup_or_null (q, 26);
  dossier->round = cs_query_dup_or_null (q, 27);
  dossier->council = cs_query_dup_or_null (q, 28);
  dossier->closed = g_strcmp0 (cs_query_text (q, 29), "closed") == 0;
  dossier->closed_at = cs_query_dup_or_null (q, 30);
  dossier->close_reason = cs_query_dup_or_null (q, 31);
  dossier->recognised_on = cs_query_dup_or_null (q, 32);
  dossier->withdrawn_on = cs_query_dup_or_null (q, 33);
  dossier->product_uuid = cs_query_dup (q, 34);
  dossier->council_uuid = cs_query_dup_or_null (q, 35);
  dossier->decided_elsewhere = cs_query_int (q, 37) != 0;
  return dossier;
}

/* Puts @dossier, which it takes, to its key. */
static void
give_out (CsDossier *dossier, const CsIdSet *ids, const GArray *keys, GPtrArray *dossiers)
{
  for (guint i = (guint) cs_id_set_place (ids, dossier->id); i < keys->len; i++)
    {
      const CsDossierKey *key = &g_array_index (keys, CsDossierKey, i);

      if (key->dossier != dossier->id || key->evaluation != dossier->evaluation
          || g_ptr_array_index (dossiers, i) != NULL)
        continue;
      dossiers->pdata[i] = dossier;
      return;
    }
  cs_dossier_free (dossier);
}

GPtrArray *
cs_dossier_repo_of_set (CsDb *db, const GArray *keys, GError **error)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_dossier_free);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CsIdSet) ids = NULL;
  CsQuery *q = cs_query (db, DOSSIER_COLUMNS "WHERE d.id IN (SELECT value FROM json_each (:ids))");

  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (rows, g_array_index (keys, CsDossierKey, i).dossier);
  ids = cs_id_set_new (rows);
  g_ptr_array_set_size (dossiers, (int) keys->len);
  cs_query_set_text (q, ":ids", cs_id_set_json (ids));
  while (cs_query_next (q))
    give_out (read_dossier (q), ids, keys, dossiers);
  if (!cs_query_done (q, error))
    return NULL;
  if (!g_ptr_array_find (dossiers, NULL, NULL))
    return g_steal_pointer (&dossiers);
  g_set_error_literal (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("This dossier is no longer in the book."));
  return NULL;
}

CsDossier *
cs_dossier_repo_load (CsDb *db, gint64 id, gint64 evaluation, GError **error)
{
  CsDossierKey key = { id, evaluation };
  g_autoptr (GArray) keys = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof key), &key, 1);
  g_autoptr (GPtrArray) dossiers = cs_dossier_repo_of_set (db, keys, error);

  return dossiers != NULL ? g_ptr_array_steal_index (dossiers, 0) : NULL;
}

CsDossier *
cs_dossier_repo_by_code (CsDb *db, const char *code, const char *round, GError **error)
{
  CsQuery *q = cs_query (db, DOSSIER_COLUMNS
                         "WHERE d.code = :code AND d.deleted = 0 AND (:round IS NULL OR e.round = :round)"
                         " ORDER BY o.position DESC LIMIT 1");
  g_autoptr (CsDossier) dossier = NULL;

  cs_query_set_text (q, ":code", code);
  cs_query_set_text (q, ":round", round);
  if (cs_query_next (q))
    dossier = read_dossier (q);
  if (!cs_query_done (q, error))
    return NULL;
  if (dossier == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                 round == NULL ? _ ("There is no product %s in the book. Check the code.")
                               : _ ("There is no product %s in this round. Check the code and the round."),
                 code);
  return g_steal_pointer (&dossier);
}

gboolean
cs_dossier_repo_add (CsTransaction *tx, CsDossier *dossier, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  g_autofree char *folded = cs_text_fold (dossier->product);
  g_autofree char *product_uuid = cs_id_new ();
  CsQuery *q = cs_query (db, "INSERT INTO product (uuid, producer, name, folded, description)"
                             " VALUES (:uuid, :producer, :name, :folded, :description)");

  cs_query_set_text (q, ":uuid", product_uuid);
  cs_query_set_int (q, ":producer", dossier->producer.id);
  cs_query_set_text (q, ":name", dossier->product);
  cs_query_set_text (q, ":folded", folded);
  cs_query_set_text (q, ":description", dossier->description != NULL ? dossier->description : "");
  if (!cs_query_run (q, error))
    return FALSE;
  dossier->product_id = cs_db_last_id (db);
  g_free (dossier->product_uuid);
  dossier->product_uuid = g_steal_pointer (&product_uuid);
  q = cs_query (
      db, "INSERT INTO dossier (uuid, code, product, regulation, form, unit, kind, registered_on, rehearsal)"
          " VALUES (:uuid, :code, :product, :regulation, :form, :unit, :kind, :on, :rehearsal)");
  cs_query_set_text (q, ":uuid", dossier->uuid);
  cs_query_set_text (q, ":code", dossier->code);
  cs_query_set_int (q, ":product", dossier->product_id);
  cs_query_set_text (q, ":regulation", dossier->regulation);
  cs_query_set_int (q, ":form", dossier->form);
  cs_query_set_text (q, ":unit", dossier->unit);
  cs_query_set_text (q, ":kind", dossier->kind);
  cs_query_set_text (q, ":on", dossier->registered_on);
  cs_query_set_int (q, ":rehearsal", dossier->rehearsal);
  if (!cs_query_run (q, error))
    return FALSE;
  dossier->id = cs_db_last_id (db);
  dossier->version = 1;
  return cs_search_index_add (tx, dossier->id, error);
}

gboolean
cs_dossier_repo_update (CsTransaction *tx, const CsDossier *dossier, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  g_autofree char *folded = cs_text_fold (dossier->product);
  CsQuery *q =
      cs_query (db, "UPDATE dossier SET code = :code, form = :form, unit = :unit, kind = :kind,"
                    " registered_on = :on, version = version + 1 WHERE id = :id AND version = :version");

  cs_query_set_text (q, ":code", dossier->code);
  cs_query_set_int (q, ":form", dossier->form);
  cs_query_set_text (q, ":unit", dossier->unit);
  cs_query_set_text (q, ":kind", dossier->kind);
  cs_query_set_text (q, ":on", dossier->registered_on);
  cs_query_set_int (q, ":id", dossier->id);
  cs_query_set_int (q, ":version", dossier->version);
  if (!cs_query_run_changed (q, error))
    return FALSE;
  q = cs_query (db, "UPDATE product SET name = :name, folded = :folded, description = :description,"
                    " version = version + 1 WHERE id = :id");
  cs_query_set_text (q, ":name", dossier->product);
  cs_query_set_text (q, ":folded", folded);
  cs_query_set_text (q, ":description", dossier->description != NULL ? dossier->description : "");
  cs_query_set_int (q, ":id", dossier->product_id);
  return cs_query_run (q, error) && cs_search_index_add (tx, dossier->id, error);
}

gboolean
cs_dossier_repo_set_deleted (CsTransaction *tx, gint64 id, gboolean deleted, GError **error)
{
  CsQuery *q = cs_query (
      cs_transaction_db (tx),
      "UPDATE dossier SET deleted = :deleted, version = version + 1 WHERE id = :id AND deleted <> :deleted");

  cs_query_set_int (q, ":id", id);
  cs_query_set_int (q, ":deleted", deleted);
  return cs_query_run_changed (q, error);
}

gboolean
cs_dossier_repo_set_rehearsal (CsTransaction *tx, gint64 id, gboolean rehearsal, GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx), "UPDATE dossier SET rehearsal = :rehearsal, version = version + 1"
                                        " WHERE id = :id AND rehearsal <> :rehearsal");

  cs_query_set_int (q, ":id", id);
  cs_query_set_int (q, ":rehearsal", rehearsal != FALSE);
  return cs_query_run_changed (q, error);
}

gboolean
cs_dossier_repo_add_evaluation (
    CsTransaction *tx, CsDossier *dossier, const char *round, gint64 council, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q = cs_query (db, "INSERT INTO evaluation (uuid, dossier, round, council)"
                             " VALUES (:uuid, :dossier, :round, :council)");

  g_free (dossier->evaluation_uuid);
  dossier->evaluation_uuid = cs_id_new ();
  cs_query_set_text (q, ":uuid", dossier->evaluation_uuid);
  cs_query_set_int (q, ":dossier", dossier->id);
  cs_query_set_text (q, ":round", round);
  cs_query_set_int (q, ":council", council);
  if (!cs_query_run (q, error))
    return FALSE;
  dossier->evaluation = cs_db_last_id (db);
  return TRUE;
}

gboolean
cs_dossier_repo_move_evaluation (
    CsTransaction *tx, gint64 evaluation, const char *round, gint64 council, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx), "UPDATE evaluation SET round = :round, council = :council,"
                                                 " version = version + 1 WHERE id = :id AND state = 'open'");

  cs_query_set_text (q, ":round", round);
  cs_query_set_int (q, ":council", council);
  cs_query_set_int (q, ":id", evaluation);
  return cs_query_run_changed (q, error);
}

gboolean
cs_dossier_repo_remove_evaluation (CsTransaction *tx, gint64 evaluation, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx), "DELETE FROM evaluation WHERE id = :id AND state = 'open'");

  cs_query_set_int (q, ":id", evaluation);
  return cs_query_run_changed (q, error);
}

gboolean
cs_dossier_repo_set_closed (CsTransaction *tx, gint64 evaluation, gboolean closed, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "UPDATE evaluation SET state = CASE WHEN :closed THEN 'closed' ELSE 'open' END,"
                         " version = version + 1 WHERE id = :id AND (state = 'closed') <> :closed");

  cs_query_set_int (q, ":id", evaluation);
  cs_query_set_int (q, ":closed", closed != FALSE);
  return cs_query_run_changed (q, error);
}

gint64
cs_dossier_repo_n_sheets (CsDb *db, gint64 evaluation, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT count (*) FROM sheet WHERE evaluation = :evaluation");
  gint64 n = -1;

  cs_query_set_int (q, ":evaluation", evaluation);
  cs_query_one_int (q, &n, error);
  return n;
}

gint64
cs_dossier_repo_n_sheets_of_dossier (CsDb *db, gint64 dossier, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT count (*) FROM sheet s JOIN evaluation e ON e.id = s.evaluation"
                             " WHERE e.dossier = :dossier");
  gint64 n = -1;

  cs_query_set_int (q, ":dossier", dossier);
  cs_query_one_int (q, &n, error);
  return n;
}

int
cs_dossier_repo_last_serial (CsDb *db, const char *prefix, const char *suffix, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT code FROM dossier WHERE code >= :prefix AND code < :prefix || ':'");
  int last = 0;

  cs_query_set_text (q, ":prefix", prefix);
  while (cs_query_next (q))
    {
      const char *code = cs_query_text (q, 0);
      g_autofree char *serial = NULL;
      int number;

      if (!g_str_has_suffix (code, suffix) || strlen (code) <= strlen (prefix) + strlen (suffix))
        continue;
      serial = g_strndup (code + strlen (prefix), strlen (code) - strlen (prefix) - strlen (suffix));
      if (cs_text_to_int (serial, 1, G_MAXINT - 1, &number))
        last = MAX (last, number);
    }
  return cs_query_done (q, error) ? last : -1;
}
