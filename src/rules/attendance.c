/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/attendance.h"

/* Where the session ended at @moment, whoever stayed to that second was there to the end. */
static gboolean
is_stay_at (const CsSession *session, const CsAttendance *stay, const char *moment)
{
  int left;

  if (stay->came_at == NULL || strcmp (stay->came_at, moment) > 0)
    return FALSE;
  left = stay->left_at != NULL ? strcmp (stay->left_at, moment) : 1;
  return left > 0 || (left == 0 && g_strcmp0 (session->closed_at, moment) == 0);
}

/* Did the member have a seat at @moment? One of the founding decision had it before the book knew the member,
 * but who was entered after the session was closed had no part in it. */
static gboolean
sat_at (const CsSession *session, const CsMember *member, const char *moment)
{
  if (!cs_role_scores (member->role) || (member->left_at != NULL && strcmp (member->left_at, moment) <= 0))
    return FALSE;
  if (member->added_at == NULL || strcmp (member->added_at, moment) <= 0)
    return TRUE;
  return (member->added_by == NULL || *member->added_by == '\0')
         && (session->closed_at == NULL || strcmp (member->added_at, session->closed_at) <= 0);
}

/* Returns: (transfer full) (element-type utf8): keys of who is in the room */
static GHashTable *
present_at (const CsSession *session, const char *moment)
{
  GHashTable *present = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < session->attendance->len; i++)
    {
      const CsAttendance *stay = g_ptr_array_index (session->attendance, i);

      if (is_stay_at (session, stay, moment))
        g_hash_table_add (present, stay->member_key);
    }
  return present;
}

GPtrArray *
cs_attendance_at (const CsSession *session, const CsCouncil *council, const char *moment)
{
  g_autoptr (GHashTable) present = present_at (session, moment);
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < council->members->len; i++)
    {
      CsMember *member = g_ptr_array_index (council->members, i);

      if (g_hash_table_contains (present, member->key))
        g_ptr_array_add (members, member);
    }
  return members;
}

CsQuorum
cs_attendance_quorum (const CsSession *session, const CsCouncil *council, const char *moment)
{
  g_autoptr (GHashTable) present = present_at (session, moment);
  g_autoptr (GPtrArray) entitled = g_ptr_array_new ();

  for (guint i = 0; i < council->members->len; i++)
    {
      CsMember *member = g_ptr_array_index (council->members, i);

      if (sat_at (session, member, moment))
        g_ptr_array_add (entitled, member);
    }
  return cs_quorum (&council->rules, entitled, present);
}

/* --- when it changed --- */

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Nothing counts that lies after the end of the session. */
static void
add_moment (GPtrArray *moments, const CsSession *session, const char *moment)
{
  if (moment != NULL && (session->closed_at == NULL || strcmp (moment, session->closed_at) <= 0))
    g_ptr_array_add (moments, (gpointer) moment);
}

/* Every moment at which somebody came, left, took a seat or gave it up, by time. */
static GPtrArray *
list_moments (const CsSession *session, const CsCouncil *council)
{
  GPtrArray *moments = g_ptr_array_new ();

  for (guint i = 0; i < session->attendance->len; i++)
    {
      const CsAttendance *stay = g_ptr_array_index (session->attendance, i);

      add_moment (moments, session, stay->came_at);
      add_moment (moments, session, stay->left_at);
    }
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      add_moment (moments, session, member->added_at);
      add_moment (moments, session, member->left_at);
    }
  g_ptr_array_sort (moments, compare_moments);
  return moments;
}

GArray *
cs_attendance_changes (const CsSession *session, const CsCouncil *council)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (CsAttendanceChange));
  g_autoptr (GPtrArray) moments = list_moments (session, council);
  gboolean met = FALSE;

  for (guint i = 0; i < moments->len; i++)
    {
      CsAttendanceChange change = { .moment = g_ptr_array_index (moments, i) };

      change.quorum = cs_attendance_quorum (session, council, change.moment);
      if (!change.quorum.met == !met)
        continue;
      met = change.quorum.met;
      g_array_append_val (changes, change);
    }
  return changes;
}
