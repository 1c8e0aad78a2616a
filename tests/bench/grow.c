/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample.h"
#include "service/scoring/answer-import.h"
#include "service/scoring/bulk.h"
#include "timing.h"

/* grow BOOK N: in a new book, N answers of a list and the closing of N products: how long each takes must not
 * depend on how many there are. */

#define MEMBERS 3

static GPtrArray *
add_products (CsStore *store, CsBulk *bulk, guint n)
{
  GPtrArray *dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_dossier_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *product = g_strdup_printf ("Sản phẩm %u", i);
      g_autofree char *producer = g_strdup_printf ("Hợp tác xã %u", i / 3);
      CsNewDossier wanted = { .product = product,
                              .producer = producer,
                              .producer_kind = "cooperative",
                              .unit = "29236",
                              .form = 1,
                              .kind = "first",
                              .round = "district-1" };

      g_ptr_array_add (dossiers, cs_bulk_add_dossier (bulk, &wanted, &error));
      g_assert_no_error (error);
    }
  return dossiers;
}

static void
add_sheets (CsStore *store, CsBulk *bulk, const GPtrArray *dossiers)
{
  const CsForm *form = cs_regulation_form (cs_store_get_current_regulation (store), 1);
  g_autofree int *choices = g_new (int, cs_form_n_questions (form));

  for (guint q = 0; q < cs_form_n_questions (form); q++)
    choices[q] = 1;
  for (guint i = 0; i < dossiers->len; i++)
    for (guint m = 1; m <= MEMBERS; m++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *member = g_strdup_printf ("m%u", m);

        cs_bulk_add_sheet (bulk, g_ptr_array_index (dossiers, i), member, 1, choices, TRUE, &error);
        g_assert_no_error (error);
      }
}

static void
import_answers (CsStore *store, const GPtrArray *dossiers)
{
  const CsForm *form = cs_regulation_form (cs_store_get_current_regulation (store), 1);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (CsAnswerRow));
  g_autofree guint *lines = g_new (guint, dossiers->len);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Timing timing = { 0 };

  for (guint i = 0; i < dossiers->len; i++)
    {
      const CsDossier *dossier = g_ptr_array_index (dossiers, i);
      CsAnswerRow row = { .product = dossier->code,
                          .member = "m1",
                          .criterion = cs_form_question (form, 0)->no,
                          .option = 1,
                          .points = -1 };

      g_array_append_val (rows, row);
      lines[i] = i + 2;
    }
  timing_start (&timing);
  cs_answers_import (store, rows, lines, "answers.csv", problems, &error);
  timing_stop (&timing);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  timing_print (&timing, "import");
}

static CsBulk *
begin (CsStore *store)
{
  g_autoptr (GError) error = NULL;
  CsBulk *bulk = cs_bulk_begin (store, "sample", NULL, &error);

  g_assert_no_error (error);
  return bulk;
}

static void
commit (CsBulk *bulk)
{
  g_autoptr (GError) error = NULL;

  cs_bulk_commit (bulk, "sample", &error);
  g_assert_no_error (error);
}

static void
close_products (CsStore *store, guint n)
{
  CsBulk *bulk = begin (store);
  g_autoptr (GPtrArray) dossiers = add_products (store, bulk, n);
  Timing timing = { 0 };

  add_sheets (store, bulk, dossiers);
  commit (bulk);
  bulk = begin (store);
  timing_start (&timing);
  for (guint i = 0; i < dossiers->len; i++)
    {
      g_autoptr (GError) error = NULL;

      cs_bulk_close (bulk, g_ptr_array_index (dossiers, i), NULL, &error);
      g_assert_no_error (error);
    }
  commit (bulk);
  timing_stop (&timing);
  timing_print (&timing, "close");
}

int
main (int argc, char **argv)
{
  CsSampleOptions options = { .products = 1, .members = MEMBERS, .seed = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = NULL;
  g_autoptr (GPtrArray) dossiers = NULL;
  CsBulk *bulk;
  guint n;

  g_assert_cmpint (argc, ==, 3);
  n = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  store = cs_sample_create (argv[1], &options, NULL, NULL, &error);
  g_assert_no_error (error);
  bulk = begin (store);
  dossiers = add_products (store, bulk, n);
  commit (bulk);
  import_answers (store, dossiers);
  close_products (store, n);
  return 0;
}
