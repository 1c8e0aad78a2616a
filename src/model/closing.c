/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/closing.h"

static const char *const state_texts[] = {
  "none", "draft", "submitted", "recused", "absent", "not_applicable"
};

static void
closing_member_free (gpointer data)
{
  CsClosingMember *member = data;

  g_free (member->reason);
  g_free (member);
}

CsClosing *
cs_closing_new (void)
{
  CsClosing *closing = g_new0 (CsClosing, 1);

  closing->members = g_ptr_array_new_with_free_func (closing_member_free);
  return closing;
}

void
cs_closing_free (CsClosing *closing)
{
  if (closing == NULL)
    return;
  g_free (closing->uuid);
  g_free (closing->day);
  g_free (closing->closed_at);
  g_free (closing->closed_by);
  g_free (closing->reason);
  g_free (closing->reopened_at);
  g_free (closing->reopened_by);
  g_free (closing->reopen_reason);
  g_ptr_array_unref (closing->members);
  g_free (closing);
}

CsClosingMember *
cs_closing_add_member (
    CsClosing *closing, gint64 member, CsMemberState state, gint64 sheet, const char *reason)
{
  CsClosingMember *row = g_new0 (CsClosingMember, 1);

  row->member = member;
  row->state = state;
  row->sheet = sheet;
  row->reason = g_strdup (reason != NULL ? reason : "");
  g_ptr_array_add (closing->members, row);
  return row;
}

const char *
cs_member_state_to_text (CsMemberState state)
{
  return state_texts[state];
}

gboolean
cs_member_state_parse (const char *text, CsMemberState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_texts); i++)
    if (g_strcmp0 (text, state_texts[i]) == 0)
      {
        *state = (CsMemberState) i;
        return TRUE;
      }
  return FALSE;
}

void
cs_discussion_free (CsDiscussion *discussion)
{
  g_free (discussion->note);
  g_free (discussion->noted_at);
  g_free (discussion->noted_by);
  g_free (discussion);
}

gboolean
cs_closing_is_after (const CsClosing *closing, gint64 session, const char *session_end)
{
  if (closing->session == session || session_end == NULL)
    return FALSE;
  return closing->session != 0 ? strcmp (closing->closed_at, session_end) >= 0
                               : strcmp (closing->closed_at, session_end) > 0;
}
