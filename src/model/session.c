/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/session.h"

static const char *const state_texts[] = { "planned", "open", "closed" };

static void
item_free (gpointer data)
{
  CsAgendaItem *item = data;

  g_free (item->code);
  g_free (item->product);
  g_free (item->producer);
  g_free (item);
}

static void
attendance_free (gpointer data)
{
  CsAttendance *attendance = data;

  g_free (attendance->member_uuid);
  g_free (attendance->member_key);
  g_free (attendance->came_at);
  g_free (attendance->left_at);
  g_free (attendance->absence);
  g_free (attendance);
}

CsSession *
cs_session_new (void)
{
  CsSession *session = g_new0 (CsSession, 1);

  session->agenda = g_ptr_array_new_with_free_func (item_free);
  session->attendance = g_ptr_array_new_with_free_func (attendance_free);
  return session;
}

void
cs_session_free (CsSession *session)
{
  if (session == NULL)
    return;
  g_free (session->uuid);
  g_free (session->council_uuid);
  g_free (session->council);
  g_free (session->round);
  g_free (session->held_on);
  g_free (session->place);
  g_free (session->opened_at);
  g_free (session->closed_at);
  g_ptr_array_unref (session->agenda);
  g_ptr_array_unref (session->attendance);
  g_free (session);
}

CsAgendaItem *
cs_session_add_item (CsSession *session)
{
  CsAgendaItem *item = g_new0 (CsAgendaItem, 1);

  item->position = session->agenda->len;
  g_ptr_array_add (session->agenda, item);
  return item;
}

CsAttendance *
cs_session_add_attendance (CsSession *session)
{
  CsAttendance *attendance = g_new0 (CsAttendance, 1);

  g_ptr_array_add (session->attendance, attendance);
  return attendance;
}

const CsAgendaItem *
cs_session_item (const CsSession *session, gint64 evaluation)
{
  for (guint i = 0; i < session->agenda->len; i++)
    {
      const CsAgendaItem *item = g_ptr_array_index (session->agenda, i);

      if (item->evaluation == evaluation)
        return item;
    }
  return NULL;
}

const CsAttendance *
cs_session_stay (const CsSession *session, const char *member)
{
  for (guint i = 0; i < session->attendance->len; i++)
    {
      const CsAttendance *attendance = g_ptr_array_index (session->attendance, i);

      if (attendance->came_at != NULL && attendance->left_at == NULL
          && g_str_equal (attendance->member_uuid, member))
        return attendance;
    }
  return NULL;
}

const CsAttendance *
cs_session_last (const CsSession *session, const char *member)
{
  const CsAttendance *last = NULL;

  for (guint i = 0; i < session->attendance->len; i++)
    {
      const CsAttendance *attendance = g_ptr_array_index (session->attendance, i);

      if (g_str_equal (attendance->member_uuid, member)
          && (last == NULL || g_strcmp0 (attendance->came_at, last->came_at) >= 0))
        last = attendance;
    }
  return last;
}

const char *
cs_session_state_to_text (CsSessionState state)
{
  return state_texts[state];
}

gboolean
cs_session_state_parse (const char *text, CsSessionState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_texts); i++)
    if (g_strcmp0 (text, state_texts[i]) == 0)
      {
        *state = (CsSessionState) i;
        return TRUE;
      }
  return FALSE;
}
