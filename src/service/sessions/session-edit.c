/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/sessions/session-edit-private.h"

#include "base/error.h"
#include "repo/session-repo.h"

#include <glib/gi18n-lib.h>

CsSessionEdit *
_cs_session_edit_new (CsCommand *command, CsSession *session)
{
  CsSessionEdit *edit = g_new0 (CsSessionEdit, 1);

  edit->command = command;
  edit->session = session;
  edit->uuid = g_strdup (session->uuid);
  edit->object = g_strdup_printf ("%s/%s/%d", session->council, session->round, session->no);
  return edit;
}

static gboolean
may_edit (const CsSession *stored, const CsSession *shown, gboolean as_shown, GError **error)
{
  if (stored->state == CS_SESSION_CLOSED)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FROZEN,
                   _ ("Session %d of the council %s is closed and no longer changes. Plan another session."),
                   stored->no, stored->council);
      return FALSE;
    }
  if (!as_shown || stored->version == shown->version)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
               _ ("Session %d of the council %s was changed somewhere else meanwhile. Look at it again, then "
                  "repeat your change."),
               stored->no, stored->council);
  return FALSE;
}

CsSessionEdit *
_cs_session_edit_begin (
    CsStore *store, const char *verb, const CsSession *session, gboolean as_shown, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, verb, error);
  g_autoptr (CsSession) stored =
      command != NULL ? cs_session_repo_load (store->db, session->id, error) : NULL;

  if (stored == NULL || !may_edit (stored, session, as_shown, error))
    return NULL;
  return _cs_session_edit_new (g_steal_pointer (&command), g_steal_pointer (&stored));
}

static void
clear_line (CsSessionEdit *edit)
{
  g_clear_pointer (&edit->about, g_free);
  g_clear_pointer (&edit->before, g_free);
  g_clear_pointer (&edit->after, g_free);
}

void
_cs_session_edit_free (CsSessionEdit *edit)
{
  if (edit == NULL)
    return;
  clear_line (edit);
  _cs_command_free (edit->command);
  cs_session_free (edit->session);
  g_free (edit->object);
  g_free (edit->uuid);
  g_free (edit);
}

gboolean
_cs_session_edit_log (CsSessionEdit *edit,
                      const char *verb,
                      const char *about,
                      const char *before,
                      const char *after,
                      GError **error)
{
  /* the line before this one, still under its own verb: the very last is the commit's */
  if (edit->changed
      && !_cs_command_log (edit->command, edit->about, edit->uuid, edit->before, edit->after, error))
    return FALSE;
  clear_line (edit);
  edit->command->verb = verb;
  edit->about = about != NULL ? g_strdup_printf ("%s/%s", edit->object, about) : g_strdup (edit->object);
  edit->before = g_strdup (before);
  edit->after = g_strdup (after);
  edit->changed = TRUE;
  return TRUE;
}

gboolean
_cs_session_edit_store (CsSessionEdit *edit, GError **error)
{
  CsSession *stored;

  if (!cs_session_repo_update (edit->command->transaction, edit->session, error))
    return FALSE;
  stored = cs_session_repo_load (edit->command->store->db, edit->session->id, error);
  if (stored == NULL)
    return FALSE;
  cs_session_free (edit->session);
  edit->session = stored;
  return TRUE;
}

gboolean
_cs_session_edit_commit (CsSessionEdit *edit, GError **error)
{
  g_autoptr (CsSessionEdit) owned = edit;

  return !owned->changed
         || _cs_command_commit (g_steal_pointer (&owned->command), owned->about, owned->uuid, owned->before,
                                owned->after, CS_CHANGE_SESSIONS, error);
}
