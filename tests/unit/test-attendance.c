/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/attendance.h"

/* Who is in the room at a moment, whether that is enough, and when it was not. Moments are minutes of one
 * morning, with seconds where they matter. */

typedef struct
{
  CsCouncil *council;
  CsSession *session;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->council = cs_council_new ();
  f->council->rules = (CsCouncilRules){ .quorum = { 3, 4 }, .presence = CS_PRESENCE_LEADER };
  f->session = cs_session_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  cs_session_free (f->session);
  cs_council_unref (f->council);
}

static char *
at (const char *clock)
{
  return clock != NULL ? g_strdup_printf ("2024-05-31T%sZ", clock) : NULL;
}

static CsMember *
add_member (Fixture *f, CsRole role)
{
  guint i = f->council->members->len;
  CsMember *member = cs_council_add_member (f->council);

  member->id = i + 1;
  member->key = g_strdup_printf ("m%u", i + 1);
  member->role = role;
  member->added_by = g_strdup ("");
  return member;
}

static void
add_members (Fixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    add_member (f, i == 0 ? CS_ROLE_CHAIR : i == 1 ? CS_ROLE_VICE : CS_ROLE_MEMBER);
}

/* @left: (nullable) */
static void
add_stay (Fixture *f, guint member, const char *came, const char *left)
{
  CsAttendance *stay = cs_session_add_attendance (f->session);

  stay->id = f->session->attendance->len;
  stay->member = member;
  stay->member_key = g_strdup_printf ("m%u", member);
  stay->member_uuid = g_strdup_printf ("uuid-%u", member);
  stay->came_at = at (came);
  stay->left_at = at (left);
  stay->absence = g_strdup ("");
}

static CsQuorum
quorum_at (const Fixture *f, const char *clock)
{
  g_autofree char *moment = at (clock);

  return cs_attendance_quorum (f->session, f->council, moment);
}

/* "m1 m3": who is there */
static void
assert_there (const Fixture *f, const char *clock, const char *expected)
{
  g_autofree char *moment = at (clock);
  g_autoptr (GPtrArray) members = cs_attendance_at (f->session, f->council, moment);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "",
                            ((CsMember *) g_ptr_array_index (members, i))->key);
  g_assert_cmpstr (keys->str, ==, expected);
}

