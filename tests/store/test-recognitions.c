/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "base/text.h"
#include "book.h"
#include "exchange/library.h"
#include "model/register.h"
#include "service/book/store-create.h"
#include "service/dossiers/rehearsal.h"
#include "service/results/overview.h"
#include "service/results/register.h"
#include "service/scoring/closing.h"
#include "service/scoring/grounds.h"
#include "service/scoring/reopening.h"
#include "summary/words/verdict-text.h"

/* What a decision recognises, what it is refused for, what is withdrawn, and how the time of certificates
 * runs. */

static CsResult *
result_of (Book *book, const char *code)
{
  g_autoptr (GError) error = NULL;
  CsResult *result = cs_results_of (book->store, book_dossier (book->store, code), &error);

  g_assert_no_error (error);
  return result;
}

static gboolean
add (Book *book, const char *code, const CsNewRecognition *wanted, const char **field, GError **error)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, code);

  return cs_recognitions_add (book->store, dossier, wanted, field, error);
}

/* Recognised today; what is @code is closed with 3 stars. */
static void
recognise (Book *book, const char *code, const char *certificate)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = cs_date_today ();
  CsNewRecognition wanted = { .decision = " 12/QĐ-UBND ", .decided_on = today, .certificate = certificate };

  g_assert_true (add (book, code, &wanted, NULL, &error));
  g_assert_no_error (error);
}

static CsRecognition *
recognition_of (Book *book, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, code);
  CsRecognition *recognition = NULL;

  g_assert_true (cs_recognitions_of (book->store, dossier, &recognition, &error));
  g_assert_no_error (error);
  return recognition;
}

static void
withdraw (Book *book, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = cs_date_today ();
  g_autoptr (CsRecognition) recognition = recognition_of (book, code);

  g_assert_true (cs_recognitions_withdraw (book->store, recognition, today, " Giả mạo ", NULL, &error));
  g_assert_no_error (error);
}

static int
recognised (Book *book)
{
  g_autoptr (GError) error = NULL;

  return cs_overview_row_recognised (&cs_results_overview (book->store, 0, NULL, &error)->totals);
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
  none = recognition_of (book, book_code (1));
  g_assert_null (none);
  g_assert_cmpint (recognised (book), ==, 1);
  recognise (book, book_code (1), "01/GCN");
  recognition = recognition_of (book, book_code (1));
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
  g_assert_true (add (book, book_code (1), &wanted, NULL, &error));
  recognition = recognition_of (book, book_code (1));
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

      g_assert_false (add (book, book_code (1), &cases[i].wanted, &field, &error));
      assert_error (error, CS_ERROR_INVALID);
      g_assert_cmpstr (field, ==, cases[i].field);
    }
  book_close (book);
  after = sql_dump (book->path);
  g_assert_cmpstr (after, ==, before);
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
  g_assert_false (add (book, code, &wanted, NULL, &error));
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
  recognise (book, book_code (1), NULL);
  assert_forbidden (book, book_code (1), CS_ERROR_CONFLICT);
  recognised_dossier = book_dossier (book->store, book_code (1));
  g_assert_false (cs_evaluation_reopen (book->store, recognised_dossier, NULL, "sai", &error));
  assert_error (error, CS_ERROR_FROZEN);
  withdraw (book, book_code (1));
  withdrawn = book_dossier (book->store, book_code (1));
  g_assert_null (withdrawn->recognised_on);
  g_assert_nonnull (withdrawn->withdrawn_on);
  assert_status (book, book_code (1), CS_RESULT_CLOSED);
  g_assert_cmpint (recognised (book), ==, 0);
  book_close (book);
  /* as if both had been long ago */
  sql_run (book->path, "UPDATE recognition SET decided_on = '2020-01-01', withdrawn_on = '2020-02-01'");
  book_open (book);
  g_assert_true (cs_evaluation_reopen (book->store, withdrawn, NULL, "sai", &error));
  assert_status (book, book_code (1), CS_RESULT_SCORING);
  g_assert_cmpint (recognised (book), ==, 0);
  again = book_dossier (book->store, book_code (1));
  g_assert_true (cs_evaluation_close (book->store, again, NULL, &error));
  /* a new verdict, of which nothing is withdrawn */
  g_assert_cmpint (recognised (book), ==, 1);
  recognise (book, book_code (1), NULL);
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
  recognise (book, book_code (1), NULL);
  g_assert_false (cs_recognitions_add (book->store, held, &wanted, NULL, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  recognition = recognition_of (book, book_code (1));
  withdraw (book, book_code (1));
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
  recognise (book, book_code (1), "01/GCN");
  recognition = recognition_of (book, book_code (1));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *field = NULL;

      g_assert_false (
          cs_recognitions_withdraw (book->store, recognition, cases[i].on, cases[i].ground, &field, &error));
      assert_error (error, CS_ERROR_INVALID);
      g_assert_cmpstr (field, ==, cases[i].field);
    }
  withdraw (book, book_code (1));
  after = recognition_of (book, book_code (1));
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
                  "This level does not decide on 4 stars. The dossier goes up to the next level, and the "
                  "producer is told.");
  assert_follows (book, rehearsal, "A rehearsal: nothing follows from it, and it counts nowhere.");
  recognise (book, book_code (1), NULL);
  recognised_text =
      g_strdup_printf ("3 stars were recognised by the decision of %s. The producer is told the result.",
                       shown);
  assert_follows (book, book_code (1), recognised_text);
  withdraw (book, book_code (1));
  withdrawn_text = g_strdup_printf ("3 stars were recognised, and the recognition was withdrawn on %s. The "
                                    "producer is told the result.",
                                    shown);
  assert_follows (book, book_code (1), withdrawn_text);
}

