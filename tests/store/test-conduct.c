/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "book.h"
#include "service/council/recusals.h"
#include "service/results/overview.h"
#include "service/results/results.h"
#include "service/scoring/closing.h"
#include "service/scoring/grounds.h"
#include "service/scoring/reopening.h"
#include "service/scoring/submission.h"
#include "service/scoring/taking-back.h"

#include <string.h>

/* What happens to a council and its sheets on the way: recusal, replacement, sheets returned, moved and typed
 * from paper, discussion, closing with reasons, opening again. */

static void
score_all (Book *book, guint product, int bias)
{
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (product), member, bias, TRUE);
    }
}

/* All give the best answers, m1 the worst: far apart. */
static void
score_apart (Book *book, guint product)
{
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (product), member, i == 1 ? -100 : 100, TRUE);
    }
}

/* --- sheets that are taken back --- */

static void
test_return (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sealed = NULL, draft = NULL;
  g_autoptr (GPtrArray) ended = NULL;
  const CsSheet *old;

  g_assert_false (cs_sheets_return (book->store, dossier, member_id (book->store, "m3"), NULL, "sai",
                                    &error)); /* nothing to return */
  assert_error (error, CS_ERROR_FORBIDDEN);
  book_score (book->store, book_code (1), "m3", 50, TRUE);
  sealed = cs_sheets_get (book->store, dossier, member_id (book->store, "m3"), &error);
  g_assert_false (cs_sheets_return (book->store, dossier, member_id (book->store, "m3"), NULL, "", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sheets_return (book->store, dossier, member_id (book->store, "m3"),
                                    member_id (book->store, "m4"), "sai", &error)); /* not the chair */
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_sheets_return (book->store, dossier, member_id (book->store, "m3"),
                                   member_id (book->store, "m2"), "chấm nhầm mục 1.1", &error));
  g_assert_no_error (error);
  draft = cs_sheets_get (book->store, dossier, member_id (book->store, "m3"), &error);
  g_assert_false (draft->submitted);
  g_assert_cmpint (draft->id, !=, sealed->id);
  g_assert_cmpint (draft->scoring_round, ==, 1);
  g_assert_cmpmem (draft->choices, draft->n_questions * sizeof (int), sealed->choices,
                   sealed->n_questions * sizeof (int));
  ended = cs_sheets_ended (book->store, dossier, &error);
  g_assert_cmpuint (ended->len, ==, 1);
  old = g_ptr_array_index (ended, 0);
  g_assert_cmpint (old->end, ==, CS_SHEET_RETURNED);
  g_assert_cmpstr (old->end_reason, ==, "chấm nhầm mục 1.1");
  g_assert_cmpstr (old->seal, ==, sealed->seal);
  /* corrected and handed in again; and once more */
  g_assert_true (cs_sheets_submit (book->store, dossier, member_id (book->store, "m3"), NULL, &error));
  g_assert_true (
      cs_sheets_return (book->store, dossier, member_id (book->store, "m3"), NULL, "lần hai", &error));
  g_assert_true (cs_sheets_submit (book->store, dossier, member_id (book->store, "m3"), NULL, &error));
  book_assert_states (book, 1, "m1=none m2=none m3=submitted m4=none m5=none");
  book_close_product (book->store, book_code (2), 5, 0);
  g_clear_pointer (&dossier, cs_dossier_free);
  dossier = book_dossier (book->store, book_code (2));
  g_assert_false (
      cs_sheets_return (book->store, dossier, member_id (book->store, "m3"), NULL, "muộn", &error));
  assert_error (error, CS_ERROR_FROZEN);
  book_assert_clean (book);
}

