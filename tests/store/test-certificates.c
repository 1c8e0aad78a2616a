/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "register.h"

#include "base/date.h"
#include "exchange/library.h"
#include "model/register.h"
#include "service/book/store-create.h"
#include "service/dossiers/rehearsal.h"
#include "service/results/overview.h"
#include "service/results/register.h"

/* Certificates: until when they are good, what is due, and how they are found. */

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
  register_recognise (book, book_code (1), NULL);
  assert_states (book, NULL, "valid");
  assert_states (book, in_window, "window");
  assert_states (book, ended, "expired");
  register_withdraw (book, book_code (1));
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
  g_autofree char *today = cs_date_today ();
  CsNewRecognition same = { .decision = "12/QĐ-UBND", .decided_on = today, .certificate = "01" };
  CsNewRecognition other = { .decision = "13/QĐ-UBND", .decided_on = today, .certificate = "01" };
  const char *field = NULL;
  g_autoptr (CsRecognition) found = NULL;
  g_autoptr (GError) error = NULL;

  book_close_with_stars (book->store, book_code (1), 3);
  book_close_with_stars (book->store, book_code (2), 3);
  register_recognise (book, book_code (1), "01");
  /* in one decision no two certificates have one number; another decision may begin anew */
  g_assert_false (register_add (book, book_code (2), &same, &field, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_cmpstr (field, ==, "certificate");
  g_assert_true (register_add (book, book_code (2), &other, NULL, &error));
  g_assert_no_error (error);
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
  ADD ("clocks", test_clocks);
  ADD ("no-filing", test_no_filing);
  ADD ("extension", test_extension);
  ADD ("own-clock", test_own_clock);
  ADD ("expiring", test_expiring);
  ADD ("find", test_find);
  return g_test_run ();
}