/* --- certificates --- */

static void
add_past (Book *book, const char *product, int stars, const char *on, const char *until)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  g_autoptr (GError) error = NULL;
  CsRecognition *recognition = cs_recognition_new ();

  recognition->uuid = g_uuid_string_random ();
  recognition->product = g_strdup (product);
  recognition->producer = g_strdup ("Hợp tác xã  MẪU");
  recognition->unit = g_strdup ("29236");
  recognition->stars = stars;
  recognition->decision = g_strdup_printf ("%s/%s", product, on);
  recognition->decided_on = g_strdup (on);
  recognition->score = g_strdup ("");
  recognition->valid_until = g_strdup (until);
  g_ptr_array_add (list, recognition);
  g_assert_true (cs_register_add (book->store, list, &error));
  g_assert_no_error (error);
}

/* A dossier of this kind, registered on that day. Returns: its code. */
static char *
add_filing (Book *book, const char *product, const char *kind, const char *on)
{
  CsNewDossier wanted = { .product = product,
                          .producer = "Hợp tác xã Mẫu",
                          .producer_kind = "cooperative",
                          .unit = "29236",
                          .form = 1,
                          .kind = kind,
                          .round = "district-2" };
  g_autoptr (GError) error = NULL;
  char *code = cs_dossiers_add (book->store, &wanted, &error);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, code);

  g_free (dossier->registered_on);
  dossier->registered_on = g_strdup (on);
  cs_dossiers_update (book->store, dossier, &error);
  g_assert_no_error (error);
  return code;
}

/* "late valid": the states of all certificates in their order. */
static char *
states (Book *book, const char *today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) certificates = cs_recognitions_clocks (book->store, today, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < certificates->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            cs_certificate_state_to_text (g_ptr_array_index (certificates, i)));
  return g_string_free (text, FALSE);
}

static void
assert_states (Book *book, const char *today, const char *wanted)
{
  g_autofree char *seen = states (book, today);

  g_assert_cmpstr (seen, ==, wanted);
}

