/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "result-for.h"
#include "register.h"

#include "base/date.h"
#include "base/text.h"
#include "model/register.h"
#include "service/dossiers/rehearsal.h"
#include "service/results/overview.h"
#include "service/results/register.h"
#include "service/scoring/closing.h"
#include "service/scoring/grounds.h"
#include "service/scoring/reopening.h"
#include "summary/words/verdict-text.h"

/* What a decision recognises, what it is refused for, what is withdrawn, and how that is said. */

static CsResult *
result_of (Book *book, const char *code)
{
  g_autoptr (GError) error = NULL;
  CsResult *result = result_for (book->store, book_dossier (book->store, code), &error);

  g_assert_no_error (error);
  return result;
}

static int
recognised (Book *book)
{
  g_autoptr (GError) error = NULL;

  return cs_overview_row_recognised (&cs_results_overview (book->store, 0, NULL, &error)->totals);
}

static int
waiting (Book *book)
{
  g_autoptr (GError) error = NULL;

  return cs_results_overview (book->store, 0, NULL, &error)->totals.waiting;
}

static void
assert_status (Book *book, const char *code, CsResultStatus status)
{
  g_autoptr (CsResult) result = result_of (book, code);

  g_assert_cmpint (result->status, ==, status);
}

static void
test_add (Book *book, gconstpointer data)
{
  g_autofree char *today = cs_date_today (), *until = cs_date_add_months (today, 36), *found = NULL,
                  *line = NULL,
                  *wanted_line = g_strdup_printf ("%s||3: 12/QĐ-UBND, %s\n", book_code (1), today);
  g_autoptr (CsRecognition) none = NULL, recognition = NULL, other = NULL;
  g_autoptr (CsResult) result = NULL;
  g_autoptr (GError) error = NULL;

  book_close_with_stars (book->store, book_code (1), 3);
  none = register_recognition_of (book, book_code (1));
  g_assert_null (none);
  g_assert_cmpint (recognised (book), ==, 0); /* a verdict is no decision */
  g_assert_cmpint (waiting (book), ==, 1);
  register_recognise (book, book_code (1), "01/GCN");
  recognition = register_recognition_of (book, book_code (1));
  result = result_of (book, book_code (1));
  g_assert_cmpint (result->status, ==, CS_RESULT_RECOGNISED);
  g_assert_cmpstr (result->dossier->recognised_on, ==, today);
  g_assert_cmpint (recognition->evaluation, ==, result->dossier->evaluation);
  g_assert_cmpstr (recognition->dossier, ==, book_code (1));
  g_assert_cmpstr (recognition->round, ==, "district-1");
  g_assert_cmpstr (recognition->product, ==, "Sản phẩm 1");
  g_assert_cmpstr (recognition->producer, ==, "Hợp tác xã Mẫu");
  g_assert_cmpstr (recognition->unit, ==, "29236");
  g_assert_cmpint (recognition->stars, ==, 3);
  g_assert_cmpstr (recognition->decision, ==, "12/QĐ-UBND");
  g_assert_cmpstr (recognition->decided_on, ==, today);
  g_assert_cmpstr (recognition->certificate, ==, "01/GCN");
  g_assert_cmpstr (recognition->valid_until, ==, until);
  g_assert_cmpstr (recognition->score, !=, "");
  g_assert_null (recognition->withdrawn_on);
  /* the record and the dossier are one recognition */
  g_assert_cmpint (recognised (book), ==, 1);
  g_assert_cmpint (waiting (book), ==, 0);
  other = cs_recognitions_find (book->store, NULL, NULL, "01/GCN", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (other->uuid, ==, recognition->uuid);
  found = book_examine (book->store);
  g_assert_cmpstr (found, ==, "");
  book_close (book);
  line = sql_rows (book->path, "SELECT object, before, after FROM audit WHERE verb = 'recognise'");
  g_assert_cmpstr (line, ==, wanted_line);
  book_open (book);
}

static void
test_given_end (Book *book, gconstpointer data)
{
  g_autofree char *today = cs_date_today (), *end = cs_date_add_days (today, 400);
  CsNewRecognition wanted = { .decision = "1", .decided_on = today, .valid_until = end };
  g_autoptr (CsRecognition) recognition = NULL;
  g_autoptr (GError) error = NULL;

  book_close_with_stars (book->store, book_code (1), 3);
  g_assert_true (register_add (book, book_code (1), &wanted, NULL, &error));
  recognition = register_recognition_of (book, book_code (1));
  g_assert_cmpstr (recognition->valid_until, ==, end);
  g_assert_cmpstr (recognition->certificate, ==, "");
}

/* Each of them names what is wrong, and the book stays as it was. */
static void
test_refused (Book *book, gconstpointer data)
{
  g_autofree char *today = cs_date_today (), *before = NULL, *tomorrow = cs_date_add_days (today, 1),
                  *yesterday = cs_date_add_days (today, -1), *long_text = g_strnfill (CS_TEXT_MAX + 1, 'x'),
                  *after = NULL, *month = g_strndup (today, 7), *year = g_strndup (today, 4);
  const struct
  {
    CsNewRecognition wanted;
    const char *field;
  } cases[] = {
    { { NULL, today, NULL, NULL }, "decision" },
    { { "  ", today, NULL, NULL }, "decision" },
    { { long_text, today, NULL, NULL }, "decision" },
    { { "1", NULL, NULL, NULL }, "decided_on" },
    { { "1", "", NULL, NULL }, "decided_on" },
    { { "1", month, NULL, NULL }, "decided_on" },
    { { "1", year, NULL, NULL }, "decided_on" },
    { { "1", "31/05/2024", NULL, NULL }, "decided_on" },
    { { "1", "2024-02-30", NULL, NULL }, "decided_on" },
    { { "1", yesterday, NULL, NULL }, "decided_on" }, /* before it was closed */
    { { "1", tomorrow, NULL, NULL }, "decided_on" },
    { { "1", today, long_text, NULL }, "certificate" },
    { { "1", today, NULL, "2027" }, "valid_until" },
    { { "1", today, NULL, yesterday }, "valid_until" },
  };

  book_close_with_stars (book->store, book_code (1), 3);
  book_close (book);
  before = sql_dump (book->path);
  book_open (book);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *field = NULL;

      g_assert_false (register_add (book, book_code (1), &cases[i].wanted, &field, &error));
      assert_error (error, CS_ERROR_INVALID);
      g_assert_cmpstr (field, ==, cases[i].field);
    }
  book_close (book);
  after = sql_dump (book->path);
  g_assert_cmpstr (after, ==, before);
  book_open (book);
}

