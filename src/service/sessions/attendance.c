/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/refusal-private.h"
#include "service/sessions/attendance.h"
#include "base/error.h"
#include "base/moment.h"
#include "base/text.h"
#include "repo/council-repo.h"
#include "repo/session-repo.h"
#include "service/sessions/session-edit-private.h"

#include <glib/gi18n-lib.h>

/* --- checks --- */

static gboolean
is_open (const CsSession *session, GError **error)
{
  if (session->state != CS_SESSION_OPEN)
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                 _ ("Session %d of the council %s is not open. Open it first."), session->no,
                 session->council);
  return session->state == CS_SESSION_OPEN;
}

/* Returns: (transfer full): the council, with the member in @member. Who has left can still go, but no longer
 * come. */
static CsCouncil *
find_member (
    const CsSessionEdit *edit, const char *uuid, gboolean comes, const CsMember **member, GError **error)
{
  g_autoptr (CsCouncil) council =
      cs_council_repo_find (edit->command->store->db, edit->session->council_uuid, error);

  if (council == NULL)
    return NULL;
  *member = cs_council_member_by_uuid (council, uuid);
  if (*member == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                 _ ("There is no member “%s” in the council %s. Check the member."), uuid, council->key);
  else if (comes && (*member)->left_at != NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                 _ ("%s has left the council %s and has no part in its sessions."), (*member)->name,
                 council->key);
  else
    return g_steal_pointer (&council);
  return NULL;
}

static gboolean
is_possible (const CsSessionEdit *edit, const char *at, GError **error)
{
  g_autofree char *earliest =
      cs_moment_add_seconds (edit->session->opened_at, -CS_SESSIONS_EARLIEST_HOURS * 3600);
  g_autofree char *shown = cs_moment_to_display (at), *border = cs_moment_to_display (earliest);

  if (!cs_moment_is_valid (at))
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("“%s” is no time. Write it like 08:30."), at);
  else if (strcmp (at, edit->command->at) > 0)
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                 _ ("%s has not come yet. Check the time, or the clock of this computer."), shown);
  else if (earliest != NULL && strcmp (at, earliest) < 0)
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                 _ ("%s lies too long before the session was opened: not earlier than %s. Check the time."),
                 shown, border);
  else
    return TRUE;
  return FALSE;
}

/* @left: (nullable): still there */
static gboolean
are_possible (const CsSessionEdit *edit, const char *came, const char *left, GError **error)
{
  g_autofree char *shown_came = cs_moment_to_display (came), *shown_left = cs_moment_to_display (left);

  if (!is_possible (edit, came, error) || (left != NULL && !is_possible (edit, left, error)))
    return FALSE;
  if (left == NULL || strcmp (came, left) <= 0)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
               _ ("Nobody leaves at %s who comes at %s. Check the two times."), shown_left, shown_came);
  return FALSE;
}

/* Is the member elsewhere in the list at no time from @came to @left? @except: row that is being corrected */
static gboolean
is_away (const CsSession *session,
         const CsMember *member,
         gint64 except,
         const char *came,
         const char *left,
         GError **error)
{
  for (guint i = 0; i < session->attendance->len; i++)
    {
      const CsAttendance *stay = g_ptr_array_index (session->attendance, i);
      g_autofree char *from = NULL;

      if (stay->member != member->id || stay->id == except || stay->came_at == NULL
          || (left != NULL && strcmp (stay->came_at, left) >= 0)
          || (stay->left_at != NULL && strcmp (stay->left_at, came) <= 0))
        continue;
      from = cs_moment_to_clock (stay->came_at);
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                   _ ("%s is in the session already, since %s. Note the leaving first, or correct the time."),
                   member->name, from);
      return FALSE;
    }
  return TRUE;
}

