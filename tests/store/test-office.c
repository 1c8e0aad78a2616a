/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sessions.h"
#include "council-id.h"

#include "base/date.h"
#include "base/id.h"
#include "base/text.h"
#include "service/book/log.h"
#include "service/council/councils.h"
#include "service/papers/minutes.h"
#include "service/papers/office.h"
#include "service/papers/unit-paper.h"

#include <sqlite3.h>

/* How a council's papers look: what is set goes before what is derived; a number is given once and for ever.
 */

#define DAY "2024-05-31"

static CsOffice *
office_of (Book *book, const char *council)
{
  g_autoptr (GError) error = NULL;
  CsOffice *office = cs_office_get (book->store, council_id (book->store, council), &error);

  g_assert_no_error (error);
  return office;
}

static void
test_set (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsOffice) office = office_of (book, COUNCIL), again = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const CsLogLine *line;

  g_assert_cmpstr (office->issuer, ==, "");
  book_set (&office->issuer, "HỘI ĐỒNG OCOP (MẪU)");
  book_set (&office->acting_for, "CHỦ TỊCH");
  book_set (&office->role, "PHÓ CHỦ TỊCH");
  office->acting = CS_ACTING_KT;
  book_set (&office->recipients, "Như trên\nLưu: VT");
  g_assert_true (cs_office_set (book->store, office, &error));
  g_assert_no_error (error);
  again = office_of (book, COUNCIL);
  g_assert_cmpstr (again->issuer, ==, "HỘI ĐỒNG OCOP (MẪU)");
  g_assert_cmpint (again->acting, ==, CS_ACTING_KT);
  g_assert_cmpstr (again->recipients, ==, "Như trên\nLưu: VT");
  /* stored again, it is the same one, and the log tells the field */
  book_set (&again->place, "Càng Long");
  g_assert_true (cs_office_set (book->store, again, &error));
  lines = cs_log_list (book->store, &(CsLogFilter){ 0 }, &error);
  g_assert_no_error (error);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->verb, ==, "office");
  g_assert_cmpuint (line->changes->len, ==, 1);
  g_assert_cmpstr (((CsLogChange *) g_ptr_array_index (line->changes, 0))->field, ==, "place");
  book_assert_clean (book);
}

