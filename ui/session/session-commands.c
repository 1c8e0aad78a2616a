/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/session-commands.h"

#include "ui/shared/person-question.h"
#include "service/sessions/sessions.h"

#include <glib/gi18n-lib.h>

void
cs_session_commands_open (GtkWidget *from, CsSessionModel *scene)
{
  const CsSession *session = cs_session_model_get_session (scene);
  g_autoptr (GError) error = NULL;

  if (session != NULL && !cs_sessions_open (cs_session_model_get_store (scene), session, &error))
    cs_feedback_error (from, _ ("The session was not opened"), error);
}

/* --- closing --- */

static void
close_confirmed (GtkWidget *from, gpointer data)
{
  CsSessionModel *scene = data;
  const CsSession *session = cs_session_model_get_session (scene);
  g_autoptr (GError) error = NULL;

  if (session != NULL && !cs_sessions_close (cs_session_model_get_store (scene), session, &error))
    cs_feedback_error (from, _ ("The session was not closed"), error);
}

static guint
count_there (const CsSession *session)
{
  guint there = 0;

  for (guint i = 0; i < session->attendance->len; i++)
    {
      const CsAttendance *stay = g_ptr_array_index (session->attendance, i);

      there += stay->came_at != NULL && stay->left_at == NULL;
    }
  return there;
}

/* Returns: (transfer full): what closing means for this session */
static char *
closing_text (const CsSession *session)
{
  GString *text = g_string_new (NULL);
  guint there = count_there (session), open = 0;

  for (guint i = 0; i < session->agenda->len; i++)
    open += !((const CsAgendaItem *) g_ptr_array_index (session->agenda, i))->closed;
  if (there > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%u person is there; the leaving is noted for this moment.",
                                         "%u people are there; their leaving is noted for this moment.",
                                         there),
                            there);
  g_string_append (text, there > 0 && open > 0 ? "\n" : "");
  if (open > 0)
    g_string_append_printf (
        text,
        g_dngettext (GETTEXT_PACKAGE,
                     "%u product of the agenda is not closed; it can come into another session.",
                     "%u products of the agenda are not closed; they can come into another session.", open),
        open);
  g_string_append (text, text->len > 0 ? "\n\n" : "");
  g_string_append (text,
                   _ ("A closed session never changes again: neither its agenda nor who was there. This "
                      "cannot be undone."));
  return g_string_free (text, FALSE);
}

void
cs_session_commands_close (GtkWidget *from, CsSessionModel *scene)
{
  g_autofree char *heading = NULL, *text = NULL;

  if (!cs_session_model_is_open (scene))
    return;
  heading = g_strdup_printf (_ ("Close Session %d?"), cs_session_model_get_session (scene)->no);
  text = closing_text (cs_session_model_get_session (scene));
  cs_person_confirm (from, cs_session_model_get_store (scene), heading, text, _ ("_Close the Session"),
                     close_confirmed, g_object_ref (scene), g_object_unref);
}

/* --- discussing --- */

gboolean
cs_session_commands_discuss (GtkWidget *from, CsSessionModel *scene, gint64 evaluation)
{
  CsSessionChange change = { .set_discussing = TRUE, .discussing = evaluation };
  g_autoptr (GError) error = NULL;

  if (!cs_session_model_is_open (scene))
    return FALSE;
  if (cs_sessions_change (cs_session_model_get_store (scene), cs_session_model_get_session (scene), &change,
                          &error))
    return TRUE;
  cs_feedback_error (from, _ ("The product was not taken up"), error);
  return FALSE;
}
