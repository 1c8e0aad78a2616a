/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/closing-repo.h"

#include "base/id.h"
#include "db/query.h"
#include "db/transaction.h"

/* --- closings --- */

static CsClosing *
read_closing (CsQuery *q)
{
  CsClosing *closing = cs_closing_new ();

  closing->id = cs_query_int (q, 0);
  closing->uuid = cs_query_dup (q, 1);
  closing->evaluation = cs_query_int (q, 2);
  closing->rules_id = cs_query_int (q, 3);
  closing->closed_at = cs_query_dup (q, 4);
  closing->closed_by = cs_query_dup (q, 5);
  closing->reason = cs_query_dup (q, 6);
  closing->reopened_at = cs_query_dup_or_null (q, 7);
  closing->reopened_by = cs_query_dup_or_null (q, 8);
  closing->reopen_reason = cs_query_dup_or_null (q, 9);
  closing->rules.quorum = (CsFraction){ cs_query_int (q, 10), cs_query_int (q, 11) };
  cs_presence_parse (cs_query_text (q, 12), &closing->rules.presence);
  closing->rules.spread_limit = (int) cs_query_int (q, 13);
  closing->rules.spread_inclusive = cs_query_int (q, 14) != 0;
  cs_minimum_rule_parse (cs_query_text (q, 15), &closing->rules.minimum_rule);
  closing->rules.leave_out_former = cs_query_int (q, 16) != 0;
  closing->rules.written = cs_query_int (q, 17) != 0;
  closing->session = cs_query_int (q, 18);
  closing->day = cs_query_dup (q, 19);
  closing->outcome.counted = (int) cs_query_int (q, 20);
  closing->outcome.sum = (int) cs_query_int (q, 21);
  closing->outcome.stars = (int) cs_query_int (q, 22);
  closing->outcome.decides = cs_query_int (q, 23) != 0;
  closing->outcome.forwarded = cs_query_int (q, 24) != 0;
  closing->outcome.spread = (int) cs_query_int (q, 25);
  return closing;
}

#define CLOSING_COLUMNS                                                                                      \
  "SELECT z.id, z.uuid, z.evaluation, z.rules, z.closed_at, z.closed_by, z.reason, z.reopened_at,"           \
  " z.reopened_by, z.reopen_reason, k.quorum_num, k.quorum_den, k.presence, k.spread_limit,"                 \
  " k.spread_inclusive, k.minimum_rule, k.former_sheets = 'leave_out', k.manner = 'written', z.session,"     \
  " z.day, o.counted, o.sum, o.stars, o.decides, o.forwarded, o.spread FROM closing z"                       \
  " JOIN council_rules k ON k.id = z.rules LEFT JOIN outcome o ON o.closing = z.id"                          \
  " WHERE z.evaluation IN (SELECT value FROM json_each (:evaluations))"
#define MEMBERS_OF                                                                                           \
  "SELECT c.closing, c.member, c.state, c.sheet, c.reason FROM closing z"                                    \
  " JOIN closing_member c ON c.closing = z.id JOIN member m ON m.id = c.member"                              \
  " WHERE z.evaluation IN (SELECT value FROM json_each (:evaluations))"

/* @columns, @members: static SQL: the closings, and who had a place in them */
static GPtrArray *
load_closings (CsDb *db, const CsIdSet *evaluations, const char *columns, const char *members, GError **error)
{
  g_autoptr (GPtrArray) lists = cs_id_set_lists (evaluations, (GDestroyNotify) cs_closing_free);
  g_autoptr (GHashTable) found = g_hash_table_new (g_int64_hash, g_int64_equal);
  CsQuery *q = cs_query (db, columns);

  cs_query_set_text (q, ":evaluations", cs_id_set_json (evaluations));
  while (cs_query_next (q))
    {
      CsClosing *closing = read_closing (q);

      g_ptr_array_add (cs_id_set_of (evaluations, lists, closing->evaluation), closing);
      g_hash_table_insert (found, &closing->id, closing);
    }
  if (!cs_query_done (q, error))
    return NULL;
  if (g_hash_table_size (found) == 0)
    return g_steal_pointer (&lists);
  q = cs_query (db, members);
  cs_query_set_text (q, ":evaluations", cs_id_set_json (evaluations));
  while (cs_query_next (q))
    {
      gint64 id = cs_query_int (q, 0);
      CsMemberState state = CS_MEMBER_ABSENT;

      cs_member_state_parse (cs_query_text (q, 2), &state);
      cs_closing_add_member (g_hash_table_lookup (found, &id), cs_query_int (q, 1), state,
                             cs_query_int (q, 3), cs_query_text (q, 4));
    }
  return cs_query_done (q, error) ? g_steal_pointer (&lists) : NULL;
}

