/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/producer-repo.h"

#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "db/query.h"
#include "repo/dossier-repo.h"
#include "repo/search-index.h"

#include <glib/gi18n-lib.h>

#define PRODUCER_COLUMNS                                                                                     \
  "SELECT r.id, r.uuid, r.name, r.kind, r.address, r.phone, r.representative, r.woman, r.minority,"          \
  " r.disability, r.version, r.commune, k.uuid, EXISTS (SELECT 1 FROM producer_join o WHERE o.kept = r.id"   \
  " AND o.separated_at IS NULL) FROM producer r LEFT JOIN producer_join j ON j.producer = r.id"              \
  " AND j.separated_at IS NULL LEFT JOIN producer k ON k.id = j.kept "

static CsProducer *
read_producer (CsQuery *q)
{
  CsProducer *producer = cs_producer_new ();

  producer->id = cs_query_int (q, 0);
  producer->uuid = cs_query_dup (q, 1);
  producer->name = cs_query_dup (q, 2);
  producer->kind = cs_query_dup (q, 3);
  producer->address = cs_query_dup (q, 4);
  producer->phone = cs_query_dup (q, 5);
  producer->representative = cs_query_dup (q, 6);
  producer->woman = cs_query_int (q, 7) != 0;
  producer->minority = cs_query_int (q, 8) != 0;
  producer->disability = cs_query_int (q, 9) != 0;
  producer->version = (int) cs_query_int (q, 10);
  producer->commune = cs_query_dup (q, 11);
  producer->joined_to = cs_query_dup_or_null (q, 12);
  producer->keeps_others = cs_query_int (q, 13) != 0;
  return producer;
}

/* Returns: (transfer full) (nullable) with @error unset. */
static CsProducer *
read_first (CsQuery *q, GError **error)
{
  g_autoptr (CsProducer) producer = cs_query_next (q) ? read_producer (q) : NULL;

  return cs_query_done (q, error) ? g_steal_pointer (&producer) : NULL;
}

static GPtrArray *
read_all (CsQuery *q, GError **error)
{
  g_autoptr (GPtrArray) producers = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_producer_free);

  while (cs_query_next (q))
    g_ptr_array_add (producers, read_producer (q));
  return cs_query_done (q, error) ? g_steal_pointer (&producers) : NULL;
}

static void
set_producer (CsQuery *q, const CsProducer *producer)
{
  g_autofree char *folded = cs_text_fold (producer->name);

  cs_query_set_text (q, ":name", producer->name);
  cs_query_set_text (q, ":folded", folded);
  cs_query_set_text (q, ":kind", producer->kind);
  cs_query_set_text (q, ":address", producer->address != NULL ? producer->address : "");
  cs_query_set_text (q, ":phone", producer->phone != NULL ? producer->phone : "");
  cs_query_set_text (q, ":representative", producer->representative != NULL ? producer->representative : "");
  cs_query_set_int (q, ":woman", producer->woman);
  cs_query_set_int (q, ":minority", producer->minority);
  cs_query_set_int (q, ":disability", producer->disability);
  cs_query_set_text (q, ":commune", producer->commune != NULL ? producer->commune : "");
}

gboolean
cs_producer_repo_add (CsTransaction *tx, CsProducer *producer, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q =
      cs_query (db, "INSERT INTO producer (uuid, name, folded, kind, address, phone, representative, woman,"
                    " minority, disability, commune) VALUES (:uuid, :name, :folded, :kind, :address, :phone,"
                    " :representative, :woman, :minority, :disability, :commune)");

  cs_query_set_text (q, ":uuid", producer->uuid);
  set_producer (q, producer);
  if (!cs_query_run (q, error))
    return FALSE;
  producer->id = cs_db_last_id (db);
  producer->version = 1;
  return TRUE;
}

gboolean
cs_producer_repo_update (CsTransaction *tx, const CsProducer *producer, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q =
      cs_query (db, "UPDATE producer SET name = :name, folded = :folded, kind = :kind, address = :address,"
                    " phone = :phone, representative = :representative, woman = :woman, minority = :minority,"
                    " disability = :disability, commune = :commune, version = version + 1"
                    " WHERE id = :id AND version = :version");
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (gint64));

  cs_query_set_int (q, ":id", producer->id);
  cs_query_set_int (q, ":version", producer->version);
  set_producer (q, producer);
  if (!cs_query_run_changed (q, error))
    return FALSE;
  q = cs_query (db, "SELECT d.id FROM dossier d JOIN product p ON p.id = d.product WHERE p.producer = :id");
  cs_query_set_int (q, ":id", producer->id);
  while (cs_query_next (q))
    {
      gint64 id = cs_query_int (q, 0);

      g_array_append_val (touched, id);
    }
  if (!cs_query_done (q, error))
    return FALSE;
  for (guint i = 0; i < touched->len; i++)
    if (!cs_search_index_add (tx, g_array_index (touched, gint64, i), error))
      return FALSE;
  return TRUE;
}