/* A draft is taken away with a reason that stays; the member is then absent, and may begin anew. */
static void
test_withdraw (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1)), closed = NULL;
  g_autoptr (GPtrArray) ended = NULL;
  g_autoptr (CsSheet) anew = NULL;
  g_autoptr (CsResult) result = NULL;
  const char *m3 = member_id (book->store, "m3"), *m4 = member_id (book->store, "m4");
  const CsSheet *old;
  g_autofree char *lines = NULL, *answers = NULL;

  book_score (book->store, book_code (1), "m3", 50, FALSE);
  g_assert_false (cs_sheets_withdraw (book->store, dossier, m3, " ", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sheets_withdraw (book->store, dossier, m4, "nhập nhầm", &error)); /* has none */
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_sheets_withdraw (book->store, dossier, m3, " nhập nhầm thành viên ", &error));
  g_assert_no_error (error);
  book_assert_states (book, 1, "m1=none m2=none m3=none m4=none m5=none");
  ended = cs_sheets_ended (book->store, dossier, &error);
  g_assert_cmpuint (ended->len, ==, 1);
  old = g_ptr_array_index (ended, 0);
  g_assert_cmpint (old->end, ==, CS_SHEET_WITHDRAWN);
  g_assert_cmpstr (old->end_reason, ==, "nhập nhầm thành viên");
  g_assert_null (old->seal);
  g_assert_cmpint (old->choices[0], !=, CS_CHOICE_OPEN); /* what stood there is kept */
  /* once more */
  g_assert_false (cs_sheets_withdraw (book->store, dossier, m3, "lần hai", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  /* a submitted sheet is no draft */
  book_score (book->store, book_code (1), "m4", 50, TRUE);
  g_assert_false (cs_sheets_withdraw (book->store, dossier, m4, "muộn", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  /* the member begins anew, from nothing */
  anew = cs_sheets_get (book->store, dossier, m3, &error);
  g_assert_cmpint (anew->id, ==, 0);
  g_assert_cmpint (anew->choices[0], ==, CS_CHOICE_OPEN);
  book_score (book->store, book_code (1), "m3", 40, FALSE);
  g_assert_true (cs_sheets_withdraw (book->store, dossier, m3, "ốm (mẫu)", &error));
  /* closed without that member, who is absent for the reason given last */
  for (guint i = 0; i < 3; i++)
    book_score (book->store, book_code (1), ((const char *[]){ "m1", "m2", "m5" })[i], 50, TRUE);
  /* their totals may lie far apart */
  g_assert_true (
      cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = "đã bàn (mẫu)" }, &error));
  g_assert_no_error (error);
  closed = book_dossier (book->store, book_code (1));
  result = cs_results_of (book->store, (CsDossierKey){ closed->id, closed->evaluation }, &error);
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);

      if (!g_str_equal (member->key, "m3"))
        continue;
      g_assert_cmpint (member->state, ==, CS_MEMBER_ABSENT);
      g_assert_cmpstr (member->reason, ==, "ốm (mẫu)");
    }
  g_assert_false (cs_sheets_withdraw (book->store, closed, m3, "muộn", &error));
  assert_error (error, CS_ERROR_FROZEN);
  book_assert_clean (book);
  book_close (book);
  lines = sql_rows (book->path, "SELECT after FROM audit WHERE verb = 'sheet-withdraw' ORDER BY seq");
  g_assert_cmpstr (lines, ==, "nhập nhầm thành viên\nốm (mẫu)\n");
  /* the log tells that it was taken away, and nothing of what stood in it */
  answers = sql_rows (book->path, "SELECT count (*) FROM audit_change WHERE kind IN ('answer', 'answer_note')"
                                  " AND (before IS NOT NULL OR after IS NOT NULL)");
  g_assert_cmpstr (answers, ==, "0\n");
}

