/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/council-repo.h"

#include "base/error.h"
#include "db/query.h"
#include "db/transaction.h"

#include <glib/gi18n-lib.h>

static gboolean
load_members (CsDb *db, CsCouncil *council, GError **error)
{
  CsQuery *q = cs_query (
      db, "SELECT id, uuid, key, name, role, organisation, added_at, added_by, left_at, left_by, replaces"
          " FROM member WHERE council = :council ORDER BY position");

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
      member->added_by = cs_query_dup (q, 7);
      member->left_at = cs_query_dup_or_null (q, 8);
      member->left_by = cs_query_dup (q, 9);
      member->replaces = cs_query_int (q, 10);
    }
  return cs_query_done (q, error);
}

static gboolean
load_working_group (CsDb *db, CsCouncil *council, GError **error)
{
  CsQuery *q = cs_query (
      db, "SELECT uuid, name, organisation, duty FROM helper WHERE council = :council ORDER BY position, id");

  cs_query_set_int (q, ":council", council->id);
  while (cs_query_next (q))
    {
      CsWorkingGroupMember *helper = cs_council_add_working_group_member (council);

      helper->uuid = cs_query_dup (q, 0);
      helper->name = cs_query_dup (q, 1);
      helper->organisation = cs_query_dup (q, 2);
      helper->duty = cs_query_dup (q, 3);
    }
  return cs_query_done (q, error);
}

#define RULES_COLUMNS                                                                                        \
  "r.id, r.quorum_num, r.quorum_den, r.presence, r.spread_limit, r.spread_inclusive, r.minimum_rule,"        \
  " r.former_sheets = 'leave_out', r.manner = 'written'"

/* Reads the columns above, from @first on. */
static void
read_rules (CsQuery *q, int first, gint64 *id, CsCouncilRules *rules)
{
  *id = cs_query_int (q, first);
  rules->quorum = (CsFraction){ cs_query_int (q, first + 1), cs_query_int (q, first + 2) };
  cs_presence_parse (cs_query_text (q, first + 3), &rules->presence);
  rules->spread_limit = (int) cs_query_int (q, first + 4);
  rules->spread_inclusive = cs_query_int (q, first + 5) != 0;
  cs_minimum_rule_parse (cs_query_text (q, first + 6), &rules->minimum_rule);
  rules->leave_out_former = cs_query_int (q, first + 7) != 0;
  rules->written = cs_query_int (q, first + 8) != 0;
}

/* @uuid, @key: (nullable): only that council */
static GPtrArray *
load (CsDb *db, const char *uuid, const char *key, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_council_unref);
  CsQuery *q = cs_query (
      db, "SELECT k.id, k.key, k.level, k.unit, k.decision, k.decided_on, k.authority, k.uuid, " RULES_COLUMNS
          " FROM council k JOIN council_rules r ON r.council = k.id"
          " AND r.no = (SELECT max (no) FROM council_rules WHERE council = k.id)"
          " WHERE (:uuid IS NULL OR k.uuid = :uuid) AND (:key IS NULL OR k.key = :key) ORDER BY k.key");

  cs_query_set_text (q, ":uuid", uuid);
  cs_query_set_text (q, ":key", key);
  while (cs_query_next (q))
    {
      CsCouncil *council = cs_council_new ();

      council->id = cs_query_int (q, 0);
      council->key = cs_query_dup (q, 1);
      council->level = cs_query_dup (q, 2);
      council->unit = cs_query_dup (q, 3);
      council->decision = cs_query_dup (q, 4);
      council->decided_on = cs_query_dup_or_null (q, 5);
      council->authority = cs_query_dup (q, 6);
      council->uuid = cs_query_dup (q, 7);
      read_rules (q, 8, &council->rules_id, &council->rules);
      g_ptr_array_add (list, council);
    }
  if (!cs_query_done (q, error))
    return NULL;
  for (guint i = 0; i < list->len; i++)
    if (!load_members (db, g_ptr_array_index (list, i), error)
        || !load_working_group (db, g_ptr_array_index (list, i), error))
      return NULL;
  return g_steal_pointer (&list);
}

GPtrArray *
cs_council_repo_list (CsDb *db, GError **error)
{
  return load (db, NULL, NULL, error);
}