/* Returns: (nullable): the member's row of absence */
static const CsAttendance *
find_absence (const CsSession *session, const CsMember *member)
{
  for (guint i = 0; i < session->attendance->len; i++)
    {
      const CsAttendance *row = g_ptr_array_index (session->attendance, i);

      if (row->member == member->id && row->came_at == NULL)
        return row;
    }
  return NULL;
}

/* Returns: (transfer full): a stay in the log, as ISO 8601 writes an interval; an absence by its reason */
static char *
describe (const char *came, const char *left, const char *absence)
{
  return came != NULL ? g_strdup_printf ("%s/%s", came, left != NULL ? left : "") : g_strdup (absence);
}

/* --- coming and leaving --- */

/* @came: (nullable): now; @left: (nullable): not yet */
static gboolean
come (CsSessionEdit *edit, const char *uuid, const char *came, const char *left, GError **error)
{
  const CsSession *session = edit->session;
  const CsMember *member = NULL;
  g_autoptr (CsCouncil) council = NULL;
  const CsAttendance *absence;
  CsAttendance stay = { 0 };
  g_autofree char *after = NULL;

  if (came == NULL)
    came = edit->command->at;
  if (!is_open (session, error))
    return FALSE;
  council = find_member (edit, uuid, TRUE, &member, error);
  if (council == NULL || !are_possible (edit, came, left, error)
      || !is_away (session, member, 0, came, left, error))
    return FALSE;
  absence = find_absence (session, member);
  if (absence != NULL
      && !cs_session_repo_remove_attendance (edit->command->transaction, edit->session->id, absence, error))
    return FALSE;
  stay.member = member->id;
  stay.came_at = (char *) came;
  stay.left_at = (char *) left;
  after = describe (came, left, NULL);
  return cs_session_repo_add_attendance (edit->command->transaction, session->id, &stay, error)
         && _cs_session_edit_log (edit, "attend", member->key, absence != NULL ? absence->absence : NULL,
                                  after, error);
}

gboolean
cs_sessions_arrive (
    CsStore *store, const CsSession *session, const char *member, const char *at, GError **error)
{
  g_autoptr (CsSessionEdit) edit = _cs_session_edit_begin (store, "attend", session, FALSE, error);

  return edit != NULL && come (edit, member, at, NULL, error)
         && _cs_session_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
cs_sessions_stay (CsStore *store,
                  const CsSession *session,
                  const char *member,
                  const char *came_at,
                  const char *left_at,
                  GError **error)
{
  g_autoptr (CsSessionEdit) edit = NULL;

  g_return_val_if_fail (came_at != NULL && left_at != NULL, FALSE);
  edit = _cs_session_edit_begin (store, "attend", session, FALSE, error);
  return edit != NULL && come (edit, member, came_at, left_at, error)
         && _cs_session_edit_commit (g_steal_pointer (&edit), error);
}

/* Gives a stay other times. */
static gboolean
set_stay (CsSessionEdit *edit,
          const char *verb,
          const CsAttendance *stay,
          const char *came,
          const char *left,
          GError **error)
{
  g_autofree char *before = describe (stay->came_at, stay->left_at, NULL);
  g_autofree char *after = describe (came, left, NULL);

  return cs_session_repo_set_stay (edit->command->transaction, edit->session->id, stay, came, left, error)
         && _cs_session_edit_log (edit, verb, stay->member_key, before, after, error);
}

gboolean
cs_sessions_leave (CsStore *store, const CsSession *session, const char *uuid, const char *at, GError **error)
{
  g_autoptr (CsSessionEdit) edit = _cs_session_edit_begin (store, "attend-leave", session, FALSE, error);
  const CsMember *member = NULL;
  g_autoptr (CsCouncil) council = edit != NULL ? find_member (edit, uuid, FALSE, &member, error) : NULL;
  const CsAttendance *stay;

  if (council == NULL)
    return FALSE;
  stay = cs_session_stay (edit->session, member->uuid);
  if (stay == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("%s is not in the session and cannot leave it. Note the coming first."), member->name);
      return FALSE;
    }
  if (at == NULL)
    at = edit->command->at;
  return are_possible (edit, stay->came_at, at, error)
         && set_stay (edit, "attend-leave", stay, stay->came_at, at, error)
         && _cs_session_edit_commit (g_steal_pointer (&edit), error);
}

