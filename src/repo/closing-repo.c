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
  return closing;
}

static gboolean
load_members (CsDb *db, CsClosing *closing, GError **error)
{
  CsQuery *q =
      cs_query (db, "SELECT c.member, c.state, c.sheet, c.reason FROM closing_member c"
                    " JOIN member m ON m.id = c.member WHERE c.closing = :closing ORDER BY m.position");

  cs_query_set_int (q, ":closing", closing->id);
  while (cs_query_next (q))
    {
      CsMemberState state = CS_MEMBER_ABSENT;

      cs_member_state_parse (cs_query_text (q, 1), &state);
      cs_closing_add_member (closing, cs_query_int (q, 0), state, cs_query_int (q, 2), cs_query_text (q, 3));
    }
  return cs_query_done (q, error);
}

GPtrArray *
cs_closing_repo_history (CsDb *db, gint64 evaluation, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_closing_free);
  CsQuery *q = cs_query (
      db,
      "SELECT z.id, z.uuid, z.evaluation, z.rules, z.closed_at, z.closed_by, z.reason, z.reopened_at,"
      " z.reopened_by, z.reopen_reason, k.quorum_num, k.quorum_den, k.presence, k.spread_limit,"
      " k.spread_inclusive, k.minimum_rule, k.former_sheets = 'leave_out', k.manner = 'written', z.session,"
      " z.day, o.counted, o.sum, o.stars, o.decides, o.forwarded FROM closing z"
      " JOIN council_rules k ON k.id = z.rules LEFT JOIN outcome o ON o.closing = z.id"
      " WHERE z.evaluation = :evaluation ORDER BY z.id");

  cs_query_set_int (q, ":evaluation", evaluation);
  while (cs_query_next (q))
    g_ptr_array_add (list, read_closing (q));
  if (!cs_query_done (q, error))
    return NULL;
  for (guint i = 0; i < list->len; i++)
    if (!load_members (db, g_ptr_array_index (list, i), error))
      return NULL;
  return g_steal_pointer (&list);
}

gboolean
cs_closing_repo_load (CsDb *db, gint64 evaluation, CsClosing **closing, GError **error)
{
  g_autoptr (GPtrArray) list = cs_closing_repo_history (db, evaluation, error);

  *closing = NULL;
  if (list == NULL)
    return FALSE;
  if (list->len > 0 && ((CsClosing *) g_ptr_array_index (list, list->len - 1))->reopened_at == NULL)
    *closing = g_ptr_array_steal_index (list, list->len - 1);
  return TRUE;
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
      cs_query (cs_transaction_db (tx), "INSERT INTO outcome VALUES (:closing, :counted, :sum, :stars,"
                                        " :decides, :forwarded)");

  cs_query_set_int (q, ":closing", closing->id);
  cs_query_set_int (q, ":counted", closing->outcome.counted);
  cs_query_set_int (q, ":sum", closing->outcome.sum);
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

#define RECUSAL_COLUMNS                                                                                      \
  "SELECT r.uuid, m.uuid, m.key, d.code, p.name, r.decided_by = 'chair', r.reason, r.since,"                 \
  " r.ended_at, nullif (r.end_reason, '') FROM recusal r JOIN member m ON m.id = r.member"                   \
  " LEFT JOIN dossier d ON d.id = r.dossier LEFT JOIN producer p ON p.id = r.producer "

static GPtrArray *
read_recusals (CsQuery *q, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recusal_free);

  while (cs_query_next (q))
    {
      CsRecusal *recusal = g_new0 (CsRecusal, 1);

      recusal->uuid = cs_query_dup (q, 0);
      recusal->member_uuid = cs_query_dup (q, 1);
      recusal->member_key = cs_query_dup (q, 2);
      recusal->dossier = cs_query_dup_or_null (q, 3);
      recusal->producer = cs_query_dup_or_null (q, 4);
      recusal->by_chair = cs_query_int (q, 5) != 0;
      recusal->reason = cs_query_dup (q, 6);
      recusal->since = cs_query_dup (q, 7);
      recusal->ended_at = cs_query_dup_or_null (q, 8);
      recusal->end_reason = cs_query_dup_or_null (q, 9);
      g_ptr_array_add (list, recusal);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
cs_recusal_repo_of_evaluation (CsDb *db, gint64 evaluation, GError **error)
{
  CsQuery *q = cs_query (db, RECUSAL_COLUMNS
                         "JOIN evaluation e ON e.id = :evaluation JOIN dossier x ON x.id = e.dossier"
                         " JOIN product t ON t.id = x.product"
                         " WHERE r.ended_at IS NULL AND m.council = e.council"
                         " AND (r.dossier = x.id OR r.producer = t.producer) ORDER BY r.id");

  cs_query_set_int (q, ":evaluation", evaluation);
  return read_recusals (q, error);
}

GPtrArray *
cs_recusal_repo_of_council (CsDb *db, gint64 council, GError **error)
{
  CsQuery *q = cs_query (db, RECUSAL_COLUMNS "WHERE m.council = :council ORDER BY r.id");

  cs_query_set_int (q, ":council", council);
  return read_recusals (q, error);
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
cs_discussion_repo_of_evaluation (CsDb *db, gint64 evaluation, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_discussion_free);
  CsQuery *q = cs_query (db, "SELECT scoring_round, note, noted_at, noted_by FROM discussion"
                             " WHERE evaluation = :evaluation ORDER BY id");

  cs_query_set_int (q, ":evaluation", evaluation);
  while (cs_query_next (q))
    {
      CsDiscussion *discussion = g_new0 (CsDiscussion, 1);

      discussion->scoring_round = (int) cs_query_int (q, 0);
      discussion->note = cs_query_dup (q, 1);
      discussion->noted_at = cs_query_dup (q, 2);
      discussion->noted_by = cs_query_dup (q, 3);
      g_ptr_array_add (list, discussion);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&list) : NULL;
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
