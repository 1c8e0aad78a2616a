/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/minutes-private.h"

#include "base/date.h"
#include "base/text.h"
#include "rules/attendance.h"
#include "summary/paper/paper-text.h"
#include "summary/words/rules-text.h"

#include <string.h>

/* The session while its rows are made. */
typedef struct
{
  const CsSession *session;
  const CsCouncil *council;
  const char *end; /* moment: of the session, or now */
  char *day;       /* on which it was opened */
} Room;

/* --- times --- */

/* Returns: (transfer full): "08:00"; with the day when it is another one than the session's. */
static char *
clock_text (const Room *room, const char *moment)
{
  g_autofree char *day = cs_date_of_moment (moment);
  g_autofree char *text = cs_date_moment_on_paper (moment);

  if (g_strcmp0 (day, room->day) == 0)
    text[strcspn (text, " ")] = '\0';
  return g_steal_pointer (&text);
}

static gboolean
is_before (const char *moment, const char *end)
{
  return moment != NULL && strcmp (moment, end) <= 0;
}

/* --- who was there --- */

/* Returns: how many stays the member has. */
static guint
n_stays (const Room *room, const CsMember *member)
{
  guint n = 0;

  for (guint i = 0; i < room->session->attendance->len; i++)
    {
      const CsAttendance *row = g_ptr_array_index (room->session->attendance, i);

      n += row->member == member->id && row->came_at != NULL;
    }
  return n;
}

/* Has the member anything to do with the session: a seat at any time of it, or a line in its list? */
static gboolean
belongs (const Room *room, const CsMember *member)
{
  if (cs_session_last (room->session, member->uuid) != NULL)
    return TRUE;
  return (member->added_at == NULL || is_before (member->added_at, room->end))
         && (member->left_at == NULL || strcmp (member->left_at, room->session->opened_at) > 0);
}

static char *
absence_text (const Room *room, const CsMember *member)
{
  const CsAttendance *row = cs_session_last (room->session, member->uuid);

  if (row != NULL && !cs_text_is_blank (row->absence))
    return g_strdup_printf ("Vắng: %s", row->absence);
  return g_strdup (room->session->closed_at != NULL ? "Vắng, không ghi lý do" : "Chưa đến");
}

/* One line a stay. */
static void
set_stays (CsMinutesMember *row, const Room *room, const CsMember *member)
{
  g_autoptr (GString) came = g_string_new (NULL), left = g_string_new (NULL);

  for (guint i = 0; i < room->session->attendance->len; i++)
    {
      const CsAttendance *stay = g_ptr_array_index (room->session->attendance, i);
      g_autofree char *from = NULL, *to = NULL;

      if (stay->member != member->id || stay->came_at == NULL)
        continue;
      from = clock_text (room, stay->came_at);
      to = stay->left_at != NULL ? clock_text (room, stay->left_at) : g_strdup ("đang họp");
      g_string_append_printf (came, "%s%s", came->len > 0 ? "\n" : "", from);
      g_string_append_printf (left, "%s%s", left->len > 0 ? "\n" : "", to);
    }
  row->came = g_strdup (came->str);
  row->left = g_strdup (left->str);
}

static void
add_members (CsMinutes *minutes, const Room *room)
{
  for (guint i = 0; i < room->council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (room->council->members, i);
      CsMinutesMember *row;

      if (!belongs (room, member))
        continue;
      row = g_new0 (CsMinutesMember, 1);
      row->name = g_strdup (member->name);
      row->role = g_strdup (cs_paper_role (member->role));
      row->organisation = g_strdup (member->organisation != NULL ? member->organisation : "");
      if (n_stays (room, member) > 0)
        set_stays (row, room, member);
      else
        row->absence = absence_text (room, member);
      g_ptr_array_add (minutes->members, row);
    }
}

static void
add_working_group (CsMinutes *minutes, const CsCouncil *council)
{
  for (guint i = 0; i < council->working_group->len; i++)
    {
      const CsWorkingGroupMember *helper = g_ptr_array_index (council->working_group, i);
      GString *text = g_string_new (helper->name);

      if (!cs_text_is_blank (helper->organisation))
        g_string_append_printf (text, ", %s", helper->organisation);
      if (!cs_text_is_blank (helper->duty))
        g_string_append_printf (text, ": %s", helper->duty);
      g_ptr_array_add (minutes->working_group, g_string_free (text, FALSE));
    }
}

/* --- quorum --- */

static void
add_quorum (
    CsMinutes *minutes, const Room *room, const char *moment, const char *what, const CsQuorum *quorum)
{
  g_autofree char *clock = clock_text (room, moment);

  _cs_minutes_say (minutes->quorum, "%s, %s: có mặt %u/%u thành viên chấm điểm, cần ít nhất %u%s; %s.", clock,
                   what, quorum->present, quorum->members, quorum->needed,
                   quorum->leader_present ? "" : " và thiếu người bắt buộc tham gia",
                   quorum->met ? "đủ điều kiện họp" : "không đủ điều kiện họp");
}

