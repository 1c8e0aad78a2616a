/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/sessions/sessions.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "repo/council-repo.h"
#include "repo/session-repo.h"
#include "service/book/refusal-private.h"
#include "service/sessions/session-agenda-private.h"
#include "service/sessions/session-edit-private.h"

#include <glib/gi18n-lib.h>

/* --- reading --- */

GPtrArray *
cs_sessions_list (CsStore *store, const char *council, const char *round, GError **error)
{
  return cs_session_repo_list (store->db, council, round, error);
}

CsSession *
cs_sessions_get (CsStore *store, const char *uuid, GError **error)
{
  return cs_session_repo_find (store->db, uuid, error);
}

CsCouncil *
cs_sessions_council (CsStore *store, const CsSession *session, GError **error)
{
  g_autoptr (CsCouncil) council = cs_council_repo_find (store->db, session->council_uuid, error);
  g_autoptr (GPtrArray) history = NULL;

  if (council == NULL || session->closed_at == NULL)
    return g_steal_pointer (&council);
  history = cs_council_repo_rules_history (store->db, council->id, error);
  if (history == NULL)
    return NULL;
  for (guint i = 0; i < history->len; i++)
    {
      const CsRulesVersion *version = g_ptr_array_index (history, i);

      /* the first has no earlier one, even where it was corrected after the session */
      if (i > 0 && strcmp (version->set_at, session->closed_at) > 0)
        break;
      council->rules = version->rules;
      council->rules_id = version->id;
    }
  return g_steal_pointer (&council);
}

/* --- steps --- */

static gboolean
check_date (const char *held_on, GError **error)
{
  if (cs_date_is_valid (held_on) && cs_date_is_plausible (held_on))
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
               _ ("“%s” is no day of a session. Write it like 2024-05-31."), held_on);
  return FALSE;
}

/* Returns: (transfer full): as it is stored */
static char *
clean_place (const char *place, GError **error)
{
  char *clean;

  if (!_cs_require_fits (place, CS_NAME_MAX, error))
    return NULL;
  clean = cs_text_clean (place != NULL ? place : "");
  if (clean == NULL)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_INVALID,
                         _ ("The place of the session is no readable text. Type it again."));
  return clean;
}

static gboolean
set_date (CsSessionEdit *edit, const char *held_on, GError **error)
{
  CsSession *session = edit->session;
  g_autofree char *before = g_strdup (session->held_on);

  if (!check_date (held_on, error))
    return FALSE;
  g_free (session->held_on);
  session->held_on = g_strdup (held_on);
  return _cs_session_edit_store (edit, error)
         && _cs_session_edit_log (edit, "session-date", NULL, before, held_on, error);
}

static gboolean
set_place (CsSessionEdit *edit, const char *place, GError **error)
{
  CsSession *session = edit->session;
  g_autofree char *before = g_strdup (session->place);
  char *clean = clean_place (place, error);

  if (clean == NULL)
    return FALSE;
  g_free (session->place);
  session->place = clean;
  return _cs_session_edit_store (edit, error)
         && _cs_session_edit_log (edit, "session-place", NULL, before, edit->session->place, error);
}

static gboolean
open_session (CsSessionEdit *edit, GError **error)
{
  CsSession *session = edit->session;
  gboolean other = FALSE;

  if (session->state != CS_SESSION_PLANNED)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT, _ ("Session %d of the council %s is open already."),
                   session->no, session->council);
      return FALSE;
    }
  if (!cs_session_repo_is_other_open (edit->command->store->db, session, &other, error))
    return FALSE;
  if (other)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                   _ ("The council %s is in another session. Close that one first."), session->council);
      return FALSE;
    }
  session->state = CS_SESSION_OPEN;
  session->opened_at = g_strdup (edit->command->at);
  return _cs_session_edit_store (edit, error)
         && _cs_session_edit_log (edit, "session-open", NULL, "planned", "open", error);
}

static gboolean
close_session (CsSessionEdit *edit, GError **error)
{
  CsSession *session = edit->session;
  const char *end;

  if (session->state != CS_SESSION_OPEN)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("Session %d of the council %s is not open. Open it first."), session->no,
                   session->council);
      return FALSE;
    }
  /* a session does not end before it began, whatever the clock says now */
  end = strcmp (edit->command->at, session->opened_at) < 0 ? session->opened_at : edit->command->at;
  /* the stays first: with the session they are frozen */
  if (!cs_session_repo_end_stays (edit->command->transaction, session->id, end, error))
    return FALSE;
  session->state = CS_SESSION_CLOSED;
  session->closed_at = g_strdup (end);
  session->discussing = 0;
  return _cs_session_edit_store (edit, error)
         && _cs_session_edit_log (edit, "session-close", NULL, "open", "closed", error);
}

