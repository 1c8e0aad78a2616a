/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "book.h"

#include "base/date.h"
#include "base/moment.h"
#include "rules/attendance.h"
#include "service/council/council-rules.h"
#include "service/council/councils.h"
#include "service/scoring/closing.h"
#include "service/sessions/attendance.h"
#include "service/sessions/session-agenda.h"
#include "service/sessions/sessions.h"

#include <sqlite3.h>
#include <string.h>

/* Sessions: planning, agenda, coming and going, what is discussed, and that a closed one stays as it was. */

#define COUNCIL "district-842"
#define ROUND   "district-1"

static CsSession *
get (Book *book, int no)
{
  g_autoptr (GError) error = NULL;
  CsSession *session = cs_sessions_get (book->store, COUNCIL, ROUND, no, &error);

  g_assert_no_error (error);
  return session;
}

/* Reads @session again. */
static void
again (Book *book, CsSession **session)
{
  int no = (*session)->no;

  cs_session_free (*session);
  *session = get (book, no);
}

static CsSession *
plan (Book *book)
{
  g_autoptr (GError) error = NULL;
  CsNewSession wanted = {
    .council = COUNCIL, .round = ROUND, .held_on = "2024-05-31", .place = "Hội trường"
  };
  CsSession *session = cs_sessions_add (book->store, &wanted, &error);

  g_assert_no_error (error);
  return session;
}

static CsSession *
plan_and_open (Book *book)
{
  g_autoptr (GError) error = NULL;
  CsSessionChange then = { .fill_agenda = TRUE, .open = TRUE };
  CsNewSession wanted = { .council = COUNCIL, .round = ROUND, .then = &then };
  CsSession *session = cs_sessions_add (book->store, &wanted, &error);

  g_assert_no_error (error);
  return session;
}

static gint64
evaluation_of (Book *book, guint product)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (product));

  return dossier->evaluation;
}

/* Evaluations of products, ended by 0. */
static GArray *
evaluations (Book *book, const guint *products)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (; *products != 0; products++)
    {
      gint64 id = evaluation_of (book, *products);

      g_array_append_val (list, id);
    }
  return list;
}

/* "1 3 2": the products of an agenda by the serial in their code */
static void
assert_agenda (const CsSession *session, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < session->agenda->len; i++)
    {
      const CsAgendaItem *item = g_ptr_array_index (session->agenda, i);

      g_assert_cmpuint (item->position, ==, i);
      g_string_append_printf (text, "%s%c", i > 0 ? " " : "", item->code[13]);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* So many minutes ago. */
static char *
ago (int minutes)
{
  g_autofree char *now = cs_moment_now ();

  return cs_moment_add_seconds (now, -60 * minutes);
}

static char *
log_head (Book *book)
{
  g_autoptr (GError) error = NULL;

  return cs_store_log_head (book->store, &error);
}

static void
assert_log (Book *book, const char *verbs, const char *expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT verb, object, before, after FROM audit WHERE verb LIKE '%s'"
                                          " ORDER BY seq",
                                          verbs);
  g_autofree char *lines = NULL;

  book_close (book);
  lines = sql_rows (book->path, sql);
  book_open (book);
  g_assert_cmpstr (lines, ==, expected);
}

/* Nothing was written since @head. */
static void
assert_nothing (Book *book, const char *head)
{
  g_autofree char *now = log_head (book);

  g_assert_cmpstr (now, ==, head);
}

/* --- planning --- */

