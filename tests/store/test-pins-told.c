/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "result-for.h"
#include "book.h"
#include "service/book/snapshot.h"
#include "pins.h"

#include "base/date.h"
#include "exchange/export.h"
#include "service/council/councils.h"
#include "service/council/recusals.h"
#include "service/papers/unit-paper.h"
#include "service/pins/pin-try.h"
#include "service/pins/pins.h"
#include "service/results/agreements.h"
#include "service/results/overview.h"
#include "service/results/register.h"
#include "service/scoring/answer-import.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/submission.h"
#include "service/scoring/taking-back.h"

/* Members who open their sheets with a PIN: what is told to whom, and what who sits may do. */

/* While A sits, B's sheets can be neither read nor written, and nobody's when nobody sits. */
static void
test_sheets (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) mine = NULL, other = NULL;

  pins_set_pin (book, "m3", "3333");
  pins_set_pin (book, "m4", "4444");
  pins_unlock (book, "m4", "4444");
  other = cs_sheets_get (book->store, dossier, member_id (book->store, "m4"), &error);
  g_assert_no_error (error);
  g_assert_true (cs_sheets_choose (book->store, dossier, other, 0, 1, &error));
  pins_unlock (book, "m3", "3333");
  mine = cs_sheets_get (book->store, dossier, member_id (book->store, "m3"), &error);
  g_assert_no_error (error);
  g_assert_true (cs_sheets_choose (book->store, dossier, mine, 0, 1, &error));
  g_assert_true (cs_sheets_note (book->store, dossier, mine, 0, "xem lại", &error));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CsSheet) read = cs_sheets_get (book->store, dossier, member_id (book->store, "m4"), &error);

      g_assert_null (read);
      assert_error (error, CS_ERROR_FORBIDDEN);
      g_assert_false (cs_sheets_choose (book->store, dossier, other, 0, 2, &error));
      assert_error (error, CS_ERROR_FORBIDDEN);
      g_assert_false (cs_sheets_note (book->store, dossier, other, 0, "x", &error));
      assert_error (error, CS_ERROR_FORBIDDEN);
      g_assert_null (cs_sheets_begin_round (book->store, dossier, other, &error));
      assert_error (error, CS_ERROR_FORBIDDEN);
      g_assert_false (cs_sheets_submit (book->store, dossier, member_id (book->store, "m4"), NULL, &error));
      assert_error (error, CS_ERROR_FORBIDDEN);
      g_assert_false (cs_sheets_submit (book->store, dossier, NULL, NULL, &error));
      assert_error (error, CS_ERROR_FORBIDDEN);
      cs_pins_lock (book->store);
    }
  g_assert_false (cs_sheets_choose (book->store, dossier, mine, 1, 1, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  pins_unlock (book, "m4", "4444");
  g_clear_pointer (&other, cs_sheet_free);
  other = cs_sheets_get (book->store, dossier, member_id (book->store, "m4"), &error);
  g_assert_cmpint (other->choices[0], ==, 1);
  g_assert_null (other->notes[0]);
}

/* A further round begins with the first sheet's answers: it opens as that does. */
static void
test_rescore (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = NULL, refused = NULL, next = NULL;

  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (1), member, i == 1 ? -100 : 100, TRUE);
    }
  g_assert_true (cs_sheets_discuss (book->store, dossier, "Đã trao đổi", &error));
  g_assert_no_error (error);
  pins_set_pin (book, "m3", "3333");
  pins_set_pin (book, "m4", "4444");
  pins_unlock (book, "m3", "3333");
  sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m3"), &error);
  pins_unlock (book, "m4", "4444");
  refused = cs_sheets_begin_round (book->store, dossier, sheet, &error);
  g_assert_null (refused);
  assert_error (error, CS_ERROR_FORBIDDEN);
  pins_unlock (book, "m3", "3333");
  next = cs_sheets_begin_round (book->store, dossier, sheet, &error);
  g_assert_no_error (error);
  g_assert_cmpint (next->scoring_round, ==, 2);
}

