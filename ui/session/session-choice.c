/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/session-choice.h"

guint
cs_session_choice_find (const GPtrArray *sessions, const char *uuid)
{
  for (guint i = 0; i < sessions->len; i++)
    if (g_strcmp0 (((const CsSession *) g_ptr_array_index (sessions, i))->uuid, uuid) == 0)
      return i;
  return sessions->len;
}

guint
cs_session_choice_propose (const GPtrArray *sessions, const char *last)
{
  guint found = last != NULL ? cs_session_choice_find (sessions, last) : sessions->len;
  guint planned = sessions->len;

  if (found < sessions->len)
    return found;
  for (guint i = 0; i < sessions->len; i++)
    {
      const CsSession *session = g_ptr_array_index (sessions, i);

      if (session->state == CS_SESSION_OPEN)
        return i;
      if (session->state == CS_SESSION_PLANNED)
        planned = i;
    }
  return planned < sessions->len ? planned : sessions->len - 1;
}
