/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/session-text.h"

#include "base/date.h"
#include "base/moment.h"
#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

const char *
cs_session_text_state (CsSessionState state)
{
  switch (state)
    {
    case CS_SESSION_PLANNED:
      return C_ ("session", "planned");
    case CS_SESSION_OPEN:
      return C_ ("session", "open");
    case CS_SESSION_CLOSED:
      return C_ ("session", "closed");
    }
  g_return_val_if_reached ("");
}

char *
cs_session_text_council (const CsUnitSet *units, const CsCouncil *council)
{
  const CsUnit *unit = cs_unit_set_find (units, council->unit);

  /* Translators: name of the unit whose council it is */
  return g_strdup_printf (_ ("Council of %s"), unit != NULL ? unit->name : council->key);
}

char *
cs_session_text_title (const CsUnitSet *units, const CsCouncil *council, const CsSession *session)
{
  g_autofree char *name = cs_session_text_council (units, council);

  /* Translators: number of the session, "Council of …" */
  return g_strdup_printf (_ ("Session %d, %s"), session->no, name);
}

char *
cs_session_text_when (const CsSession *session)
{
  g_autofree char *day = cs_date_to_display (session->held_on);

  /* Translators: day and place of a session */
  return *session->place != '\0' ? g_strdup_printf (_ ("%s, at %s"), day, session->place)
                                 : g_steal_pointer (&day);
}

char *
cs_session_text_quorum (const CsQuorum *quorum, CsSessionState state)
{
  if (state == CS_SESSION_PLANNED)
    /* Translators: how many must come, members who score */
    return g_strdup_printf (_ ("%u of %u are needed"), quorum->needed, quorum->members);
  if (state == CS_SESSION_CLOSED)
    return g_strdup_printf (quorum->met
                                /* Translators: members there, members, members needed */
                                ? _ ("At the end %u of %u were there, %u were needed: enough")
                                : _ ("At the end %u of %u were there, %u were needed: not enough"),
                            quorum->present, quorum->members, quorum->needed);
  /* Translators: members there, members, members needed */
  return g_strdup_printf (quorum->met ? _ ("%u of %u there, %u needed: enough")
                                      : _ ("%u of %u there, %u needed: not enough"),
                          quorum->present, quorum->members, quorum->needed);
}

const char *
cs_session_text_leader (const CsQuorum *quorum, const CsCouncilRules *rules)
{
  if (quorum->leader_present || rules->presence == CS_PRESENCE_NONE)
    return NULL;
  return rules->presence == CS_PRESENCE_CHAIR ? _ ("The chair must be there.")
                                              : _ ("The chair or the vice-chair must be there.");
}

char *
cs_session_text_stays (const CsSession *session, const char *member)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < session->attendance->len; i++)
    {
      const CsAttendance *stay = g_ptr_array_index (session->attendance, i);
      g_autofree char *came = NULL, *left = NULL;

      if (stay->came_at == NULL || !g_str_equal (stay->member_uuid, member))
        continue;
      came = cs_moment_to_clock (stay->came_at);
      left = cs_moment_to_clock (stay->left_at);
      g_string_append_printf (text, "%s%s–%s", text->len > 0 ? ", " : "", came, left);
    }
  return g_string_free (text, FALSE);
}

/* --- products --- */

CsMemberState
cs_session_text_state_of (const CsSession *session, const CsMemberResult *member, const char **reason)
{
  const CsAttendance *last = cs_session_last (session, member->uuid);

  *reason = member->reason;
  if (member->state != CS_MEMBER_NONE || last == NULL || last->came_at != NULL)
    return member->state;
  *reason = last->absence;
  return CS_MEMBER_ABSENT;
}

/* @absent: (out) (optional): how many of them have no sheet because they are not there */
static guint
count_missing (const CsSession *session, const CsResult *result, guint *absent)
{
  guint missing = 0, away = 0;
  const char *reason;

  for (guint i = 0; i < result->members->len; i++)
    {
      CsMemberState state =
          cs_session_text_state_of (session, g_ptr_array_index (result->members, i), &reason);

      missing += state == CS_MEMBER_NONE || state == CS_MEMBER_DRAFT;
      away += state == CS_MEMBER_ABSENT;
    }
  if (absent != NULL)
    *absent = away;
  return missing;
}

guint
cs_session_text_n_missing (const CsSession *session, const CsResult *result)
{
  return count_missing (session, result, NULL);
}

char *
cs_session_text_sheets (const CsSession *session, const CsResult *result)
{
  guint absent, missing = count_missing (session, result, &absent);

  if (result->dossier->closed)
    return g_strdup ("");
  if (result->members->len == 0)
    return g_strdup (_ ("The council has no members who score."));
  if (missing > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sheet is still missing.",
                                         "%u sheets are still missing.", missing),
                            missing);
  if (result->apart != NULL)
    return g_strdup (_ ("All sheets are in, but the totals lie too far apart: the council must talk."));
  /* of a second round it is not told who has handed in again */
  if (result->status == CS_RESULT_RESCORING)
    return g_strdup (_ ("The council scores again after the discussion."));
  if (absent > 0)
    return g_strdup (_ ("All sheets are in but those of members who are absent."));
  return g_strdup (_ ("All sheets are in, and the totals lie close enough together."));
}

static const char *
name_of (const CsResult *result, const char *key)
{
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);

      if (g_str_equal (member->key, key))
        return member->name;
    }
  return key;
}

char *
cs_session_text_apart (const CsResult *result)
{
  const CsApart *apart = result->apart;
  g_autoptr (GString) criteria = g_string_new (NULL);

  for (guint i = 0; i < apart->questions->len; i++)
    {
      const CsCriterion *criterion =
          cs_form_question (result->form, g_array_index (apart->questions, guint, i));

      g_string_append_printf (criteria, "\n%s  %s", criterion->no, criterion->title);
    }
  /* Translators: two members, then a list of criteria, a line each */
  return g_strdup_printf (_ ("%s and %s lie farthest apart. They differ most in:%s"),
                          name_of (result, apart->a), name_of (result, apart->b), criteria->str);
}

const char *
cs_session_text_member_icon (CsMemberState state)
{
  static const char *const icons[] = {
    [CS_MEMBER_NONE] = "cs-waiting-symbolic",         [CS_MEMBER_DRAFT] = "document-edit-symbolic",
    [CS_MEMBER_SUBMITTED] = "object-select-symbolic", [CS_MEMBER_RECUSED] = "cs-none-symbolic",
    [CS_MEMBER_ABSENT] = "cs-away-symbolic",          [CS_MEMBER_NOT_APPLICABLE] = "list-remove-symbolic",
  };

  return icons[state];
}

const char *
cs_session_text_status_icon (CsResultStatus status)
{
  static const char *const icons[] = {
    [CS_RESULT_REGISTERED] = "cs-waiting-symbolic",    [CS_RESULT_SCORING] = "document-edit-symbolic",
    [CS_RESULT_RESCORING] = "dialog-warning-symbolic", [CS_RESULT_CLOSED] = "object-select-symbolic",
    [CS_RESULT_RECOGNISED] = "object-select-symbolic",
  };

  return icons[status];
}
