/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/sessions/session-agenda-private.h"
#include "service/sessions/session-agenda.h"
#include "base/error.h"
#include "repo/session-repo.h"
#include "service/sessions/session-edit-private.h"

#include <glib/gi18n-lib.h>

/* --- what may be on it --- */

static gboolean
contains (const GArray *evaluations, guint n, gint64 evaluation)
{
  for (guint i = 0; i < n; i++)
    if (g_array_index (evaluations, gint64, i) == evaluation)
      return TRUE;
  return FALSE;
}

static gboolean
check_items (CsSessionEdit *edit, const GArray *evaluations, GError **error)
{
  const CsSession *session = edit->session;

  for (guint i = 0; i < evaluations->len; i++)
    {
      gint64 evaluation = g_array_index (evaluations, gint64, i);
      gboolean fits = FALSE;

      if (!cs_session_repo_fits (edit->command->store->db, session, evaluation, &fits, error))
        return FALSE;
      if (fits && !contains (evaluations, i, evaluation))
        continue;
      g_set_error (
          error, CS_ERROR, CS_ERROR_INVALID,
          fits ? _ ("A product is twice on the agenda of session %d of the council %s. Name it once.")
               : _ ("A product cannot be on the agenda of session %d of the council %s: it is in another "
                    "round, belongs to another council, or was deleted."),
          session->no, session->council);
      return FALSE;
    }
  return TRUE;
}

/* What is being discussed is on the agenda, always. */
static gboolean
keeps_discussed (const CsSession *session, const GArray *evaluations, GError **error)
{
  const CsAgendaItem *item = cs_session_item (session, session->discussing);

  if (session->discussing == 0 || contains (evaluations, evaluations->len, session->discussing))
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
               _ ("%s is being discussed. End that first, then take it off the agenda."),
               item != NULL ? item->code : "");
  return FALSE;
}

/* --- steps --- */

/* Returns: (transfer full): codes in their order, for the log */
static char *
describe (const CsSession *session)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < session->agenda->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "",
                            ((CsAgendaItem *) g_ptr_array_index (session->agenda, i))->code);
  return g_string_free (codes, FALSE);
}

static gboolean
write_agenda (CsSessionEdit *edit, const GArray *evaluations, GError **error)
{
  return cs_session_repo_set_agenda (edit->command->transaction, edit->session->id, evaluations, error)
         && _cs_session_edit_store (edit, error);
}

gboolean
_cs_session_edit_agenda (CsSessionEdit *edit, const GArray *evaluations, GError **error)
{
  g_autofree char *before = describe (edit->session), *after = NULL;

  if (!check_items (edit, evaluations, error) || !keeps_discussed (edit->session, evaluations, error)
      || !write_agenda (edit, evaluations, error))
    return FALSE;
  after = describe (edit->session);
  return _cs_session_edit_log (edit, "session-agenda", NULL, before, after, error);
}

static GArray *
list_agenda (const CsSession *session)
{
  GArray *evaluations = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < session->agenda->len; i++)
    g_array_append_val (evaluations, ((CsAgendaItem *) g_ptr_array_index (session->agenda, i))->evaluation);
  return evaluations;
}

gboolean
_cs_session_edit_fill (CsSessionEdit *edit, GError **error)
{
  g_autoptr (GArray) evaluations = list_agenda (edit->session);
  g_autoptr (GArray) open = cs_session_repo_open_evaluations (edit->command->store->db, edit->session, error);
  guint n = evaluations->len;

  if (open == NULL)
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    {
      gint64 evaluation = g_array_index (open, gint64, i);

      if (!contains (evaluations, n, evaluation))
        g_array_append_val (evaluations, evaluation);
    }
  return _cs_session_edit_agenda (edit, evaluations, error);
}

static const CsAgendaItem *
require_item (const CsSession *session, gint64 evaluation, GError **error)
{
  const CsAgendaItem *item = cs_session_item (session, evaluation);

  if (item == NULL)
    g_set_error (
        error, CS_ERROR, CS_ERROR_INVALID,
        _ ("This product is not on the agenda of session %d of the council %s. Put it on the agenda first."),
        session->no, session->council);
  return item;
}

gboolean
_cs_session_edit_discuss (CsSessionEdit *edit, gint64 evaluation, GError **error)
{
  CsSession *session = edit->session;
  const CsAgendaItem *item = evaluation != 0 ? require_item (session, evaluation, error) : NULL;
  const CsAgendaItem *former = cs_session_item (session, session->discussing);
  g_autofree char *before = former != NULL ? g_strdup (former->code) : NULL;
  g_autofree char *after = item != NULL ? g_strdup (item->code) : NULL;

  if (evaluation != 0 && item == NULL)
    return FALSE;
  if (session->state != CS_SESSION_OPEN)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("Session %d of the council %s is not open. Open it first."), session->no,
                   session->council);
      return FALSE;
    }
  if (item != NULL && item->closed)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FROZEN, _ ("%s is closed already."), item->code);
      return FALSE;
    }
  session->discussing = evaluation;
  return _cs_session_edit_store (edit, error)
         && _cs_session_edit_log (edit, "session-discuss", NULL, before, after, error);
}

/* --- commands --- */

gboolean
cs_sessions_move (CsStore *store, const CsSession *session, gint64 evaluation, guint position, GError **error)
{
  g_autoptr (CsSessionEdit) edit = _cs_session_edit_begin (store, "session-move", session, TRUE, error);
  const CsAgendaItem *item = edit != NULL ? require_item (edit->session, evaluation, error) : NULL;
  g_autoptr (GArray) evaluations = NULL;
  g_autofree char *code = NULL, *before = NULL, *after = NULL;

  if (item == NULL)
    return FALSE;
  if (position >= edit->session->agenda->len)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("The agenda of session %d of the council %s has no place %u."), session->no,
                   session->council, position + 1);
      return FALSE;
    }
  code = g_strdup (item->code);
  before = g_strdup_printf ("%u", item->position + 1);
  after = g_strdup_printf ("%u", position + 1);
  evaluations = list_agenda (edit->session);
  g_array_remove_index (evaluations, item->position);
  g_array_insert_val (evaluations, position, evaluation);
  return write_agenda (edit, evaluations, error)
         && _cs_session_edit_log (edit, "session-move", code, before, after, error)
         && _cs_session_edit_commit (g_steal_pointer (&edit), error);
}

/* --- products that are on one --- */

static const char *
code_of (const CsSession *session, gint64 dossier)
{
  for (guint i = 0; i < session->agenda->len; i++)
    {
      const CsAgendaItem *item = g_ptr_array_index (session->agenda, i);

      if (item->dossier == dossier)
        return item->code;
    }
  return "";
}

gboolean
_cs_sessions_is_free (CsStore *store, gint64 dossier, gint64 evaluation, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CsSession) session = cs_session_repo_with_dossier (store->db, dossier, evaluation, &failed);

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (session == NULL)
    return TRUE;
  g_set_error (
      error, CS_ERROR, CS_ERROR_FROZEN,
      session->state == CS_SESSION_CLOSED
          ? _ (
              "%s was on the agenda of session %d of the council %s, which is closed: it stays in its round.")
          : _ ("%s is on the agenda of session %d of the council %s. Take it off the agenda first."),
      code_of (session, dossier), session->no, session->council);
  return FALSE;
}