static void
test_submit (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autofree char *who = NULL;

  pins_set_pin (book, "m3", "3333");
  book_score (book->store, book_code (1), "m3", 50, FALSE); /* as a list does: the secretary's work */
  g_assert_false (cs_sheets_submit (book->store, dossier, member_id (book->store, "m3"), NULL, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  pins_unlock (book, "m3", "3333");
  g_assert_true (cs_sheets_submit (book->store, dossier, member_id (book->store, "m3"), NULL, &error));
  g_assert_no_error (error);
  book_close (book);
  who = sql_rows (book->path, "SELECT who FROM audit WHERE verb = 'sheet-submit'");
  g_assert_cmpstr (who, ==, "m3\n"); /* the log knows who sat */
  book_open (book);
}

/* Lists and sheets from paper are the secretary's work, whoever sits. */
static void
test_secretary (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  const CsForm *form = cs_regulation_form (cs_store_get_current_regulation (book->store), dossier->form);
  g_autofree int *choices = g_new (int, cs_form_n_questions (form));
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (CsAnswerRow));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  CsAnswerRow row = {
    .product = book_code (1), .member = "m3", .criterion = "1.1", .option = 1, .points = -1
  };
  CsTypedSheet paper = { .member = member_id (book->store, "m4"),
                         .choices = choices,
                         .typed_by = "Người gõ",
                         .checked_by = "Người xem" };
  const guint line = 2;

  book_draw (form, 50, choices);
  paper.total = cs_tally (form, choices).total;
  g_array_append_val (rows, row);
  g_assert_true (cs_answers_import (book->store, rows, &line, "x.csv", problems, &error));
  g_assert_no_error (error);
  g_assert_true (cs_sheets_enter (book->store, dossier, &paper, &error));
  g_assert_no_error (error);
}

/* Closed: everybody sees the scores but who is recused. Sums over all products stay. */
static void
test_recused (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  CsNewRecusal recusal = { member_id (book->store, "m5"), dossier, FALSE, FALSE, "Anh của chủ cơ sở" };
  g_autoptr (CsResult) seen = NULL, hidden = NULL, open = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const CsOverview *overview;
  int recognised;

  g_assert_true (cs_recusals_declare (book->store, &recusal, &error));
  book_close_product (book->store, book_code (1), 4, 80);
  pins_set_pin (book, "m4", "4444");
  pins_set_pin (book, "m5", "5555");
  pins_unlock (book, "m4", "4444");
  seen = result_for (book->store, book_dossier (book->store, book_code (1)), &error);
  g_assert_false (seen->hidden);
  g_assert_nonnull (seen->verdict);
  overview = cs_results_overview (book->store, 0, NULL, &error);
  recognised = overview->totals.scored;
  g_assert_cmpint (recognised, ==, 1);
  pins_unlock (book, "m5", "5555");
  hidden = result_for (book->store, book_dossier (book->store, book_code (1)), &error);
  g_assert_no_error (error);
  g_assert_true (hidden->hidden);
  g_assert_null (hidden->verdict);
  g_assert_cmpuint (hidden->copies->len, ==, 0);
  g_assert_cmpuint (hidden->members->len, ==, seen->members->len);
  for (guint i = 0; i < hidden->members->len; i++)
    g_assert_false (((CsMemberResult *) g_ptr_array_index (hidden->members, i))->has_points);
  g_assert_false (hidden->recognised_here || hidden->forwarded || hidden->eliminated);
  list = cs_results_list (book->store, NULL, book_code (1), NULL, &error);
  g_assert_true (((CsResult *) g_ptr_array_index (list, 0))->hidden);
  open = result_for (book->store, book_dossier (book->store, book_code (2)), &error);
  g_assert_false (open->hidden);
  overview = cs_results_overview (book->store, 0, NULL, &error);
  g_assert_cmpint (overview->totals.scored, ==, recognised);
  /* all sheets at once, and a paper with a gap */
  g_assert_null (cs_sheets_list (book->store, dossier, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_null (cs_sheets_ended (book->store, dossier, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_null (cs_unit_paper_summary (book->store, NULL, NULL, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
}

/* The overview keeps what a closed product came to: it must not keep what somebody was not to see. */
static void
test_overview_of_recused (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  CsNewRecusal recusal = { member_id (book->store, "m5"), dossier, FALSE, FALSE, "Anh của chủ cơ sở" };
  g_autoptr (CsStore) snapshot = NULL;
  g_autofree char *out = book_file (book, "out.xml");
  CsOverviewRow totals;

  g_assert_true (cs_recusals_declare (book->store, &recusal, &error));
  book_close_product (book->store, book_code (1), 4, 100);
  pins_set_pin (book, "m5", "5555");
  pins_unlock (book, "m5", "5555");
  totals = cs_results_overview (book->store, 0, NULL, &error)->totals;
  g_assert_cmpint (totals.forwarded, ==, 1);
  snapshot = cs_store_snapshot (book->store, &error);
  g_assert_null (cs_unit_paper_summary (snapshot, NULL, NULL, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (cs_export_xml (snapshot, out, NULL, NULL, NULL, NULL, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
  book_close (book);
  book_open (book);
  g_assert_cmpint (cs_results_overview (book->store, 0, NULL, &error)->totals.forwarded, ==, 1);
}

/* Returns: (transfer full): council, round, form and figures of every group that is told; @refused: (out) */
static char *
agreements (CsStore *store, gboolean *refused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = cs_agreements_list (store, NULL, FALSE, &error);
  GString *text = g_string_new (NULL);

  *refused = groups == NULL;
  if (groups == NULL)
    assert_error (error, CS_ERROR_FORBIDDEN);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const CsAgreementGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *w = cs_fraction_to_fixed (group->totals.w, 4);

      g_string_append_printf (text, "%s %s %d: %u products, %u raters, %s\n", group->council, group->round,
                              group->form, group->products, group->totals.raters, w);
    }
  return g_string_free (text, FALSE);
}

/* A figure is the same whoever sits here, or it is not told. */
static void
test_agreements_of_recused (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) first = book_dossier (book->store, book_code (1));
  CsNewRecusal recusal = { member_id (book->store, "m5"), first, FALSE, FALSE, "Anh của chủ cơ sở" };
  CsNewRecognition decision = { .decision = "01/QĐ", .decided_on = NULL, .stars = 3 };
  g_autofree char *today = cs_date_today (), *nobody = NULL, *m4 = NULL, *m5 = NULL;
  g_autoptr (GPtrArray) register_ = NULL;
  gboolean refused;

  decision.decided_on = today;
  g_assert_true (cs_recusals_declare (book->store, &recusal, &error));
  book_close_product (book->store, book_code (1), 4, 62);
  book_close_product (book->store, book_code (2), 4, 75);
  pins_set_pin (book, "m4", "4444");
  pins_set_pin (book, "m5", "5555");
  nobody = agreements (book->store, &refused);
  g_assert_nonnull (strstr (nobody, ": 2 products"));
  pins_unlock (book, "m4", "4444");
  m4 = agreements (book->store, &refused);
  g_assert_cmpstr (m4, ==, nobody);
  pins_unlock (book, "m5", "5555");
  m5 = agreements (book->store, &refused);
  g_assert_cmpstr (m5, ==, "");
  g_assert_true (refused);
  /* and what the sitter may not see does not make the decision one of another level */
  g_assert_false (cs_recognitions_add (book->store, first, &decision, NULL, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  register_ = cs_store_list_recognitions (book->store, &error);
  g_assert_cmpuint (register_->len, ==, 0);
}

/* A member of another council with the same key is somebody else. */
static void
test_same_key (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CsNewMember member = { .council = "province-84", .key = "m1", .name = "Người khác", .organisation = "" };

  g_assert_true (cs_councils_add_member (book->store, &member, &error));
  g_assert_no_error (error);
  pins_set_pin (book, "m1", "1234");
  pins_unlock (book, "m1", "1234");
  g_assert_false (cs_pins_are_locked (book->store, member_id (book->store, "m1")));
  g_assert_true (cs_pins_are_locked (book->store, member_id_in (book->store, "province-84", "m1")));
  g_assert_false (
      cs_pins_unlock (book->store, member_id_in (book->store, "province-84", "m1"), "1234", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  pins_assert_sitter (book, COUNCIL "/m1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/pins/" name, Book, NULL, pins_set_up, function, book_tear_down)
  ADD ("sheets", test_sheets);
  ADD ("rescore", test_rescore);
  ADD ("submit", test_submit);
  ADD ("secretary", test_secretary);
  ADD ("recused", test_recused);
  ADD ("overview-of-recused", test_overview_of_recused);
  ADD ("agreements-of-recused", test_agreements_of_recused);
  ADD ("same-key", test_same_key);
#undef ADD
  return g_test_run ();
}