GPtrArray *
cs_closing_repo_history_of_set (CsDb *db, const CsIdSet *evaluations, GError **error)
{
  return load_closings (db, evaluations, CLOSING_COLUMNS " ORDER BY z.id",
                        MEMBERS_OF " ORDER BY c.closing, m.position", error);
}

GPtrArray *
cs_closing_repo_history (CsDb *db, gint64 evaluation, GError **error)
{
  g_autoptr (CsIdSet) one = cs_id_set_new_one (evaluation);
  g_autoptr (GPtrArray) lists = cs_closing_repo_history_of_set (db, one, error);

  return lists != NULL ? g_ptr_array_ref (g_ptr_array_index (lists, 0)) : NULL;
}

GPtrArray *
cs_closing_repo_of_set (CsDb *db, const CsIdSet *evaluations, GError **error)
{
  return load_closings (db, evaluations, CLOSING_COLUMNS " AND z.reopened_at IS NULL",
                        MEMBERS_OF " AND z.reopened_at IS NULL ORDER BY c.closing, m.position", error);
}

static gboolean
add_member (CsTransaction *tx, const CsClosing *closing, const CsClosingMember *member, GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx), "INSERT INTO closing_member (closing, member, state, sheet, reason)"
                                        " VALUES (:closing, :member, :state, nullif (:sheet, 0), :reason)");

  cs_query_set_int (q, ":closing", closing->id);
  cs_query_set_int (q, ":member", member->member);
  cs_query_set_text (q, ":state", cs_member_state_to_text (member->state));
  cs_query_set_int (q, ":sheet", member->sheet);
  cs_query_set_text (q, ":reason", member->reason);
  return cs_query_run (q, error);
}

static gboolean
add_outcome (CsTransaction *tx, const CsClosing *closing, GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx), "INSERT INTO outcome VALUES (:closing, :counted, :sum, :spread,"
                                        " :stars, :decides, :forwarded)");

  cs_query_set_int (q, ":closing", closing->id);
  cs_query_set_int (q, ":counted", closing->outcome.counted);
  cs_query_set_int (q, ":sum", closing->outcome.sum);
  cs_query_set_int (q, ":spread", closing->outcome.spread);
  cs_query_set_int (q, ":stars", closing->outcome.stars);
  cs_query_set_int (q, ":decides", closing->outcome.decides != FALSE);
  cs_query_set_int (q, ":forwarded", closing->outcome.forwarded != FALSE);
  return cs_query_run (q, error);
}

gboolean
cs_closing_repo_add (CsTransaction *tx, CsClosing *closing, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q = cs_query (
      db,
      "INSERT INTO closing (uuid, evaluation, rules, session, day, closed_at, closed_by, reason)"
      " VALUES (:uuid, :evaluation, :rules, (SELECT s.id FROM session s JOIN agenda a ON"
      " a.session = s.id WHERE a.evaluation = :evaluation AND s.state = 'open'), :day, :at, :by, :reason)");

  closing->uuid = cs_id_new ();
  cs_query_set_text (q, ":uuid", closing->uuid);
  cs_query_set_int (q, ":evaluation", closing->evaluation);
  cs_query_set_int (q, ":rules", closing->rules_id);
  cs_query_set_text (q, ":day", closing->day);
  cs_query_set_text (q, ":at", closing->closed_at);
  cs_query_set_text (q, ":by", closing->closed_by);
  cs_query_set_text (q, ":reason", closing->reason);
  if (!cs_query_run (q, error))
    return FALSE;
  closing->id = cs_db_last_id (db);
  for (guint i = 0; i < closing->members->len; i++)
    if (!add_member (tx, closing, g_ptr_array_index (closing->members, i), error))
      return FALSE;
  return add_outcome (tx, closing, error);
}

gboolean
cs_closing_repo_reopen (
    CsTransaction *tx, gint64 evaluation, const char *at, const char *who, const char *reason, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "UPDATE closing SET reopened_at = :at, reopened_by = :by, reopen_reason = :reason"
                         " WHERE evaluation = :evaluation AND reopened_at IS NULL");

  cs_query_set_int (q, ":evaluation", evaluation);
  cs_query_set_text (q, ":at", at);
  cs_query_set_text (q, ":by", who);
  cs_query_set_text (q, ":reason", reason);
  return cs_query_run_changed (q, error);
}