static void
add_quorum_at (CsMinutes *minutes, const Room *room, const char *moment, const char *what)
{
  const CsQuorum quorum = cs_attendance_quorum (room->session, room->council, moment);

  add_quorum (minutes, room, moment, what, &quorum);
}

/* By time: the opening among the moments at which the quorum was reached or lost. */
static void
add_quorums (CsMinutes *minutes, const Room *room)
{
  g_autoptr (GArray) changes = cs_attendance_changes (room->session, room->council);
  const char *opened = room->session->opened_at;
  guint i = 0;

  for (gboolean told = FALSE; !told || i < changes->len;)
    {
      const CsAttendanceChange *change =
          i < changes->len ? &g_array_index (changes, CsAttendanceChange, i) : NULL;

      if (!told && (change == NULL || strcmp (change->moment, opened) > 0))
        {
          add_quorum_at (minutes, room, opened, "khai mạc");
          told = TRUE;
          continue;
        }
      add_quorum (minutes, room, change->moment,
                  change->quorum.met ? "bắt đầu đủ số thành viên" : "không còn đủ số thành viên",
                  &change->quorum);
      i++;
    }
  if (room->session->closed_at != NULL)
    add_quorum_at (minutes, room, room->session->closed_at, "kết thúc");
}

/* --- who led --- */

/* Returns: the last of the council's members with @role who was there, or, when @absent is wanted, who
 * belongs to the session at all. */
static const CsMember *
find_role (const Room *room, CsRole role, gboolean absent)
{
  const CsMember *found = NULL;

  for (guint i = 0; i < room->council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (room->council->members, i);

      if (member->role == role && (absent ? belongs (room, member) : n_stays (room, member) > 0))
        found = member;
    }
  return found;
}

static gboolean
is_in (const GPtrArray *members, CsRole role)
{
  for (guint i = 0; i < members->len; i++)
    if (((CsMember *) g_ptr_array_index (members, i))->role == role)
      return TRUE;
  return FALSE;
}

static gboolean
leads_alone (const Room *room, const char *moment)
{
  g_autoptr (GPtrArray) there = NULL;

  if (moment == NULL || strcmp (moment, room->session->opened_at) < 0
      || g_strcmp0 (moment, room->session->closed_at) == 0)
    return FALSE;
  there = cs_attendance_at (room->session, room->council, moment);
  return is_in (there, CS_ROLE_VICE) && !is_in (there, CS_ROLE_CHAIR);
}

/* Was there a time at which the vice-chair was there and the chair was not? It begins when the session does
 * or somebody comes or goes. */
static gboolean
vice_led (const Room *room)
{
  if (leads_alone (room, room->session->opened_at))
    return TRUE;
  for (guint i = 0; i < room->session->attendance->len; i++)
    {
      const CsAttendance *stay = g_ptr_array_index (room->session->attendance, i);

      if (leads_alone (room, stay->came_at) || leads_alone (room, stay->left_at))
        return TRUE;
    }
  return FALSE;
}

static char *
name_and_role (const CsMember *member)
{
  return g_strdup_printf ("%s, %s", member->name, cs_paper_role (member->role));
}

/* The chair; the vice-chair where the chair did not come. Nobody is named when neither did. */
static void
set_leader (CsMinutes *minutes, const Room *room)
{
  const CsMember *chair = find_role (room, CS_ROLE_CHAIR, FALSE);
  const CsMember *vice = find_role (room, CS_ROLE_VICE, FALSE);
  const CsMember *leader = chair != NULL ? chair : vice;
  g_autofree char *name = leader != NULL ? name_and_role (leader) : NULL;

  minutes->leader = g_strdup (leader != NULL ? leader->name : "");
  minutes->leader_role = g_strdup (cs_paper_role (leader != NULL ? leader->role : CS_ROLE_CHAIR));
  if (leader == NULL)
    minutes->led_by = g_strdup ("sổ không ghi");
  else if (chair == NULL)
    minutes->led_by = g_strdup_printf ("%s (Chủ tịch Hội đồng vắng mặt)", name);
  else if (vice != NULL && vice_led (room))
    {
      g_autofree char *other = name_and_role (vice);

      minutes->led_by = g_strdup_printf ("%s; khi Chủ tịch không có mặt: %s", name, other);
    }
  else
    minutes->led_by = g_steal_pointer (&name);
}