static void
test_move (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) wrong = book_dossier (book->store, book_code (1));
  g_autoptr (CsDossier) right = book_dossier (book->store, book_code (2));
  g_autofree char *code = book_add_product (book->store, "Mẫu khác", 2, "district-1");
  g_autoptr (CsDossier) other_form = book_dossier (book->store, code);
  g_autoptr (CsSheet) filled = NULL, moved = NULL;
  g_autofree char *lines = NULL;

  book_score (book->store, book_code (1), "m3", 50, TRUE);
  filled = cs_sheets_get (book->store, wrong, member_id (book->store, "m3"), &error);
  g_assert_false (
      cs_sheets_move (book->store, wrong, other_form, member_id (book->store, "m3"), "nhầm", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sheets_move (book->store, wrong, wrong, member_id (book->store, "m3"), "nhầm", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sheets_move (book->store, wrong, right, member_id (book->store, "m4"), "nhầm",
                                  &error)); /* has none */
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_true (
      cs_sheets_move (book->store, wrong, right, member_id (book->store, "m3"), "nhầm sản phẩm", &error));
  g_assert_no_error (error);
  book_assert_states (book, 1, "m1=none m2=none m3=none m4=none m5=none");
  book_assert_states (book, 2, "m1=none m2=none m3=draft m4=none m5=none");
  moved = cs_sheets_get (book->store, right, member_id (book->store, "m3"), &error);
  g_assert_cmpmem (moved->choices, moved->n_questions * sizeof (int), filled->choices,
                   filled->n_questions * sizeof (int));
  /* what was filled for the wrong one may be filled anew */
  book_score (book->store, book_code (1), "m3", 50, TRUE);
  g_assert_false (cs_sheets_move (book->store, wrong, right, member_id (book->store, "m3"), "nhầm", &error));
  assert_error (error, CS_ERROR_CONFLICT);
  book_assert_clean (book);
  book_close (book);
  lines = sql_rows (book->path, "SELECT object FROM audit WHERE verb = 'sheet-move' ORDER BY seq");
  g_assert_nonnull (strstr (lines, book_code (1)));
  g_assert_nonnull (strstr (lines, book_code (2)));
}

static void
test_paper (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  const CsForm *form = cs_regulation_form (cs_store_get_current_regulation (book->store), 1);
  g_autofree int *choices = g_new (int, cs_form_n_questions (form));
  CsTypedSheet paper = {
    .member = member_id (book->store, "m3"), .choices = choices, .typed_by = "Thư ký", .checked_by = "Tổ viên"
  };
  g_autoptr (CsSheet) sheet = NULL;
  int right;

  book_draw (form, 30, choices);
  right = cs_tally (form, choices).total;
  paper.total = right + 1;
  g_assert_false (cs_sheets_enter (book->store, dossier, &paper, &error));
  assert_error (error, CS_ERROR_INVALID);
  paper.total = right;
  paper.checked_by = "thư ký"; /* one person is not two */
  g_assert_false (cs_sheets_enter (book->store, dossier, &paper, &error));
  assert_error (error, CS_ERROR_INVALID);
  paper.checked_by = NULL;
  g_assert_false (cs_sheets_enter (book->store, dossier, &paper, &error));
  assert_error (error, CS_ERROR_INVALID);
  paper.checked_by = "Tổ viên";
  choices[3] = 99;
  g_assert_false (cs_sheets_enter (book->store, dossier, &paper, &error));
  assert_error (error, CS_ERROR_INVALID);
  choices[3] = CS_CHOICE_OPEN;
  g_assert_false (cs_sheets_enter (book->store, dossier, &paper, &error));
  assert_error (error, CS_ERROR_INVALID);
  book_assert_states (book, 1, "m1=none m2=none m3=none m4=none m5=none");
  book_draw (form, 30, choices);
  paper.total = cs_tally (form, choices).total;
  g_assert_true (cs_sheets_enter (book->store, dossier, &paper, &error));
  g_assert_no_error (error);
  sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m3"), &error);
  g_assert_true (sheet->submitted);
  g_assert_cmpint (sheet->entry, ==, CS_ENTRY_TYPED);
  g_assert_cmpstr (sheet->typed_by, ==, "Thư ký");
  g_assert_cmpstr (sheet->checked_by, ==, "Tổ viên");
  g_assert_false (cs_sheets_enter (book->store, dossier, &paper, &error)); /* twice */
  assert_error (error, CS_ERROR_CONFLICT);
  book_assert_clean (book);
}

/* --- far apart --- */

static void
test_apart (Book *book, gconstpointer data)
{
  g_autoptr (CsResult) open = NULL, waiting = NULL;

  score_apart (book, 1);
  open = book_result (book, 1);
  g_assert_cmpint (open->status, ==, CS_RESULT_RESCORING);
  g_assert_nonnull (open->apart);
  g_assert_cmpstr (open->apart->a, ==, "m1");
  g_assert_cmpuint (open->apart->questions->len, >, 0);
  g_assert_null (open->verdict);
  for (guint i = 0; i < open->members->len; i++)
    g_assert_false (((CsMemberResult *) g_ptr_array_index (open->members, i))->has_points);
  /* while one is not in, nobody hears of it */
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (2), member, i == 1 ? -100 : 100, TRUE);
    }
  waiting = book_result (book, 2);
  g_assert_null (waiting->apart);
  g_assert_cmpint (waiting->status, ==, CS_RESULT_SCORING);
}

static void
test_copies (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsResult) open = NULL, closed = NULL;

  for (guint i = 1; i <= 5; i++) /* the best sheet is the same, whoever fills it */
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (1), member, i <= 2 ? 100 : 60, TRUE);
    }
  open = book_result (book, 1);
  g_assert_cmpuint (open->copies->len, ==, 0); /* before the closing it would tell of scores */
  g_assert_true (cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = "vì" }, &error));
  g_assert_no_error (error);
  closed = book_result (book, 1);
  g_assert_cmpuint (closed->copies->len, >=, 1);
  g_assert_cmpstr (g_array_index (closed->copies, CsCopy, 0).a, ==, "m1");
  g_assert_cmpstr (g_array_index (closed->copies, CsCopy, 0).b, ==, "m2");
}

/* --- grounds --- */