/* The day of a closing is Vietnam's, which begins seven hours before that of UTC: a decision of the same day
 * stands, one of the day before does not. */
static void
test_midnight (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *closed_at;
    const char *decided_on;
    gboolean fits;
  } cases[] = {
    { "2024-05-31T16:59:59Z", "2024-05-31", TRUE },  { "2024-05-31T16:59:59Z", "2024-05-30", FALSE },
    { "2024-05-31T17:00:00Z", "2024-05-31", FALSE }, { "2024-05-31T17:00:00Z", "2024-06-01", TRUE },
    { "2024-06-01T00:30:00Z", "2024-06-01", TRUE },
  };

  book_close_with_stars (book->store, book_code (1), 3);
  book_close (book);
  sql_run (book->path, "DROP TRIGGER closing_update");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CsNewRecognition wanted = { .decision = "1", .decided_on = cases[i].decided_on };
      g_autofree char *sql =
          g_strdup_printf ("UPDATE closing SET closed_at = '%s', day = date ('%s', '+7 hours')",
                           cases[i].closed_at, cases[i].closed_at);
      g_autoptr (GError) error = NULL;

      sql_run (book->path, sql);
      book_open (book);
      g_assert_cmpint (register_add (book, book_code (1), &wanted, NULL, &error), ==, cases[i].fits);
      if (cases[i].fits)
        register_withdraw (book, book_code (1));
      book_close (book);
    }
  book_open (book);
}