CsCouncil *
cs_council_repo_find (CsDb *db, const char *uuid, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (uuid != NULL, NULL);
  found = load (db, uuid, NULL, error);
  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_ptr_array_steal_index (found, 0);
  g_set_error_literal (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                       _ ("This council is no longer in the book. Look at the list of councils."));
  return NULL;
}

CsCouncil *
cs_council_repo_by_key (CsDb *db, const char *key, GError **error)
{
  g_autoptr (GPtrArray) found = load (db, NULL, key, error);

  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_ptr_array_steal_index (found, 0);
  g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("There is no council %s in the book. Check its name."),
               key);
  return NULL;
}

GPtrArray *
cs_council_repo_rules_history (CsDb *db, gint64 council, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_rules_version_free);
  CsQuery *q = cs_query (db, "SELECT r.no, r.set_at, r.set_by, r.reason, " RULES_COLUMNS
                             " FROM council_rules r WHERE r.council = :council ORDER BY r.no");

  cs_query_set_int (q, ":council", council);
  while (cs_query_next (q))
    {
      CsRulesVersion *version = g_new0 (CsRulesVersion, 1);

      version->no = (int) cs_query_int (q, 0);
      version->set_at = cs_query_dup (q, 1);
      version->set_by = cs_query_dup (q, 2);
      version->reason = cs_query_dup (q, 3);
      read_rules (q, 4, &version->id, &version->rules);
      g_ptr_array_add (list, version);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&list) : NULL;
}

static void
set_rules (CsQuery *q, const CsCouncilRules *rules)
{
  cs_query_set_int (q, ":qnum", rules->quorum.num);
  cs_query_set_int (q, ":qden", rules->quorum.den);
  cs_query_set_text (q, ":presence", cs_presence_to_text (rules->presence));
  cs_query_set_int (q, ":limit", rules->spread_limit);
  cs_query_set_int (q, ":inclusive", rules->spread_inclusive != FALSE);
  cs_query_set_text (q, ":rule", cs_minimum_rule_to_text (rules->minimum_rule));
  cs_query_set_text (q, ":former", rules->leave_out_former ? "leave_out" : "count");
  cs_query_set_text (q, ":manner", rules->written ? "written" : "meeting");
}

gboolean
cs_council_repo_add_rules (CsTransaction *tx, gint64 council, const CsRulesVersion *version, GError **error)
{
  CsQuery *q = cs_query (
      cs_transaction_db (tx),
      "INSERT INTO council_rules (council, no, quorum_num, quorum_den, presence, spread_limit,"
      " spread_inclusive, minimum_rule, former_sheets, manner, set_at, set_by, reason)"
      " SELECT :council, coalesce (max (no), 0) + 1, :qnum, :qden, :presence, :limit, :inclusive, :rule,"
      " :former, :manner, :at, :by, :reason FROM council_rules WHERE council = :council");

  cs_query_set_int (q, ":council", council);
  set_rules (q, &version->rules);
  cs_query_set_text (q, ":at", version->set_at);
  cs_query_set_text (q, ":by", version->set_by);
  cs_query_set_text (q, ":reason", version->reason);
  return cs_query_run (q, error);
}

gboolean
cs_council_repo_correct_rules (CsTransaction *tx, const CsRulesVersion *version, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "UPDATE council_rules SET quorum_num = :qnum, quorum_den = :qden,"
                         " presence = :presence, spread_limit = :limit, spread_inclusive = :inclusive,"
                         " minimum_rule = :rule, former_sheets = :former, manner = :manner, set_at = :at,"
                         " set_by = :by WHERE id = :id");

  cs_query_set_int (q, ":id", version->id);
  set_rules (q, &version->rules);
  cs_query_set_text (q, ":at", version->set_at);
  cs_query_set_text (q, ":by", version->set_by);
  return cs_query_run_changed (q, error);
}

