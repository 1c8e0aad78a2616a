/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/session-repo.h"

#include "base/error.h"
#include "base/id.h"
#include "db/query.h"
#include "db/transaction.h"

#include <glib/gi18n-lib.h>

/* --- reading --- */

static gboolean
load_agenda (CsDb *db, CsSession *session, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT e.id, d.id, d.code, p.name, r.name, e.state = 'closed' FROM agenda a"
                             " JOIN evaluation e ON e.id = a.evaluation JOIN dossier d ON d.id = e.dossier"
                             " JOIN product p ON p.id = d.product JOIN producer r ON r.id = p.producer"
                             " WHERE a.session = :session ORDER BY a.position");

  cs_query_set_int (q, ":session", session->id);
  while (cs_query_next (q))
    {
      CsAgendaItem *item = cs_session_add_item (session);

      item->evaluation = cs_query_int (q, 0);
      item->dossier = cs_query_int (q, 1);
      item->code = cs_query_dup (q, 2);
      item->product = cs_query_dup (q, 3);
      item->producer = cs_query_dup (q, 4);
      item->closed = cs_query_int (q, 5) != 0;
    }
  return cs_query_done (q, error);
}

static gboolean
load_attendance (CsDb *db, CsSession *session, GError **error)
{
  CsQuery *q =
      cs_query (db, "SELECT t.id, t.member, m.key, t.came_at, t.left_at, t.absence, m.uuid FROM attendance t"
                    " JOIN member m ON m.id = t.member WHERE t.session = :session"
                    " ORDER BY m.position, t.came_at, t.id");

  cs_query_set_int (q, ":session", session->id);
  while (cs_query_next (q))
    {
      CsAttendance *attendance = cs_session_add_attendance (session);

      attendance->id = cs_query_int (q, 0);
      attendance->member = cs_query_int (q, 1);
      attendance->member_key = cs_query_dup (q, 2);
      attendance->member_uuid = cs_query_dup (q, 6);
      attendance->came_at = cs_query_dup_or_null (q, 3);
      attendance->left_at = cs_query_dup_or_null (q, 4);
      attendance->absence = cs_query_dup (q, 5);
    }
  return cs_query_done (q, error);
}

static CsSession *
read_session (CsQuery *q)
{
  CsSession *session = cs_session_new ();

  session->id = cs_query_int (q, 0);
  session->uuid = cs_query_dup (q, 1);
  session->council_id = cs_query_int (q, 2);
  session->council = cs_query_dup (q, 3);
  session->council_uuid = cs_query_dup (q, 13);
  session->round = cs_query_dup (q, 4);
  session->no = (int) cs_query_int (q, 5);
  session->held_on = cs_query_dup (q, 6);
  session->place = cs_query_dup (q, 7);
  cs_session_state_parse (cs_query_text (q, 8), &session->state);
  session->opened_at = cs_query_dup_or_null (q, 9);
  session->closed_at = cs_query_dup_or_null (q, 10);
  session->discussing = cs_query_int (q, 11);
  session->version = (int) cs_query_int (q, 12);
  return session;
}

/* @council, @round, @uuid: (nullable): any; @id: 0 for any */
static GPtrArray *
load (CsDb *db, const char *council, const char *round, const char *uuid, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_session_free);
  CsQuery *q = cs_query (
      db,
      "SELECT s.id, s.uuid, s.council, k.key, s.round, s.no, s.held_on, s.place, s.state, s.opened_at,"
      " s.closed_at, s.discussing, s.version, k.uuid FROM session s JOIN council k ON k.id = s.council"
      " JOIN round r ON r.id = s.round"
      " WHERE (:council IS NULL OR k.uuid = :council) AND (:round IS NULL OR s.round = :round)"
      " AND (:uuid IS NULL OR s.uuid = :uuid) AND (:id = 0 OR s.id = :id) ORDER BY k.key, r.position, s.no");

  cs_query_set_text (q, ":council", council);
  cs_query_set_text (q, ":round", round);
  cs_query_set_text (q, ":uuid", uuid);
  cs_query_set_int (q, ":id", id);
  while (cs_query_next (q))
    g_ptr_array_add (list, read_session (q));
  if (!cs_query_done (q, error))
    return NULL;
  for (guint i = 0; i < list->len; i++)
    if (!load_agenda (db, g_ptr_array_index (list, i), error)
        || !load_attendance (db, g_ptr_array_index (list, i), error))
      return NULL;
  return g_steal_pointer (&list);
}

