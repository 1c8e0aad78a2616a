/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "book.h"

#include "service/papers/product-papers.h"
#include "service/council/recusals.h"
#include "service/scoring/closing.h"
#include "service/scoring/reopening.h"
#include "service/scoring/submission.h"
#include "service/scoring/taking-back.h"

/* Whose sheet may be put on paper, and when the council's table may be. */

static CsSheetSummary *
sheet_of (Book *book, const CsDossier *dossier, const char *member, int version, GError **error)
{
  return cs_product_papers_sheet (book->store, dossier,
                                  &(CsSheetWanted){ .member = member_id (book->store, member),
                                                    .version = version },
                                  error);
}

static CsSheetSummary *
good_sheet (Book *book, const CsDossier *dossier, const char *member, int version)
{
  g_autoptr (GError) error = NULL;
  CsSheetSummary *summary = sheet_of (book, dossier, member, version, &error);

  g_assert_no_error (error);
  return summary;
}

static void
refuse_sheet (Book *book, const CsDossier *dossier, const char *member, int version, CsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheet_of (book, dossier, member, version, &error));
  assert_error (error, code);
}

static CsSheetSummary *
blank_of (Book *book, const CsDossier *dossier, const char *member, GError **error)
{
  return cs_product_papers_sheet (book->store, dossier,
                                  &(CsSheetWanted){ .member = member_id (book->store, member),
                                                    .blank = TRUE },
                                  error);
}

static void
recuse (Book *book, const CsDossier *dossier, const char *member)
{
  g_autoptr (GError) error = NULL;

  cs_recusals_declare (book->store,
                       &(CsNewRecusal){ .member = member_id (book->store, member),
                                        .dossier = dossier,
                                        .reason = "Người nhà" },
                       &error);
  g_assert_no_error (error);
}

/* The hook for whatever guards a member's own sheet (recusal, leaving, a PIN): a paper refuses exactly what
 * cs_sheets_get() refuses, with its error, while the product is open. */
static void
test_as_sheets_get (Book *book, gconstpointer data)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  const char *const members[] = { "m1", "m2", "m3", "m4", "m5", "s", "m9" };

  for (guint i = 1; i <= 4; i++)
    book_score (book->store, book_code (1), members[i - 1], 0, i % 2 == 0);
  recuse (book, dossier, "m4");
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (GError) by_get = NULL, by_paper = NULL;
      g_autoptr (CsSheet) sheet =
          cs_sheets_get (book->store, dossier, member_id (book->store, members[i]), &by_get);
      g_autoptr (CsSheetSummary) summary = sheet_of (book, dossier, members[i], 0, &by_paper);

      if (sheet == NULL)
        {
          g_assert_null (summary);
          g_assert_error (by_paper, by_get->domain, by_get->code);
          g_assert_cmpstr (by_paper->message, ==, by_get->message);
        }
      else if (sheet->id == 0)
        {
          g_assert_null (summary);
          g_assert_error (by_paper, CS_ERROR, CS_ERROR_NOT_FOUND);
        }
      else
        {
          g_assert_no_error (by_paper);
          g_assert_cmpint (summary->standing, ==, sheet->submitted ? CS_SHEET_SUBMITTED : CS_SHEET_DRAFT);
          g_assert_cmpstr (summary->seal, ==, sheet->seal);
        }
    }
}

static void
refuse_table (Book *book, const CsDossier *dossier)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_product_papers_table (book->store, dossier, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
}

/* The table waits for the closing, and goes when the product is opened again, also for who holds the dossier
 * as it was. */
static void
test_table_when_closed (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) open = book_dossier (book->store, book_code (1)), closed = NULL;
  g_autoptr (CsProductSummary) summary = NULL;

  refuse_table (book, open);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (1), member, 100, TRUE);
    }
  refuse_table (book, open);
  cs_evaluation_close (book->store, open, NULL, &error);
  g_assert_no_error (error);
  summary = cs_product_papers_table (book->store, open, &error); /* held from before */
  g_assert_no_error (error);
  g_assert_cmpuint (summary->members->len, ==, 5);
  g_assert_cmpstr (summary->head.secretary, ==, "s");
  g_assert_cmpstr (summary->head.signer, ==, "m1");
  closed = book_dossier (book->store, book_code (1));
  cs_evaluation_reopen (book->store, closed, NULL, "Bổ sung", &error);
  g_assert_no_error (error);
  refuse_table (book, closed);
}