/* "08:00:00 +6/8, 09:00:00 -5/8" */
static void
assert_changes (const Fixture *f, const char *expected)
{
  g_autoptr (GArray) changes = cs_attendance_changes (f->session, f->council);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const CsAttendanceChange *change = &g_array_index (changes, CsAttendanceChange, i);

      g_string_append_printf (text, "%s%.8s %c%u/%u", i > 0 ? ", " : "", change->moment + 11,
                              change->quorum.met ? '+' : '-', change->quorum.present, change->quorum.members);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* --- enough --- */

static void
test_borders (Fixture *f, gconstpointer data)
{
  static const CsFraction shares[] = { { 3, 4 }, { 2, 3 }, { 1, 2 }, { 1, 1 }, { 1, 100 } };

  for (guint s = 0; s < G_N_ELEMENTS (shares); s++)
    for (guint members = 1; members <= 12; members++)
      for (guint present = 0; present <= members; present++)
        {
          Fixture g;
          CsQuorum quorum;
          gboolean enough = present * (guint) shares[s].den >= members * (guint) shares[s].num;

          set_up (&g, NULL);
          g.council->rules.quorum = shares[s];
          add_members (&g, members);
          for (guint m = 1; m <= present; m++) /* the chair is the first */
            add_stay (&g, m, "08:00:00", NULL);
          quorum = quorum_at (&g, "08:00:00");
          g_assert_cmpuint (quorum.present, ==, present);
          g_assert_cmpuint (quorum.members, ==, members);
          g_assert_cmpint (quorum.present >= quorum.needed, ==, enough);
          g_assert_cmpint (quorum.met, ==, enough && present > 0);
          g_assert_cmpint (quorum_at (&g, "07:59:59").met, ==, FALSE);
          tear_down (&g, NULL);
        }
}

/* Exactly three quarters of eight, and one second with one less. */
static void
test_exactly (Fixture *f, gconstpointer data)
{
  add_members (f, 8);
  for (guint m = 1; m <= 5; m++)
    add_stay (f, m, "08:00:00", NULL);
  g_assert_cmpuint (quorum_at (f, "08:00:00").needed, ==, 6);
  g_assert_false (quorum_at (f, "08:00:00").met);
  add_stay (f, 6, "08:10:00", "09:00:00");
  add_stay (f, 7, "09:00:01", NULL);
  g_assert_false (quorum_at (f, "08:09:59").met);
  g_assert_true (quorum_at (f, "08:10:00").met);
  g_assert_true (quorum_at (f, "08:59:59").met);
  g_assert_false (quorum_at (f, "09:00:00").met);
  g_assert_true (quorum_at (f, "09:00:01").met);
  assert_changes (f, "08:10:00 +6/8, 09:00:00 -5/8, 09:00:01 +6/8");
}

static void
test_leader (Fixture *f, gconstpointer data)
{
  add_members (f, 8);
  add_stay (f, 1, "08:00:00", "09:00:00");
  for (guint m = 3; m <= 8; m++)
    add_stay (f, m, "08:00:00", NULL);
  add_stay (f, 2, "09:30:00", NULL);
  assert_changes (f, "08:00:00 +7/8, 09:00:00 -6/8, 09:30:00 +7/8");
  f->council->rules.presence = CS_PRESENCE_CHAIR;
  assert_changes (f, "08:00:00 +7/8, 09:00:00 -6/8");
  f->council->rules.presence = CS_PRESENCE_NONE;
  assert_changes (f, "08:00:00 +7/8");
}

/* --- coming and going --- */

static void
test_coming_and_going (Fixture *f, gconstpointer data)
{
  add_members (f, 3);
  add_stay (f, 1, "08:00:00", "08:30:00");
  add_stay (f, 1, "09:00:00", NULL);
  add_stay (f, 3, "08:15:00", "10:00:00");
  assert_there (f, "07:59:59", "");
  assert_there (f, "08:00:00", "m1");
  assert_there (f, "08:15:00", "m1 m3");
  assert_there (f, "08:29:59", "m1 m3");
  assert_there (f, "08:30:00", "m3");
  assert_there (f, "09:00:00", "m1 m3");
  assert_there (f, "10:00:00", "m1");
  assert_there (f, "23:59:59", "m1");
}

/* Who goes out and in within one second was never away; who comes and goes within one was never there. Those
 * who change places in one second leave the lamp as it is. */
static void
test_same_second (Fixture *f, gconstpointer data)
{
  add_members (f, 4);
  add_stay (f, 1, "08:00:00", "09:00:00");
  add_stay (f, 1, "09:00:00", NULL);
  add_stay (f, 2, "08:00:00", "09:30:00");
  add_stay (f, 3, "09:30:00", NULL);
  add_stay (f, 4, "08:00:00", NULL);
  assert_there (f, "09:00:00", "m1 m2 m4");
  assert_there (f, "09:30:00", "m1 m3 m4");
  assert_changes (f, "08:00:00 +3/4");
  add_stay (f, 3, "07:00:00", "07:00:00");
  assert_there (f, "07:00:00", "");
  assert_changes (f, "08:00:00 +3/4");
}

static void
test_secretary_and_absent (Fixture *f, gconstpointer data)
{
  CsAttendance *absence;

  add_members (f, 4);
  add_member (f, CS_ROLE_SECRETARY);
  add_stay (f, 5, "07:30:00", NULL);
  for (guint m = 1; m <= 3; m++)
    add_stay (f, m, "08:00:00", NULL);
  absence = cs_session_add_attendance (f->session);
  absence->member = 4;
  absence->member_key = g_strdup ("m4");
  absence->member_uuid = g_strdup ("uuid-4");
  absence->absence = g_strdup ("ốm");
  assert_there (f, "07:45:00", "m5");
  assert_there (f, "08:00:00", "m1 m2 m3 m5");
  g_assert_cmpuint (quorum_at (f, "08:00:00").members, ==, 4);
  g_assert_cmpuint (quorum_at (f, "08:00:00").present, ==, 3);
  assert_changes (f, "08:00:00 +3/4");
}

static void
test_nobody (Fixture *f, gconstpointer data)
{
  assert_there (f, "08:00:00", "");
  assert_changes (f, "");
  g_assert_false (quorum_at (f, "08:00:00").met);
  add_member (f, CS_ROLE_SECRETARY);
  add_stay (f, 1, "08:00:00", NULL);
  assert_changes (f, "");
  g_assert_cmpuint (quorum_at (f, "08:00:00").members, ==, 0);
}

/* --- the end, and what comes after it --- */

static void
test_closed (Fixture *f, gconstpointer data)
{
  add_members (f, 4);
  for (guint m = 1; m <= 3; m++)
    add_stay (f, m, "08:00:00", "11:00:00");
  f->session->state = CS_SESSION_CLOSED;
  f->session->closed_at = at ("11:00:00");
  assert_there (f, "11:00:00", "m1 m2 m3");
  assert_there (f, "11:00:01", "");
  assert_changes (f, "08:00:00 +3/4"); /* the end is no loss of the quorum */
}

/* What happens to the council later changes nothing of what was. */
static void
test_seats (Fixture *f, gconstpointer data)
{
  CsMember *later, *entered;

  add_members (f, 4);
  for (guint m = 1; m <= 3; m++)
    add_stay (f, m, "08:00:00", "11:00:00");
  f->session->closed_at = at ("11:00:00");
  ((CsMember *) g_ptr_array_index (f->council->members, 3))->left_at = at ("15:00:00");
  later = add_member (f, CS_ROLE_MEMBER);
  later->added_at = at ("15:00:00");
  g_free (later->added_by);
  later->added_by = g_strdup ("QĐ 12");
  entered = add_member (f, CS_ROLE_MEMBER); /* forgotten when the book was made, and only seen now */
  entered->added_at = at ("16:00:00");
  g_assert_cmpuint (quorum_at (f, "11:00:00").members, ==, 4);
  assert_changes (f, "08:00:00 +3/4");
}

/* A seat changes hands in the middle: never two members on it. */
static void
test_replacement (Fixture *f, gconstpointer data)
{
  CsMember *former, *later;

  add_members (f, 4);
  former = g_ptr_array_index (f->council->members, 3);
  former->left_at = at ("09:00:00");
  later = add_member (f, CS_ROLE_MEMBER);
  later->added_at = at ("09:00:00");
  later->replaces = former->id;
  g_free (later->added_by);
  later->added_by = g_strdup ("QĐ 12");
  add_stay (f, 1, "08:00:00", NULL);
  add_stay (f, 2, "08:00:00", NULL);
  add_stay (f, 4, "08:00:00", NULL);
  g_assert_cmpuint (quorum_at (f, "08:59:59").members, ==, 4);
  g_assert_cmpuint (quorum_at (f, "09:00:00").members, ==, 4);
  /* who was replaced may sit on, and counts no more */
  assert_there (f, "09:00:00", "m1 m2 m4");
  assert_changes (f, "08:00:00 +3/4, 09:00:00 -2/4");
  add_stay (f, 5, "09:10:00", NULL);
  assert_changes (f, "08:00:00 +3/4, 09:00:00 -2/4, 09:10:00 +3/4");
}

/* A council that was entered into the book on the day of the session had its seats before. */
static void
test_entered_late (Fixture *f, gconstpointer data)
{
  add_members (f, 4);
  for (guint m = 1; m <= 4; m++)
    ((CsMember *) g_ptr_array_index (f->council->members, m - 1))->added_at = at ("10:00:00");
  for (guint m = 1; m <= 3; m++)
    add_stay (f, m, "08:00:00", NULL);
  assert_changes (f, "08:00:00 +3/4");
  g_assert_cmpuint (quorum_at (f, "08:30:00").members, ==, 4);
}

/* By chance: the list of changes says at every minute what the lamp says. */
static void
test_random (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) changes = NULL;
  guint n = (guint) g_test_rand_int_range (1, 9), next = 0;
  gboolean met = FALSE;

  add_members (f, n);
  for (guint i = 0; i < 20; i++)
    {
      int from = g_test_rand_int_range (0, 50), to = g_test_rand_int_range (from, 60);
      g_autofree char *came = g_strdup_printf ("08:%02d:00", from),
                      *left = g_strdup_printf ("08:%02d:00", to);

      add_stay (f, (guint) g_test_rand_int_range (1, (int) n + 1), came, g_test_rand_bit () ? left : NULL);
    }
  changes = cs_attendance_changes (f->session, f->council);
  for (int minute = 0; minute < 60; minute++)
    {
      g_autofree char *clock = g_strdup_printf ("08:%02d:00", minute), *moment = at (clock);

      while (next < changes->len
             && strcmp (g_array_index (changes, CsAttendanceChange, next).moment, moment) <= 0)
        {
          g_assert_cmpint (g_array_index (changes, CsAttendanceChange, next).quorum.met, !=, met);
          met = g_array_index (changes, CsAttendanceChange, next++).quorum.met;
        }
      g_assert_cmpint (quorum_at (f, clock).met, ==, met);
    }
  g_assert_cmpuint (next, ==, changes->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/attendance/borders", test_borders);
  ADD ("/attendance/exactly", test_exactly);
  ADD ("/attendance/leader", test_leader);
  ADD ("/attendance/coming-and-going", test_coming_and_going);
  ADD ("/attendance/same-second", test_same_second);
  ADD ("/attendance/secretary-and-absent", test_secretary_and_absent);
  ADD ("/attendance/nobody", test_nobody);
  ADD ("/attendance/closed", test_closed);
  ADD ("/attendance/seats", test_seats);
  ADD ("/attendance/replacement", test_replacement);
  ADD ("/attendance/entered-late", test_entered_late);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("/attendance/random/%u", i);

      ADD (path, test_random);
    }
  return g_test_run ();
}
