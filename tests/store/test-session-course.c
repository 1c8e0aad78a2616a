/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "session-of.h"
#include "book.h"
#include "sessions.h"

#include "base/moment.h"
#include "rules/attendance.h"
#include "service/council/council-rules.h"
#include "service/scoring/closing.h"
#include "service/sessions/attendance.h"
#include "service/sessions/session-agenda.h"
#include "service/sessions/sessions.h"

#include <sqlite3.h>
#include <string.h>

/* Sessions: opening, what is discussed, closing, the rules of that day, and a product that is closed while
 * its council sits. */

/* --- opening, discussing, closing --- */

static void
test_one_at_a_time (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) first = sessions_plan (book), second = sessions_plan (book), other = NULL;

  other =
      cs_sessions_add (book->store,
                       &(CsNewSession){ .council = council_id (book->store, COUNCIL), .round = "district-2" },
                       &error);
  g_assert_false (cs_sessions_close (book->store, first, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_sessions_open (book->store, first, &error));
  g_assert_false (cs_sessions_open (book->store, first, &error)); /* stale as well */
  assert_error (error, CS_ERROR_CONFLICT);
  sessions_again (book, &first);
  g_assert_cmpint (first->state, ==, CS_SESSION_OPEN);
  g_assert_true (cs_moment_is_valid (first->opened_at));
  g_assert_false (cs_sessions_open (book->store, first, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (cs_sessions_open (book->store, second, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (cs_sessions_open (book->store, other, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_true (cs_sessions_close (book->store, first, &error));
  g_assert_true (cs_sessions_open (book->store, other, &error));
}

static void
test_discuss (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan (book);
  g_autoptr (CsDossier) one = book_dossier (book->store, book_code (1));
  g_autoptr (CsDossier) two = book_dossier (book->store, book_code (2));
  g_autoptr (CsDossier) three = book_dossier (book->store, book_code (3));
  g_autoptr (GArray) first = sessions_evaluations (book, (guint[]){ 1, 2, 0 });
  g_autoptr (GArray) less = sessions_evaluations (book, (guint[]){ 2, 0 });

  g_assert_true (cs_sessions_set_agenda (book->store, session, first, &error));
  sessions_again (book, &session);
  g_assert_false (cs_sessions_discuss (book->store, session, one, &error));
  assert_error (error, CS_ERROR_FORBIDDEN); /* not open */
  g_assert_true (cs_sessions_open (book->store, session, &error));
  sessions_again (book, &session);
  g_assert_false (cs_sessions_discuss (book->store, session, three, &error));
  assert_error (error, CS_ERROR_INVALID); /* not on the agenda */
  g_assert_true (cs_sessions_discuss (book->store, session, one, &error));
  sessions_again (book, &session);
  g_assert_cmpint (session->discussing, ==, one->evaluation);
  g_assert_false (cs_sessions_set_agenda (book->store, session, less, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_sessions_discuss (book->store, session, two, &error));
  sessions_again (book, &session);
  book_close_product (book->store, book_code (2), 5, 50);
  sessions_again (book, &session);
  g_assert_cmpint (session->discussing, ==, two->evaluation); /* its result is being looked at */
  g_assert_true (cs_sessions_discuss (book->store, session, NULL, &error));
  sessions_again (book, &session);
  g_assert_cmpint (session->discussing, ==, 0);
  g_assert_false (cs_sessions_discuss (book->store, session, two, &error));
  assert_error (error, CS_ERROR_FROZEN); /* closed */
  g_assert_true (cs_sessions_set_agenda (book->store, session, less, &error));
  sessions_assert_log (book, "session-discuss",
                       "session-discuss|district-842/district-1/1||84-842-29236-1-2024\n"
                       "session-discuss|district-842/district-1/1|84-842-29236-1-2024|84-842-29236-2-2024\n"
                       "session-discuss|district-842/district-1/1|84-842-29236-2-2024|\n");
}

static void
test_close (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan_and_open (book);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autofree char *early = sessions_ago (30), *later = sessions_ago (10);
  const CsAttendance *left, *stayed, *absent;

  g_assert_true (
      cs_sessions_stay (book->store, session, member_id (book->store, "m1"), early, later, &error));
  g_assert_true (cs_sessions_arrive (book->store, session, member_id (book->store, "m2"), early, &error));
  g_assert_true (
      cs_sessions_absent (book->store, session, member_id (book->store, "m3"), "đi công tác", &error));
  g_assert_true (cs_sessions_discuss (book->store, session, dossier, &error));
  sessions_again (book, &session);
  g_assert_true (cs_sessions_close (book->store, session, &error));
  sessions_again (book, &session);
  g_assert_cmpint (session->state, ==, CS_SESSION_CLOSED);
  g_assert_cmpint (session->discussing, ==, 0);
  g_assert_cmpuint (session->attendance->len, ==, 3);
  left = g_ptr_array_index (session->attendance, 0);
  stayed = g_ptr_array_index (session->attendance, 1);
  absent = g_ptr_array_index (session->attendance, 2);
  g_assert_cmpstr (left->left_at, ==, later);
  g_assert_cmpstr (stayed->left_at, ==, session->closed_at);
  g_assert_null (absent->came_at);
  g_assert_null (absent->left_at);
  sessions_assert_log (book, "session-%e", "session-close|district-842/district-1/1|open|closed\n");
}

static void
test_frozen (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan_and_open (book), open = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (GArray) one = sessions_evaluations (book, (guint[]){ 1, 0 });
  g_autofree char *early = sessions_ago (30), *head = NULL, *found = NULL;
  const CsAttendance *stay;

  g_assert_true (cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), early, &error));
  sessions_again (book, &session);
  open = sessions_get (book, 1); /* a page that has not heard of the closing */
  stay = g_ptr_array_index (open->attendance, 0);
  g_assert_true (cs_sessions_close (book->store, session, &error));
  sessions_again (book, &session);
  head = sessions_log_head (book);
#define REFUSED(call)                                                                                        \
  g_assert_false (call);                                                                                     \
  assert_error (error, CS_ERROR_FROZEN)
  for (guint i = 0; i < 2; i++)
    {
      const CsSession *shown = i == 0 ? open : session;

      REFUSED (cs_sessions_set_date (book->store, shown, "2024-06-01", &error));
      REFUSED (cs_sessions_set_place (book->store, shown, "x", &error));
      REFUSED (cs_sessions_set_agenda (book->store, shown, one, &error));
      REFUSED (cs_sessions_fill_agenda (book->store, shown, &error));
      REFUSED (cs_sessions_move (book->store, shown, dossier->evaluation, 1, &error));
      REFUSED (cs_sessions_open (book->store, shown, &error));
      REFUSED (cs_sessions_close (book->store, shown, &error));
      REFUSED (cs_sessions_discuss (book->store, shown, dossier, &error));
      REFUSED (cs_sessions_arrive (book->store, shown, member_id (book->store, "m2"), NULL, &error));
      REFUSED (cs_sessions_leave (book->store, shown, member_id (book->store, "m1"), NULL, &error));
      REFUSED (cs_sessions_stay (book->store, shown, member_id (book->store, "m2"), early, early, &error));
      REFUSED (cs_sessions_absent (book->store, shown, member_id (book->store, "m2"), "ốm", &error));
      REFUSED (cs_sessions_correct_attendance (book->store, shown, stay, early, NULL, &error));
      REFUSED (cs_sessions_remove_attendance (book->store, shown, stay, &error));
    }
#undef REFUSED
  g_assert_false (cs_dossiers_delete (book->store, dossier->id, &error));
  g_assert_nonnull (strstr (error->message, book_code (1)));
  assert_error (error, CS_ERROR_FROZEN);
  sessions_assert_nothing (book, head);
  found = book_examine (book->store);
  g_assert_cmpstr (found, ==, "");
}

/* Not even SQL from outside changes what was held. */
static void
test_triggers (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan_and_open (book), planned = NULL;
  g_autofree char *before = NULL, *after = NULL;
  static const char *const statements[] = {
    "UPDATE session SET place = 'x' WHERE id = 1",
    "UPDATE session SET state = 'open', closed_at = NULL WHERE id = 1",
    "DELETE FROM session WHERE id = 1",
    "DELETE FROM agenda WHERE session = 1",
    "UPDATE agenda SET position = 9 - position",
    "UPDATE agenda SET session = 2 WHERE session = 1",
    "INSERT INTO agenda (session, evaluation, position) VALUES (1, 3, 9)",
    "UPDATE attendance SET left_at = NULL",
    "UPDATE attendance SET session = 2",
    "DELETE FROM attendance",
    "INSERT INTO attendance (session, member, came_at) VALUES (1, 4, '2024-05-31T08:00:00Z')",
    "INSERT INTO attendance (session, member, absence) VALUES (1, 4, 'x')",
  };

  g_assert_true (cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), NULL, &error));
  {
    g_autoptr (GArray) two = sessions_evaluations (book, (guint[]){ 1, 2, 0 });

    g_assert_true (cs_sessions_set_agenda (book->store, session, two, &error));
  }
  sessions_again (book, &session);
  g_assert_true (cs_sessions_close (book->store, session, &error));
  planned = sessions_plan (book);
  g_assert_cmpint (planned->id, ==, 2);
  book_close (book);
  before = sql_dump (book->path);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    g_assert_cmpint (sql_try (book->path, statements[i]), ==, SQLITE_CONSTRAINT);
  /* and while it is open: no second stay, no leaving before coming, no absence of who came */
  sql_run (book->path, "UPDATE session SET state = 'open' WHERE id = 2");
  sql_run (book->path,
           "INSERT INTO attendance (session, member, came_at) VALUES (2, 1, '2024-05-31T08:00:00Z')");
  g_assert_cmpint (sql_try (book->path, "INSERT INTO attendance (session, member, came_at)"
                                        " VALUES (2, 1, '2024-05-31T09:00:00Z')"),
                   ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sql_try (book->path, "UPDATE attendance SET left_at = '2024-05-31T07:59:59Z'"
                                        " WHERE session = 2"),
                   ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sql_try (book->path, "UPDATE attendance SET absence = 'x' WHERE session = 2"), ==,
                   SQLITE_CONSTRAINT);
  sql_run (book->path, "DELETE FROM attendance WHERE session = 2;"
                       "UPDATE session SET state = 'planned' WHERE id = 2");
  after = sql_dump (book->path);
  g_assert_cmpstr (after, ==, before);
}

/* Several changes at once: all of them, or none. */
static void
test_change (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan (book);
  g_autoptr (GArray) list = sessions_evaluations (book, (guint[]){ 2, 1, 0 });
  CsSessionChange change = { .held_on = "2024-06-02",
                             .place = "Phòng 3",
                             .agenda = list,
                             .open = TRUE,
                             .set_discussing = TRUE,
                             .discussing = sessions_evaluation_of (book, 3) };
  CsNewSession wanted = { .council = council_id (book->store, COUNCIL), .round = ROUND, .then = &change };
  g_autofree char *head = sessions_log_head (book);

  g_assert_false (cs_sessions_change (book->store, session, &change, &error));
  assert_error (error, CS_ERROR_INVALID); /* not on the agenda */
  g_assert_null (cs_sessions_add (book->store, &wanted, &error));
  assert_error (error, CS_ERROR_INVALID);
  sessions_assert_nothing (book, head);
  sessions_again (book, &session);
  g_assert_cmpint (session->version, ==, 1);
  g_assert_cmpstr (session->held_on, ==, "2024-05-31");
  g_assert_true (cs_sessions_change (book->store, session, &(CsSessionChange){ 0 }, &error));
  sessions_assert_nothing (book, head);
  change.fill_agenda = TRUE;
  g_assert_true (cs_sessions_change (book->store, session, &change, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "2 1 3");
  g_assert_cmpint (session->state, ==, CS_SESSION_OPEN);
  g_assert_cmpint (session->discussing, ==, sessions_evaluation_of (book, 3));
  sessions_assert_log (book, "session-%",
                       "session-add|district-842/district-1/1||2024-05-31, Hội trường\n"
                       "session-date|district-842/district-1/1|2024-05-31|2024-06-02\n"
                       "session-place|district-842/district-1/1|Hội trường|Phòng 3\n"
                       "session-agenda|district-842/district-1/1||84-842-29236-2-2024, 84-842-29236-1-2024\n"
                       "session-agenda|district-842/district-1/1|84-842-29236-2-2024, 84-842-29236-1-2024|"
                       "84-842-29236-2-2024, 84-842-29236-1-2024, 84-842-29236-3-2024\n"
                       "session-open|district-842/district-1/1|planned|open\n"
                       "session-discuss|district-842/district-1/1||84-842-29236-3-2024\n");
}

static void
changed_cb (CsStore *store, const CsChangeSet *changes, GArray *seen)
{
  guint kinds = cs_change_set_get_kinds (changes);

  g_array_append_val (seen, kinds);
}

static void
test_changed (Book *book, gconstpointer data)
{
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CsSession) session = NULL, dry = NULL;
  gulong handler = g_signal_connect (book->store, "changed", G_CALLBACK (changed_cb), seen);

  session = sessions_plan_and_open (book);
  g_assert_true (cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), NULL, &error));
  g_assert_false (cs_sessions_arrive (book->store, session, member_id (book->store, "m1"), NULL, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  cs_store_set_dry_run (book->store, TRUE);
  dry = sessions_plan (book);
  g_assert_cmpint (dry->no, ==, 2);
  cs_store_set_dry_run (book->store, FALSE);
  planned = cs_sessions_list (book->store, council_id (book->store, COUNCIL), ROUND, &error);
  g_assert_cmpuint (planned->len, ==, 1);
  g_assert_cmpuint (seen->len, ==, 2);
  for (guint i = 0; i < seen->len; i++)
    g_assert_cmpuint (g_array_index (seen, guint, i), ==, CS_CHANGE_SESSIONS);
  g_signal_handler_disconnect (book->store, handler);
}

/* --- what the minutes keep --- */

/* Moments are kept to the second: waits for the clock to have moved. */
static void
reach_next_second (void)
{
  g_autofree char *before = cs_moment_now ();
  g_autofree char *now = g_strdup (before);

  while (g_str_equal (now, before))
    {
      g_usleep (10 * 1000);
      g_free (now);
      now = cs_moment_now ();
    }
}

static void
test_rules_of_then (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan_and_open (book);
  g_autoptr (CsCouncil) now = NULL, then = NULL;
  CsCouncilRules rules;

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      g_assert_true (
          cs_sessions_arrive (book->store, session, member_id (book->store, member), NULL, &error));
    }
  book_score (book->store, book_code (1), "m1", 0, TRUE); /* freezes the rules: a change is a new version */
  sessions_again (book, &session);
  g_assert_true (cs_sessions_close (book->store, session, &error));
  sessions_again (book, &session);
  reach_next_second (); /* so that the change comes after the closing */
  now = cs_store_find_council (book->store, COUNCIL, &error);
  rules = now->rules;
  rules.quorum = cs_fraction (1, 1);
  g_assert_true (cs_councils_set_rules (book->store, now, &rules, "Quy chế mới", &error));
  then = cs_sessions_council (book->store, session, &error);
  g_assert_cmpint (then->rules.quorum.num, ==, 3);
  g_assert_true (cs_attendance_quorum (session, then, session->closed_at).met);
  g_clear_pointer (&now, cs_council_unref);
  now = cs_store_find_council (book->store, COUNCIL, &error);
  g_assert_false (cs_attendance_quorum (session, now, session->closed_at).met);
}

/* --- closing a product while its council sits --- */

static char *
reasons (Book *book)
{
  char *lines;

  book_close (book);
  lines =
      sql_rows (book->path, "SELECT m.key, c.state, c.reason FROM closing_member c"
                            " JOIN member m ON m.id = c.member WHERE c.state <> 'submitted' ORDER BY m.key");
  book_open (book);
  return lines;
}

static void
score_all_but_m5 (Book *book)
{
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (1), member, 100, TRUE);
    }
}