/* Who was noted as absent does not sign as secretary. */
static void
set_secretary (CsMinutes *minutes, const Room *room)
{
  const CsMember *secretary = find_role (room, CS_ROLE_SECRETARY, FALSE);
  const CsAttendance *row;

  if (secretary == NULL)
    secretary = find_role (room, CS_ROLE_SECRETARY, TRUE);
  row = secretary != NULL ? cs_session_last (room->session, secretary->uuid) : NULL;
  minutes->secretary =
      g_strdup (secretary != NULL && (row == NULL || row->came_at != NULL) ? secretary->name : "");
}

/* --- rules and seats --- */

static void
add_change (CsMinutes *minutes, const Room *room, const CsRulesVersion *before, const CsRulesVersion *version)
{
  g_autofree char *lines = cs_rules_changes_on_paper (&before->rules, &version->rules);
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);
  g_autofree char *what = g_strjoinv ("; ", parts);
  g_autofree char *when = cs_date_moment_on_paper (version->set_at);
  g_autofree char *why =
      cs_text_is_blank (version->reason) ? g_strdup ("") : g_strdup_printf (" Lý do: %s.", version->reason);
  gboolean during = strcmp (version->set_at, room->session->opened_at) >= 0;

  /* before anything was submitted the rules were no more than being prepared */
  if (cs_text_is_blank (version->reason) && (!during || !is_before (version->set_at, room->end)))
    return;
  _cs_minutes_say (minutes->changes, "%s%s, %s đặt lại: %s.%s", when,
                   is_before (version->set_at, room->end) ? "" : " (sau phiên họp)",
                   cs_paper_who (version->set_by), what, why);
}

static void
add_rules (CsMinutes *minutes, const Room *room, const GPtrArray *history)
{
  for (CsRule rule = 0; rule < CS_N_RULES; rule++)
    g_ptr_array_add (minutes->rules, cs_rule_line_on_paper (&room->council->rules, rule));
  for (guint i = 1; i < history->len; i++)
    add_change (minutes, room, g_ptr_array_index (history, i - 1), g_ptr_array_index (history, i));
}

static void
add_coming (CsMinutes *minutes, const Room *room, const CsMember *member)
{
  g_autofree char *since = cs_date_moment_on_paper (member->added_at);
  g_autofree char *name = name_and_role (member);
  const CsMember *old =
      member->replaces != 0 ? cs_council_member_by_id (room->council, member->replaces) : NULL;

  if (old != NULL)
    _cs_minutes_say (minutes->seats, "%s thay %s từ %s, theo %s.", name, old->name, since, member->added_by);
  else
    _cs_minutes_say (minutes->seats, "%s tham gia Hội đồng từ %s, theo %s.", name, since, member->added_by);
}

/* Who came after the founding decision, and who left without a successor. */
static void
add_seats (CsMinutes *minutes, const Room *room)
{
  for (guint i = 0; i < room->council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (room->council->members, i);

      if (!cs_text_is_blank (member->added_by) && is_before (member->added_at, room->end))
        add_coming (minutes, room, member);
      if (is_before (member->left_at, room->end) && cs_council_successor (room->council, member) == NULL)
        {
          g_autofree char *name = name_and_role (member);
          g_autofree char *until = cs_date_moment_on_paper (member->left_at);

          _cs_minutes_say (minutes->seats, "%s thôi tham gia Hội đồng từ %s, theo %s.", name, until,
                           member->left_by);
        }
    }
}

static char *
founding_text (const CsCouncil *council)
{
  g_autofree char *day = cs_text_is_blank (council->decided_on) ? g_strdup ("..........")
                                                                : cs_date_to_display (council->decided_on);

  return g_strdup_printf ("Căn cứ Quyết định số %s ngày %s của %s về việc thành lập Hội đồng;",
                          cs_text_is_blank (council->decision) ? "...................." : council->decision,
                          day,
                          cs_text_is_blank (council->authority) ? "........................................"
                                                                : council->authority);
}

void
_cs_minutes_fill_session (CsMinutes *minutes,
                          const CsSession *session,
                          const CsCouncil *council,
                          const GPtrArray *history,
                          const char *now)
{
  g_autofree char *day = cs_date_of_moment (session->opened_at);
  const Room room = { session, council, session->closed_at != NULL ? session->closed_at : now, day };

  minutes->no = session->no;
  minutes->draft = session->closed_at == NULL;
  minutes->held_on = cs_date_to_display (session->held_on);
  minutes->opened = cs_date_moment_on_paper (session->opened_at);
  minutes->closed = session->closed_at != NULL ? cs_date_moment_on_paper (session->closed_at) : NULL;
  minutes->place = g_strdup (session->place);
  g_ptr_array_add (minutes->bases, founding_text (council));
  set_leader (minutes, &room);
  set_secretary (minutes, &room);
  add_members (minutes, &room);
  add_working_group (minutes, council);
  add_quorums (minutes, &room);
  add_rules (minutes, &room, history);
  add_seats (minutes, &room);
}