static void
test_clocks (Book *book, gconstpointer data)
{
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) certificates = NULL;
  const CsCertificate *certificate;

  add_past (book, "Kẹo dừa", 3, "2021-06-01", NULL); /* valid until 2024-06-01 */
  add_past (book, "Không giấy", 2, "2021-06-01", NULL);
  assert_states (book, "2023-12-03", "valid");
  assert_states (book, "2023-12-04", "window");
  assert_states (book, "2024-02-02", "window");
  assert_states (book, "2024-02-03", "late");
  assert_states (book, "2024-06-02", "expired");
  g_free (add_filing (book, "Kẹo dừa", "first", "2024-01-05")); /* a new product is no renewal */
  g_free (add_filing (book, "Kẹo dừa khác", "renewal", "2024-01-05"));
  assert_states (book, "2024-03-01", "late");
  code = add_filing (book, "KẸO  DUA", "renewal", "2024-01-10");
  assert_states (book, "2024-01-09", "window");
  assert_states (book, "2024-03-01", "filed");
  assert_states (book, "2024-06-02", "expired"); /* 148/QĐ-TTg knows no extension */
  certificates = cs_recognitions_clocks (book->store, "2024-03-01", &error);
  certificate = g_ptr_array_index (certificates, 0);
  g_assert_cmpstr (certificate->filed_on, ==, "2024-01-10");
  g_assert_cmpstr (certificate->filed_as, ==, code);
  add_past (book, "kẹo dừa", 4, "2024-04", NULL); /* of which only the month is known */
  assert_states (book, "2024-03-31", "filed unknown");
  assert_states (book, "2024-04-01", "unknown renewed");
  add_past (book, "Mắm", 3, "2022", NULL);
  add_past (book, "Mắm", 3, "2022-08-22", NULL); /* the same decision, perhaps: neither is later */
  assert_states (book, "2024-04-01", "valid unknown unknown renewed");
}

/* What is no filing: a rehearsal, a deleted dossier, one that the council found unworthy. */
static void
test_no_filing (Book *book, gconstpointer data)
{
  g_autofree char *rehearsal = NULL, *deleted = NULL, *failed = NULL, *upgrade = NULL;
  g_autoptr (CsDossier) played = NULL, gone = NULL;
  g_autoptr (GError) error = NULL;

  add_past (book, "Kẹo dừa", 3, "2021-06-01", NULL);
  rehearsal = add_filing (book, "Kẹo dừa", "renewal", "2024-01-10");
  played = book_dossier (book->store, rehearsal);
  g_assert_true (cs_dossiers_set_rehearsal (book->store, played, TRUE, &error));
  deleted = add_filing (book, "Kẹo dừa", "renewal", "2024-01-11");
  gone = book_dossier (book->store, deleted);
  g_assert_true (cs_dossiers_delete (book->store, gone->id, &error));
  assert_states (book, "2024-03-01", "late");
  failed = add_filing (book, "Kẹo dừa", "renewal", "2024-01-12");
  assert_states (book, "2024-03-01", "filed");
  book_close_with_stars (book->store, failed, 0);
  assert_states (book, "2024-03-01", "late");
  upgrade = add_filing (book, "Kẹo dừa", "upgrade", "2024-01-13");
  book_close_with_stars (book->store, upgrade, 4); /* not decided here, but on its way */
  assert_states (book, "2024-03-01", "filed");
}