static void
assert_forbidden (Book *book, const char *code, CsError wanted_error)
{
  g_autofree char *today = cs_date_today ();
  CsNewRecognition wanted = { .decision = "1", .decided_on = today };
  g_autoptr (CsResult) result = result_of (book, code);
  g_autoptr (GError) error = NULL;

  g_assert_false (cs_recognitions_may_add (result, &error));
  assert_error (error, wanted_error);
  g_assert_false (register_add (book, code, &wanted, NULL, &error));
  assert_error (error, wanted_error);
}

static void
test_forbidden (Book *book, gconstpointer data)
{
  g_autofree char *best = book_add_product (book->store, "Sản phẩm 4", 1, "district-1");
  g_autofree char *rehearsal = book_add_product (book->store, "Sản phẩm 5", 1, "district-1");
  g_autofree char *homeless = book_add_product (book->store, "Sản phẩm 6", 1, NULL);
  g_autoptr (CsDossier) played = book_dossier (book->store, rehearsal);
  g_autoptr (CsDossier) third = book_dossier (book->store, book_code (3));
  g_autoptr (CsGround) ground = cs_ground_new (NULL, "g", "r", "p");
  g_autoptr (GError) error = NULL;

  assert_forbidden (book, book_code (1), CS_ERROR_FORBIDDEN); /* not closed */
  assert_forbidden (book, homeless, CS_ERROR_FORBIDDEN);
  book_score (book->store, book_code (1), "m1", 50, TRUE);
  assert_forbidden (book, book_code (1), CS_ERROR_FORBIDDEN);
  book_close_with_stars (book->store, book_code (2), 0); /* one star */
  assert_forbidden (book, book_code (2), CS_ERROR_FORBIDDEN);
  g_assert_true (cs_grounds_add (book->store, third, ground, &error));
  book_close_with_stars (book->store, book_code (3), 3); /* eliminated */
  assert_forbidden (book, book_code (3), CS_ERROR_FORBIDDEN);
  book_close_with_stars (book->store, best, 4); /* the province decides on four */
  assert_forbidden (book, best, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_dossiers_set_rehearsal (book->store, played, TRUE, &error));
  book_close_with_stars (book->store, rehearsal, 3);
  assert_forbidden (book, rehearsal, CS_ERROR_FORBIDDEN);
}

/* A closing that is recognised is frozen; withdrawn, it can be opened and decided on anew. */
static void
test_reopening (Book *book, gconstpointer data)
{
  g_autoptr (CsDossier) recognised_dossier = NULL, withdrawn = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  book_close_with_stars (book->store, book_code (1), 3);
  register_recognise (book, book_code (1), NULL);
  assert_forbidden (book, book_code (1), CS_ERROR_CONFLICT);
  recognised_dossier = book_dossier (book->store, book_code (1));
  g_assert_false (cs_evaluation_reopen (book->store, recognised_dossier, NULL, "sai", &error));
  assert_error (error, CS_ERROR_FROZEN);
  register_withdraw (book, book_code (1));
  withdrawn = book_dossier (book->store, book_code (1));
  g_assert_null (withdrawn->recognised_on);
  g_assert_nonnull (withdrawn->withdrawn_on);
  assert_status (book, book_code (1), CS_RESULT_CLOSED);
  g_assert_cmpint (recognised (book), ==, 0);
  g_assert_cmpint (waiting (book), ==, 0); /* what was withdrawn has failed */
  book_close (book);
  /* as if both had been long ago */
  sql_run (book->path, "UPDATE recognition SET decided_on = '2020-01-01', withdrawn_on = '2020-02-01'");
  book_open (book);
  g_assert_true (cs_evaluation_reopen (book->store, withdrawn, NULL, "sai", &error));
  assert_status (book, book_code (1), CS_RESULT_SCORING);
  g_assert_cmpint (recognised (book), ==, 0);
  again = book_dossier (book->store, book_code (1));
  g_assert_true (cs_evaluation_close (book->store, again, NULL, &error));
  /* a new verdict, of which nothing is withdrawn: it waits for a decision of its own */
  g_assert_cmpint (recognised (book), ==, 0);
  g_assert_cmpint (waiting (book), ==, 1);
  register_recognise (book, book_code (1), NULL);
  assert_status (book, book_code (1), CS_RESULT_RECOGNISED);
  g_assert_cmpint (recognised (book), ==, 1);
}

