/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "book.h"
#include "exchange/export.h"
#include "service/dossiers/dossier-list.h"
#include "service/dossiers/rehearsal.h"
#include "service/papers/unit-paper.h"
#include "service/results/agreements.h"
#include "service/results/overview.h"
#include "service/results/register.h"
#include "service/results/search.h"
#include "service/scoring/taking-back.h"

#include <string.h>

/* A rehearsal is scored and closed like everything else and appears in no list, statistic, export or paper.
 */

#define NAME "Sản phẩm tập chấm"

static void
rehearse (Book *book, const char *code)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, code);
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_dossiers_set_rehearsal (book->store, dossier, TRUE, &error));
  g_assert_no_error (error);
}

/* The third product is a rehearsal, closed with 3 stars; the first is real and closed with 3 stars too. */
static void
fill (Book *book)
{
  g_autoptr (CsDossier) third = book_dossier (book->store, book_code (3));
  g_autoptr (GError) error = NULL;

  g_free (third->product);
  third->product = g_strdup (NAME);
  g_assert_true (cs_dossiers_update (book->store, third, &error));
  rehearse (book, book_code (3));
  book_close_with_stars (book->store, book_code (3), 3);
  book_close_with_stars (book->store, book_code (1), 3);
}

static void
test_mark (Book *book, gconstpointer data)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1)), marked = NULL, scored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL;

  g_assert_false (cs_dossiers_set_rehearsal (book->store, dossier, FALSE, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  rehearse (book, book_code (1));
  g_assert_false (cs_dossiers_set_rehearsal (book->store, dossier, TRUE, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  marked = book_dossier (book->store, book_code (1));
  g_assert_true (marked->rehearsal);
  g_assert_true (cs_dossiers_set_rehearsal (book->store, marked, FALSE, &error));
  rehearse (book, book_code (1));
  /* a draft is enough */
  book_score (book->store, book_code (1), "m1", 0, FALSE);
  g_assert_false (cs_dossiers_may_rehearse (book->store, marked, &error));
  assert_error (error, CS_ERROR_FROZEN);
  g_assert_false (cs_dossiers_set_rehearsal (book->store, marked, FALSE, &error));
  assert_error (error, CS_ERROR_FROZEN);
  book_score (book->store, book_code (2), "m1", 0, TRUE);
  scored = book_dossier (book->store, book_code (2));
  g_assert_false (cs_dossiers_set_rehearsal (book->store, scored, TRUE, &error));
  assert_error (error, CS_ERROR_FROZEN);
  book_close (book);
  lines =
      sql_rows (book->path, "SELECT object, before, after FROM audit WHERE verb = 'rehearse' ORDER BY seq");
  g_assert_cmpstr (lines, ==,
                   "84-842-29236-1-2024|off|on\n"
                   "84-842-29236-1-2024|on|off\n"
                   "84-842-29236-1-2024|off|on\n");
  /* whichever program writes */
  g_assert_cmpint (sql_try (book->path,
                            "UPDATE dossier SET rehearsal = 0 WHERE code = '84-842-29236-1-2024'"),
                   !=, 0);
  g_assert_cmpint (sql_try (book->path,
                            "UPDATE dossier SET rehearsal = 1 WHERE code = '84-842-29236-2-2024'"),
                   !=, 0);
  sql_run (book->path, "UPDATE dossier SET rehearsal = 1 WHERE code = '84-842-29236-3-2024'");
  book_open (book);
}

/* Its sheets cannot come to a real product, nor the other way round. */
static void
test_move (Book *book, gconstpointer data)
{
  g_autoptr (CsDossier) real = NULL, played = NULL;
  g_autoptr (GError) error = NULL;

  rehearse (book, book_code (3));
  book_score (book->store, book_code (1), "m1", 0, TRUE);
  book_score (book->store, book_code (3), "m2", 0, TRUE);
  real = book_dossier (book->store, book_code (1));
  played = book_dossier (book->store, book_code (3));
  g_assert_false (cs_sheets_move (book->store, real, played, member_id (book->store, "m1"), "nhầm", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (cs_sheets_move (book->store, played, real, member_id (book->store, "m2"), "nhầm", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
}

static guint
count (Book *book, gboolean with, gboolean only)
{
  CsDossierFilter filter = { .with_rehearsals = with, .only_rehearsals = only };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = cs_dossiers_list (book->store, &filter, &error);
  CsStateCounts counts;

  g_assert_true (cs_dossiers_count (book->store, &filter, &counts, &error));
  g_assert_cmpuint (counts.of[CS_DOSSIER_ANY], ==, keys->len);
  return keys->len;
}

static void
test_found (Book *book, gconstpointer data)
{
  g_autoptr (GPtrArray) one = NULL, all = NULL;
  g_autoptr (CsSearch) search = NULL;
  g_autoptr (GError) error = NULL;
  const CsResult *result;

  fill (book);
  one = cs_results_list (book->store, NULL, book_code (3), NULL, &error);
  g_assert_cmpuint (one->len, ==, 1);
  result = g_ptr_array_index (one, 0);
  g_assert_true (result->dossier->rehearsal);
  g_assert_nonnull (result->verdict);
  g_assert_cmpint (result->verdict->stars, ==, 3);
  all = cs_results_list (book->store, NULL, NULL, NULL, &error);
  g_assert_cmpuint (all->len, ==, 2);
  search = cs_search_new (book->store, "tap cham", 0, &error);
  g_assert_cmpuint (search->dossiers->len, ==, 1);
  g_assert_true (((CsDossier *) g_ptr_array_index (search->dossiers, 0))->rehearsal);
  g_assert_cmpuint (count (book, FALSE, FALSE), ==, 2);
  g_assert_cmpuint (count (book, TRUE, FALSE), ==, 3);
  g_assert_cmpuint (count (book, FALSE, TRUE), ==, 1);
  g_assert_cmpuint (count (book, TRUE, TRUE), ==, 1);
}

static void
test_statistics (Book *book, gconstpointer data)
{
  const CsOverview *overview;
  g_autoptr (CsUnitSummary) summary = NULL;
  g_autoptr (GPtrArray) real = NULL, played = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *results = NULL, *progress = NULL, *dossiers = NULL, *found = NULL;

  fill (book);
  overview = cs_results_overview (book->store, 0, NULL, &error);
  g_assert_cmpint (overview->totals.registered, ==, 2);
  g_assert_cmpint (overview->totals.scored, ==, 1);
  g_assert_cmpint (overview->totals.waiting, ==, 1);
  summary = cs_unit_paper_summary (book->store, NULL, NULL, &error);
  g_assert_cmpuint (summary->rows->len, ==, 2);
  for (guint i = 0; i < summary->rows->len; i++)
    g_assert_cmpstr (((CsUnitSummaryRow *) g_ptr_array_index (summary->rows, i))->code, !=, book_code (3));
  real = cs_agreements_list (book->store, NULL, FALSE, &error);
  played = cs_agreements_list (book->store, NULL, TRUE, &error);
  g_assert_cmpuint (real->len, ==, 1);
  g_assert_cmpuint (played->len, ==, 1);
  g_assert_cmpuint (((CsAgreementGroup *) g_ptr_array_index (real, 0))->products, ==, 1);
  g_assert_cmpuint (((CsAgreementGroup *) g_ptr_array_index (played, 0))->products, ==, 1);
  found = book_examine (book->store);
  g_assert_cmpstr (found, ==, "");
  book_close (book);
  results = sql_rows (book->path, "SELECT code FROM product_results ORDER BY code");
  g_assert_cmpstr (results, ==, "84-842-29236-1-2024\n84-842-29236-2-2024\n");
  dossiers = sql_rows (book->path, "SELECT count (*) FROM dossier_progress");
  g_assert_cmpstr (dossiers, ==, "2\n");
  progress =
      sql_rows (book->path, "SELECT registered, scored, waiting FROM unit_progress WHERE unit = '29236'");
  g_assert_cmpstr (progress, ==, "2|1|1\n");
  book_open (book);
}

static void
test_export (Book *book, gconstpointer data)
{
  g_autofree char *path = book_file (book, "out.xml"), *text = NULL;
  g_autoptr (GError) error = NULL;

  fill (book);
  g_assert_true (cs_export_xml (book->store, path, NULL, NULL, NULL, NULL, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_nonnull (strstr (text, book_code (1)));
  g_assert_null (strstr (text, book_code (3)));
  g_assert_null (strstr (text, NAME));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/rehearsal/" name, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("mark", test_mark);
  ADD ("move", test_move);
  ADD ("found", test_found);
  ADD ("statistics", test_statistics);
  ADD ("export", test_export);
  return g_test_run ();
}