/* A late filer's extension by 26/2026, and each certificate by the law of its own dossier. */
static void
test_extension (Book *book, gconstpointer data)
{
  g_autoptr (CsRegulation) regulation = NULL;
  g_autoptr (CsUnitSet) units = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = book_file (book, "new.chamsao"), *code = NULL;
  CsNewDossier filing = { .product = "Kẹo dừa",
                          .producer = "Hợp tác xã Mẫu",
                          .producer_kind = "cooperative",
                          .unit = "29236",
                          .form = 1,
                          .kind = "renewal" };
  CsNewBook wanted = { .unit = "84", .year = 2027 };
  g_autoptr (CsDossier) dossier = NULL;

  regulation = cs_library_regulation ("qd-26-2026", &error);
  units = cs_library_units ("tra-vinh-2023", &error);
  wanted.regulation = regulation;
  wanted.units = units;
  g_clear_object (&book->store);
  book->store = cs_store_create (path, &wanted, &error);
  g_assert_no_error (error);
  add_past (book, "Kẹo dừa", 3, "2024-06-01", NULL); /* valid until 2027-06-01 */
  code = cs_dossiers_add (book->store, &filing, &error);
  dossier = book_dossier (book->store, code);
  g_free (dossier->registered_on);
  dossier->registered_on = g_strdup ("2027-05-20");
  g_assert_true (cs_dossiers_update (book->store, dossier, &error));
  assert_states (book, "2027-05-19", "late");
  assert_states (book, "2027-05-20", "filed");
  assert_states (book, "2027-06-02", "extended");
  assert_states (book, "2027-11-28", "extended");
  assert_states (book, "2027-11-29", "expired");
}

static void
test_own_clock (Book *book, gconstpointer data)
{
  g_autofree char *today = cs_date_today (), *in_window = cs_date_add_months (today, 31),
                  *ended = cs_date_add_months (today, 37);

  book_close_with_stars (book->store, book_code (1), 3);
  recognise (book, book_code (1), NULL);
  assert_states (book, NULL, "valid");
  assert_states (book, in_window, "window");
  assert_states (book, ended, "expired");
  withdraw (book, book_code (1));
  assert_states (book, NULL, "withdrawn");
}

/* In the overview a certificate that ends is one that needs work. */
static void
test_expiring (Book *book, gconstpointer data)
{
  g_autofree char *today = cs_date_today (), *soon = cs_date_add_days (today, 100),
                  *over = cs_date_add_days (today, -1), *far = cs_date_add_days (today, 700);
  g_autoptr (GError) error = NULL;

  add_past (book, "Một", 3, "2020", soon);
  add_past (book, "Hai", 3, "2020", over);
  add_past (book, "Ba", 3, "2020", far);
  g_assert_cmpint (cs_results_overview (book->store, 0, NULL, &error)->totals.expiring, ==, 1);
  g_free (add_filing (book, "Một", "renewal", today));
  g_assert_cmpint (cs_results_overview (book->store, 0, NULL, &error)->totals.expiring, ==, 1);
  add_past (book, "Một", 4, today, far);
  g_assert_cmpint (cs_results_overview (book->store, 0, NULL, &error)->totals.expiring, ==, 0);
}

static void
test_find (Book *book, gconstpointer data)
{
  g_autoptr (CsRecognition) found = NULL;
  g_autoptr (GError) error = NULL;

  book_close_with_stars (book->store, book_code (1), 3);
  book_close_with_stars (book->store, book_code (2), 3);
  recognise (book, book_code (1), "01");
  recognise (book, book_code (2), "01");
  g_assert_null (cs_recognitions_find (book->store, NULL, NULL, "01", &error));
  assert_error (error, CS_ERROR_CONFLICT);
  found = cs_recognitions_find (book->store, book_code (2), "district-1", "01", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->product, ==, "Sản phẩm 2");
  g_assert_null (cs_recognitions_find (book->store, book_code (2), "district-2", NULL, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/recognitions/" name, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("add", test_add);
  ADD ("given-end", test_given_end);
  ADD ("refused", test_refused);
  ADD ("forbidden", test_forbidden);
  ADD ("reopening", test_reopening);
  ADD ("stale", test_stale);
  ADD ("withdraw", test_withdraw);
  ADD ("from-outside", test_from_outside);
  ADD ("sentences", test_sentences);
  ADD ("clocks", test_clocks);
  ADD ("no-filing", test_no_filing);
  ADD ("extension", test_extension);
  ADD ("own-clock", test_own_clock);
  ADD ("expiring", test_expiring);
  ADD ("find", test_find);
  return g_test_run ();
}
