/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/council-repo.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

static gboolean
load_members (CsDb *db, CsCouncil *council, GError **error)
{
  CsQuery *q = cs_query (
      db, "SELECT id, uuid, key, name, role, organisation, added_at FROM member WHERE council = :council"
          " ORDER BY position");

  cs_query_set_int (q, ":council", council->id);
  while (cs_query_next (q))
    {
      CsMember *member = cs_council_add_member (council);

      member->id = cs_query_int (q, 0);
      member->uuid = cs_query_dup (q, 1);
      member->key = cs_query_dup (q, 2);
      member->name = cs_query_dup (q, 3);
      cs_role_parse (cs_query_text (q, 4), &member->role);
      member->organisation = cs_query_dup (q, 5);
      member->added_at = cs_query_dup (q, 6);
    }
  return cs_query_done (q, error);
}

/* @key: (nullable): only the council called so */
static GPtrArray *
load (CsDb *db, const char *key, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_council_free);
  CsQuery *q =
      cs_query (db,
                "SELECT id, key, level, unit, quorum_num, quorum_den, chair_required, spread_limit,"
                " spread_inclusive, minimum_rule FROM council WHERE :key IS NULL OR key = :key ORDER BY key");

  cs_query_set_text (q, ":key", key);
  while (cs_query_next (q))
    {
      CsCouncil *council = cs_council_new ();

      council->id = cs_query_int (q, 0);
      council->key = cs_query_dup (q, 1);
      council->level = cs_query_dup (q, 2);
      council->unit = cs_query_dup (q, 3);
      council->rules.quorum = (CsFraction){ cs_query_int (q, 4), cs_query_int (q, 5) };
      council->rules.chair_required = cs_query_int (q, 6) != 0;
      council->rules.spread_limit = (int) cs_query_int (q, 7);
      council->rules.spread_inclusive = cs_query_int (q, 8) != 0;
      cs_minimum_rule_parse (cs_query_text (q, 9), &council->rules.minimum_rule);
      g_ptr_array_add (list, council);
    }
  if (!cs_query_done (q, error))
    return NULL;
  for (guint i = 0; i < list->len; i++)
    if (!load_members (db, g_ptr_array_index (list, i), error))
      return NULL;
  return g_steal_pointer (&list);
}

GPtrArray *
cs_council_repo_list (CsDb *db, GError **error)
{
  return load (db, NULL, error);
}

CsCouncil *
cs_council_repo_by_key (CsDb *db, const char *key, GError **error)
{
  g_autoptr (GPtrArray) found = load (db, key, error);

  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_ptr_array_steal_index (found, 0);
  g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("There is no council %s in the book. Check its name."),
               key);
  return NULL;
}

static void
set_rules (CsQuery *q, const CsCouncilRules *rules)
{
  cs_query_set_int (q, ":qnum", rules->quorum.num);
  cs_query_set_int (q, ":qden", rules->quorum.den);
  cs_query_set_int (q, ":chair", rules->chair_required);
  cs_query_set_int (q, ":limit", rules->spread_limit);
  cs_query_set_int (q, ":inclusive", rules->spread_inclusive);
  cs_query_set_text (q, ":rule", cs_minimum_rule_to_text (rules->minimum_rule));
}

gboolean
cs_council_repo_add (CsTransaction *tx, CsCouncil *council, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q =
      cs_query (db,
                "INSERT INTO council (key, level, unit, quorum_num, quorum_den, chair_required,"
                " spread_limit, spread_inclusive, minimum_rule) VALUES (:key, :level, :unit, :qnum, :qden,"
                " :chair, :limit, :inclusive, :rule)");

  cs_query_set_text (q, ":key", council->key);
  cs_query_set_text (q, ":level", council->level);
  cs_query_set_text (q, ":unit", council->unit);
  set_rules (q, &council->rules);
  if (!cs_query_run (q, error))
    return FALSE;
  council->id = cs_db_last_id (db);
  return TRUE;
}

gboolean
cs_council_repo_add_member (CsTransaction *tx, gint64 council, CsMember *member, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q =
      cs_query (db, "INSERT INTO member (uuid, council, key, name, role, organisation, added_at, position)"
                    " VALUES (:uuid, :council, :key, :name, :role, :organisation, :at,"
                    " (SELECT count (*) FROM member WHERE council = :council))");

  cs_query_set_text (q, ":uuid", member->uuid);
  cs_query_set_int (q, ":council", council);
  cs_query_set_text (q, ":key", member->key);
  cs_query_set_text (q, ":name", member->name);
  cs_query_set_text (q, ":role", cs_role_to_text (member->role));
  cs_query_set_text (q, ":organisation", member->organisation != NULL ? member->organisation : "");
  cs_query_set_text (q, ":at", member->added_at);
  if (!cs_query_run (q, error))
    return FALSE;
  member->id = cs_db_last_id (db);
  return TRUE;
}

gboolean
cs_council_repo_set_rules (CsTransaction *tx, gint64 council, const CsCouncilRules *rules, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "UPDATE council SET quorum_num = :qnum, quorum_den = :qden, chair_required = :chair,"
                         " spread_limit = :limit, spread_inclusive = :inclusive, minimum_rule = :rule,"
                         " version = version + 1 WHERE id = :id");

  cs_query_set_int (q, ":id", council);
  set_rules (q, rules);
  return cs_query_run_changed (q, error);
}

gboolean
cs_council_repo_has_submitted (CsDb *db, gint64 council, gboolean *has, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT EXISTS (SELECT 1 FROM sheet s JOIN evaluation e ON e.id = s.evaluation"
                             " WHERE e.council = :council AND s.state = 'submitted')");
  gint64 found = 0;

  cs_query_set_int (q, ":council", council);
  if (!cs_query_one_int (q, &found, error))
    return FALSE;
  *has = found != 0;
  return TRUE;
}