/* Before the closing a member's present sheet, after it every version of everybody's. */
static void
test_versions (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheetSummary) returned = NULL, counted = NULL, other = NULL;

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (1), member, 100, TRUE);
    }
  cs_sheets_return (book->store, dossier, member_id (book->store, "m2"), NULL, "Nhầm tiêu chí 1.4", &error);
  g_assert_no_error (error);
  cs_sheets_submit (book->store, dossier, member_id (book->store, "m2"), NULL, &error);
  g_assert_no_error (error);
  refuse_sheet (book, dossier, "m2", 1, CS_ERROR_FORBIDDEN);
  refuse_sheet (book, dossier, "m2", 2, CS_ERROR_FORBIDDEN);
  cs_evaluation_close (book->store, dossier, NULL, &error);
  g_assert_no_error (error);
  returned = good_sheet (book, dossier, "m2", 1);
  counted = good_sheet (book, dossier, "m2", 0);
  other = good_sheet (book, dossier, "m3", 1);
  g_assert_cmpint (returned->standing, ==, CS_SHEET_ENDED);
  g_assert_nonnull (strstr (returned->end_detail, "Nhầm tiêu chí 1.4"));
  g_assert_cmpint (counted->standing, ==, CS_SHEET_SUBMITTED);
  g_assert_cmpint (other->standing, ==, CS_SHEET_SUBMITTED);
  refuse_sheet (book, dossier, "m2", 3, CS_ERROR_NOT_FOUND);
  refuse_sheet (book, dossier, "m5", 0, CS_ERROR_NOT_FOUND); /* was absent */
  refuse_sheet (book, dossier, "m9", 0, CS_ERROR_NOT_FOUND);
  refuse_sheet (book, dossier, "s", 0, CS_ERROR_NOT_FOUND);
}

/* An empty form is for everybody who may score, or for nobody by name; it tells nothing of a sheet. */
static void
test_blank (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1)), nowhere = NULL;
  g_autofree char *code = book_add_product (book->store, "Chưa có đợt", 3, NULL);
  g_autoptr (CsSheetSummary) named = NULL, nameless = NULL, early = NULL;

  book_score (book->store, book_code (1), "m1", 0, TRUE);
  recuse (book, dossier, "m4");
  named = blank_of (book, dossier, "m1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (named->standing, ==, CS_SHEET_BLANK);
  g_assert_cmpstr (named->member, ==, "m1");
  g_assert_null (named->seal);
  g_assert_false (named->has_total);
  for (guint i = 0; i < named->lines->len; i++)
    g_assert_false (((CsSheetLine *) g_ptr_array_index (named->lines, i))->has_points);
  nameless = blank_of (book, dossier, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (nameless->member);
  nowhere = book_dossier (book->store, code);
  early = blank_of (book, nowhere, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (early->form_no, ==, 3);
  g_assert_null (blank_of (book, dossier, "m4", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_null (blank_of (book, dossier, "s", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_null (blank_of (book, dossier, "m9", &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
}

/* Printing reads only: the log stays as it is. */
static void
test_log_untouched (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheetSummary) sheet = NULL;
  g_autoptr (CsProductSummary) table = NULL;
  g_autofree char *before = NULL, *after = NULL;

  book_close_product (book->store, book_code (1), 5, 0);
  before = cs_store_log_head (book->store, &error);
  sheet = good_sheet (book, dossier, "m1", 0);
  table = cs_product_papers_table (book->store, dossier, &error);
  g_assert_no_error (error);
  after = cs_store_log_head (book->store, &error);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (sheet->head.log_head, ==, before);
  g_assert_cmpstr (table->head.log_head, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, run) g_test_add ("/product-papers/" name, Book, NULL, book_set_up, run, book_tear_down)
  ADD ("as-sheets-get", test_as_sheets_get);
  ADD ("table-when-closed", test_table_when_closed);
  ADD ("versions", test_versions);
  ADD ("blank", test_blank);
  ADD ("log-untouched", test_log_untouched);
  return g_test_run ();
}
