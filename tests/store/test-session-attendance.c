/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "book.h"
#include "sessions.h"

#include "base/moment.h"
#include "rules/attendance.h"
#include "service/council/councils.h"
#include "service/sessions/attendance.h"
#include "service/sessions/sessions.h"

#include <sqlite3.h>
#include <string.h>

/* Sessions: coming and going, in whatever order it is noted. */

/* --- attendance --- */

static void
test_arrive_and_leave (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan_and_open (book);
  g_autofree char *t40 = sessions_ago (40), *t30 = sessions_ago (30), *t20 = sessions_ago (20),
                  *t10 = sessions_ago (10), *expected = NULL;

  g_assert_false (cs_sessions_leave (book->store, session, member_id (book->store, "m1"), NULL, &error));
  assert_error (error, CS_ERROR_INVALID); /* before coming */
  g_assert_true (cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), t30, &error));
  g_assert_false (cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), NULL, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), t40, &error));
  assert_error (error, CS_ERROR_CONFLICT); /* to the end of time, so also at t30 */
  g_assert_false (cs_sessions_leave (book->store, session, member_id (book->store, "m1"), t40, &error));
  assert_error (error, CS_ERROR_INVALID); /* before coming */
  g_assert_true (cs_sessions_leave (book->store, session, member_id (book->store, "m1"), t20, &error));
  g_assert_false (cs_sessions_leave (book->store, session, member_id (book->store, "m1"), NULL, &error));
  assert_error (error, CS_ERROR_INVALID); /* gone */
  g_assert_false (cs_sessions_stay (book->store, session, member_id (book->store, "m1"), t40, t20, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (cs_sessions_stay (book->store, session, member_id (book->store, "m1"), t20, t30, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_sessions_stay (book->store, session, member_id (book->store, "m1"), t40, t30, &error));
  g_assert_true (cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), t10, &error));
  sessions_again (book, &session);
  g_assert_cmpuint (session->attendance->len, ==, 3);
  g_assert_cmpstr (cs_session_stay (session, member_id (book->store, "m1"))->came_at, ==, t10);
  g_assert_null (cs_session_stay (session, member_id (book->store, "m2")));
  expected = g_strdup_printf ("attend|district-842/district-1/1/m1||%s/\n"
                              "attend-leave|district-842/district-1/1/m1|%s/|%s/%s\n"
                              "attend|district-842/district-1/1/m1||%s/%s\n"
                              "attend|district-842/district-1/1/m1||%s/\n",
                              t30, t30, t30, t20, t40, t30, t10);
  sessions_assert_log (book, "attend%", expected);
}

static void
test_times (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan_and_open (book);
  g_autofree char *future = sessions_ago (-2), *too_early = sessions_ago (12 * 60 + 2),
                  *early = sessions_ago (12 * 60 - 2), *head = NULL;
  static const char *const no_times[] = { "", "08:30", "2024-05-31", "2024-05-31 08:00:00" };

  head = sessions_log_head (book);
  g_assert_false (cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), future, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (
      cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), too_early, &error));
  assert_error (error, CS_ERROR_INVALID);
  for (guint i = 0; i < G_N_ELEMENTS (no_times); i++)
    {
      g_assert_false (
          cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), no_times[i], &error));
      assert_error (error, CS_ERROR_INVALID);
    }
  sessions_assert_nothing (book, head);
  g_assert_true (cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), early, &error));
  g_assert_false (cs_sessions_leave (book->store, session, member_id (book->store, "m1"), future, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_sessions_leave (book->store, session, member_id (book->store, "m1"), NULL, &error));
}