CsProducer *
cs_producer_repo_get (CsDb *db, const char *uuid, GError **error)
{
  g_autoptr (GError) failed = NULL;
  CsQuery *q = cs_query (db, PRODUCER_COLUMNS "WHERE r.uuid = :uuid");
  CsProducer *producer;

  cs_query_set_text (q, ":uuid", uuid);
  producer = read_first (q, &failed);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (producer == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                 _ ("There is no producer “%s” in the book. Take the id from “producer list”."), uuid);
  return producer;
}

CsProducer *
cs_producer_repo_find (CsDb *db, const char *name, const char *commune, const char *kind, GError **error)
{
  g_autofree char *folded = cs_text_fold (name);
  CsQuery *q =
      cs_query (db, PRODUCER_COLUMNS "WHERE r.folded = :folded AND r.name = :name AND r.commune = :commune"
                                     " AND r.kind = :kind ORDER BY r.id LIMIT 1");

  cs_query_set_text (q, ":folded", folded);
  cs_query_set_text (q, ":name", name);
  cs_query_set_text (q, ":commune", commune);
  cs_query_set_text (q, ":kind", kind);
  return read_first (q, error);
}

GPtrArray *
cs_producer_repo_list (CsDb *db, const char *words, guint limit, GError **error)
{
  g_autofree char *folded = cs_text_fold (words);
  CsQuery *q = cs_query (db, PRODUCER_COLUMNS "WHERE instr (' ' || r.folded, ' ' || :folded) > 0"
                                              " ORDER BY r.folded <> :folded, r.folded, r.id LIMIT :limit");

  cs_query_set_text (q, ":folded", folded);
  cs_query_set_int (q, ":limit", limit);
  return read_all (q, error);
}

GPtrArray *
cs_producer_repo_called (CsDb *db, const char *const *names, GError **error)
{
  CsQuery *q = cs_query (db, PRODUCER_COLUMNS "WHERE r.folded IN (:a, :b, :c) ORDER BY r.folded, r.id");

  cs_query_set_text (q, ":a", names[0]);
  cs_query_set_text (q, ":b", names[1]);
  cs_query_set_text (q, ":c", names[2]);
  return read_all (q, error);
}

GPtrArray *
cs_producer_repo_dossiers (CsDb *db, gint64 producer, GError **error)
{
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  CsQuery *q = cs_query (db, "SELECT d.uuid FROM dossier d JOIN product p ON p.id = d.product"
                             " WHERE p.producer IN (SELECT :producer UNION SELECT producer FROM producer_join"
                             " WHERE kept = (SELECT one FROM one_producer WHERE producer = :producer)"
                             " AND separated_at IS NULL"
                             " UNION SELECT one FROM one_producer WHERE producer = :producer)");

  cs_query_set_int (q, ":producer", producer);
  while (cs_query_next (q))
    g_ptr_array_add (uuids, cs_query_dup (q, 0));
  return cs_query_done (q, error) ? g_steal_pointer (&uuids) : NULL;
}

gint64
cs_producer_repo_n_dossiers (CsDb *db, gint64 producer, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT count (*) FROM dossier d JOIN product p ON p.id = d.product"
                             " WHERE p.producer = :producer AND d.deleted = 0");
  gint64 n = -1;

  cs_query_set_int (q, ":producer", producer);
  cs_query_one_int (q, &n, error);
  return n;
}

gboolean
cs_producer_repo_join (CsTransaction *tx,
                       gint64 producer,
                       gint64 kept,
                       const char *at,
                       const char *by,
                       const char *reason,
                       GError **error)
{
  g_autofree char *uuid = cs_id_new ();
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "INSERT INTO producer_join (uuid, producer, kept, joined_at, joined_by, reason)"
                         " VALUES (:uuid, :producer, :kept, :at, :by, :reason)");

  cs_query_set_text (q, ":uuid", uuid);
  cs_query_set_int (q, ":producer", producer);
  cs_query_set_int (q, ":kept", kept);
  cs_query_set_text (q, ":at", at);
  cs_query_set_text (q, ":by", by);
  cs_query_set_text (q, ":reason", reason);
  return cs_query_run (q, error);
}

gboolean
cs_producer_repo_separate (
    CsTransaction *tx, gint64 producer, const char *at, const char *by, const char *reason, GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx), "UPDATE producer_join SET separated_at = :at, separated_by = :by,"
                                        " separate_reason = :reason WHERE producer = :producer"
                                        " AND separated_at IS NULL");

  cs_query_set_int (q, ":producer", producer);
  cs_query_set_text (q, ":at", at);
  cs_query_set_text (q, ":by", by);
  cs_query_set_text (q, ":reason", reason);
  return cs_query_run_changed (q, error);
}