gboolean
cs_closing_repo_session (CsDb *db, gint64 evaluation, char **held_on, char **opened_at, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT s.held_on, s.opened_at FROM session s JOIN agenda a ON a.session = s.id"
                             " WHERE a.evaluation = :evaluation AND s.state = 'open'");

  cs_query_set_int (q, ":evaluation", evaluation);
  *held_on = *opened_at = NULL;
  if (cs_query_next (q))
    {
      *held_on = cs_query_dup_or_null (q, 0);
      *opened_at = cs_query_dup_or_null (q, 1);
    }
  return cs_query_done (q, error);
}

gboolean
cs_closing_repo_attendance (
    CsDb *db, gint64 evaluation, gint64 member, gboolean *here, char **absence, GError **error)
{
  CsQuery *q =
      cs_query (db,
                "SELECT max (t.came_at IS NOT NULL AND t.left_at IS NULL), max (nullif (t.absence, ''))"
                " FROM attendance t JOIN session s ON s.id = t.session AND s.state = 'open'"
                " JOIN agenda a ON a.session = s.id WHERE a.evaluation = :evaluation AND t.member = :member");

  cs_query_set_int (q, ":evaluation", evaluation);
  cs_query_set_int (q, ":member", member);
  *here = FALSE;
  *absence = NULL;
  if (cs_query_next (q))
    {
      *here = cs_query_int (q, 0) != 0;
      *absence = cs_query_dup_or_null (q, 1);
    }
  return cs_query_done (q, error);
}

/* --- recusals --- */

/* who has an interest in one has it in all that people know to be the same */
#define SAME_PRODUCER                                                                                        \
  "(SELECT one FROM one_producer WHERE producer = r.producer)"                                               \
  " = (SELECT one FROM one_producer WHERE producer = t.producer)"

#define RECUSAL_COLUMNS                                                                                      \
  "r.uuid, m.uuid, m.key, d.code, p.name, p.uuid, r.decided_by = 'chair', r.reason, r.since,"                \
  " r.ended_at, nullif (r.end_reason, '') FROM recusal r JOIN member m ON m.id = r.member"                   \
  " LEFT JOIN dossier d ON d.id = r.dossier LEFT JOIN producer p ON p.id = r.producer "

static CsRecusal *
read_recusal (CsQuery *q)
{
  CsRecusal *recusal = g_new0 (CsRecusal, 1);

  recusal->uuid = cs_query_dup (q, 1);
  recusal->member_uuid = cs_query_dup (q, 2);
  recusal->member_key = cs_query_dup (q, 3);
  recusal->dossier = cs_query_dup_or_null (q, 4);
  recusal->producer = cs_query_dup_or_null (q, 5);
  recusal->producer_uuid = cs_query_dup_or_null (q, 6);
  recusal->by_chair = cs_query_int (q, 7) != 0;
  recusal->reason = cs_query_dup (q, 8);
  recusal->since = cs_query_dup (q, 9);
  recusal->ended_at = cs_query_dup_or_null (q, 10);
  recusal->end_reason = cs_query_dup_or_null (q, 11);
  return recusal;
}

GPtrArray *
cs_recusal_repo_of_set (CsDb *db, const CsIdSet *evaluations, GError **error)
{
  g_autoptr (GPtrArray) lists = cs_id_set_lists (evaluations, (GDestroyNotify) cs_recusal_free);
  CsQuery *q = cs_query (db, "SELECT e.id, " RECUSAL_COLUMNS "JOIN evaluation e ON e.council = m.council"
                             " JOIN dossier x ON x.id = e.dossier JOIN product t ON t.id = x.product"
                             " WHERE e.id IN (SELECT value FROM json_each (:evaluations))"
                             " AND r.ended_at IS NULL"
                             " AND (r.dossier = x.id OR " SAME_PRODUCER ") ORDER BY r.id");

  cs_query_set_text (q, ":evaluations", cs_id_set_json (evaluations));
  while (cs_query_next (q))
    g_ptr_array_add (cs_id_set_of (evaluations, lists, cs_query_int (q, 0)), read_recusal (q));
  return cs_query_done (q, error) ? g_steal_pointer (&lists) : NULL;
}

GArray *
cs_recusal_repo_evaluations (CsDb *db, const char *member, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  CsQuery *q =
      cs_query (db, "SELECT DISTINCT e.id FROM recusal r JOIN member m ON m.id = r.member"
                    " JOIN evaluation e ON e.council = m.council JOIN dossier x ON x.id = e.dossier"
                    " JOIN product t ON t.id = x.product WHERE m.uuid = :member AND r.ended_at IS NULL"
                    " AND (r.dossier = x.id OR " SAME_PRODUCER ")");

  cs_query_set_text (q, ":member", member);
  while (cs_query_next (q))
    {
      gint64 id = cs_query_int (q, 0);

      g_array_append_val (ids, id);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&ids) : NULL;
}

