/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "council-id.h"
#include "book.h"
#include "service/council/council-rules.h"
#include "service/council/councils.h"
#include "service/results/agreements.h"
#include "service/council/recusals.h"
#include "service/scoring/closing.h"
#include "service/scoring/submission.h"

#include <string.h>

/* Who has a say: recusal, members who come and go, and the rules they work by. */

/* --- recusal --- */

static void
test_recusal (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = NULL, own = NULL;
  g_autoptr (CsResult) closed = NULL;

  g_assert_false (book_recuse (book, "m3", 1, FALSE, " ", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (book_recuse (book, "s", 1, FALSE, "vì", &error)); /* who does not score */
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (book_recuse (book, "m9", 1, FALSE, "vì", &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  own = cs_sheets_get (book->store, dossier, member_id (book->store, "m3"),
                       &error); /* begun, and still in the member's hand */
  g_assert_true (cs_sheets_choose (book->store, dossier, own, 0, 1, &error));
  g_assert_true (book_recuse (book, "m3", 1, FALSE, "anh em ruột", &error));
  g_assert_no_error (error);
  g_assert_false (book_recuse (book, "m3", 1, FALSE, "lần nữa", &error));
  assert_error (error, CS_ERROR_CONFLICT);
  /* from then on neither opened nor written */
  sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m3"), &error);
  g_assert_null (sheet);
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (cs_sheets_choose (book->store, dossier, own, 1, 1, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (cs_sheets_submit (book->store, dossier, member_id (book->store, "m3"), NULL, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  book_assert_states (book, 1, "m1=none m2=none m3=recused m4=none m5=none");
  book_assert_states (book, 2, "m1=none m2=none m3=none m4=none m5=none");
  for (guint i = 1; i <= 5; i++)
    if (i != 3)
      {
        g_autofree char *member = g_strdup_printf ("m%u", i);

        book_score (book->store, book_code (1), member, 50, TRUE);
      }
  g_assert_true (cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = "vì" }, &error));
  g_assert_no_error (error);
  closed = book_result (book, 1);
  g_assert_cmpuint (closed->counted, ==, 4);
  g_assert_cmpuint (closed->quorum.members, ==, 4);
  g_assert_cmpstr (((CsMemberResult *) g_ptr_array_index (closed->members, 2))->reason, ==, "anh em ruột");
  g_assert_false (((CsMemberResult *) g_ptr_array_index (closed->members, 2))->has_points);
  /* what is closed was judged */
  g_assert_false (book_recuse (book, "m4", 1, FALSE, "muộn", &error));
  assert_error (error, CS_ERROR_FROZEN);
  book_assert_clean (book);
}

/* All in at once: who is recused hands nothing in, also of a sheet that was whole before; and one that is not
 * whole keeps all others back. */
static void
test_submit_all (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) half = NULL;
  g_autofree char *drafts = NULL;
  CsSubmitted done;

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (1), member, 50, FALSE);
    }
  g_assert_true (book_recuse (book, "m3", 1, FALSE, "anh em ruột", &error));
  half = cs_sheets_get (book->store, dossier, member_id (book->store, "m5"), &error);
  g_assert_true (cs_sheets_choose (book->store, dossier, half, 0, 1, &error));
  g_assert_true (cs_sheets_submit (book->store, dossier, NULL, &done, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (done.sealed, ==, 3);
  g_assert_cmpuint (done.open, ==, 1);
  book_assert_states (book, 1, "m1=submitted m2=submitted m3=recused m4=submitted m5=draft");
  g_assert_false (cs_sheets_submit (book->store, dossier, NULL, NULL, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (book_recuse (book, "m5", 1, FALSE, "con dâu", &error));
  book_close (book);
  drafts = sql_rows (book->path, "SELECT m.key FROM sheet s JOIN member m ON m.id = s.member"
                                 " WHERE s.state = 'draft' ORDER BY m.key");
  g_assert_nonnull (strstr (drafts, "m3"));
  g_assert_nonnull (strstr (drafts, "m5"));
  g_assert_null (strstr (drafts, "m1"));
  book_open (book);
  /* and there is nothing more to hand in */
  g_assert_false (cs_sheets_submit (book->store, dossier, NULL, NULL, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  book_assert_clean (book);
}

static void
test_recusal_from_producer (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recusals = NULL;
  g_autofree char *later = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsSheet) sheet = NULL;

  /* submitted before: the sheet stays and does not count */
  book_score (book->store, book_code (2), "m4", 50, TRUE);
  g_assert_true (book_recuse (book, "m4", 1, TRUE, "cổ đông", &error));
  g_assert_no_error (error);
  book_assert_states (book, 1, "m1=none m2=none m3=none m4=recused m5=none");
  book_assert_states (book, 2, "m1=none m2=none m3=none m4=recused m5=none");
  later = book_add_product (book->store, "Sản phẩm sau", 1, "district-1"); /* of the same producer */
  dossier = book_dossier (book->store, later);
  sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m4"), &error);
  g_assert_null (sheet);
  assert_error (error, CS_ERROR_FORBIDDEN);
  recusals = cs_recusals_list (book->store, council_id (book->store, "district-842"), &error);
  g_assert_cmpuint (recusals->len, ==, 1);
  g_assert_false (cs_recusals_end (book->store, g_ptr_array_index (recusals, 0), "", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_recusals_end (book->store, g_ptr_array_index (recusals, 0), "nhầm người", &error));
  book_assert_states (book, 2, "m1=none m2=none m3=none m4=submitted m5=none");
  g_clear_pointer (&recusals, g_ptr_array_unref);
  recusals = cs_recusals_list (book->store, council_id (book->store, "district-842"), &error);
  g_assert_cmpuint (recusals->len, ==, 1); /* ended, and kept */
  g_assert_cmpstr (((CsRecusal *) g_ptr_array_index (recusals, 0))->end_reason, ==, "nhầm người");
}

/* What is closed was judged with the sheets of its closing, whoever is recused later. */
static void
test_recused_after_closing (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  const CsAgreementGroup *then, *now;

  book_close_product (book->store, book_code (1), 5, 20);
  book_close_product (book->store, book_code (2), 5, 60);
  before = cs_agreements_list (book->store, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (book_recuse (book, "m4", 3, TRUE, "cổ đông", &error));
  book_assert_states (book, 1, "m1=submitted m2=submitted m3=submitted m4=submitted m5=submitted");
  book_assert_states (book, 3, "m1=none m2=none m3=none m4=recused m5=none");
  after = cs_agreements_list (book->store, NULL, FALSE, &error);
  then = g_ptr_array_index (before, 0);
  now = g_ptr_array_index (after, 0);
  g_assert_cmpuint (now->totals.raters, ==, 5);
  g_assert_cmpint (cs_fraction_compare (now->totals.w, then->totals.w), ==, 0);
}

static void
test_suspects (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autofree char *shouted = g_utf8_strup (dossier->producer.name, -1);
  CsNewMember kin = { .council = "district-842",
                      .key = "m6",
                      .name = "Người nhà",
                      .role = CS_ROLE_MEMBER,
                      .organisation = shouted };
  g_autoptr (CsCouncil) council = NULL;
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  g_assert_true (cs_councils_add_member (book->store, &kin, &error));
  council = cs_store_find_council (book->store, "district-842", &error);
  before = cs_recusals_suspects (book->store, council, dossier, &error);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpstr (((CsMember *) g_ptr_array_index (before, 0))->key, ==, "m6");
  g_assert_true (book_recuse (book, "m6", 1, FALSE, "của cơ sở", &error));
  after = cs_recusals_suspects (book->store, council, dossier, &error);
  g_assert_cmpuint (after->len, ==, 0);
}

/* --- members who come and go --- */

static gboolean
replace (Book *book, const char *former, const char *key, const char *paper, GError **error)
{
  CsNewMember wanted = { .council = "district-842",
                         .key = key,
                         .name = "Người mới",
                         .role = CS_ROLE_MEMBER,
                         .organisation = "",
                         .replaces = member_id_in (book->store, "district-842", former),
                         .by_decision = paper };

  return cs_councils_add_member (book->store, &wanted, error);
}

/* The book's public view counts as many sheets as the rules do. */
static void
assert_view_counts (Book *book, guint product, const char *wanted)
{
  g_autoptr (CsResult) result = book_result (book, product);
  g_autofree char *sql =
      g_strdup_printf ("SELECT coalesce (counted, 0) FROM product_results WHERE code = '%s'",
                       book_code (product));
  g_autofree char *seen = NULL, *told = g_strdup_printf ("%u", result->counted);

  g_clear_pointer (&result, cs_result_free);
  book_close (book);
  seen = g_strstrip (sql_rows (book->path, sql));
  book_open (book);
  g_assert_cmpstr (told, ==, wanted);
  g_assert_cmpstr (seen, ==, wanted);
}

static void
test_replacement (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = NULL;
  g_autoptr (CsCouncil) council = NULL;

  book_close_product (book->store, book_code (2), 5, 0);
  book_score (book->store, book_code (1), "m5", 50, TRUE);
  g_assert_false (replace (book, "m5", "m6", NULL, &error)); /* by what paper? */
  assert_error (error, CS_ERROR_INVALID);
  g_assert_false (replace (book, "m9", "m6", "QĐ 12", &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_false (replace (book, "s", "m6", "QĐ 12", &error)); /* a secretary's place is none to score from */
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (replace (book, "m5", "m6", "QĐ 12", &error));
  g_assert_no_error (error);
  g_assert_false (replace (book, "m5", "m7", "QĐ 13", &error)); /* twice */
  assert_error (error, CS_ERROR_CONFLICT);
  council = cs_store_find_council (book->store, "district-842", &error);
  g_assert_cmpstr (cs_council_member (council, "m5")->left_by, ==, "QĐ 12");
  g_assert_cmpstr (cs_council_member (council, "m6")->added_by, ==, "QĐ 12");
  g_assert_cmpuint (cs_council_n_scoring (council), ==, 5);
  book_assert_states (book, 1, "m1=none m2=none m3=none m4=none m5=submitted m6=not_applicable");
  book_assert_states (
      book, 2, "m1=submitted m2=submitted m3=submitted m4=submitted m5=submitted"); /* as it was closed */
  book_assert_states (book, 3, "m1=none m2=none m3=none m4=none m6=none");
  assert_view_counts (book, 1, "1");
  g_assert_null (cs_sheets_get (book->store, dossier, member_id (book->store, "m5"), &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m6"), &error);
  g_assert_true (cs_sheets_choose (book->store, dossier, sheet, 0, 1, &error));
  book_assert_states (book, 1, "m1=none m2=none m3=none m4=none m5=not_applicable m6=draft");
  assert_view_counts (book, 1, "0"); /* the successor's has begun */
  book_assert_clean (book);
}

static void
test_leaving (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsResult) open = NULL;

  g_assert_false (
      cs_councils_remove_member (book->store, member_id_in (book->store, "district-842", "m4"), "", &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_true (cs_councils_remove_member (book->store, member_id_in (book->store, "district-842", "m4"),
                                            "QĐ 9", &error));
  g_assert_false (cs_councils_remove_member (book->store, member_id_in (book->store, "district-842", "m4"),
                                             "QĐ 9", &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  open = book_result (book, 1);
  g_assert_cmpuint (open->quorum.members, ==, 4);
  g_assert_cmpuint (open->quorum.needed, ==, 3);
}

/* --- working rules --- */

static void
test_rules_history (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCouncil) council = cs_store_find_council (book->store, "district-842", &error), now = NULL;
  CsCouncilRules rules = council->rules;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (CsResult) before = NULL, after = NULL;
  gboolean frozen = TRUE;

  g_assert_true (cs_councils_are_frozen (book->store, council, &frozen, &error));
  g_assert_false (frozen);
  rules.spread_limit = 9;
  g_assert_true (cs_councils_set_rules (book->store, council, &rules, NULL, &error));
  book_close_product (book->store, book_code (1), 5, 60);
  before = book_result (book, 1);
  now = cs_store_find_council (book->store, "district-842", &error);
  rules.minimum_rule = CS_MINIMUM_EVERY;
  rules.quorum = cs_fraction (1, 1);
  rules.presence = CS_PRESENCE_CHAIR;
  rules.written = TRUE;
  g_assert_false (cs_councils_set_rules (book->store, now, &rules, NULL, &error));
  assert_error (error, CS_ERROR_FROZEN);
  g_assert_false (cs_councils_set_rules (book->store, now, &rules, "  ", &error));
  assert_error (error, CS_ERROR_FROZEN);
  g_assert_true (cs_councils_set_rules (book->store, now, &rules, "theo quy chế mới", &error));
  g_assert_no_error (error);
  history = cs_councils_rules_history (book->store, now, &error);
  g_assert_cmpuint (history->len, ==, 2); /* what was set before the first sheet is one */
  g_assert_cmpint (((CsRulesVersion *) g_ptr_array_index (history, 0))->rules.spread_limit, ==, 9);
  g_assert_cmpint (((CsRulesVersion *) g_ptr_array_index (history, 0))->rules.minimum_rule, ==,
                   CS_MINIMUM_MEAN);
  g_assert_cmpstr (((CsRulesVersion *) g_ptr_array_index (history, 1))->reason, ==, "theo quy chế mới");
  g_assert_true (((CsRulesVersion *) g_ptr_array_index (history, 1))->rules.written);
  /* a closed product is what it was, by the rules of its day */
  after = book_result (book, 1);
  g_assert_cmpint (after->rules.minimum_rule, ==, CS_MINIMUM_MEAN);
  g_assert_cmpint (after->verdict->stars, ==, before->verdict->stars);
  g_assert_cmpuint (after->quorum.needed, ==, before->quorum.needed);
  book_assert_clean (book);
}

static void
test_founding (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCouncil) council = cs_store_find_council (book->store, "district-842", &error), now = NULL;
  CsWorkingGroupMember *helper = cs_council_add_working_group_member (council);

  council->decision = (g_free (council->decision), g_strdup ("1234/QĐ-UBND"));
  council->decided_on = g_strdup ("2024-02-30");
  g_assert_false (cs_councils_set_decision (book->store, council, &error));
  assert_error (error, CS_ERROR_INVALID);
  council->decided_on = (g_free (council->decided_on), g_strdup ("2999-03-01"));
  g_assert_false (cs_councils_set_decision (book->store, council, &error));
  assert_error (error, CS_ERROR_INVALID);
  council->decided_on = (g_free (council->decided_on), g_strdup ("2024-03-01"));
  council->authority = (g_free (council->authority), g_strdup ("Chủ tịch UBND thành phố"));
  g_assert_true (cs_councils_set_decision (book->store, council, &error));
  helper->name = g_strdup ("Tổ viên");
  helper->organisation = g_strdup ("Phòng Kinh tế");
  helper->duty = g_strdup ("tổ trưởng");
  g_assert_true (cs_councils_set_working_group (book->store, council->uuid, council->working_group, &error));
  now = cs_store_find_council (book->store, "district-842", &error);
  g_assert_cmpstr (now->decision, ==, "1234/QĐ-UBND");
  g_assert_cmpstr (now->decided_on, ==, "2024-03-01");
  g_assert_cmpuint (now->working_group->len, ==, 1);
  g_assert_cmpstr (((CsWorkingGroupMember *) g_ptr_array_index (now->working_group, 0))->duty, ==,
                   "tổ trưởng");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/members/recusal/product", test_recusal);
  ADD ("/members/recusal/submit-all", test_submit_all);
  ADD ("/members/recusal/producer", test_recusal_from_producer);
  ADD ("/members/recusal/after-closing", test_recused_after_closing);
  ADD ("/members/recusal/suspects", test_suspects);
  ADD ("/members/replaced", test_replacement);
  ADD ("/members/left", test_leaving);
  ADD ("/members/rules/history", test_rules_history);
  ADD ("/members/founding", test_founding);
  return g_test_run ();
}