static void
test_add (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) first = plan (book), second = NULL, other = NULL, found = NULL;
  g_autoptr (GPtrArray) list = NULL, some = NULL;
  g_autofree char *today = cs_date_today ();

  g_assert_cmpint (first->no, ==, 1);
  g_assert_cmpstr (first->held_on, ==, "2024-05-31");
  g_assert_cmpstr (first->place, ==, "Hội trường");
  g_assert_cmpint (first->state, ==, CS_SESSION_PLANNED);
  second = cs_sessions_add (book->store, &(CsNewSession){ .council = COUNCIL, .round = ROUND }, &error);
  g_assert_cmpint (second->no, ==, 2);
  g_assert_cmpstr (second->held_on, ==, today);
  g_assert_cmpstr (second->place, ==, "");
  other = cs_sessions_add (book->store, &(CsNewSession){ .council = COUNCIL, .round = "district-2" }, &error);
  g_assert_cmpint (other->no, ==, 1);
  found = cs_sessions_get (book->store, COUNCIL, ROUND, 2, &error);
  g_assert_cmpint (found->id, ==, second->id);
  g_assert_null (cs_sessions_get (book->store, COUNCIL, ROUND, 3, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_null (cs_sessions_get (book->store, COUNCIL, ROUND, 0, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  list = cs_sessions_list (book->store, NULL, NULL, &error);
  g_assert_cmpuint (list->len, ==, 3);
  some = cs_sessions_list (book->store, COUNCIL, "district-2", &error);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpint (((CsSession *) g_ptr_array_index (some, 0))->id, ==, other->id);
}

static void
test_add_refused (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *head = log_head (book), *long_place = g_strnfill (1001, 'x');
  const struct
  {
    CsNewSession wanted;
    CsError code;
  } cases[] = {
    { { .council = "district-1", .round = ROUND }, CS_ERROR_NOT_FOUND },
    { { .council = COUNCIL, .round = "district-9" }, CS_ERROR_NOT_FOUND },
    { { .council = COUNCIL }, CS_ERROR_NOT_FOUND },
    { { .council = COUNCIL, .round = "province-1" }, CS_ERROR_INVALID },
    { { .council = COUNCIL, .round = ROUND, .held_on = "31/05/2024" }, CS_ERROR_INVALID },
    { { .council = COUNCIL, .round = ROUND, .held_on = "2024-02-30" }, CS_ERROR_INVALID },
    { { .council = COUNCIL, .round = ROUND, .place = long_place }, CS_ERROR_INVALID },
    { { .council = COUNCIL, .round = ROUND, .place = "\xff" }, CS_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (cs_sessions_add (book->store, &cases[i].wanted, &error));
      assert_error (error, cases[i].code);
    }
  assert_nothing (book, head);
}

static void
test_date_and_place (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = plan (book), stale = get (book, 1);

  g_assert_true (cs_sessions_set_date (book->store, session, "2024-06-01", &error));
  g_assert_false (cs_sessions_set_place (book->store, stale, "Phòng 2", &error));
  assert_error (error, CS_ERROR_CONFLICT);
  again (book, &session);
  g_assert_true (cs_sessions_set_place (book->store, session, "  Pho\xcc\x80ng 2 ", &error));
  again (book, &session);
  g_assert_cmpstr (session->held_on, ==, "2024-06-01");
  g_assert_cmpstr (session->place, ==, "Phòng 2");
  g_assert_false (cs_sessions_set_date (book->store, session, "2024-13-01", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_sessions_set_place (book->store, session, NULL, &error));
  again (book, &session);
  g_assert_cmpstr (session->place, ==, "");
  assert_log (book, "session-%",
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
  g_autoptr (CsSession) session = plan (book), stale = get (book, 1);
  g_autoptr (GArray) three = evaluations (book, (guint[]){ 3, 1, 2, 0 });
  g_autoptr (GArray) two = evaluations (book, (guint[]){ 2, 3, 0 }),
                     none = evaluations (book, (guint[]){ 0 });
  const CsAgendaItem *item;

  g_assert_true (cs_sessions_set_agenda (book->store, session, three, &error));
  again (book, &session);
  assert_agenda (session, "3 1 2");
  item = cs_session_item (session, evaluation_of (book, 1));
  g_assert_cmpstr (item->product, ==, "Sản phẩm 1");
  g_assert_cmpstr (item->producer, ==, "Hợp tác xã Mẫu");
  g_assert_false (item->closed);
  g_assert_false (cs_sessions_set_agenda (book->store, stale, two, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  again (book, &session);
  assert_agenda (session, "3 1 2");
  g_assert_true (cs_sessions_set_agenda (book->store, session, two, &error));
  again (book, &session);
  assert_agenda (session, "2 3");
  g_assert_true (cs_sessions_fill_agenda (book->store, session, &error));
  again (book, &session);
  assert_agenda (session, "2 3 1");
  g_assert_true (cs_sessions_set_agenda (book->store, session, none, &error));
  again (book, &session);
  assert_agenda (session, "");
  assert_log (book, "session-agenda",
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
  g_autoptr (CsSession) session = plan (book);
  g_autofree char *code = book_add_product (book->store, "Đợt khác", 1, "district-2");
  g_autoptr (CsDossier) elsewhere = book_dossier (book->store, code), gone = NULL;
  g_autoptr (GArray) twice = evaluations (book, (guint[]){ 1, 2, 1, 0 });
  g_autoptr (GArray) foreign = evaluations (book, (guint[]){ 1, 0 });
  g_autoptr (GArray) deleted = evaluations (book, (guint[]){ 1, 3, 0 });
  g_autoptr (GArray) unknown = evaluations (book, (guint[]){ 0 });
  g_autofree char *head = NULL;
  gint64 nothing = 12345;

  g_array_append_val (foreign, elsewhere->evaluation);
  g_array_append_val (unknown, nothing);
  gone = book_dossier (book->store, book_code (3));
  g_assert_true (cs_dossiers_delete (book->store, gone->id, &error));
  head = log_head (book);
  {
    const GArray *const bad[] = { twice, foreign, deleted, unknown };

    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
      {
        g_assert_false (cs_sessions_set_agenda (book->store, session, bad[i], &error));
        assert_error (error, CS_ERROR_INVALID);
      }
  }
  assert_nothing (book, head);
  g_assert_true (cs_sessions_fill_agenda (book->store, session, &error));
  again (book, &session);
  assert_agenda (session, "1 2");
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
  here =
      cs_sessions_add (book->store,
                       &(CsNewSession){ .council = "district-842", .round = ROUND, .then = &then }, &error);
  there =
      cs_sessions_add (book->store,
                       &(CsNewSession){ .council = "district-844", .round = ROUND, .then = &then }, &error);
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
  g_autoptr (CsSession) session = plan (book);
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
  again (book, &session);
  assert_agenda (session, "1 3"); /* by themselves neither rehearsals nor closed ones */
  all = evaluations (book, (guint[]){ 4, 2, 1, 3, 0 });
  g_assert_true (cs_sessions_set_agenda (book->store, session, all, &error));
  again (book, &session);
  assert_agenda (session, "4 2 1 3");
  g_assert_true (cs_session_item (session, evaluation_of (book, 2))->closed);
  book_close_product (book->store, book_code (3), 5, 50);
  g_assert_true (cs_sessions_fill_agenda (book->store, session, &error));
  again (book, &session);
  assert_agenda (session, "4 2 1 3"); /* what was closed stays */
}

static void
test_move (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = plan (book), stale = NULL;
  g_autofree char *head = NULL;

  g_assert_true (cs_sessions_fill_agenda (book->store, session, &error));
  again (book, &session);
  stale = get (book, 1);
  g_assert_true (cs_sessions_move (book->store, session, evaluation_of (book, 3), 0, &error));
  again (book, &session);
  assert_agenda (session, "3 1 2");
  g_assert_true (cs_sessions_move (book->store, session, evaluation_of (book, 3), 2, &error));
  again (book, &session);
  assert_agenda (session, "1 2 3");
  g_assert_true (cs_sessions_move (book->store, session, evaluation_of (book, 1), 1, &error));
  again (book, &session);
  assert_agenda (session, "2 1 3");
  head = log_head (book);
  g_assert_false (cs_sessions_move (book->store, stale, evaluation_of (book, 3), 0, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (cs_sessions_move (book->store, session, evaluation_of (book, 1), 3, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sessions_move (book->store, session, 9999, 0, &error));
  assert_error (error, CS_ERROR_INVALID);
  assert_nothing (book, head);
  assert_log (book, "session-move",
              "session-move|district-842/district-1/1/84-842-29236-3-2024|3|1\n"
              "session-move|district-842/district-1/1/84-842-29236-3-2024|1|3\n"
              "session-move|district-842/district-1/1/84-842-29236-1-2024|1|2\n");
}

/* What is on an agenda stays in the book, and in its round. */
static void
test_dossier_on_agenda (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = plan (book);
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (GArray) others = evaluations (book, (guint[]){ 2, 3, 0 });

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
  again (book, &session);
  g_assert_cmpstr (cs_session_item (session, dossier->evaluation)->product, ==, "Tên mới");
  g_assert_true (cs_sessions_set_agenda (book->store, session, others, &error));
  g_assert_true (cs_dossiers_delete (book->store, dossier->id, &error));
}

/* --- opening, discussing, closing --- */

static void
test_one_at_a_time (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) first = plan (book), second = plan (book), other = NULL;

  other = cs_sessions_add (book->store, &(CsNewSession){ .council = COUNCIL, .round = "district-2" }, &error);
  g_assert_false (cs_sessions_close (book->store, first, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_sessions_open (book->store, first, &error));
  g_assert_false (cs_sessions_open (book->store, first, &error)); /* stale as well */
  assert_error (error, CS_ERROR_CONFLICT);
  again (book, &first);
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
  g_autoptr (CsSession) session = plan (book);
  g_autoptr (CsDossier) one = book_dossier (book->store, book_code (1));
  g_autoptr (CsDossier) two = book_dossier (book->store, book_code (2));
  g_autoptr (CsDossier) three = book_dossier (book->store, book_code (3));
  g_autoptr (GArray) first = evaluations (book, (guint[]){ 1, 2, 0 });
  g_autoptr (GArray) less = evaluations (book, (guint[]){ 2, 0 });

  g_assert_true (cs_sessions_set_agenda (book->store, session, first, &error));
  again (book, &session);
  g_assert_false (cs_sessions_discuss (book->store, session, one, &error));
  assert_error (error, CS_ERROR_FORBIDDEN); /* not open */
  g_assert_true (cs_sessions_open (book->store, session, &error));
  again (book, &session);
  g_assert_false (cs_sessions_discuss (book->store, session, three, &error));
  assert_error (error, CS_ERROR_INVALID); /* not on the agenda */
  g_assert_true (cs_sessions_discuss (book->store, session, one, &error));
  again (book, &session);
  g_assert_cmpint (session->discussing, ==, one->evaluation);
  g_assert_false (cs_sessions_set_agenda (book->store, session, less, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_sessions_discuss (book->store, session, two, &error));
  again (book, &session);
  book_close_product (book->store, book_code (2), 5, 50);
  again (book, &session);
  g_assert_cmpint (session->discussing, ==, two->evaluation); /* its result is being looked at */
  g_assert_true (cs_sessions_discuss (book->store, session, NULL, &error));
  again (book, &session);
  g_assert_cmpint (session->discussing, ==, 0);
  g_assert_false (cs_sessions_discuss (book->store, session, two, &error));
  assert_error (error, CS_ERROR_FROZEN); /* closed */
  g_assert_true (cs_sessions_set_agenda (book->store, session, less, &error));
  assert_log (book, "session-discuss",
              "session-discuss|district-842/district-1/1||84-842-29236-1-2024\n"
              "session-discuss|district-842/district-1/1|84-842-29236-1-2024|84-842-29236-2-2024\n"
              "session-discuss|district-842/district-1/1|84-842-29236-2-2024|\n");
}

static void
test_close (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = plan_and_open (book);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autofree char *early = ago (30), *later = ago (10);
  const CsAttendance *left, *stayed, *absent;

  g_assert_true (cs_sessions_stay (book->store, session, "m1", early, later, &error));
  g_assert_true (cs_sessions_arrive (book->store, session, "m2", early, &error));
  g_assert_true (cs_sessions_absent (book->store, session, "m3", "đi công tác", &error));
  g_assert_true (cs_sessions_discuss (book->store, session, dossier, &error));
  again (book, &session);
  g_assert_true (cs_sessions_close (book->store, session, &error));
  again (book, &session);
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
  assert_log (book, "session-%e", "session-close|district-842/district-1/1|open|closed\n");
}

static void
test_frozen (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = plan_and_open (book), open = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (GArray) one = evaluations (book, (guint[]){ 1, 0 });
  g_autofree char *early = ago (30), *head = NULL, *found = NULL;
  const CsAttendance *stay;

  g_assert_true (cs_sessions_arrive (book->store, session, "m1", early, &error));
  again (book, &session);
  open = get (book, 1); /* a page that has not heard of the closing */
  stay = g_ptr_array_index (open->attendance, 0);
  g_assert_true (cs_sessions_close (book->store, session, &error));
  again (book, &session);
  head = log_head (book);
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
      REFUSED (cs_sessions_arrive (book->store, shown, "m2", NULL, &error));
      REFUSED (cs_sessions_leave (book->store, shown, "m1", NULL, &error));
      REFUSED (cs_sessions_stay (book->store, shown, "m2", early, early, &error));
      REFUSED (cs_sessions_absent (book->store, shown, "m2", "ốm", &error));
      REFUSED (cs_sessions_correct_attendance (book->store, shown, stay, early, NULL, &error));
      REFUSED (cs_sessions_remove_attendance (book->store, shown, stay, &error));
    }
#undef REFUSED
  g_assert_false (cs_dossiers_delete (book->store, dossier->id, &error));
  g_assert_nonnull (strstr (error->message, book_code (1)));
  assert_error (error, CS_ERROR_FROZEN);
  assert_nothing (book, head);
  found = book_examine (book->store);
  g_assert_cmpstr (found, ==, "");
}

/* Not even SQL from outside changes what was held. */
static void
test_triggers (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = plan_and_open (book), planned = NULL;
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

  g_assert_true (cs_sessions_arrive (book->store, session, "m1", NULL, &error));
  {
    g_autoptr (GArray) two = evaluations (book, (guint[]){ 1, 2, 0 });

    g_assert_true (cs_sessions_set_agenda (book->store, session, two, &error));
  }
  again (book, &session);
  g_assert_true (cs_sessions_close (book->store, session, &error));
  planned = plan (book);
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
  g_autoptr (CsSession) session = plan (book);
  g_autoptr (GArray) list = evaluations (book, (guint[]){ 2, 1, 0 });
  CsSessionChange change = { .held_on = "2024-06-02",
                             .place = "Phòng 3",
                             .agenda = list,
                             .open = TRUE,
                             .set_discussing = TRUE,
                             .discussing = evaluation_of (book, 3) };
  CsNewSession wanted = { .council = COUNCIL, .round = ROUND, .then = &change };
  g_autofree char *head = log_head (book);

  g_assert_false (cs_sessions_change (book->store, session, &change, &error));
  assert_error (error, CS_ERROR_INVALID); /* not on the agenda */
  g_assert_null (cs_sessions_add (book->store, &wanted, &error));
  assert_error (error, CS_ERROR_INVALID);
  assert_nothing (book, head);
  again (book, &session);
  g_assert_cmpint (session->version, ==, 1);
  g_assert_cmpstr (session->held_on, ==, "2024-05-31");
  g_assert_true (cs_sessions_change (book->store, session, &(CsSessionChange){ 0 }, &error));
  assert_nothing (book, head);
  change.fill_agenda = TRUE;
  g_assert_true (cs_sessions_change (book->store, session, &change, &error));
  again (book, &session);
  assert_agenda (session, "2 1 3");
  g_assert_cmpint (session->state, ==, CS_SESSION_OPEN);
  g_assert_cmpint (session->discussing, ==, evaluation_of (book, 3));
  assert_log (book, "session-%",
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
changed_cb (CsStore *store, guint changes, GArray *seen)
{
  g_array_append_val (seen, changes);
}

static void
test_changed (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CsSession) session = NULL, dry = NULL;
  gulong handler = g_signal_connect (book->store, "changed", G_CALLBACK (changed_cb), seen);

  session = plan_and_open (book);
  g_assert_true (cs_sessions_arrive (book->store, session, "m1", NULL, &error));
  g_assert_false (cs_sessions_arrive (book->store, session, "m1", NULL, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  cs_store_set_dry_run (book->store, TRUE);
  dry = plan (book);
  g_assert_cmpint (dry->no, ==, 2);
  cs_store_set_dry_run (book->store, FALSE);
  g_assert_null (cs_sessions_get (book->store, COUNCIL, ROUND, 2, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_cmpuint (seen->len, ==, 2);
  for (guint i = 0; i < seen->len; i++)
    g_assert_cmpuint (g_array_index (seen, guint, i), ==, CS_CHANGE_SESSIONS);
  g_signal_handler_disconnect (book->store, handler);
}

/* --- attendance --- */

static void
test_arrive_and_leave (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = plan_and_open (book);
  g_autofree char *t40 = ago (40), *t30 = ago (30), *t20 = ago (20), *t10 = ago (10), *expected = NULL;

  g_assert_false (cs_sessions_leave (book->store, session, "m1", NULL, &error));
  assert_error (error, CS_ERROR_INVALID); /* before coming */
  g_assert_true (cs_sessions_arrive (book->store, session, "m1", t30, &error));
  g_assert_false (cs_sessions_arrive (book->store, session, "m1", NULL, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (cs_sessions_arrive (book->store, session, "m1", t40, &error));
  assert_error (error, CS_ERROR_CONFLICT); /* to the end of time, so also at t30 */
  g_assert_false (cs_sessions_leave (book->store, session, "m1", t40, &error));
  assert_error (error, CS_ERROR_INVALID); /* before coming */
  g_assert_true (cs_sessions_leave (book->store, session, "m1", t20, &error));
  g_assert_false (cs_sessions_leave (book->store, session, "m1", NULL, &error));
  assert_error (error, CS_ERROR_INVALID); /* gone */
  g_assert_false (cs_sessions_stay (book->store, session, "m1", t40, t20, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (cs_sessions_stay (book->store, session, "m1", t20, t30, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_sessions_stay (book->store, session, "m1", t40, t30, &error));
  g_assert_true (cs_sessions_arrive (book->store, session, "m1", t10, &error));
  again (book, &session);
  g_assert_cmpuint (session->attendance->len, ==, 3);
  g_assert_cmpstr (cs_session_stay (session, "m1")->came_at, ==, t10);
  g_assert_null (cs_session_stay (session, "m2"));
  expected = g_strdup_printf ("attend|district-842/district-1/1/m1||%s/\n"
                              "attend-leave|district-842/district-1/1/m1|%s/|%s/%s\n"
                              "attend|district-842/district-1/1/m1||%s/%s\n"
                              "attend|district-842/district-1/1/m1||%s/\n",
                              t30, t30, t30, t20, t40, t30, t10);
  assert_log (book, "attend%", expected);
}

static void
test_times (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = plan_and_open (book);
  g_autofree char *future = ago (-2), *too_early = ago (12 * 60 + 2), *early = ago (12 * 60 - 2),
                  *head = NULL;
  static const char *const no_times[] = { "", "08:30", "2024-05-31", "2024-05-31 08:00:00" };

  head = log_head (book);
  g_assert_false (cs_sessions_arrive (book->store, session, "m1", future, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sessions_arrive (book->store, session, "m1", too_early, &error));
  assert_error (error, CS_ERROR_INVALID);
  for (guint i = 0; i < G_N_ELEMENTS (no_times); i++)
    {
      g_assert_false (cs_sessions_arrive (book->store, session, "m1", no_times[i], &error));
      assert_error (error, CS_ERROR_INVALID);
    }
  assert_nothing (book, head);
  g_assert_true (cs_sessions_arrive (book->store, session, "m1", early, &error));
  g_assert_false (cs_sessions_leave (book->store, session, "m1", future, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_sessions_leave (book->store, session, "m1", NULL, &error));
}

static void
test_who (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) planned = plan (book);
  g_autoptr (CsCouncil) council = NULL;
  g_autofree char *now = NULL;
  CsQuorum quorum;

  g_assert_false (cs_sessions_arrive (book->store, planned, "m1", NULL, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_sessions_open (book->store, planned, &error));
  again (book, &planned);
  g_assert_false (cs_sessions_arrive (book->store, planned, "m9", NULL, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_true (cs_sessions_arrive (book->store, planned, "s", NULL, &error));
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      g_assert_true (cs_sessions_arrive (book->store, planned, member, NULL, &error));
    }
  again (book, &planned);
  council = cs_sessions_council (book->store, planned, &error);
  now = cs_moment_now ();
  quorum = cs_attendance_quorum (planned, council, now);
  g_assert_cmpuint (quorum.present, ==, 4); /* without the secretary */
  g_assert_cmpuint (quorum.members, ==, 5);
  g_assert_cmpuint (quorum.needed, ==, 4);
  g_assert_true (quorum.met);
  /* who leaves the council sits no more, may go, and cannot come back */
  g_assert_true (cs_councils_remove_member (book->store, COUNCIL, "m4", "QĐ 12", &error));
  g_assert_true (cs_councils_remove_member (book->store, COUNCIL, "m5", "QĐ 12", &error));
  g_assert_false (cs_sessions_arrive (book->store, planned, "m5", NULL, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (cs_sessions_absent (book->store, planned, "m5", "ốm", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_sessions_leave (book->store, planned, "m4", NULL, &error));
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
  g_autoptr (CsSession) session = plan (book);
  g_autofree char *came = NULL, *expected = NULL, *long_reason = g_strnfill (1001, 'x');
  const CsAttendance *row;

  g_assert_true (cs_sessions_absent (book->store, session, "m3", " đi công tác ", &error));
  g_assert_true (cs_sessions_absent (book->store, session, "s", "ốm", &error));
  g_assert_false (cs_sessions_absent (book->store, session, "m4", " ", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sessions_absent (book->store, session, "m4", long_reason, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sessions_absent (book->store, session, "m4", "\xff", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_sessions_absent (book->store, session, "m3", "ốm", &error));
  g_assert_true (cs_sessions_open (book->store, session, &error));
  again (book, &session);
  g_assert_cmpuint (session->attendance->len, ==, 2);
  row = g_ptr_array_index (session->attendance, 0);
  g_assert_cmpstr (row->absence, ==, "ốm");
  g_assert_null (row->came_at);
  /* who comes after all is not absent */
  came = cs_moment_now ();
  g_assert_true (cs_sessions_arrive (book->store, session, "m3", came, &error));
  again (book, &session);
  g_assert_cmpuint (session->attendance->len, ==, 2);
  g_assert_cmpstr (cs_session_last (session, "m3")->came_at, ==, came);
  g_assert_false (cs_sessions_absent (book->store, session, "m3", "ốm", &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_true (cs_sessions_leave (book->store, session, "m3", NULL, &error));
  g_assert_false (cs_sessions_absent (book->store, session, "m3", "ốm", &error));
  assert_error (error, CS_ERROR_CONFLICT); /* was there, so never came is not true */
  expected = g_strdup_printf ("attend-absent|district-842/district-1/1/m3||đi công tác\n"
                              "attend-absent|district-842/district-1/1/s||ốm\n"
                              "attend-absent|district-842/district-1/1/m3|đi công tác|ốm\n"
                              "attend|district-842/district-1/1/m3|ốm|%s/\n",
                              came);
  g_assert_true (
      cs_sessions_remove_attendance (book->store, session, cs_session_last (session, "s"), &error));
  {
    g_autofree char *all = NULL;

    book_close (book);
    all = sql_rows (book->path, "SELECT verb, object, before, after FROM audit WHERE verb LIKE 'attend%'"
                                " ORDER BY seq LIMIT 4");
    book_open (book);
    g_assert_cmpstr (all, ==, expected);
  }
  again (book, &session);
  g_assert_null (cs_session_last (session, "s"));
}

static void
test_correct (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = plan_and_open (book), stale = NULL;
  g_autofree char *t50 = ago (50), *t40 = ago (40), *t30 = ago (30), *t20 = ago (20), *t10 = ago (10),
                  *future = ago (-5), *too_early = ago (13 * 60), *expected = NULL, *head = NULL;
  const CsAttendance *first, *second;

  g_assert_true (cs_sessions_stay (book->store, session, "m1", t40, t30, &error));
  g_assert_true (cs_sessions_arrive (book->store, session, "m1", t20, &error));
  again (book, &session);
  stale = get (book, 1);
  first = g_ptr_array_index (session->attendance, 0);
  second = g_ptr_array_index (session->attendance, 1);
  head = log_head (book);
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
  assert_nothing (book, head);
  g_assert_true (cs_sessions_correct_attendance (book->store, session, first, t50, t20, &error));
  g_assert_true (cs_sessions_correct_attendance (book->store, session, second, t20, t10, &error));
  g_assert_false (cs_sessions_correct_attendance (book->store, stale,
                                                  g_ptr_array_index (stale->attendance, 0), t40, t20,
                                                  &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (
      cs_sessions_remove_attendance (book->store, stale, g_ptr_array_index (stale->attendance, 1), &error));
  assert_error (error, CS_ERROR_CONFLICT);
  again (book, &session);
  second = g_ptr_array_index (session->attendance, 1);
  g_assert_true (cs_sessions_correct_attendance (book->store, session, second, t20, NULL, &error));
  again (book, &session);
  g_assert_true (cs_sessions_remove_attendance (book->store, session,
                                                g_ptr_array_index (session->attendance, 0), &error));
  again (book, &session);
  g_assert_cmpuint (session->attendance->len, ==, 1);
  g_assert_cmpstr (cs_session_stay (session, "m1")->came_at, ==, t20);
  expected = g_strdup_printf ("attend-correct|district-842/district-1/1/m1|%s/%s|%s/%s\n"
                              "attend-correct|district-842/district-1/1/m1|%s/|%s/%s\n"
                              "attend-correct|district-842/district-1/1/m1|%s/%s|%s/\n"
                              "attend-remove|district-842/district-1/1/m1|%s/%s|\n",
                              t40, t30, t50, t20, t20, t20, t10, t20, t10, t20, t50, t20);
  assert_log (book, "attend-%", expected);
}

/* A row of one session is not another's. */
static void
test_row_of_another (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) one = plan (book), two = plan (book);

  g_assert_true (cs_sessions_absent (book->store, one, "m1", "ốm", &error));
  again (book, &one);
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
        cs_sessions_stay (book->store, session, stay->member, came, left, &error);
      else
        cs_sessions_arrive (book->store, session, stay->member, came, &error);
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
      g_autoptr (CsSession) session = plan_and_open (book);
      g_autofree char *text = NULL;

      note_by_chance (book, session, base);
      again (book, &session);
      text = describe_presence (book, session, 60, base);
      if (first == NULL)
        first = g_steal_pointer (&text);
      else
        g_assert_cmpstr (text, ==, first);
      g_assert_true (cs_sessions_close (book->store, session, &error));
    }
  g_assert_nonnull (strstr (first, "55: s\n50: m1 s\n45: m1 m2 m3 s\n40: m1 m2 m3 m4 s\n"));
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
  g_autoptr (CsSession) session = plan_and_open (book);
  g_autoptr (CsCouncil) now = NULL, then = NULL;
  CsCouncilRules rules;

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      g_assert_true (cs_sessions_arrive (book->store, session, member, NULL, &error));
    }
  book_score (book->store, book_code (1), "m1", 0, TRUE); /* freezes the rules: a change is a new version */
  again (book, &session);
  g_assert_true (cs_sessions_close (book->store, session, &error));
  again (book, &session);
  reach_next_second (); /* so that the change comes after the closing */
  now = cs_store_get_council (book->store, COUNCIL, &error);
  rules = now->rules;
  rules.quorum = cs_fraction (1, 1);
  g_assert_true (cs_councils_set_rules (book->store, now, &rules, "Quy chế mới", &error));
  then = cs_sessions_council (book->store, session, &error);
  g_assert_cmpint (then->rules.quorum.num, ==, 3);
  g_assert_true (cs_attendance_quorum (session, then, session->closed_at).met);
  g_clear_pointer (&now, cs_council_unref);
  now = cs_store_get_council (book->store, COUNCIL, &error);
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
  g_autoptr (CsSession) session = plan_and_open (book);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  CsCloseOptions options = { .absences = told };
  g_autofree char *lines = NULL;

  score_all_but_m5 (book);
  g_assert_true (cs_sessions_arrive (book->store, session, "m5", NULL, &error));
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
  g_autoptr (CsSession) session = plan_and_open (book);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autofree char *lines = NULL;

  score_all_but_m5 (book);
  g_assert_true (cs_sessions_arrive (book->store, session, "m5", NULL, &error));
  g_assert_true (cs_sessions_leave (book->store, session, "m5", NULL, &error));
  g_assert_true (cs_evaluation_close (book->store, dossier, NULL, &error));
  lines = reasons (book);
  g_assert_cmpstr (lines, ==, "m5|absent|\n");
}

static void
test_silent_absent (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = plan_and_open (book);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autofree char *lines = NULL;

  score_all_but_m5 (book);
  g_assert_true (cs_sessions_absent (book->store, session, "m5", "đi công tác", &error));
  g_assert_true (cs_evaluation_close (book->store, dossier, NULL, &error));
  lines = reasons (book);
  g_assert_cmpstr (lines, ==, "m5|absent|đi công tác\n");
}

/* Nothing is known: no session, one that is closed or planned, or one with another agenda. */
static void
test_silent_unknown (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) closed = plan_and_open (book), planned = plan (book), open = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (GArray) others = evaluations (book, (guint[]){ 2, 3, 0 });
  g_autofree char *lines = NULL;

  score_all_but_m5 (book);
  g_assert_true (cs_sessions_arrive (book->store, closed, "m5", NULL, &error));
  g_assert_true (cs_sessions_close (book->store, closed, &error));
  g_assert_true (cs_sessions_fill_agenda (book->store, planned, &error));
  g_assert_true (cs_sessions_absent (book->store, planned, "m5", "mai đi công tác", &error));
  open = plan_and_open (book);
  g_assert_true (cs_sessions_set_agenda (book->store, open, others, &error));
  g_assert_true (cs_sessions_arrive (book->store, open, "m5", NULL, &error));
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
  ADD ("/sessions/add", test_add);
  ADD ("/sessions/add-refused", test_add_refused);
  ADD ("/sessions/date-and-place", test_date_and_place);
  ADD ("/sessions/agenda", test_agenda);
  ADD ("/sessions/agenda-refused", test_agenda_refused);
  ADD ("/sessions/agenda-rehearsal-and-closed", test_agenda_rehearsal_and_closed);
  g_test_add ("/sessions/two-councils", Book, NULL, book_set_up_empty, test_two_councils, book_tear_down);
  ADD ("/sessions/move", test_move);
  ADD ("/sessions/dossier-on-agenda", test_dossier_on_agenda);
  ADD ("/sessions/one-at-a-time", test_one_at_a_time);
  ADD ("/sessions/discuss", test_discuss);
  ADD ("/sessions/close", test_close);
  ADD ("/sessions/frozen", test_frozen);
  ADD ("/sessions/triggers", test_triggers);
  ADD ("/sessions/change", test_change);
  ADD ("/sessions/changed", test_changed);
  ADD ("/sessions/arrive-and-leave", test_arrive_and_leave);
  ADD ("/sessions/times", test_times);
  ADD ("/sessions/who", test_who);
  ADD ("/sessions/absent", test_absent);
  ADD ("/sessions/correct", test_correct);
  ADD ("/sessions/row-of-another", test_row_of_another);
  ADD ("/sessions/any-order", test_any_order);
  ADD ("/sessions/rules-of-then", test_rules_of_then);
  ADD ("/sessions/silent/in-the-room", test_silent_in_the_room);
  ADD ("/sessions/silent/gone", test_silent_gone);
  ADD ("/sessions/silent/absent", test_silent_absent);
  ADD ("/sessions/silent/unknown", test_silent_unknown);
  return g_test_run ();
}