static gboolean
apply (CsSessionEdit *edit, const CsSessionChange *change, GError **error)
{
  return (change->held_on == NULL || set_date (edit, change->held_on, error))
         && (change->place == NULL || set_place (edit, change->place, error))
         && (change->agenda == NULL || _cs_session_edit_agenda (edit, change->agenda, error))
         && (!change->fill_agenda || _cs_session_edit_fill (edit, error))
         && (!change->open || open_session (edit, error))
         && (!change->set_discussing || _cs_session_edit_discuss (edit, change->discussing, error))
         && (!change->close || close_session (edit, error));
}

/* --- commands --- */

gboolean
cs_sessions_change (CsStore *store, const CsSession *session, const CsSessionChange *change, GError **error)
{
  const char *verb = change->close ? "session-close" : "session-change";
  g_autoptr (CsSessionEdit) edit = _cs_session_edit_begin (store, verb, session, TRUE, error);

  return edit != NULL && apply (edit, change, error)
         && _cs_session_edit_commit (g_steal_pointer (&edit), error);
}

/* The council sits at the level of the round. */
static gboolean
check_round (CsStore *store, const CsCouncil *council, const char *id, GError **error)
{
  const CsRound *round = cs_store_find_round (store, id);

  if (round == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                 _ ("There is no round “%s” in this book. Write the id of one of its rounds."),
                 id != NULL ? id : "");
  else if (!g_str_equal (round->level, council->level))
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                 _ ("The council %s does not sit in round “%s”. Choose a round of its own level."),
                 council->key, id);
  else
    return TRUE;
  return FALSE;
}

/* Returns: (transfer full): what @wanted asks for, not stored yet */
static CsSession *
plan (CsStore *store, const CsNewSession *wanted, GError **error)
{
  g_autoptr (CsCouncil) council = cs_council_repo_find (store->db, wanted->council, error);
  g_autoptr (CsSession) session = NULL;

  if (council == NULL || !check_round (store, council, wanted->round, error)
      || (wanted->held_on != NULL && !check_date (wanted->held_on, error)))
    return NULL;
  session = cs_session_new ();
  session->council_id = council->id;
  session->council_uuid = g_strdup (council->uuid);
  session->council = g_strdup (council->key);
  session->round = g_strdup (wanted->round);
  session->held_on = wanted->held_on != NULL ? g_strdup (wanted->held_on) : cs_date_today ();
  session->place = clean_place (wanted->place, error);
  return session->place != NULL ? g_steal_pointer (&session) : NULL;
}

CsSession *
cs_sessions_add (CsStore *store, const CsNewSession *wanted, GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autoptr (CsSession) session = NULL;
  g_autoptr (CsSessionEdit) edit = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (wanted->council != NULL, NULL);
  command = _cs_command_begin (store, "session-add", error);
  session = command != NULL ? plan (store, wanted, error) : NULL;
  if (session == NULL || !cs_session_repo_add (command->transaction, session, error))
    return NULL;
  after = g_strdup_printf ("%s, %s", session->held_on, session->place);
  edit = _cs_session_edit_new (g_steal_pointer (&command), g_steal_pointer (&session));
  if (!_cs_session_edit_log (edit, "session-add", NULL, NULL, after, error)
      || (wanted->then != NULL && !apply (edit, wanted->then, error)))
    return NULL;
  session = g_steal_pointer (&edit->session);
  return _cs_session_edit_commit (g_steal_pointer (&edit), error) ? g_steal_pointer (&session) : NULL;
}

gboolean
cs_sessions_set_date (CsStore *store, const CsSession *session, const char *held_on, GError **error)
{
  g_return_val_if_fail (held_on != NULL, FALSE);
  return cs_sessions_change (store, session, &(CsSessionChange){ .held_on = held_on }, error);
}

gboolean
cs_sessions_set_place (CsStore *store, const CsSession *session, const char *place, GError **error)
{
  return cs_sessions_change (store, session, &(CsSessionChange){ .place = place != NULL ? place : "" },
                             error);
}

gboolean
cs_sessions_open (CsStore *store, const CsSession *session, GError **error)
{
  return cs_sessions_change (store, session, &(CsSessionChange){ .open = TRUE }, error);
}

gboolean
cs_sessions_close (CsStore *store, const CsSession *session, GError **error)
{
  return cs_sessions_change (store, session, &(CsSessionChange){ .close = TRUE }, error);
}

gboolean
cs_sessions_set_agenda (CsStore *store, const CsSession *session, const GArray *evaluations, GError **error)
{
  return cs_sessions_change (store, session, &(CsSessionChange){ .agenda = evaluations }, error);
}

gboolean
cs_sessions_fill_agenda (CsStore *store, const CsSession *session, GError **error)
{
  return cs_sessions_change (store, session, &(CsSessionChange){ .fill_agenda = TRUE }, error);
}

gboolean
cs_sessions_discuss (CsStore *store, const CsSession *session, const CsDossier *dossier, GError **error)
{
  CsSessionChange change = { .set_discussing = TRUE };

  change.discussing = dossier != NULL ? dossier->evaluation : 0;
  return cs_sessions_change (store, session, &change, error);
}