gboolean
cs_council_repo_add (CsTransaction *tx, CsCouncil *council, const char *at, const char *who, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsRulesVersion first = {
    .rules = council->rules, .set_at = (char *) at, .set_by = (char *) who, .reason = (char *) ""
  };
  CsQuery *q =
      cs_query (db, "INSERT INTO council (uuid, key, level, unit) VALUES (:uuid, :key, :level, :unit)");

  cs_query_set_text (q, ":uuid", council->uuid);
  cs_query_set_text (q, ":key", council->key);
  cs_query_set_text (q, ":level", council->level);
  cs_query_set_text (q, ":unit", council->unit);
  if (!cs_query_run (q, error))
    return FALSE;
  council->id = cs_db_last_id (db);
  if (!cs_council_repo_add_rules (tx, council->id, &first, error))
    return FALSE;
  council->rules_id = cs_db_last_id (db);
  return TRUE;
}

gboolean
cs_council_repo_set_decision (CsTransaction *tx, const CsCouncil *council, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "UPDATE council SET decision = :decision, decided_on = :on, authority = :authority,"
                         " version = version + 1 WHERE id = :id");

  cs_query_set_int (q, ":id", council->id);
  cs_query_set_text (q, ":decision", council->decision);
  cs_query_set_text (q, ":on", council->decided_on);
  cs_query_set_text (q, ":authority", council->authority);
  return cs_query_run_changed (q, error);
}

gboolean
cs_council_repo_set_working_group (CsTransaction *tx,
                                   gint64 council,
                                   const GPtrArray *working_group,
                                   GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q = cs_query (db, "DELETE FROM helper WHERE council = :council");

  cs_query_set_int (q, ":council", council);
  if (!cs_query_run (q, error))
    return FALSE;
  for (guint i = 0; i < working_group->len; i++)
    {
      const CsWorkingGroupMember *helper = g_ptr_array_index (working_group, i);

      q = cs_query (db, "INSERT INTO helper (uuid, council, name, organisation, duty, position)"
                        " VALUES (:uuid, :council, :name, :organisation, :duty, :position)");
      cs_query_set_text (q, ":uuid", helper->uuid);
      cs_query_set_int (q, ":council", council);
      cs_query_set_text (q, ":name", helper->name);
      cs_query_set_text (q, ":organisation", helper->organisation);
      cs_query_set_text (q, ":duty", helper->duty);
      cs_query_set_int (q, ":position", i);
      if (!cs_query_run (q, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cs_council_repo_add_member (CsTransaction *tx, gint64 council, CsMember *member, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q = cs_query (
      db, "INSERT INTO member (uuid, council, key, name, role, organisation, added_at, added_by, replaces,"
          " position) VALUES (:uuid, :council, :key, :name, :role, :organisation, :at, :by,"
          " nullif (:replaces, 0), (SELECT count (*) FROM member WHERE council = :council))");

  cs_query_set_text (q, ":uuid", member->uuid);
  cs_query_set_int (q, ":council", council);
  cs_query_set_text (q, ":key", member->key);
  cs_query_set_text (q, ":name", member->name);
  cs_query_set_text (q, ":role", cs_role_to_text (member->role));
  cs_query_set_text (q, ":organisation", member->organisation != NULL ? member->organisation : "");
  cs_query_set_text (q, ":at", member->added_at);
  cs_query_set_text (q, ":by", member->added_by != NULL ? member->added_by : "");
  cs_query_set_int (q, ":replaces", member->replaces);
  if (!cs_query_run (q, error))
    return FALSE;
  member->id = cs_db_last_id (db);
  return TRUE;
}

gboolean
cs_council_repo_end_member (
    CsTransaction *tx, gint64 member, const char *at, const char *decision, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx), "UPDATE member SET left_at = :at, left_by = :decision"
                                                 " WHERE id = :id AND left_at IS NULL");

  cs_query_set_int (q, ":id", member);
  cs_query_set_text (q, ":at", at);
  cs_query_set_text (q, ":decision", decision);
  return cs_query_run_changed (q, error);
}

gboolean
cs_council_repo_has_submitted (CsDb *db, gint64 council, gboolean *has, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT EXISTS (SELECT 1 FROM sheet s JOIN evaluation e ON e.id = s.evaluation"
                             " WHERE e.council = :council AND s.seal IS NOT NULL)");
  gint64 found = 0;

  cs_query_set_int (q, ":council", council);
  if (!cs_query_one_int (q, &found, error))
    return FALSE;
  *has = found != 0;
  return TRUE;
}