/* Somebody else recognised or withdrew it while a dialog was open. */
static void
test_stale (Book *book, gconstpointer data)
{
  g_autofree char *today = cs_date_today ();
  CsNewRecognition wanted = { .decision = "2", .decided_on = today };
  g_autoptr (CsDossier) held = NULL;
  g_autoptr (CsRecognition) recognition = NULL;
  g_autoptr (GError) error = NULL;

  book_close_with_stars (book->store, book_code (1), 3);
  held = book_dossier (book->store, book_code (1));
  register_recognise (book, book_code (1), NULL);
  g_assert_false (cs_recognitions_add (book->store, held, &wanted, NULL, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  recognition = register_recognition_of (book, book_code (1));
  register_withdraw (book, book_code (1));
  g_assert_false (cs_recognitions_withdraw (book->store, recognition, today, "vì", NULL, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  /* and it can be recognised again by another decision */
  g_assert_true (cs_recognitions_add (book->store, held, &wanted, NULL, &error));
  g_assert_cmpint (recognised (book), ==, 1);
}

static void
test_withdraw (Book *book, gconstpointer data)
{
  g_autofree char *today = cs_date_today (), *tomorrow = cs_date_add_days (today, 1),
                  *yesterday = cs_date_add_days (today, -1), *long_text = g_strnfill (CS_TEXT_MAX + 1, 'x'),
                  *line = NULL, *wanted_line = NULL;
  const struct
  {
    const char *on, *ground, *field;
  } cases[] = {
    { today, NULL, "ground" }, { today, " ", "ground" }, { today, long_text, "ground" },
    { NULL, "vì", "on" },      { "2024", "vì", "on" },   { yesterday, "vì", "on" },
    { tomorrow, "vì", "on" },
  };
  g_autoptr (CsRecognition) recognition = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  book_close_with_stars (book->store, book_code (1), 3);
  register_recognise (book, book_code (1), "01/GCN");
  recognition = register_recognition_of (book, book_code (1));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *field = NULL;

      g_assert_false (
          cs_recognitions_withdraw (book->store, recognition, cases[i].on, cases[i].ground, &field, &error));
      assert_error (error, CS_ERROR_INVALID);
      g_assert_cmpstr (field, ==, cases[i].field);
    }
  register_withdraw (book, book_code (1));
  after = register_recognition_of (book, book_code (1));
  g_assert_cmpstr (after->withdrawn_on, ==, today);
  g_assert_cmpstr (after->withdrawn_ground, ==, "Giả mạo");
  g_assert_null (cs_recognitions_find (book->store, book_code (1), NULL, NULL, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  book_close (book);
  line = sql_rows (book->path, "SELECT object, before, after FROM audit WHERE verb = 'recognise-withdraw'");
  wanted_line = g_strdup_printf ("%s|12/QĐ-UBND|%s: Giả mạo\n", book_code (1), today);
  g_assert_cmpstr (line, ==, wanted_line);
  book_open (book);
}

/* Whichever program writes. */
static void
test_from_outside (Book *book, gconstpointer data)
{
  static const char insert[] =
      "INSERT INTO recognition (uuid, evaluation, product, producer, folded, unit, stars,"
      " decision, decided_on) SELECT 'u' || e.id, e.id, 'p', 'r', 'p r', '842', 3, '1',"
      " '2024-05-31' FROM evaluation e JOIN dossier d ON d.id = e.dossier WHERE d.code = "
      "'84-842-29236-%d-2024'";
  g_autofree char *open = g_strdup_printf (insert, 2), *closed = g_strdup_printf (insert, 1);

  book_close_with_stars (book->store, book_code (1), 3);
  book_close (book);
  g_assert_cmpint (sql_try (book->path, open), !=, 0);
  sql_run (book->path, closed);
  g_assert_cmpint (sql_try (book->path, "UPDATE closing SET reopened_at = '2024-06-01', reopen_reason = 'x';"
                                        " UPDATE evaluation SET state = 'open'"),
                   !=, 0);
  g_assert_cmpint (sql_try (book->path, closed), !=, 0); /* one in force is enough */
  book_open (book);
}

/* What follows, in words, for every kind of verdict. */
static void
assert_follows (Book *book, const char *code, const char *wanted)
{
  g_autoptr (CsResult) result = result_of (book, code);
  g_autofree char *sentence = cs_outcome_sentence (result);

  g_assert_cmpstr (sentence, ==, wanted);
}

static void
test_sentences (Book *book, gconstpointer data)
{
  g_autofree char *today = cs_date_today (), *shown = cs_date_to_display (today), *recognised_text = NULL,
                  *withdrawn_text = NULL,
                  *best = book_add_product (book->store, "Sản phẩm 4", 1, "district-1"),
                  *rehearsal = book_add_product (book->store, "Sản phẩm 5", 1, "district-1");
  g_autoptr (CsDossier) third = book_dossier (book->store, book_code (3));
  g_autoptr (CsDossier) played = book_dossier (book->store, rehearsal);
  g_autoptr (CsGround) ground = cs_ground_new (NULL, "g", "r", "p");
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_grounds_add (book->store, third, ground, &error));
  g_assert_true (cs_dossiers_set_rehearsal (book->store, played, TRUE, &error));
  book_close_with_stars (book->store, book_code (1), 3);
  book_close_with_stars (book->store, book_code (2), 0);
  book_close_with_stars (book->store, book_code (3), 4);
  book_close_with_stars (book->store, best, 4);
  book_close_with_stars (book->store, rehearsal, 3);
  assert_follows (
      book, book_code (1),
      "This level recognises 3 stars itself: the decision can be made. The producer is told the result.");
  assert_follows (
      book, book_code (2),
      "Fewer than 3 stars bring no decision and no certificate. The producer is told the result.");
  assert_follows (book, book_code (3),
                  "Nothing is recognised and nothing is sent up. The producer is told the ground.");
  assert_follows (book, best,
                  "On 4 stars decides the level “Province”: they are proposed to it. The dossier goes up to "
                  "the next level, and the "
                  "producer is told.");
  assert_follows (book, rehearsal, "A rehearsal: nothing follows from it, and it counts nowhere.");
  register_recognise (book, book_code (1), NULL);
  recognised_text =
      g_strdup_printf ("3 stars were recognised by the decision of %s. The producer is told the result.",
                       shown);
  assert_follows (book, book_code (1), recognised_text);
  register_withdraw (book, book_code (1));
  withdrawn_text = g_strdup_printf ("3 stars were recognised, and the recognition was withdrawn on %s. The "
                                    "producer is told the result.",
                                    shown);
  assert_follows (book, book_code (1), withdrawn_text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/recognitions/" name, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("add", test_add);
  ADD ("given-end", test_given_end);
  ADD ("refused", test_refused);
  ADD ("midnight", test_midnight);
  ADD ("forbidden", test_forbidden);
  ADD ("reopening", test_reopening);
  ADD ("stale", test_stale);
  ADD ("withdraw", test_withdraw);
  ADD ("from-outside", test_from_outside);
  ADD ("sentences", test_sentences);
  return g_test_run ();
}