GPtrArray *
cs_recusal_repo_of_council (CsDb *db, gint64 council, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recusal_free);
  CsQuery *q = cs_query (db, "SELECT 0, " RECUSAL_COLUMNS "WHERE m.council = :council ORDER BY r.id");

  cs_query_set_int (q, ":council", council);
  while (cs_query_next (q))
    g_ptr_array_add (list, read_recusal (q));
  return cs_query_done (q, error) ? g_steal_pointer (&list) : NULL;
}

gboolean
cs_recusal_repo_add (CsTransaction *tx, CsRecusal *recusal, gint64 dossier, gint64 producer, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "INSERT INTO recusal (uuid, member, dossier, producer, decided_by, reason, since)"
                         " VALUES (:uuid, (SELECT id FROM member WHERE uuid = :member), nullif (:dossier, "
                         "0), nullif (:producer, 0), :by, :reason,"
                         " :since)");

  recusal->uuid = cs_id_new ();
  cs_query_set_text (q, ":uuid", recusal->uuid);
  cs_query_set_text (q, ":member", recusal->member_uuid);
  cs_query_set_int (q, ":dossier", dossier);
  cs_query_set_int (q, ":producer", producer);
  cs_query_set_text (q, ":by", recusal->by_chair ? "chair" : "member");
  cs_query_set_text (q, ":reason", recusal->reason);
  cs_query_set_text (q, ":since", recusal->since);
  return cs_query_run (q, error);
}

gboolean
cs_recusal_repo_end (CsTransaction *tx, const char *uuid, const char *at, const char *reason, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx), "UPDATE recusal SET ended_at = :at, end_reason = :reason"
                                                 " WHERE uuid = :uuid AND ended_at IS NULL");

  cs_query_set_text (q, ":uuid", uuid);
  cs_query_set_text (q, ":at", at);
  cs_query_set_text (q, ":reason", reason);
  return cs_query_run_changed (q, error);
}

/* --- discussions --- */

GPtrArray *
cs_discussion_repo_of_set (CsDb *db, const CsIdSet *evaluations, GError **error)
{
  g_autoptr (GPtrArray) lists = cs_id_set_lists (evaluations, (GDestroyNotify) cs_discussion_free);
  CsQuery *q = cs_query (db, "SELECT scoring_round, note, noted_at, noted_by, evaluation FROM discussion"
                             " WHERE evaluation IN (SELECT value FROM json_each (:evaluations)) ORDER BY id");

  cs_query_set_text (q, ":evaluations", cs_id_set_json (evaluations));
  while (cs_query_next (q))
    {
      CsDiscussion *discussion = g_new0 (CsDiscussion, 1);

      discussion->scoring_round = (int) cs_query_int (q, 0);
      discussion->note = cs_query_dup (q, 1);
      discussion->noted_at = cs_query_dup (q, 2);
      discussion->noted_by = cs_query_dup (q, 3);
      g_ptr_array_add (cs_id_set_of (evaluations, lists, cs_query_int (q, 4)), discussion);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&lists) : NULL;
}

GPtrArray *
cs_discussion_repo_of_evaluation (CsDb *db, gint64 evaluation, GError **error)
{
  g_autoptr (CsIdSet) one = cs_id_set_new_one (evaluation);
  g_autoptr (GPtrArray) lists = cs_discussion_repo_of_set (db, one, error);

  return lists != NULL ? g_ptr_array_ref (g_ptr_array_index (lists, 0)) : NULL;
}

gboolean
cs_discussion_repo_add (CsTransaction *tx, gint64 evaluation, const CsDiscussion *discussion, GError **error)
{
  g_autofree char *uuid = cs_id_new ();
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "INSERT INTO discussion (uuid, evaluation, scoring_round, note, noted_at, noted_by)"
                         " VALUES (:uuid, :evaluation, :round, :note, :at, :by)");

  cs_query_set_text (q, ":uuid", uuid);
  cs_query_set_int (q, ":evaluation", evaluation);
  cs_query_set_int (q, ":round", discussion->scoring_round);
  cs_query_set_text (q, ":note", discussion->note);
  cs_query_set_text (q, ":at", discussion->noted_at);
  cs_query_set_text (q, ":by", discussion->noted_by);
  return cs_query_run (q, error);
}