/* --- absence --- */

static gboolean
was_never_there (const CsSession *session, const CsMember *member, GError **error)
{
  const CsAttendance *last = cs_session_last (session, member->uuid);

  if (last == NULL || last->came_at == NULL)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
               _ ("%s was in the session and is not absent. Note when the member left."), member->name);
  return FALSE;
}

/* Returns: (transfer full) */
static char *
clean_reason (const char *reason, GError **error)
{
  char *clean = cs_text_clean (reason);

  if (clean == NULL)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_INVALID,
                         _ ("The reason of the absence is no readable text. Type it again."));
  return clean;
}

gboolean
cs_sessions_absent (
    CsStore *store, const CsSession *session, const char *uuid, const char *reason, GError **error)
{
  g_autoptr (CsSessionEdit) edit = NULL;
  g_autoptr (CsCouncil) council = NULL;
  const CsMember *member = NULL;
  const CsAttendance *former;
  CsAttendance absence = { 0 };
  g_autofree char *clean = NULL;

  /* not longer than what a closing keeps of it */
  if (!_cs_require_text (reason, CS_NAME_MAX, _ ("The reason of the absence"), error)
      || (clean = clean_reason (reason, error)) == NULL)
    return FALSE;
  edit = _cs_session_edit_begin (store, "attend-absent", session, FALSE, error);
  council = edit != NULL ? find_member (edit, uuid, TRUE, &member, error) : NULL;
  if (council == NULL || !was_never_there (edit->session, member, error))
    return FALSE;
  former = find_absence (edit->session, member);
  if (former != NULL
      && !cs_session_repo_remove_attendance (edit->command->transaction, edit->session->id, former, error))
    return FALSE;
  absence.member = member->id;
  absence.absence = clean;
  return cs_session_repo_add_attendance (edit->command->transaction, edit->session->id, &absence, error)
         && _cs_session_edit_log (edit, "attend-absent", member->key, former != NULL ? former->absence : NULL,
                                  clean, error)
         && _cs_session_edit_commit (g_steal_pointer (&edit), error);
}

/* --- what was noted wrongly --- */

gboolean
cs_sessions_correct_attendance (CsStore *store,
                                const CsSession *session,
                                const CsAttendance *stay,
                                const char *came_at,
                                const char *left_at,
                                GError **error)
{
  g_autoptr (CsSessionEdit) edit = NULL;
  g_autoptr (CsCouncil) council = NULL;
  const CsMember *member = NULL;

  g_return_val_if_fail (stay->came_at != NULL && came_at != NULL, FALSE);
  edit = _cs_session_edit_begin (store, "attend-correct", session, FALSE, error);
  council = edit != NULL ? find_member (edit, stay->member_uuid, FALSE, &member, error) : NULL;
  return council != NULL && are_possible (edit, came_at, left_at, error)
         && is_away (edit->session, member, stay->id, came_at, left_at, error)
         && set_stay (edit, "attend-correct", stay, came_at, left_at, error)
         && _cs_session_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
cs_sessions_remove_attendance (CsStore *store,
                               const CsSession *session,
                               const CsAttendance *attendance,
                               GError **error)
{
  g_autoptr (CsSessionEdit) edit = _cs_session_edit_begin (store, "attend-remove", session, FALSE, error);
  g_autofree char *before = describe (attendance->came_at, attendance->left_at, attendance->absence);

  return edit != NULL
         && cs_session_repo_remove_attendance (edit->command->transaction, edit->session->id, attendance,
                                               error)
         && _cs_session_edit_log (edit, "attend-remove", attendance->member_key, before, NULL, error)
         && _cs_session_edit_commit (g_steal_pointer (&edit), error);
}
