/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

#include "db/handle-private.h"
#include "service/book/store-private.h"

/* What a list costs is counted, not timed: the queries for a product do not grow with its sheets, and what
 * all products share (councils, law) is not asked for again with each. */

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/queries/sheets-do-not-count", Book, NULL, book_set_up, test_sheets_do_not_count,
              book_tear_down);
  g_test_add ("/queries/list", Book, NULL, book_set_up, test_list, book_tear_down);
  return g_test_run ();
}