static void
test_who (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) planned = sessions_plan (book);
  g_autoptr (CsCouncil) council = NULL;
  g_autofree char *now = NULL;
  CsQuorum quorum;

  g_assert_false (cs_sessions_arrive (book->store, planned, member_id (book->store, "m1"), NULL, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_sessions_open (book->store, planned, &error));
  sessions_again (book, &planned);
  g_assert_false (cs_sessions_arrive (book->store, planned, member_id (book->store, "m9"), NULL, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_true (cs_sessions_arrive (book->store, planned, member_id (book->store, "s"), NULL, &error));
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      g_assert_true (
          cs_sessions_arrive (book->store, planned, member_id (book->store, member), NULL, &error));
    }
  sessions_again (book, &planned);
  council = cs_sessions_council (book->store, planned, &error);
  now = cs_moment_now ();
  quorum = cs_attendance_quorum (planned, council, now);
  g_assert_cmpuint (quorum.present, ==, 4); /* without the secretary */
  g_assert_cmpuint (quorum.members, ==, 5);
  g_assert_cmpuint (quorum.needed, ==, 4);
  g_assert_true (quorum.met);
  /* who leaves the council sits no more, may go, and cannot come back */
  g_assert_true (
      cs_councils_remove_member (book->store, member_id_in (book->store, COUNCIL, "m4"), "QĐ 12", &error));
  g_assert_true (
      cs_councils_remove_member (book->store, member_id_in (book->store, COUNCIL, "m5"), "QĐ 12", &error));
  g_assert_false (cs_sessions_arrive (book->store, planned, member_id (book->store, "m5"), NULL, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (cs_sessions_absent (book->store, planned, member_id (book->store, "m5"), "ốm", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_sessions_leave (book->store, planned, member_id (book->store, "m4"), NULL, &error));
  cs_council_unref (council);
  council = cs_sessions_council (book->store, planned, &error);
  g_free (now);
  now = cs_moment_now ();
  g_assert_cmpuint (cs_attendance_quorum (planned, council, now).members, ==, 3);
}

static void
test_absent (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan (book);
  g_autofree char *came = NULL, *expected = NULL, *long_reason = g_strnfill (1001, 'x');
  const CsAttendance *row;

  g_assert_true (
      cs_sessions_absent (book->store, session, member_id (book->store, "m3"), " đi công tác ", &error));
  g_assert_true (cs_sessions_absent (book->store, session, member_id (book->store, "s"), "ốm", &error));
  g_assert_false (cs_sessions_absent (book->store, session, member_id (book->store, "m4"), " ", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (
      cs_sessions_absent (book->store, session, member_id (book->store, "m4"), long_reason, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sessions_absent (book->store, session, member_id (book->store, "m4"), "\xff", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_sessions_absent (book->store, session, member_id (book->store, "m3"), "ốm", &error));
  g_assert_true (cs_sessions_open (book->store, session, &error));
  sessions_again (book, &session);
  g_assert_cmpuint (session->attendance->len, ==, 2);
  row = g_ptr_array_index (session->attendance, 0);
  g_assert_cmpstr (row->absence, ==, "ốm");
  g_assert_null (row->came_at);
  /* who comes after all is not absent */
  came = cs_moment_now ();
  g_assert_true (cs_sessions_arrive (book->store, session, member_id (book->store, "m3"), came, &error));
  sessions_again (book, &session);
  g_assert_cmpuint (session->attendance->len, ==, 2);
  g_assert_cmpstr (cs_session_last (session, member_id (book->store, "m3"))->came_at, ==, came);
  g_assert_false (cs_sessions_absent (book->store, session, member_id (book->store, "m3"), "ốm", &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_true (cs_sessions_leave (book->store, session, member_id (book->store, "m3"), NULL, &error));
  g_assert_false (cs_sessions_absent (book->store, session, member_id (book->store, "m3"), "ốm", &error));
  assert_error (error, CS_ERROR_CONFLICT); /* was there, so never came is not true */
  expected = g_strdup_printf ("attend-absent|district-842/district-1/1/m3||đi công tác\n"
                              "attend-absent|district-842/district-1/1/s||ốm\n"
                              "attend-absent|district-842/district-1/1/m3|đi công tác|ốm\n"
                              "attend|district-842/district-1/1/m3|ốm|%s/\n",
                              came);
  g_assert_true (cs_sessions_remove_attendance (book->store, session,
                                                cs_session_last (session, member_id (book->store, "s")),
                                                &error));
  {
    g_autofree char *all = NULL;

    book_close (book);
    all = sql_rows (book->path, "SELECT verb, object, before, after FROM audit WHERE verb LIKE 'attend%'"
                                " ORDER BY seq LIMIT 4");
    book_open (book);
    g_assert_cmpstr (all, ==, expected);
  }
  sessions_again (book, &session);
  g_assert_null (cs_session_last (session, member_id (book->store, "s")));
}

static void
test_correct (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan_and_open (book), stale = NULL;
  g_autofree char *t50 = sessions_ago (50), *t40 = sessions_ago (40), *t30 = sessions_ago (30),
                  *t20 = sessions_ago (20), *t10 = sessions_ago (10), *future = sessions_ago (-5),
                  *too_early = sessions_ago (13 * 60), *expected = NULL, *head = NULL;
  const CsAttendance *first, *second;

  g_assert_true (cs_sessions_stay (book->store, session, member_id (book->store, "m1"), t40, t30, &error));
  g_assert_true (cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), t20, &error));
  sessions_again (book, &session);
  stale = sessions_get (book, 1);
  first = g_ptr_array_index (session->attendance, 0);
  second = g_ptr_array_index (session->attendance, 1);
  head = sessions_log_head (book);
  g_assert_false (cs_sessions_correct_attendance (book->store, session, first, t40, t10, &error));
  assert_error (error, CS_ERROR_CONFLICT); /* into the second stay */
  g_assert_false (cs_sessions_correct_attendance (book->store, session, first, t40, NULL, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (cs_sessions_correct_attendance (book->store, session, first, t30, t40, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sessions_correct_attendance (book->store, session, second, future, NULL, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sessions_correct_attendance (book->store, session, first, too_early, t30, &error));
  assert_error (error, CS_ERROR_INVALID);
  sessions_assert_nothing (book, head);
  g_assert_true (cs_sessions_correct_attendance (book->store, session, first, t50, t20, &error));
  g_assert_true (cs_sessions_correct_attendance (book->store, session, second, t20, t10, &error));
  g_assert_false (cs_sessions_correct_attendance (book->store, stale,
                                                  g_ptr_array_index (stale->attendance, 0), t40, t20,
                                                  &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (
      cs_sessions_remove_attendance (book->store, stale, g_ptr_array_index (stale->attendance, 1), &error));
  assert_error (error, CS_ERROR_CONFLICT);
  sessions_again (book, &session);
  second = g_ptr_array_index (session->attendance, 1);
  g_assert_true (cs_sessions_correct_attendance (book->store, session, second, t20, NULL, &error));
  sessions_again (book, &session);
  g_assert_true (cs_sessions_remove_attendance (book->store, session,
                                                g_ptr_array_index (session->attendance, 0), &error));
  sessions_again (book, &session);
  g_assert_cmpuint (session->attendance->len, ==, 1);
  g_assert_cmpstr (cs_session_stay (session, member_id (book->store, "m1"))->came_at, ==, t20);
  expected = g_strdup_printf ("attend-correct|district-842/district-1/1/m1|%s/%s|%s/%s\n"
                              "attend-correct|district-842/district-1/1/m1|%s/|%s/%s\n"
                              "attend-correct|district-842/district-1/1/m1|%s/%s|%s/\n"
                              "attend-remove|district-842/district-1/1/m1|%s/%s|\n",
                              t40, t30, t50, t20, t20, t20, t10, t20, t10, t20, t50, t20);
  sessions_assert_log (book, "attend-%", expected);
}

/* A row of one session is not another's. */
static void
test_row_of_another (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) one = sessions_plan (book), two = sessions_plan (book);

  g_assert_true (cs_sessions_absent (book->store, one, member_id (book->store, "m1"), "ốm", &error));
  sessions_again (book, &one);
  g_assert_false (
      cs_sessions_remove_attendance (book->store, two, g_ptr_array_index (one->attendance, 0), &error));
  assert_error (error, CS_ERROR_CONFLICT);
}

/* --- the order in which it is noted --- */

typedef struct
{
  const char *member;
  int came;
  int left; /* minutes ago; 0: still there */
} Stay;

static const Stay stays[] = {
  { "m1", 50, 35 }, { "m1", 30, 0 }, { "m2", 45, 20 }, { "m3", 45, 10 },
  { "m4", 40, 15 }, { "m4", 12, 0 }, { "m5", 35, 0 },  { "s", 55, 0 },
};

/* "…": who was there at every fifth minute, and when the lamp changed */
static char *
describe_presence (Book *book, const CsSession *session, int from, const char *base)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCouncil) council = cs_sessions_council (book->store, session, &error);
  g_autoptr (GArray) changes = cs_attendance_changes (session, council);
  GString *text = g_string_new (NULL);

  for (int minute = from; minute >= 0; minute -= 5)
    {
      g_autofree char *moment = cs_moment_add_seconds (base, -60 * minute);
      g_autoptr (GPtrArray) members = cs_attendance_at (session, council, moment);

      g_string_append_printf (text, "%d:", minute);
      for (guint i = 0; i < members->len; i++)
        g_string_append_printf (text, " %s", ((CsMember *) g_ptr_array_index (members, i))->key);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < changes->len; i++)
    g_string_append_printf (text, "%s %d\n", g_array_index (changes, CsAttendanceChange, i).moment,
                            g_array_index (changes, CsAttendanceChange, i).quorum.met);
  return g_string_free (text, FALSE);
}

static void
note_by_chance (Book *book, const CsSession *session, const char *base)
{
  g_autoptr (GError) error = NULL;
  guint order[G_N_ELEMENTS (stays)];

  for (guint i = 0; i < G_N_ELEMENTS (stays); i++)
    {
      guint j = (guint) g_test_rand_int_range (0, (int) i + 1);

      order[i] = order[j];
      order[j] = i;
    }
  for (guint i = 0; i < G_N_ELEMENTS (stays); i++)
    {
      const Stay *stay = &stays[order[i]];
      g_autofree char *came = cs_moment_add_seconds (base, -60 * stay->came);
      g_autofree char *left = cs_moment_add_seconds (base, -60 * stay->left);

      if (stay->left > 0)
        cs_sessions_stay (book->store, session, member_id (book->store, stay->member), came, left, &error);
      else
        cs_sessions_arrive (book->store, session, member_id (book->store, stay->member), came, &error);
      g_assert_no_error (error);
    }
}

static void
test_any_order (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *base = cs_moment_now ();

  for (guint n = 1; n <= 12; n++)
    {
      g_autoptr (CsSession) session = sessions_plan_and_open (book);
      g_autofree char *text = NULL;

      note_by_chance (book, session, base);
      sessions_again (book, &session);
      text = describe_presence (book, session, 60, base);
      if (first == NULL)
        first = g_steal_pointer (&text);
      else
        g_assert_cmpstr (text, ==, first);
      g_assert_true (cs_sessions_close (book->store, session, &error));
    }
  g_assert_nonnull (strstr (first, "55: s\n50: m1 s\n45: m1 m2 m3 s\n40: m1 m2 m3 m4 s\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/sessions/arrive-and-leave", test_arrive_and_leave);
  ADD ("/sessions/times", test_times);
  ADD ("/sessions/who", test_who);
  ADD ("/sessions/absent", test_absent);
  ADD ("/sessions/correct", test_correct);
  ADD ("/sessions/row-of-another", test_row_of_another);
  ADD ("/sessions/any-order", test_any_order);
  return g_test_run ();
}