static void
test_silent_in_the_room (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan_and_open (book);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  CsCloseOptions options = { .absences = told };
  g_autofree char *lines = NULL;

  score_all_but_m5 (book);
  g_assert_true (cs_sessions_arrive (book->store, session, member_id (book->store, "m5"), NULL, &error));
  g_assert_false (cs_evaluation_close (book->store, dossier, NULL, &error));
  g_assert_nonnull (strstr (error->message, "m5"));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_hash_table_insert (told, (gpointer) member_id (book->store, "m5"), (gpointer) "  ");
  g_assert_false (cs_evaluation_close (book->store, dossier, &options, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_hash_table_insert (told, (gpointer) member_id (book->store, "m5"), (gpointer) "không kịp chấm");
  g_assert_true (cs_evaluation_close (book->store, dossier, &options, &error));
  lines = reasons (book);
  g_assert_cmpstr (lines, ==, "m5|absent|không kịp chấm\n");
}

static void
test_silent_gone (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan_and_open (book);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autofree char *lines = NULL;

  score_all_but_m5 (book);
  g_assert_true (cs_sessions_arrive (book->store, session, member_id (book->store, "m5"), NULL, &error));
  g_assert_true (cs_sessions_leave (book->store, session, member_id (book->store, "m5"), NULL, &error));
  g_assert_true (cs_evaluation_close (book->store, dossier, NULL, &error));
  lines = reasons (book);
  g_assert_cmpstr (lines, ==, "m5|absent|\n");
}

static void
test_silent_absent (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan_and_open (book);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autofree char *lines = NULL;

  score_all_but_m5 (book);
  g_assert_true (
      cs_sessions_absent (book->store, session, member_id (book->store, "m5"), "đi công tác", &error));
  g_assert_true (cs_evaluation_close (book->store, dossier, NULL, &error));
  lines = reasons (book);
  g_assert_cmpstr (lines, ==, "m5|absent|đi công tác\n");
}

/* Nothing is known: no session, one that is closed or planned, or one with another agenda. */
static void
test_silent_unknown (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) closed = sessions_plan_and_open (book), planned = sessions_plan (book), open = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (GArray) others = sessions_evaluations (book, (guint[]){ 2, 3, 0 });
  g_autofree char *lines = NULL;

  score_all_but_m5 (book);
  g_assert_true (cs_sessions_arrive (book->store, closed, member_id (book->store, "m5"), NULL, &error));
  g_assert_true (cs_sessions_close (book->store, closed, &error));
  g_assert_true (cs_sessions_fill_agenda (book->store, planned, &error));
  g_assert_true (
      cs_sessions_absent (book->store, planned, member_id (book->store, "m5"), "mai đi công tác", &error));
  open = sessions_plan_and_open (book);
  g_assert_true (cs_sessions_set_agenda (book->store, open, others, &error));
  g_assert_true (cs_sessions_arrive (book->store, open, member_id (book->store, "m5"), NULL, &error));
  g_assert_true (cs_evaluation_close (book->store, dossier, NULL, &error));
  g_assert_no_error (error);
  lines = reasons (book);
  g_assert_cmpstr (lines, ==, "m5|absent|\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/sessions/one-at-a-time", test_one_at_a_time);
  ADD ("/sessions/discuss", test_discuss);
  ADD ("/sessions/close", test_close);
  ADD ("/sessions/frozen", test_frozen);
  ADD ("/sessions/triggers", test_triggers);
  ADD ("/sessions/change", test_change);
  ADD ("/sessions/changed", test_changed);
  ADD ("/sessions/rules-of-then", test_rules_of_then);
  ADD ("/sessions/silent/in-the-room", test_silent_in_the_room);
  ADD ("/sessions/silent/gone", test_silent_gone);
  ADD ("/sessions/silent/absent", test_silent_absent);
  ADD ("/sessions/silent/unknown", test_silent_unknown);
  return g_test_run ();
}