GPtrArray *
cs_session_repo_list (CsDb *db, const char *council, const char *round, GError **error)
{
  return load (db, council, round, NULL, 0, error);
}

CsSession *
cs_session_repo_find (CsDb *db, const char *uuid, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (uuid != NULL, NULL);
  found = load (db, NULL, NULL, uuid, 0, error);
  if (found == NULL)
    return NULL;
  if (found->len == 1)
    return g_ptr_array_steal_index (found, 0);
  g_set_error_literal (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                       _ ("This session is no longer in the book. Look at the list of sessions."));
  return NULL;
}

CsSession *
cs_session_repo_load (CsDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (id != 0, NULL);
  found = load (db, NULL, NULL, NULL, id, error);
  if (found == NULL)
    return NULL;
  if (found->len == 1)
    return g_ptr_array_steal_index (found, 0);
  g_set_error_literal (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                       _ ("This session is no longer in the book. Look at the list of sessions again."));
  return NULL;
}

/* --- the session itself --- */

gboolean
cs_session_repo_add (CsTransaction *tx, CsSession *session, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  gint64 no = 0;
  CsQuery *q = cs_query (db, "SELECT coalesce (max (no), 0) + 1 FROM session WHERE council = :council"
                             " AND round = :round");

  cs_query_set_int (q, ":council", session->council_id);
  cs_query_set_text (q, ":round", session->round);
  if (!cs_query_one_int (q, &no, error))
    return FALSE;
  session->no = (int) no;
  session->uuid = cs_id_new ();
  session->version = 1;
  q = cs_query (db, "INSERT INTO session (uuid, council, round, no, held_on, place)"
                    " VALUES (:uuid, :council, :round, :no, :on, :place)");
  cs_query_set_text (q, ":uuid", session->uuid);
  cs_query_set_int (q, ":council", session->council_id);
  cs_query_set_text (q, ":round", session->round);
  cs_query_set_int (q, ":no", session->no);
  cs_query_set_text (q, ":on", session->held_on);
  cs_query_set_text (q, ":place", session->place);
  if (!cs_query_run (q, error))
    return FALSE;
  session->id = cs_db_last_id (db);
  return TRUE;
}

gboolean
cs_session_repo_update (CsTransaction *tx, CsSession *session, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "UPDATE session SET held_on = :on, place = :place, state = :state,"
                         " opened_at = :opened, closed_at = :closed, discussing = nullif (:discussing, 0),"
                         " version = version + 1 WHERE id = :id AND version = :version");

  cs_query_set_int (q, ":id", session->id);
  cs_query_set_int (q, ":version", session->version);
  cs_query_set_text (q, ":on", session->held_on);
  cs_query_set_text (q, ":place", session->place);
  cs_query_set_text (q, ":state", cs_session_state_to_text (session->state));
  cs_query_set_text (q, ":opened", session->opened_at);
  cs_query_set_text (q, ":closed", session->closed_at);
  cs_query_set_int (q, ":discussing", session->discussing);
  if (!cs_query_run_changed (q, error))
    return FALSE;
  session->version++;
  return TRUE;
}

gboolean
cs_session_repo_is_other_open (CsDb *db, const CsSession *session, gboolean *open, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT EXISTS (SELECT 1 FROM session WHERE council = :council AND id <> :id"
                             " AND state = 'open')");
  gint64 found = 0;

  cs_query_set_int (q, ":council", session->council_id);
  cs_query_set_int (q, ":id", session->id);
  if (!cs_query_one_int (q, &found, error))
    return FALSE;
  *open = found != 0;
  return TRUE;
}

/* --- agenda --- */