static void
test_grounds (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsGround) raised = cs_ground_new (NULL, "giả mạo giấy tờ", "con dấu lạ", "m4");
  g_autoptr (CsGround) second = cs_ground_new (NULL, "ngoại chất", "thấy tạp chất", "m5");
  g_autoptr (CsResult) closed = NULL;

  raised->state = second->state = CS_GROUND_RAISED;
  score_all (book, 1, 100);
  g_assert_true (cs_grounds_add (book->store, dossier, raised, &error));
  g_assert_true (cs_grounds_add (book->store, dossier, second, &error));
  g_assert_false (cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = "vì" }, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (cs_grounds_decide (book->store, dossier, raised, FALSE, NULL, &error)); /* why not? */
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_grounds_decide (book->store, dossier, raised, FALSE, "đã xác minh", &error));
  g_assert_false (cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = "vì" }, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_grounds_decide (book->store, dossier, second, TRUE, NULL, &error));
  g_assert_true (cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = "vì" }, &error));
  closed = book_result (book, 1);
  g_assert_true (closed->eliminated);
  g_assert_cmpint (closed->verdict->stars, ==, 0);
  g_assert_cmpuint (closed->grounds->len, ==, 2);
}

static void
test_dismissed_ground_takes_no_star (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsGround) raised = cs_ground_new (NULL, "giả mạo giấy tờ", "con dấu lạ", "m4");
  g_autoptr (CsResult) closed = NULL;

  raised->state = CS_GROUND_RAISED;
  score_all (book, 1, 100);
  g_assert_true (cs_grounds_add (book->store, dossier, raised, &error));
  g_assert_true (cs_grounds_decide (book->store, dossier, raised, FALSE, "đã xác minh", &error));
  g_assert_true (cs_evaluation_close (book->store, dossier, NULL, &error));
  closed = book_result (book, 1);
  g_assert_false (closed->eliminated);
  g_assert_cmpint (closed->verdict->stars, ==, 5);
}

/* --- opening again --- */

/* The member's draft gives one criterion fewer points than before. */
static void
give_less (Book *book, const CsDossier *dossier, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSheet) sheet = cs_sheets_get (book->store, dossier, member_id (book->store, member), &error);
  const CsForm *form = cs_regulation_form (cs_store_get_current_regulation (book->store), dossier->form);
  CsTally before = cs_tally (form, sheet->choices);

  for (int choice = 1; cs_tally (form, sheet->choices).total >= before.total; choice++)
    g_assert_true (cs_sheets_choose (book->store, dossier, sheet, 0, choice, &error));
}

