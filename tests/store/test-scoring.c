/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "result-for.h"
#include "book.h"
#include "service/council/council-rules.h"
#include "service/council/councils.h"
#include "service/results/overview.h"
#include "service/scoring/closing.h"
#include "service/scoring/grounds.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/submission.h"

#include <string.h>

/* One member's sheet, handing in, closing: what is stored, what is refused, and old values in somebody's
 * hand. */

static CsSheet *
get_sheet (Book *book, const CsDossier *dossier, const char *member)
{
  g_autoptr (GError) error = NULL;
  CsSheet *sheet = cs_sheets_get (book->store, dossier, member_id (book->store, member), &error);

  g_assert_no_error (error);
  return sheet;
}

static void
choose (Book *book, const CsDossier *dossier, CsSheet *sheet, guint question, int choice)
{
  g_autoptr (GError) error = NULL;

  cs_sheets_choose (book->store, dossier, sheet, question, choice, &error);
  g_assert_no_error (error);
}

static const CsForm *
form_of (Book *book, const CsDossier *dossier)
{
  return cs_regulation_form (cs_store_get_current_regulation (book->store), dossier->form);
}

static char *
log_head (Book *book)
{
  g_autoptr (GError) error = NULL;

  return cs_store_log_head (book->store, &error);
}

static void
assert_same_log (Book *book, const char *before)
{
  g_autofree char *now = log_head (book);

  g_assert_cmpstr (now, ==, before);
}

static void
test_choose (Book *book, gconstpointer data)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = get_sheet (book, dossier, "m1"), again = NULL;
  g_autofree char *lines = NULL;

  g_assert_cmpint (sheet->id, ==, 0);
  g_assert_cmpuint (cs_sheet_n_answered (sheet), ==, 0);
  choose (book, dossier, sheet, 0, 1);
  g_assert_cmpint (sheet->id, !=, 0);
  choose (book, dossier, sheet, 0, 3);
  choose (book, dossier, sheet, 1, CS_CHOICE_NONE);
  choose (book, dossier, sheet, 2, 2);
  choose (book, dossier, sheet, 2, CS_CHOICE_OPEN);
  book_close (book);
  /* what was chosen is no business of the log's */
  lines = sql_rows (book->path,
                    "SELECT object, before, after FROM audit WHERE verb = 'sheet-choose' ORDER BY seq");
  g_assert_cmpstr (lines, ==,
                   "84-842-29236-1-2024/m1/1/1.1||\n"
                   "84-842-29236-1-2024/m1/1/1.1||\n"
                   "84-842-29236-1-2024/m1/1/1.2||\n"
                   "84-842-29236-1-2024/m1/1/1.3||\n"
                   "84-842-29236-1-2024/m1/1/1.3||\n");
  book_open (book);
  again = get_sheet (book, dossier, "m1");
  g_assert_cmpint (again->choices[0], ==, 3);
  g_assert_cmpint (again->choices[1], ==, CS_CHOICE_NONE);
  g_assert_cmpint (again->choices[2], ==, CS_CHOICE_OPEN);
  g_assert_cmpuint (cs_sheet_n_answered (again), ==, 2);
  g_assert_cmpint (cs_sheet_next_open (again, 0), ==, 2);
}

