/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act.h"
#include "book.h"

#include "db/handle-private.h"
#include "service/book/store-private.h"
#include "service/results/overview.h"
#include "service/scoring/closing.h"

#include <string.h>

/* What a list costs is counted, not timed: the queries for a product do not grow with its sheets, and what
 * all products share (councils, law) is not asked for again with each. */

#define N_ACTS      300
#define QUERIES_MAX 6 /* a listed product */

static guint
count_queries (Book *book, const char *code)
{
  g_autoptr (GPtrArray) trace = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = NULL;

  book->store->db->trace = trace;
  results = cs_results_list (book->store, "district-1", code, NULL, &error);
  book->store->db->trace = NULL;
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, code != NULL ? 1 : 3);
  for (guint i = 0; i < trace->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (trace, i));
  return trace->len;
}

static void
score (Book *book, guint product, guint n_members)
{
  for (guint i = 1; i <= n_members; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (product), member, 0, TRUE);
    }
}

static void
test_sheets_do_not_count (Book *book, gconstpointer data)
{
  guint one, five;

  score (book, 1, 1);
  score (book, 2, 5);
  count_queries (book, book_code (3)); /* what is asked once */
  one = count_queries (book, book_code (1));
  five = count_queries (book, book_code (2));
  /* only who is recused is kept between questions */
  g_assert_cmpuint (five, ==, one);
}

static void
test_list (Book *book, gconstpointer data)
{
  guint all;

  for (guint i = 1; i <= 3; i++)
    score (book, i, 5);
  count_queries (book, NULL);
  all = count_queries (book, NULL);
  g_assert_cmpuint (all, <=, 1 + 3 * QUERIES_MAX);
}

/* --- the overview --- */

static guint
ask_overview (Book *book)
{
  g_autoptr (GPtrArray) trace = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  book->store->db->trace = trace;
  cs_results_overview (book->store, 0, NULL, &error);
  book->store->db->trace = NULL;
  g_assert_no_error (error);
  for (guint i = 0; i < trace->len; i++)
    if (strstr (g_ptr_array_index (trace, i), "FROM dossier d LEFT JOIN evaluation") != NULL
        && strstr (g_ptr_array_index (trace, i), "d.id =") == NULL)
      g_error ("all dossiers are read");
  return trace->len;
}

/* After one product nothing is asked about the others; when nothing changed, nothing is asked at all. */
static void
test_overview_mends (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (2));

  score (book, 2, 5);
  g_assert_cmpint (cs_results_overview (book->store, 0, NULL, &error)->totals.scored, ==, 0);
  g_assert_true (
      cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = "Đã thảo luận" }, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ask_overview (book), <=, 4);
  g_assert_cmpuint (ask_overview (book), ==, 0);
  g_assert_cmpint (cs_results_overview (book->store, 0, NULL, NULL)->totals.scored, ==, 1);
}

static char *
overview_text (CsStore *store, const char *round)
{
  g_autoptr (GError) error = NULL;
  const CsOverview *overview = cs_results_overview (store, 0, round, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < overview->rows->len; i++)
    {
      const CsOverviewRow *row = g_ptr_array_index (overview->rows, i);

      g_string_append_printf (text, "%s %d %d %d/%d/%d %d\n", row->unit, row->registered, row->scored,
                              row->recognised[3], row->recognised[4], row->recognised[5], row->forwarded);
    }
  return g_string_free (text, FALSE);
}

/* Whatever is done, the overview that was mended is the one that is made anew. */
static void
test_overview_mended (Book *book, gconstpointer data)
{
  guint n_different = 0;
  g_autofree char *last = overview_text (book->store, NULL);

  for (guint i = 0; i < N_ACTS; i++)
    {
      const char *round = i % 3 == 0 ? "district-1" : NULL;
      g_autofree char *mended = NULL, *anew = NULL;

      if (i == N_ACTS / 2)
        g_free (book_add_product (book->store, "Thêm", 1, "district-1"));
      else
        act_by_chance (book->store);
      mended = overview_text (book->store, round);
      _cs_store_drop (book->store, "overviews");
      _cs_store_drop (book->store, "overview-facts");
      anew = overview_text (book->store, round);
      g_assert_cmpstr (mended, ==, anew);
      if (round == NULL && !g_str_equal (last, anew))
        {
          n_different++;
          g_free (last);
          last = g_strdup (anew);
        }
    }
  g_assert_cmpuint (n_different, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/queries/sheets-do-not-count", Book, NULL, book_set_up, test_sheets_do_not_count,
              book_tear_down);
  g_test_add ("/queries/list", Book, NULL, book_set_up, test_list, book_tear_down);
  g_test_add ("/queries/overview/mends", Book, NULL, book_set_up, test_overview_mends, book_tear_down);
  g_test_add ("/queries/overview/mended", Book, NULL, book_set_up, test_overview_mended, book_tear_down);
  return g_test_run ();
}