static void
test_reopening (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) open = book_dossier (book->store, book_code (1)), closed = NULL, again = NULL;
  g_autoptr (CsResult) before = NULL, now = NULL, after = NULL;
  g_autoptr (GPtrArray) closings = NULL;
  const CsOverview *overview;

  g_assert_false (cs_evaluation_reopen (book->store, open, NULL, "vì", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  book_close_product (book->store, book_code (1), 5, 100);
  closed = book_dossier (book->store, book_code (1));
  before = book_result (book, 1);
  overview = cs_results_overview (book->store, 0, NULL, &error);
  g_assert_cmpint (overview->totals.scored, ==, 1);
  g_assert_false (cs_evaluation_reopen (book->store, closed, NULL, "", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_evaluation_reopen (book->store, closed, member_id (book->store, "m3"), "vì", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_evaluation_reopen (book->store, closed, NULL, "nhầm hồ sơ", &error));
  g_assert_no_error (error);
  now = book_result (book, 1);
  g_assert_null (now->verdict);
  g_assert_cmpint (now->status, ==, CS_RESULT_SCORING);
  overview = cs_results_overview (book->store, 0, NULL, &error);
  g_assert_cmpint (overview->totals.scored, ==, 0);
  again = book_dossier (book->store, book_code (1));
  g_assert_true (
      cs_sheets_return (book->store, again, member_id (book->store, "m3"), NULL, "chấm lại", &error));
  give_less (book, again, "m3");
  g_assert_true (cs_sheets_submit (book->store, again, member_id (book->store, "m3"), NULL, &error));
  g_assert_true (cs_evaluation_close (book->store, again, &(CsCloseOptions){ .reason = "vì" }, &error));
  g_assert_no_error (error);
  after = book_result (book, 1);
  g_assert_cmpint (after->verdict->sum, <, before->verdict->sum);
  overview = cs_results_overview (book->store, 0, NULL, &error);
  g_assert_cmpint (overview->totals.scored, ==, 1);
  closings = cs_evaluation_closings (book->store, again, &error);
  g_assert_cmpuint (closings->len, ==, 2); /* both are kept */
  g_assert_cmpstr (((CsClosing *) g_ptr_array_index (closings, 0))->reopen_reason, ==, "nhầm hồ sơ");
  g_assert_null (((CsClosing *) g_ptr_array_index (closings, 1))->reopened_at);
  book_assert_clean (book);
}

/* --- the order in which things are entered --- */

typedef struct
{
  guint product;
  guint member;
} Entry;

static void
shuffle (Entry *entries, guint n)
{
  for (guint i = n - 1; i > 0; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (int) i + 1);
      Entry kept = entries[i];

      entries[i] = entries[j];
      entries[j] = kept;
    }
}

/* What every closed product came to. */
static char *
verdicts (Book *book)
{
  GString *text = g_string_new (NULL);

  for (guint p = 1; p <= 3; p++)
    {
      g_autoptr (CsResult) result = book_result (book, p);

      g_string_append_printf (text, "%u: %d", p, result->verdict->sum);
      for (guint i = 0; i < result->members->len; i++)
        {
          const CsMemberResult *member = g_ptr_array_index (result->members, i);

          g_string_append_printf (text, " %s=%s,%d", member->key, cs_member_state_to_text (member->state),
                                  member->has_points ? member->tally.total : -1);
        }
      g_string_append_printf (text, " %d stars\n", result->verdict->stars);
    }
  return g_string_free (text, FALSE);
}

static void
enter_in_order (Book *book, int *const sheets[3][5], const Entry *entries)
{
  g_autoptr (GError) error = NULL;
  gboolean recused = FALSE;

  for (guint e = 0; e < 15; e++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", entries[e].member + 1);
      g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (entries[e].product + 1));
      const CsForm *form = cs_regulation_form (cs_store_get_current_regulation (book->store), 1);
      CsTypedSheet paper = { .member = member_id (book->store, member),
                             .choices = sheets[entries[e].product][entries[e].member],
                             .typed_by = "Người gõ",
                             .checked_by = "Người dò" };

      /* at some time m5 is recused from the second product */
      if (!recused && (e == 14 || g_test_rand_int_range (0, 6) == 0))
        {
          g_assert_true (book_recuse (book, "m5", 2, FALSE, "người nhà", &error));
          recused = TRUE;
        }
      if (recused && entries[e].product == 1 && entries[e].member == 4)
        continue;
      paper.total = cs_tally (form, paper.choices).total;
      g_assert_true (cs_sheets_enter (book->store, dossier, &paper, &error));
      g_assert_no_error (error);
    }
  if (!recused)
    g_assert_true (book_recuse (book, "m5", 2, FALSE, "người nhà", &error));
  for (guint p = 0; p < 3; p++)
    {
      g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (p + 1));

      g_assert_true (cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = "vì" }, &error));
      g_assert_no_error (error);
    }
}

/* Whoever scores first and whenever the recusal is noted: the verdicts are the same. */
static void
test_order_of_entry (void)
{
  g_autofree char *first = NULL;
  int *sheets[3][5] = { 0 };
  Entry entries[15];

  for (guint i = 0; i < 15; i++)
    entries[i] = (Entry){ i / 5, i % 5 };
  for (guint run = 0; run < 12; run++)
    {
      Book book = { 0 };
      g_autofree char *found = NULL;

      book_set_up (&book, NULL);
      for (guint i = 0; run == 0 && i < 15; i++)
        {
          const CsForm *form = cs_regulation_form (cs_store_get_current_regulation (book.store), 1);

          sheets[i / 5][i % 5] = g_new (int, cs_form_n_questions (form));
          book_draw (form, 20, sheets[i / 5][i % 5]);
        }
      shuffle (entries, 15);
      enter_in_order (&book, (int *const(*)[5]) sheets, entries);
      found = verdicts (&book);
      if (first == NULL)
        first = g_steal_pointer (&found);
      else
        g_assert_cmpstr (found, ==, first);
      book_tear_down (&book, NULL);
    }
  for (guint i = 0; i < 15; i++)
    g_free (sheets[i / 5][i % 5]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/conduct/sheets/returned", test_return);
  ADD ("/conduct/sheets/withdrawn", test_withdraw);
  ADD ("/conduct/sheets/moved", test_move);
  ADD ("/conduct/sheets/paper", test_paper);
  ADD ("/conduct/spread/apart", test_apart);
  ADD ("/conduct/sheets/copies", test_copies);
  ADD ("/conduct/grounds/decided", test_grounds);
  ADD ("/conduct/grounds/dismissed", test_dismissed_ground_takes_no_star);
  ADD ("/conduct/reopening", test_reopening);
  g_test_add_func ("/conduct/order-of-entry", test_order_of_entry);
  return g_test_run ();
}
