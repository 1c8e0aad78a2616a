/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "session-of.h"
#include "sessions.h"

#include "base/date.h"
#include "service/council/councils.h"
#include "service/sessions/session-agenda.h"
#include "service/sessions/sessions.h"

#include <sqlite3.h>
#include <string.h>

/* Sessions: planning, their agenda, and that a change which is refused leaves nothing behind. */

/* --- planning --- */

static void
test_add (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) first = sessions_plan (book), second = NULL, other = NULL, found = NULL;
  g_autoptr (GPtrArray) list = NULL, some = NULL;
  g_autofree char *today = cs_date_today ();

  g_assert_cmpint (first->no, ==, 1);
  g_assert_cmpstr (first->held_on, ==, "2024-05-31");
  g_assert_cmpstr (first->place, ==, "Hội trường");
  g_assert_cmpint (first->state, ==, CS_SESSION_PLANNED);
  second = cs_sessions_add (book->store,
                            &(CsNewSession){ .council = council_id (book->store, COUNCIL), .round = ROUND },
                            &error);
  g_assert_cmpint (second->no, ==, 2);
  g_assert_cmpstr (second->held_on, ==, today);
  g_assert_cmpstr (second->place, ==, "");
  other =
      cs_sessions_add (book->store,
                       &(CsNewSession){ .council = council_id (book->store, COUNCIL), .round = "district-2" },
                       &error);
  g_assert_cmpint (other->no, ==, 1);
  found = session_of (book->store, COUNCIL, ROUND, 2);
  g_assert_cmpint (found->id, ==, second->id);
  g_clear_pointer (&found, cs_session_free);
  found = cs_sessions_get (book->store, second->uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->no, ==, 2);
  g_assert_null (cs_sessions_get (book->store, found->council_uuid, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  list = cs_sessions_list (book->store, NULL, NULL, &error);
  g_assert_cmpuint (list->len, ==, 3);
  some = cs_sessions_list (book->store, council_id (book->store, COUNCIL), "district-2", &error);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpint (((CsSession *) g_ptr_array_index (some, 0))->id, ==, other->id);
}

static void
test_add_refused (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *head = sessions_log_head (book), *long_place = g_strnfill (1001, 'x');
  const struct
  {
    CsNewSession wanted;
    CsError code;
  } cases[] = {
    { { .council = council_id (book->store, "district-1"), .round = ROUND }, CS_ERROR_NOT_FOUND },
    { { .council = council_id (book->store, COUNCIL), .round = "district-9" }, CS_ERROR_NOT_FOUND },
    { { .council = council_id (book->store, COUNCIL) }, CS_ERROR_NOT_FOUND },
    { { .council = council_id (book->store, COUNCIL), .round = "province-1" }, CS_ERROR_INVALID },
    { { .council = council_id (book->store, COUNCIL), .round = ROUND, .held_on = "31/05/2024" },
      CS_ERROR_INVALID },
    { { .council = council_id (book->store, COUNCIL), .round = ROUND, .held_on = "2024-02-30" },
      CS_ERROR_INVALID },
    { { .council = council_id (book->store, COUNCIL), .round = ROUND, .place = long_place },
      CS_ERROR_INVALID },
    { { .council = council_id (book->store, COUNCIL), .round = ROUND, .place = "\xff" }, CS_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (cs_sessions_add (book->store, &cases[i].wanted, &error));
      assert_error (error, cases[i].code);
    }
  sessions_assert_nothing (book, head);
}

static void
test_date_and_place (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan (book), stale = sessions_get (book, 1);

  g_assert_true (cs_sessions_set_date (book->store, session, "2024-06-01", &error));
  g_assert_false (cs_sessions_set_place (book->store, stale, "Phòng 2", &error));
  assert_error (error, CS_ERROR_CONFLICT);
  sessions_again (book, &session);
  g_assert_true (cs_sessions_set_place (book->store, session, "  Pho\xcc\x80ng 2 ", &error));
  sessions_again (book, &session);
  g_assert_cmpstr (session->held_on, ==, "2024-06-01");
  g_assert_cmpstr (session->place, ==, "Phòng 2");
  g_assert_false (cs_sessions_set_date (book->store, session, "2024-13-01", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_sessions_set_place (book->store, session, NULL, &error));
  sessions_again (book, &session);
  g_assert_cmpstr (session->place, ==, "");
  sessions_assert_log (book, "session-%",
                       "session-add|district-842/district-1/1||2024-05-31, Hội trường\n"
                       "session-date|district-842/district-1/1|2024-05-31|2024-06-01\n"
                       "session-place|district-842/district-1/1|Hội trường|Phòng 2\n"
                       "session-place|district-842/district-1/1|Phòng 2|\n");
}

/* --- agenda --- */

static void
test_agenda (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan (book), stale = sessions_get (book, 1);
  g_autoptr (GArray) three = sessions_evaluations (book, (guint[]){ 3, 1, 2, 0 });
  g_autoptr (GArray) two = sessions_evaluations (book, (guint[]){ 2, 3, 0 }),
                     none = sessions_evaluations (book, (guint[]){ 0 });
  const CsAgendaItem *item;

  g_assert_true (cs_sessions_set_agenda (book->store, session, three, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "3 1 2");
  item = cs_session_item (session, sessions_evaluation_of (book, 1));
  g_assert_cmpstr (item->product, ==, "Sản phẩm 1");
  g_assert_cmpstr (item->producer, ==, "Hợp tác xã Mẫu");
  g_assert_false (item->closed);
  g_assert_false (cs_sessions_set_agenda (book->store, stale, two, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  sessions_again (book, &session);
  sessions_assert_agenda (session, "3 1 2");
  g_assert_true (cs_sessions_set_agenda (book->store, session, two, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "2 3");
  g_assert_true (cs_sessions_fill_agenda (book->store, session, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "2 3 1");
  g_assert_true (cs_sessions_set_agenda (book->store, session, none, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "");
  sessions_assert_log (book, "session-agenda",
                       "session-agenda|district-842/district-1/1||84-842-29236-3-2024, 84-842-29236-1-2024,"
                       " 84-842-29236-2-2024\n"
                       "session-agenda|district-842/district-1/1|84-842-29236-3-2024, 84-842-29236-1-2024,"
                       " 84-842-29236-2-2024|84-842-29236-2-2024, 84-842-29236-3-2024\n"
                       "session-agenda|district-842/district-1/1|84-842-29236-2-2024, 84-842-29236-3-2024|"
                       "84-842-29236-2-2024, 84-842-29236-3-2024, 84-842-29236-1-2024\n"
                       "session-agenda|district-842/district-1/1|84-842-29236-2-2024, 84-842-29236-3-2024,"
                       " 84-842-29236-1-2024|\n");
}

static void
test_agenda_refused (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan (book);
  g_autofree char *code = book_add_product (book->store, "Đợt khác", 1, "district-2");
  g_autoptr (CsDossier) elsewhere = book_dossier (book->store, code), gone = NULL;
  g_autoptr (GArray) twice = sessions_evaluations (book, (guint[]){ 1, 2, 1, 0 });
  g_autoptr (GArray) foreign = sessions_evaluations (book, (guint[]){ 1, 0 });
  g_autoptr (GArray) deleted = sessions_evaluations (book, (guint[]){ 1, 3, 0 });
  g_autoptr (GArray) unknown = sessions_evaluations (book, (guint[]){ 0 });
  g_autofree char *head = NULL;
  gint64 nothing = 12345;

  g_array_append_val (foreign, elsewhere->evaluation);
  g_array_append_val (unknown, nothing);
  gone = book_dossier (book->store, book_code (3));
  g_assert_true (cs_dossiers_delete (book->store, gone->id, &error));
  head = sessions_log_head (book);
  {
    const GArray *const bad[] = { twice, foreign, deleted, unknown };

    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
      {
        g_assert_false (cs_sessions_set_agenda (book->store, session, bad[i], &error));
        assert_error (error, CS_ERROR_INVALID);
      }
  }
  sessions_assert_nothing (book, head);
  g_assert_true (cs_sessions_fill_agenda (book->store, session, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "1 2");
}

/* Two councils in one book: a product is on the agenda of its own. */
static void
test_two_councils (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) here = NULL, there = NULL;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CsDossier) of_842 = NULL, of_844 = NULL;
  CsSessionChange then = { .fill_agenda = TRUE, .open = TRUE };
  static const char *const keys[] = { "district-842", "district-844" };
  static const char *const units[] = { "29236", "29269" };
  char *codes[2];

  book->store = book_create_for (book->path, "84", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      CsNewMember member = { keys[i], "m1", "Chủ tịch", CS_ROLE_CHAIR, "" };
      CsNewDossier dossier = { .product = "Gạo",
                               .producer = "Hợp tác xã",
                               .producer_kind = "cooperative",
                               .unit = units[i],
                               .form = 1,
                               .kind = "first",
                               .round = ROUND };

      codes[i] = cs_dossiers_add (book->store, &dossier, &error);
      g_assert_no_error (error);
      cs_councils_add_member (book->store, &member, &error);
      g_assert_no_error (error);
    }
  of_842 = book_dossier (book->store, codes[0]);
  of_844 = book_dossier (book->store, codes[1]);
  g_free (codes[0]);
  g_free (codes[1]);
  here = cs_sessions_add (book->store,
                          &(CsNewSession){ .council = council_id (book->store, "district-842"),
                                           .round = ROUND,
                                           .then = &then },
                          &error);
  there = cs_sessions_add (book->store,
                           &(CsNewSession){ .council = council_id (book->store, "district-844"),
                                            .round = ROUND,
                                            .then = &then },
                           &error);
  g_assert_no_error (error); /* each council is in a session of its own */
  g_assert_cmpint (there->no, ==, 1);
  g_assert_cmpuint (here->agenda->len, ==, 1);
  g_assert_cmpint (((CsAgendaItem *) g_ptr_array_index (here->agenda, 0))->evaluation, ==,
                   of_842->evaluation);
  g_array_append_val (list, of_844->evaluation);
  g_assert_false (cs_sessions_set_agenda (book->store, here, list, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sessions_discuss (book->store, here, of_844, &error));
  assert_error (error, CS_ERROR_INVALID);
}

static void
test_agenda_rehearsal_and_closed (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan (book);
  g_autoptr (GArray) all = NULL;
  CsNewDossier wanted = { .product = "Tập dượt",
                          .producer = "Hợp tác xã Mẫu",
                          .producer_kind = "cooperative",
                          .unit = "29236",
                          .form = 1,
                          .kind = "first",
                          .round = ROUND,
                          .rehearsal = TRUE };
  g_autofree char *code = cs_dossiers_add (book->store, &wanted, &error);

  g_assert_cmpstr (code, ==, book_code (4));
  book_close_product (book->store, book_code (2), 5, 50);
  g_assert_true (cs_sessions_fill_agenda (book->store, session, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "1 3"); /* by themselves neither rehearsals nor closed ones */
  all = sessions_evaluations (book, (guint[]){ 4, 2, 1, 3, 0 });
  g_assert_true (cs_sessions_set_agenda (book->store, session, all, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "4 2 1 3");
  g_assert_true (cs_session_item (session, sessions_evaluation_of (book, 2))->closed);
  book_close_product (book->store, book_code (3), 5, 50);
  g_assert_true (cs_sessions_fill_agenda (book->store, session, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "4 2 1 3"); /* what was closed stays */
}

static void
test_move (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan (book), stale = NULL;
  g_autofree char *head = NULL;

  g_assert_true (cs_sessions_fill_agenda (book->store, session, &error));
  sessions_again (book, &session);
  stale = sessions_get (book, 1);
  g_assert_true (cs_sessions_move (book->store, session, sessions_evaluation_of (book, 3), 0, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "3 1 2");
  g_assert_true (cs_sessions_move (book->store, session, sessions_evaluation_of (book, 3), 2, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "1 2 3");
  g_assert_true (cs_sessions_move (book->store, session, sessions_evaluation_of (book, 1), 1, &error));
  sessions_again (book, &session);
  sessions_assert_agenda (session, "2 1 3");
  head = sessions_log_head (book);
  g_assert_false (cs_sessions_move (book->store, stale, sessions_evaluation_of (book, 3), 0, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (cs_sessions_move (book->store, session, sessions_evaluation_of (book, 1), 3, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sessions_move (book->store, session, 9999, 0, &error));
  assert_error (error, CS_ERROR_INVALID);
  sessions_assert_nothing (book, head);
  sessions_assert_log (book, "session-move",
                       "session-move|district-842/district-1/1/84-842-29236-3-2024|3|1\n"
                       "session-move|district-842/district-1/1/84-842-29236-3-2024|1|3\n"
                       "session-move|district-842/district-1/1/84-842-29236-1-2024|1|2\n");
}

/* What is on an agenda stays in the book, and in its round. */
static void
test_dossier_on_agenda (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan (book);
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (GArray) others = sessions_evaluations (book, (guint[]){ 2, 3, 0 });

  g_assert_true (cs_sessions_fill_agenda (book->store, session, &error));
  dossier = book_dossier (book->store, book_code (1));
  g_assert_false (cs_dossiers_delete (book->store, dossier->id, &error));
  g_assert_nonnull (strstr (error->message, book_code (1)));
  assert_error (error, CS_ERROR_FROZEN);
  g_clear_pointer (&dossier->round, g_free);
  g_assert_false (cs_dossiers_update (book->store, dossier, &error));
  assert_error (error, CS_ERROR_FROZEN);
  dossier->round = g_strdup ("district-2");
  g_assert_false (cs_dossiers_update (book->store, dossier, &error));
  assert_error (error, CS_ERROR_FROZEN);
  /* within the round everything else can change */
  g_free (dossier->round);
  dossier->round = g_strdup (ROUND);
  g_free (dossier->product);
  dossier->product = g_strdup ("Tên mới");
  g_assert_true (cs_dossiers_update (book->store, dossier, &error));
  sessions_again (book, &session);
  g_assert_cmpstr (cs_session_item (session, dossier->evaluation)->product, ==, "Tên mới");
  g_assert_true (cs_sessions_set_agenda (book->store, session, others, &error));
  g_assert_true (cs_dossiers_delete (book->store, dossier->id, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sessions/two-councils", Book, NULL, book_set_up_empty, test_two_councils, book_tear_down);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/sessions/add", test_add);
  ADD ("/sessions/add-refused", test_add_refused);
  ADD ("/sessions/date-and-place", test_date_and_place);
  ADD ("/sessions/agenda", test_agenda);
  ADD ("/sessions/agenda-refused", test_agenda_refused);
  ADD ("/sessions/agenda-rehearsal-and-closed", test_agenda_rehearsal_and_closed);
  ADD ("/sessions/move", test_move);
  ADD ("/sessions/dossier-on-agenda", test_dossier_on_agenda);
  return g_test_run ();
}