static void
test_refused (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1)), nowhere = NULL;
  g_autoptr (CsSheet) sheet = get_sheet (book, dossier, "m1");
  const CsForm *form = form_of (book, dossier);
  g_autofree char *code = book_add_product (book->store, "Chưa có đợt", 1, NULL);
  g_autofree char *head = log_head (book);
  int zero = cs_form_find (form, "1.4"); /* prints an option of 0 points */

  g_assert_false (cs_sheets_choose (book->store, dossier, sheet, 0, 4, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sheets_choose (book->store, dossier, sheet, 0, -2, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sheets_choose (book->store, dossier, sheet, (guint) zero, CS_CHOICE_NONE, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_cmpint (sheet->id, ==, 0);
  g_assert_null (cs_sheets_get (book->store, dossier, member_id (book->store, "s"), &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_null (cs_sheets_get (book->store, dossier, member_id (book->store, "m6"), &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  nowhere = book_dossier (book->store, code);
  g_assert_null (cs_sheets_get (book->store, nowhere, member_id (book->store, "m1"), &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sheets_submit (book->store, nowhere, NULL, NULL, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_evaluation_close (book->store, nowhere, NULL, &error));
  assert_error (error, CS_ERROR_INVALID);
  assert_same_log (book, head);
}

/* A page that still holds the sheet as it was before it was handed in. */
static void
test_sealed_meanwhile (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) old = NULL, sealed = NULL;
  g_autofree char *head = NULL;

  book_score (book->store, book_code (1), "m1", 0, FALSE);
  old = get_sheet (book, dossier, "m1");
  g_assert_true (cs_sheets_submit (book->store, dossier, member_id (book->store, "m1"), NULL, &error));
  head = log_head (book);
  g_assert_false (cs_sheets_choose (book->store, dossier, old, 0, old->choices[0] == 1 ? 2 : 1, &error));
  assert_error (error, CS_ERROR_FROZEN);
  g_assert_false (cs_sheets_choose (book->store, dossier, old, 0, CS_CHOICE_OPEN, &error));
  assert_error (error, CS_ERROR_FROZEN);
  g_assert_false (cs_sheets_note (book->store, dossier, old, 0, "x", &error));
  assert_error (error, CS_ERROR_FROZEN);
  sealed = get_sheet (book, dossier, "m1");
  g_assert_true (sealed->submitted);
  g_assert_cmpuint (strlen (sealed->seal), ==, 64);
  g_assert_nonnull (sealed->submitted_at);
  g_assert_false (cs_sheets_choose (book->store, dossier, sealed, 0, 1, &error));
  assert_error (error, CS_ERROR_FROZEN);
  g_assert_false (cs_sheets_submit (book->store, dossier, member_id (book->store, "m1"), NULL, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  assert_same_log (book, head);
}

/* Two windows on one sheet: who comes second is told, nothing is overwritten. */
static void
test_stale_choice (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) here = get_sheet (book, dossier, "m1"), there = get_sheet (book, dossier, "m1"),
                      now = NULL;

  /* both are empty and new; the first makes the sheet */
  choose (book, dossier, here, 0, 1);
  g_assert_false (cs_sheets_choose (book->store, dossier, there, 0, 2, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_cmpint (there->choices[0], ==, CS_CHOICE_OPEN);
  g_clear_pointer (&there, cs_sheet_free);
  there = get_sheet (book, dossier, "m1");
  choose (book, dossier, here, 0, 3);
  g_assert_false (cs_sheets_choose (book->store, dossier, there, 0, 2, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_false (cs_sheets_choose (book->store, dossier, there, 0, CS_CHOICE_OPEN, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  /* another criterion of the sheet is nobody's concern */
  choose (book, dossier, there, 1, 1);
  now = get_sheet (book, dossier, "m1");
  g_assert_cmpint (now->choices[0], ==, 3);
  g_assert_cmpint (now->choices[1], ==, 1);
}

static void
test_notes (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = get_sheet (book, dossier, "m1"), there = NULL, now = NULL;

  /* a note alone makes the sheet, and no answer */
  g_assert_true (cs_sheets_note (book->store, dossier, sheet, 3, "  thie\xcc\x82\xcc\x81u \n dấu  ", &error));
  g_assert_cmpstr (sheet->notes[3], ==, "thiếu \n dấu");
  g_assert_cmpuint (cs_sheet_n_answered (sheet), ==, 0);
  there = get_sheet (book, dossier, "m1");
  g_assert_cmpstr (there->notes[3], ==, "thiếu \n dấu");
  g_assert_true (cs_sheets_note (book->store, dossier, sheet, 3, "khác", &error));
  g_assert_false (cs_sheets_note (book->store, dossier, there, 3, "nữa", &error));
  assert_error (error, CS_ERROR_CONFLICT);
  now = get_sheet (book, dossier, "m1");
  g_assert_cmpstr (now->notes[3], ==, "khác");
  g_assert_true (cs_sheets_note (book->store, dossier, now, 3, " \t ", &error));
  g_assert_null (now->notes[3]);
  g_assert_true (cs_sheets_note (book->store, dossier, now, 3, NULL, &error));
  g_clear_pointer (&now, cs_sheet_free);
  now = get_sheet (book, dossier, "m1");
  g_assert_null (now->notes[3]);
  g_assert_false (cs_sheets_note (book->store, dossier, now, 3, "not \xff UTF-8", &error));
  assert_error (error, CS_ERROR_INVALID);
}

/* What was shown is what is sealed. */
static void
test_note_is_sealed (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = NULL;
  g_autofree char *found = NULL;

  book_score (book->store, book_code (1), "m1", 0, FALSE);
  sheet = get_sheet (book, dossier, "m1");
  g_assert_true (cs_sheets_note (book->store, dossier, sheet, 0, "dòng một\n1.2=3 0:", &error));
  g_assert_true (cs_sheets_submit (book->store, dossier, NULL, NULL, &error));
  found = book_examine (book->store);
  g_assert_cmpstr (found, ==, "");
}

static void
test_submit (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = NULL, other = NULL;
  g_autofree char *head = NULL;

  book_score (book->store, book_code (1), "m1", 0, FALSE);
  book_score (book->store, book_code (1), "m2", 0, FALSE);
  sheet = get_sheet (book, dossier, "m1");
  choose (book, dossier, sheet, 5, CS_CHOICE_OPEN);
  g_assert_true (cs_sheets_submit (book->store, dossier, NULL, NULL, &error));
  other = get_sheet (book, dossier, "m2");
  g_assert_true (other->submitted);
  head = log_head (book);
  /* the half one of m1 was left; there is nothing but it now */
  g_assert_false (cs_sheets_submit (book->store, dossier, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, cs_form_question (form_of (book, dossier), 5)->no));
  g_assert_nonnull (strstr (error->message, "m1"));
  assert_error (error, CS_ERROR_INVALID);
  assert_same_log (book, head);
  choose (book, dossier, sheet, 5, 1);
  g_assert_true (cs_sheets_submit (book->store, dossier, NULL, NULL, &error));
}

/* A page that still holds the product as it was before it was closed. */
static void
test_closed_meanwhile (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) old = book_dossier (book->store, book_code (1));
  g_autoptr (CsGround) ground = cs_ground_new (NULL, "Giả mạo", "vì", "ai"), early = NULL;
  g_autoptr (CsSheet) late = NULL;
  g_autofree char *head = NULL;
  const CsOverview *overview;
  int before;

  early = cs_ground_new (NULL, "Khác", "vì", "ai");
  g_assert_true (cs_grounds_add (book->store, old, early, &error));
  g_assert_true (cs_grounds_remove (book->store, old, early, &error));
  g_assert_true (cs_grounds_add (book->store, old, early, &error));
  late = get_sheet (book, old, "m5");
  book_close_product (book->store, book_code (1), 4, 80);
  overview = cs_results_overview (book->store, 0, NULL, &error);
  before = overview->totals.scored;
  head = log_head (book);
  g_assert_false (cs_grounds_add (book->store, old, ground, &error));
  assert_error (error, CS_ERROR_FROZEN);
  g_assert_false (cs_grounds_remove (book->store, old, early, &error));
  assert_error (error, CS_ERROR_FROZEN);
  g_assert_false (cs_sheets_choose (book->store, old, late, 0, 1, &error));
  assert_error (error, CS_ERROR_FROZEN);
  g_assert_false (cs_evaluation_close (book->store, old, NULL, &error));
  assert_error (error, CS_ERROR_FROZEN);
  g_assert_null (cs_sheets_begin_round (book->store, old, late, &error));
  assert_error (error, CS_ERROR_FROZEN);
  assert_same_log (book, head);
  overview = cs_results_overview (book->store, 0, NULL, &error);
  g_assert_cmpint (overview->totals.scored, ==, before);
}

static void
test_findings (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1)), nowhere = NULL;
  g_autoptr (CsGround) whole = cs_ground_new (NULL, "Giả mạo hồ sơ", "giấy giả", "Thành viên 2");
  g_autoptr (CsGround) inside = cs_ground_new ("1.1", "Nguyên liệu nhập khẩu", "hóa đơn", "Thành viên 3");
  g_autoptr (CsGround) empty = cs_ground_new (NULL, "Giả mạo hồ sơ", "   ", "Thành viên 2");
  g_autoptr (CsGround) strange = cs_ground_new ("99.1", "x", "y", "z");
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *code = book_add_product (book->store, "Chưa có đợt", 1, NULL);

  g_assert_true (cs_grounds_add (book->store, dossier, whole, &error));
  g_assert_true (cs_grounds_add (book->store, dossier, inside, &error));
  g_assert_false (cs_grounds_add (book->store, dossier, empty, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_grounds_add (book->store, dossier, strange, &error));
  assert_error (error, CS_ERROR_INVALID);
  nowhere = book_dossier (book->store, code);
  g_assert_false (cs_grounds_add (book->store, nowhere, empty, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_clear_pointer (&empty, cs_ground_free);
  empty = cs_ground_new (NULL, "g", "r", "p");
  g_assert_false (cs_grounds_add (book->store, nowhere, empty, &error));
  g_assert_nonnull (strstr (error->message, code)); /* says which product and why, not "constraint failed" */
  assert_error (error, CS_ERROR_INVALID);
  found = cs_grounds_list (book->store, dossier, &error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_null (((CsGround *) g_ptr_array_index (found, 0))->criterion);
  g_assert_cmpstr (((CsGround *) g_ptr_array_index (found, 1))->criterion, ==, "1.1");
  g_assert_true (cs_grounds_remove (book->store, dossier, whole, &error));
  /* taken back by two people */
  g_assert_false (cs_grounds_remove (book->store, dossier, whole, &error));
  assert_error (error, CS_ERROR_CONFLICT);
}

/* --- scoring again --- */

/* Sheets of exactly these totals are not needed: everything at its best against nothing at all. */
static void
score_extreme (Book *book, const char *code, const char *member, gboolean best)
{
  book_score (book->store, code, member, best ? 100 : -100, TRUE);
}

static CsNextRound
next_round (Book *book, const CsDossier *dossier, const CsSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  CsNextRound next;

  g_assert_true (cs_sheets_next_round (book->store, dossier, sheet, &next, &error));
  return next;
}

static void
test_rounds (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) first = NULL, second = NULL, seen = NULL;

  g_assert_cmpint (next_round (book, dossier, NULL), ==, CS_NEXT_ROUND_NONE);
  /* nobody has scored: there is nothing to talk about yet */
  g_assert_false (cs_sheets_discuss (book->store, dossier, "Bàn trước", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      score_extreme (book, book_code (1), member, i > 1);
    }
  first = get_sheet (book, dossier, "m1");
  /* m5 has not scored and must not hear of it */
  g_assert_cmpint (next_round (book, dossier, NULL), ==, CS_NEXT_ROUND_NONE);
  score_extreme (book, book_code (1), "m5", TRUE);
  g_assert_cmpint (next_round (book, dossier, NULL), ==, CS_NEXT_ROUND_DISCUSS);
  g_assert_cmpint (next_round (book, dossier, first), ==, CS_NEXT_ROUND_DISCUSS);
  /* the council discusses first */
  g_assert_null (cs_sheets_begin_round (book->store, dossier, first, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (cs_sheets_discuss (book->store, dossier, " ", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_sheets_discuss (book->store, dossier, "Đã thảo luận về bao bì", &error));
  g_assert_cmpint (next_round (book, dossier, NULL), ==, CS_NEXT_ROUND_BEGIN);
  second = cs_sheets_begin_round (book->store, dossier, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->scoring_round, ==, 2);
  g_assert_false (second->submitted);
  g_assert_cmpmem (second->choices, second->n_questions * sizeof (int), first->choices,
                   first->n_questions * sizeof (int));
  /* begun twice */
  g_assert_null (cs_sheets_begin_round (book->store, dossier, first, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  seen = get_sheet (book, dossier, "m1");
  g_assert_cmpint (seen->id, ==, second->id);
  g_assert_false (cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = "vì" }, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_sheets_submit (book->store, dossier, member_id (book->store, "m1"), NULL, &error));
  /* the third is not due before the others have scored again */
  g_clear_pointer (&seen, cs_sheet_free);
  seen = get_sheet (book, dossier, "m1");
  g_assert_null (cs_sheets_begin_round (book->store, dossier, seen, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_cmpint (next_round (book, dossier, seen), ==, CS_NEXT_ROUND_NONE);
  /* who has not joined the second round yet still can */
  g_clear_pointer (&seen, cs_sheet_free);
  seen = get_sheet (book, dossier, "m2");
  g_assert_cmpint (next_round (book, dossier, seen), ==, CS_NEXT_ROUND_BEGIN);
  g_assert_false (cs_evaluation_close (book->store, dossier, NULL, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (
      cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = "Đã thảo luận" }, &error));
}

/* A member who joins the council after a product was closed has no part in it. */
static void
test_later_member (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsResult) before = NULL, after = NULL, open = NULL;

  book_close_product (book->store, book_code (1), 5, 0);
  before = result_for (book->store, book_dossier (book->store, book_code (1)), &error);
  {
    g_autoptr (GArray) members = g_array_new (FALSE, TRUE, sizeof (CsNewMember));

    for (guint i = 6; i <= 9; i++)
      {
        static const char *const keys[] = { "m6", "m7", "m8", "m9" };
        CsNewMember member = { .council = "district-842",
                               .key = keys[i - 6],
                               .name = "Mới",
                               .role = CS_ROLE_MEMBER,
                               .organisation = "" };

        g_array_append_val (members, member);
      }
    g_assert_true (cs_councils_add_members (book->store, members, &error));
  }
  after = result_for (book->store, book_dossier (book->store, book_code (1)), &error);
  g_assert_cmpuint (after->members->len, ==, before->members->len);
  g_assert_cmpuint (after->quorum.members, ==, 5);
  g_assert_cmpuint (after->quorum.needed, ==, before->quorum.needed);
  g_assert_true (after->quorum.met);
  g_assert_cmpint (after->verdict->sum, ==, before->verdict->sum);
  /* for what is open they count */
  open = result_for (book->store, book_dossier (book->store, book_code (2)), &error);
  g_assert_cmpuint (open->members->len, ==, 9);
  g_assert_cmpuint (open->quorum.needed, ==, 7);
}

/* --- working rules --- */

static void
test_rules (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCouncil) council = cs_store_find_council (book->store, "district-842", &error), now = NULL;
  CsCouncilRules rules = council->rules, bad;
  static const CsFraction quorums[] = { { 0, 4 }, { 5, 4 }, { -1, 2 }, { 1, -2 } };

  rules.minimum_rule = CS_MINIMUM_EVERY;
  rules.spread_limit = 15;
  rules.quorum = cs_fraction (2, 3);
  g_assert_true (cs_councils_set_rules (book->store, council, &rules, NULL, &error));
  g_assert_no_error (error);
  now = cs_store_find_council (book->store, "district-842", &error);
  g_assert_cmpint (now->rules.minimum_rule, ==, CS_MINIMUM_EVERY);
  g_assert_cmpint (now->rules.spread_limit, ==, 15);
  g_assert_cmpint (now->rules.quorum.num, ==, 2);
  /* no council can meet by these */
  for (guint i = 0; i < G_N_ELEMENTS (quorums); i++)
    {
      bad = rules;
      bad.quorum = quorums[i];
      g_assert_false (cs_councils_set_rules (book->store, now, &bad, NULL, &error));
      assert_error (error, CS_ERROR_INVALID);
    }
  bad = rules;
  bad.spread_limit = -1;
  g_assert_false (cs_councils_set_rules (book->store, now, &bad, NULL, &error));
  assert_error (error, CS_ERROR_INVALID);
  /* changed meanwhile by somebody else */
  g_assert_false (cs_councils_set_rules (book->store, council, &rules, NULL, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  book_score (book->store, book_code (1), "m1", 0, FALSE);
  rules.spread_limit = 12;
  g_assert_true (cs_councils_set_rules (book->store, now, &rules, NULL, &error));
  g_clear_pointer (&now, cs_council_unref);
  now = cs_store_find_council (book->store, "district-842", &error);
  book_score (book->store, book_code (1), "m2", 0, TRUE);
  g_assert_false (cs_councils_set_rules (book->store, now, &rules, NULL, &error));
  assert_error (error, CS_ERROR_FROZEN);
}

/* --- who is told --- */

static void
changed_cb (CsStore *store, const CsChangeSet *changes, GArray *seen)
{
  guint kinds = cs_change_set_get_kinds (changes);

  g_array_append_val (seen, kinds);
}

static void
test_changed (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = get_sheet (book, dossier, "m1");
  gulong handler = g_signal_connect (book->store, "changed", G_CALLBACK (changed_cb), seen);

  choose (book, dossier, sheet, 0, 1); /* makes the sheet: the product is being scored now */
  choose (book, dossier, sheet, 1, 1);
  g_assert_cmpuint (seen->len, ==, 2);
  g_assert_cmpuint (g_array_index (seen, guint, 0), ==, CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS);
  g_assert_cmpuint (g_array_index (seen, guint, 1), ==, CS_CHANGE_SHEETS);
  g_assert_false (cs_sheets_choose (book->store, dossier, sheet, 0, 77, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (cs_sheets_submit (book->store, dossier, member_id (book->store, "m1"), NULL, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_cmpuint (seen->len, ==, 2);
  cs_store_set_dry_run (book->store, TRUE);
  g_free (book_add_product (book->store, "Thử", 1, "district-1"));
  cs_store_set_dry_run (book->store, FALSE);
  g_assert_cmpuint (seen->len, ==, 2);
  g_signal_handler_disconnect (book->store, handler);
}

/* The overview that is kept is the one that would be worked out anew. */
static void
test_kept_overview (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const CsOverview *overview = cs_results_overview (book->store, 0, NULL, &error);
  g_autofree char *code = NULL;

  g_assert_cmpint (overview->totals.registered, ==, 3);
  g_assert_true (cs_results_overview (book->store, 2024, NULL, &error) == overview);
  code = book_add_product (book->store, "Sản phẩm 4", 1, "district-2");
  g_assert_cmpint (cs_results_overview (book->store, 0, NULL, &error)->totals.registered, ==, 4);
  g_assert_cmpint (cs_results_overview (book->store, 0, "district-2", &error)->totals.registered, ==, 1);
  g_assert_cmpint (cs_results_overview (book->store, 0, "district-1", &error)->totals.registered, ==, 3);
  book_close_product (book->store, book_code (1), 5, 50);
  g_assert_cmpint (cs_results_overview (book->store, 0, NULL, &error)->totals.scored, ==, 1);
  g_assert_cmpint (cs_results_overview (book->store, 0, "district-2", &error)->totals.scored, ==, 0);
  g_assert_cmpint (cs_results_overview (book->store, 2023, NULL, &error)->totals.registered, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/scoring/choose", test_choose);
  ADD ("/scoring/refused", test_refused);
  ADD ("/scoring/sealed-meanwhile", test_sealed_meanwhile);
  ADD ("/scoring/stale-choice", test_stale_choice);
  ADD ("/scoring/notes", test_notes);
  ADD ("/scoring/note-is-sealed", test_note_is_sealed);
  ADD ("/scoring/submit", test_submit);
  ADD ("/scoring/closed-meanwhile", test_closed_meanwhile);
  ADD ("/scoring/findings", test_findings);
  ADD ("/scoring/rounds", test_rounds);
  ADD ("/scoring/later-member", test_later_member);
  ADD ("/scoring/rules", test_rules);
  ADD ("/scoring/changed", test_changed);
  ADD ("/scoring/kept-overview", test_kept_overview);
  return g_test_run ();
}