gboolean
cs_session_repo_set_agenda (CsTransaction *tx, gint64 session, const GArray *evaluations, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q = cs_query (db, "DELETE FROM agenda WHERE session = :session");

  cs_query_set_int (q, ":session", session);
  if (!cs_query_run (q, error))
    return FALSE;
  for (guint i = 0; i < evaluations->len; i++)
    {
      q = cs_query (db, "INSERT INTO agenda (session, evaluation, position)"
                        " VALUES (:session, :evaluation, :position)");
      cs_query_set_int (q, ":session", session);
      cs_query_set_int (q, ":evaluation", g_array_index (evaluations, gint64, i));
      cs_query_set_int (q, ":position", i);
      if (!cs_query_run (q, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cs_session_repo_fits (CsDb *db, const CsSession *session, gint64 evaluation, gboolean *fits, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT EXISTS (SELECT 1 FROM evaluation e JOIN dossier d ON d.id = e.dossier"
                             " WHERE e.id = :evaluation AND e.council = :council AND e.round = :round"
                             " AND d.deleted = 0)");
  gint64 found = 0;

  cs_query_set_int (q, ":evaluation", evaluation);
  cs_query_set_int (q, ":council", session->council_id);
  cs_query_set_text (q, ":round", session->round);
  if (!cs_query_one_int (q, &found, error))
    return FALSE;
  *fits = found != 0;
  return TRUE;
}

GArray *
cs_session_repo_open_evaluations (CsDb *db, const CsSession *session, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  CsQuery *q = cs_query (db, "SELECT e.id FROM evaluation e JOIN dossier d ON d.id = e.dossier"
                             " WHERE e.council = :council AND e.round = :round AND e.state = 'open'"
                             " AND d.deleted = 0 AND d.rehearsal = 0 ORDER BY d.code");

  cs_query_set_int (q, ":council", session->council_id);
  cs_query_set_text (q, ":round", session->round);
  while (cs_query_next (q))
    {
      gint64 id = cs_query_int (q, 0);

      g_array_append_val (ids, id);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&ids) : NULL;
}

CsSession *
cs_session_repo_with_dossier (CsDb *db, gint64 dossier, gint64 evaluation, GError **error)
{
  CsQuery *q =
      cs_query (db,
                "SELECT s.id FROM agenda a JOIN evaluation e ON e.id = a.evaluation"
                " JOIN session s ON s.id = a.session WHERE e.dossier = :dossier"
                " AND (:evaluation = 0 OR e.id = :evaluation) ORDER BY s.state <> 'closed', s.id LIMIT 1");
  gint64 id = 0;

  cs_query_set_int (q, ":dossier", dossier);
  cs_query_set_int (q, ":evaluation", evaluation);
  return cs_query_one_int (q, &id, error) ? cs_session_repo_load (db, id, error) : NULL;
}

/* --- attendance --- */

gboolean
cs_session_repo_add_attendance (CsTransaction *tx, gint64 session, CsAttendance *attendance, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q = cs_query (db, "INSERT INTO attendance (session, member, came_at, left_at, absence)"
                             " VALUES (:session, :member, :came, :left, :absence)");

  cs_query_set_int (q, ":session", session);
  cs_query_set_int (q, ":member", attendance->member);
  cs_query_set_text (q, ":came", attendance->came_at);
  cs_query_set_text (q, ":left", attendance->left_at);
  cs_query_set_text (q, ":absence", attendance->absence != NULL ? attendance->absence : "");
  if (!cs_query_run (q, error))
    return FALSE;
  attendance->id = cs_db_last_id (db);
  return TRUE;
}

gboolean
cs_session_repo_set_stay (CsTransaction *tx,
                          gint64 session,
                          const CsAttendance *old,
                          const char *came_at,
                          const char *left_at,
                          GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx), "UPDATE attendance SET came_at = :came, left_at = :left"
                                        " WHERE id = :id AND session = :session AND came_at = :old_came"
                                        " AND left_at IS :old_left");

  cs_query_set_int (q, ":id", old->id);
  cs_query_set_int (q, ":session", session);
  cs_query_set_text (q, ":old_came", old->came_at);
  cs_query_set_text (q, ":old_left", old->left_at);
  cs_query_set_text (q, ":came", came_at);
  cs_query_set_text (q, ":left", left_at);
  return cs_query_run_changed (q, error);
}

gboolean
cs_session_repo_remove_attendance (CsTransaction *tx, gint64 session, const CsAttendance *old, GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx),
                "DELETE FROM attendance WHERE id = :id AND session = :session AND came_at IS :old_came"
                " AND left_at IS :old_left AND absence = :absence");

  cs_query_set_int (q, ":id", old->id);
  cs_query_set_int (q, ":session", session);
  cs_query_set_text (q, ":old_came", old->came_at);
  cs_query_set_text (q, ":old_left", old->left_at);
  cs_query_set_text (q, ":absence", old->absence);
  return cs_query_run_changed (q, error);
}

gboolean
cs_session_repo_end_stays (CsTransaction *tx, gint64 session, const char *at, GError **error)
{
  /* the clock of the machine may have been set back since somebody came */
  CsQuery *q = cs_query (cs_transaction_db (tx), "UPDATE attendance SET left_at = max (came_at, :at)"
                                                 " WHERE session = :session AND came_at IS NOT NULL"
                                                 " AND left_at IS NULL");

  cs_query_set_int (q, ":session", session);
  cs_query_set_text (q, ":at", at);
  return cs_query_run (q, error);
}