/* Who acts names whom; who is named says how. A council that is none has no office. */
static void
test_refused (Book *book, gconstpointer data)
{
  g_autofree char *head = sessions_log_head (book);
  g_autofree char *nobody = g_strnfill (CS_NAME_MAX + 1, 'x');
  static const struct
  {
    CsActing acting;
    const char *whom;
    gboolean fits;
  } cases[] = {
    { CS_ACTING_NONE, "", TRUE },    { CS_ACTING_NONE, "CHỦ TỊCH", FALSE }, { CS_ACTING_KT, "", FALSE },
    { CS_ACTING_TL, " ", FALSE },    { CS_ACTING_TUQ, "CHỦ TỊCH", TRUE },   { CS_ACTING_Q, "CHỦ TỊCH", TRUE },
    { CS_ACTING_KT, "Ông A", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsOffice) office = office_of (book, COUNCIL);

      office->acting = cases[i].acting;
      book_set (&office->acting_for, cases[i].whom);
      book_set (&office->role, "PHÓ CHỦ TỊCH");
      if (cases[i].fits)
        continue;
      g_assert_false (cs_office_set (book->store, office, &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsOffice) office =
          cs_office_get (book->store, council_id (book->store, i == 0 ? "district-1" : COUNCIL), &error);

      if (office == NULL)
        {
          g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
          continue;
        }
      book_set (&office->symbol, nobody);
      g_assert_false (cs_office_set (book->store, office, &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
    }
  sessions_assert_nothing (book, head);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsOffice) office = office_of (book, COUNCIL);

      office->acting = cases[i].acting;
      book_set (&office->acting_for, cases[i].whom);
      book_set (&office->role, "PHÓ CHỦ TỊCH");
      g_assert_cmpint (cs_office_set (book->store, office, &error), ==, cases[i].fits);
    }
}

static void
test_authority (void)
{
  static const struct
  {
    const char *on_behalf;
    CsActing acting;
    const char *whom;
    const char *text;
  } cases[] = {
    { "", CS_ACTING_NONE, "", "TM. HỘI ĐỒNG" },
    { "", CS_ACTING_KT, "CHỦ TỊCH", "TM. HỘI ĐỒNG\nKT. CHỦ TỊCH" },
    { "", CS_ACTING_Q, "CHỦ TỊCH", "TM. HỘI ĐỒNG" },
    { "ỦY BAN NHÂN DÂN", CS_ACTING_NONE, "", "TM. ỦY BAN NHÂN DÂN" },
    { "ỦY BAN NHÂN DÂN", CS_ACTING_KT, "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH" },
    { "", CS_ACTING_TL, "CHỦ TỊCH", "TL. CHỦ TỊCH" },
    { "", CS_ACTING_TUQ, "GIÁM ĐỐC", "TUQ. GIÁM ĐỐC" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CsOffice) office = cs_office_new ("c");
      g_autofree char *text = NULL;

      book_set (&office->on_behalf, cases[i].on_behalf);
      book_set (&office->acting_for, cases[i].whom);
      book_set (&office->role, "PHÓ CHỦ TỊCH");
      office->acting = cases[i].acting;
      text = cs_office_authority (office, "TM. HỘI ĐỒNG");
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* However it was written, it is kept in one form, and papers write their own marks once. */
static void
test_cleaned (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsOffice) office = office_of (book, COUNCIL);
  g_autofree char *head = NULL;

  office->acting = CS_ACTING_Q;
  book_set (&office->on_behalf, " TM. ỦY BAN NHÂN DÂN ");
  book_set (&office->acting_for, "Q. CHỦ TỊCH");
  book_set (&office->recipients, "- Như trên; - UBND xã A;UBND xã B\n\n- Lưu: VT.");
  book_set (&office->symbol, " HĐOCOP\n");
  g_assert_true (cs_office_set (book->store, office, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (office->on_behalf, ==, "ỦY BAN NHÂN DÂN");
  g_assert_cmpstr (office->acting_for, ==, "CHỦ TỊCH");
  g_assert_cmpstr (office->recipients, ==, "Như trên\nUBND xã A\nUBND xã B\nLưu: VT");
  g_assert_cmpstr (office->symbol, ==, "HĐOCOP");
  /* set again, it is no change */
  head = sessions_log_head (book);
  g_assert_true (cs_office_set (book->store, office, &error));
  sessions_assert_nothing (book, head);
}

/* Who signs in somebody's place signs as what he is. */
static void
test_position (Book *book, gconstpointer data)
{
  for (CsActing acting = CS_ACTING_NONE; acting < CS_N_ACTING; acting++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsOffice) office = office_of (book, COUNCIL);
      g_autoptr (CsUnitSummary) summary = NULL;
      gboolean deputed = acting == CS_ACTING_KT || acting == CS_ACTING_TL || acting == CS_ACTING_TUQ;

      office->acting = acting;
      book_set (&office->acting_for, acting != CS_ACTING_NONE ? "CHỦ TỊCH" : "");
      book_set (&office->role, "");
      g_assert_cmpint (cs_office_set (book->store, office, &error), ==, !deputed);
      g_clear_error (&error);
      book_set (&office->role, deputed ? "PHÓ CHỦ TỊCH" : "");
      g_assert_true (cs_office_set (book->store, office, &error));
      summary = cs_unit_paper_summary (book->store, NULL, ROUND, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (summary->head.role, ==,
                       deputed                 ? "PHÓ CHỦ TỊCH"
                       : acting == CS_ACTING_Q ? "Q. CHỦ TỊCH"
                                               : "CHỦ TỊCH");
      /* the chair's name does not stand below somebody else's position */
      g_assert_cmpint (g_strcmp0 (summary->head.signer, "m1") == 0, ==, !deputed);
    }
}

/* The paper says what was set, and derives the rest. */
static void
test_paper (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsOffice) office = office_of (book, COUNCIL);
  g_autoptr (CsUnitSummary) before = cs_unit_paper_summary (book->store, NULL, ROUND, &error), after = NULL;

  g_assert_no_error (error);
  book_set (&office->parent, "ỦY BAN NHÂN DÂN THÀNH PHỐ (MẪU)");
  book_set (&office->on_behalf, "ỦY BAN NHÂN DÂN");
  book_set (&office->acting_for, "CHỦ TỊCH");
  book_set (&office->role, "PHÓ CHỦ TỊCH");
  office->acting = CS_ACTING_KT;
  book_set (&office->signer, "Trần Văn Ký (mẫu)");
  book_set (&office->recipients, "Như trên\n\nLưu: VT");
  g_assert_true (cs_office_set (book->store, office, &error));
  g_assert_no_error (error);
  after = cs_unit_paper_summary (book->store, NULL, ROUND, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after->head.parent, ==, "ỦY BAN NHÂN DÂN THÀNH PHỐ (MẪU)");
  g_assert_cmpstr (after->head.authority, ==, "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH");
  g_assert_cmpstr (after->head.signer, ==, "Trần Văn Ký (mẫu)");
  g_assert_cmpstr (after->head.secretary, ==, before->head.secretary);
  g_assert_cmpstr (after->head.issuer, ==, before->head.issuer);
  g_assert_cmpuint (after->head.recipients->len, ==, 2); /* a blank line is nobody */
  g_assert_cmpstr (g_ptr_array_index (after->head.recipients, 0), ==, "- Như trên;");
  g_assert_cmpstr (g_ptr_array_index (after->head.recipients, 1), ==, "- Lưu: VT.");
  g_assert_cmpuint (before->head.recipients->len, ==, 0);
}

/* --- numbers --- */

static CsSession *
held (Book *book)
{
  g_autoptr (GError) error = NULL;
  CsSessionChange then = { .fill_agenda = TRUE, .open = TRUE, .close = TRUE };
  CsNewSession wanted = { .council = council_id (book->store, COUNCIL), .round = ROUND, .then = &then };
  CsSession *session = cs_sessions_add (book->store, &wanted, &error);

  g_assert_no_error (error);
  return session;
}

static void
assert_number (Book *book, const CsSession *session, const char *kind, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = cs_minutes_give_number (book->store, session, kind, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, wanted);
}

static void
test_minutes (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) first = held (book), second = held (book), open = sessions_plan_and_open (book);
  g_autoptr (CsMinutes) minutes = NULL;
  g_autofree char *head = sessions_log_head (book), *after = NULL;
  g_autofree char *none = cs_minutes_give_number (book->store, open, "BB", &error);

  g_assert_error (error, CS_ERROR, CS_ERROR_FORBIDDEN);
  g_clear_error (&error);
  for (guint i = 0; i < 2; i++) /* the template has no letters */
    {
      g_assert_null (cs_minutes_give_number (book->store, first, i == 0 ? NULL : "", &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
      g_clear_error (&error);
    }
  sessions_assert_nothing (book, head);
  assert_number (book, second, "BB", "01/BB");
  assert_number (book, first, "BB", "02/BB");
  after = sessions_log_head (book);
  assert_number (book, first, "BB", "02/BB"); /* asked again, it has the one that it has */
  assert_number (book, first, "TB", "02/BB");
  sessions_assert_nothing (book, after);
  minutes = cs_minutes_of_session (book->store, second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (minutes->head.number, ==, "01/BB");
  g_clear_pointer (&minutes, cs_minutes_free);
  minutes = cs_minutes_of_session (book->store, open, &error);
  g_assert_null (minutes->head.number);
  book_assert_clean (book);
}

static void
assert_given (Book *book, const char *council, const char *kind, const char *day, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *subject = cs_id_new ();
  g_autofree char *number = cs_office_give_number (book->store, council_id (book->store, council), "letter",
                                                   subject, kind, day, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, wanted);
}

/* Councils, kinds and years have series of their own; a number keeps the symbol of its day. */
static void
test_series (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsOffice) office = office_of (book, COUNCIL);
  CsNewMember other = {
    .council = "district-844", .key = "m1", .name = "Chủ tịch", .role = CS_ROLE_CHAIR, .organisation = ""
  };

  g_assert_true (cs_councils_add_member (book->store, &other, &error));
  g_assert_no_error (error);
  assert_given (book, COUNCIL, "BB", DAY, "01/BB");
  book_set (&office->symbol, "HĐOCOP");
  g_assert_true (cs_office_set (book->store, office, &error));
  assert_given (book, COUNCIL, "BB", DAY, "02/BB-HĐOCOP");
  assert_given (book, COUNCIL, "TB", DAY, "01/TB-HĐOCOP");
  assert_given (book, "district-844", "BB", DAY, "01/BB");
  for (int i = 3; i < 100; i++)
    {
      g_autofree char *subject = cs_id_new ();

      g_free (cs_office_give_number (book->store, council_id (book->store, COUNCIL), "letter", subject, "BB",
                                     DAY, &error));
    }
  assert_given (book, COUNCIL, "BB", DAY, "100/BB-HĐOCOP");
  /* another year begins at 1, whenever it is asked for; the one before goes on */
  assert_given (book, COUNCIL, "BB", "2025-01-01", "01/BB-HĐOCOP");
  assert_given (book, COUNCIL, "BB", "2024-12-31", "101/BB-HĐOCOP");
}

/* Plain SQL of any tool does not give it to another paper, nor take it back. */
static void
test_kept (Book *book, gconstpointer data)
{
  static const char *const refused[] = {
    "UPDATE paper_number SET no = 5",
    "DELETE FROM paper_number",
    "REPLACE INTO paper_number SELECT id, uuid, council, year, kind, 9, symbol, paper, subject, given_at, "
    "given_by"
    " FROM paper_number",
    "REPLACE INTO paper_number SELECT id + 1, 'u', council, year, kind, no, symbol, paper, 'other', given_at,"
    " given_by FROM paper_number",
    /* and leaves no hole */
    "INSERT INTO paper_number SELECT id + 1, 'u', council, year, kind, 3, symbol, paper, 'other', given_at, "
    "given_by"
    " FROM paper_number",
    "INSERT OR REPLACE INTO paper_number SELECT id + 1, 'u', council, year, kind, 9, symbol, paper, subject,"
    " given_at, given_by FROM paper_number",
  };

  assert_given (book, COUNCIL, "BB", DAY, "01/BB");
  book_close (book);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpint (sql_try (book->path, refused[i]), ==, SQLITE_CONSTRAINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/office/set", test_set);
  ADD ("/office/refused", test_refused);
  g_test_add_func ("/office/authority", test_authority);
  ADD ("/office/cleaned", test_cleaned);
  ADD ("/office/position", test_position);
  ADD ("/office/paper", test_paper);
  ADD ("/office/minutes", test_minutes);
  ADD ("/office/series", test_series);
  ADD ("/office/kept", test_kept);
  return g_test_run ();
}
