/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "base/date.h"
#include "book.h"
#include "exchange/library.h"
#include "model/register.h"
#include "service/book/store-create.h"
#include "service/council/council-rules.h"
#include "service/council/councils.h"
#include "service/results/overview.h"
#include "service/scoring/bulk.h"
#include "service/results/register.h"
#include "service/council/recusals.h"
#include "service/scoring/closing.h"
#include "service/scoring/grounds.h"
#include "service/scoring/reopening.h"
#include "service/scoring/submission.h"
#include "service/scoring/taking-back.h"

/* The two views that other programs may read say the same as the rules, for random books under every rule. */

#define N_PRODUCTS 24

static const char *const communes[] = { "29236", "29239", "842", "29269", "84" };

static void
make_book (Book *book, CsMinimumRule rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsRegulation) regulation = cs_library_regulation ("qd-148-2023", &error);
  g_autoptr (CsUnitSet) units = cs_library_units ("tra-vinh-2023", &error);
  g_autoptr (CsPlan) plan = cs_library_plan ("tra-vinh-2024", &error);
  CsNewBook wanted = { .regulation = regulation, .units = units, .unit = "84", .plan = plan };

  regulation->council.minimum_rule = rule;
  regulation->council.presence = CS_PRESENCE_NONE;
  regulation->council.quorum = cs_fraction (1, 100);
  book->store = cs_store_create (book->path, &wanted, &error);
  g_assert_no_error (error);
}

static void
add_council (CsBulk *bulk, const char *key, guint n)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("m%u", i);
      CsNewMember member = { .council = key,
                             .key = name,
                             .name = name,
                             .role = i == 1 ? CS_ROLE_CHAIR : CS_ROLE_MEMBER,
                             .organisation = "" };

      cs_bulk_add_member (bulk, &member, &error);
      g_assert_no_error (error);
    }
}

static void
add_scored (CsBulk *bulk, const CsForm *form, const CsDossier *dossier, guint n, gboolean close)
{
  g_autoptr (GError) error = NULL;
  g_autofree int *choices = g_new (int, cs_form_n_questions (form));
  int bias = g_test_rand_int_range (-60, 101);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      if (i > 1 && g_test_rand_int_range (0, 6) == 0)
        continue; /* absent */
      book_draw (form, bias, choices);
      cs_bulk_add_sheet (bulk, dossier, member, 1, choices, close || g_test_rand_bit (), &error);
      g_assert_no_error (error);
    }
  if (close)
    cs_bulk_close (bulk, dossier, "vì", &error);
  g_assert_no_error (error);
}

static void
fill (Book *book)
{
  static const char *const keys[] = { "district-842", "district-844", "province-84" };
  static const char *const rounds[] = { "district-1", "district-2", "province-1", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsBulk) bulk = cs_bulk_begin (book->store, "test", NULL, &error);
  guint n = (guint) g_test_rand_int_range (1, 8);

  for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
    add_council (bulk, keys[k], n);
  for (guint i = 0; i < N_PRODUCTS; i++)
    {
      guint place = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (communes));
      CsNewDossier wanted = { .product = "Sản phẩm",
                              .producer = "Hợp tác xã",
                              .producer_kind = "cooperative",
                              .unit = communes[place],
                              .form = g_test_rand_int_range (1, 27),
                              .kind = "first",
                              .round = rounds[place == 4 ? 2 : g_test_rand_int_range (0, 4)],
                              .rehearsal = g_test_rand_int_range (0, 10) == 0 };
      g_autoptr (CsDossier) dossier = cs_bulk_add_dossier (bulk, &wanted, &error);

      g_assert_no_error (error);
      if (wanted.round != NULL && g_test_rand_int_range (0, 4) > 0)
        add_scored (bulk, cs_regulation_form (cs_store_get_current_regulation (book->store), wanted.form),
                    dossier, n, g_test_rand_int_range (0, 4) > 0);
    }
  cs_bulk_commit (g_steal_pointer (&bulk), "test", &error);
  g_assert_no_error (error);
}

/* Some open products are eliminated and closed after that. */
static void
eliminate (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = cs_results_list (book->store, NULL, NULL, NULL, &error);

  for (guint i = 0; i < results->len; i++)
    {
      const CsResult *result = g_ptr_array_index (results, i);
      g_autoptr (CsGround) ground = cs_ground_new (NULL, "g", "r", "p");

      if (result->dossier->closed || result->dossier->evaluation == 0)
        continue;
      g_assert_true (cs_grounds_add (book->store, result->dossier, ground, &error));
      for (guint m = 0; m < result->members->len; m++)
        if (((CsMemberResult *) g_ptr_array_index (result->members, m))->state == CS_MEMBER_DRAFT)
          cs_sheets_submit (book->store, result->dossier, NULL, NULL, NULL);
      cs_evaluation_close (book->store, result->dossier, &(CsCloseOptions){ .reason = "vì" }, NULL);
    }
}

/* What another level decided on some of what was sent up, and of some that is withdrawn again. */
static void
decide_above (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = cs_date_today ();
  g_autoptr (GPtrArray) results = cs_results_list (book->store, NULL, NULL, NULL, &error);

  for (guint i = 0; i < results->len; i++)
    {
      const CsResult *result = g_ptr_array_index (results, i);
      CsNewRecognition wanted = { .decision = "13/QĐ",
                                  .decided_on = today,
                                  .stars = g_test_rand_int_range (3, 6) };
      g_autoptr (CsRecognition) recognition = NULL;

      if (!cs_recognitions_may_add_of_other_level (result, NULL) || g_test_rand_int_range (0, 3) > 0)
        continue;
      g_assert_true (cs_recognitions_add (book->store, result->dossier, &wanted, NULL, &error));
      g_assert_true (cs_recognitions_of (book->store, result->dossier, &recognition, &error));
      if (g_test_rand_int_range (0, 3) == 0)
        g_assert_true (cs_recognitions_withdraw (book->store, recognition, today, "vì", NULL, &error));
    }
}

/* Some products are recognised, of some that is withdrawn, and some of those are closed anew. */
static void
recognise (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = cs_date_today ();
  g_autoptr (GPtrArray) results = cs_results_list (book->store, NULL, NULL, NULL, &error);

  for (guint i = 0; i < results->len; i++)
    {
      const CsResult *result = g_ptr_array_index (results, i);
      CsNewRecognition wanted = { .decision = "12/QĐ", .decided_on = today };
      g_autoptr (CsRecognition) recognition = NULL;

      if (!cs_recognitions_may_add (result, NULL) || g_test_rand_int_range (0, 4) == 0)
        continue;
      g_assert_true (cs_recognitions_add (book->store, result->dossier, &wanted, NULL, &error));
      g_assert_true (cs_recognitions_of (book->store, result->dossier, &recognition, &error));
      if (g_test_rand_bit ())
        g_assert_true (cs_recognitions_withdraw (book->store, recognition, today, "vì", NULL, &error));
      if (g_test_rand_int_range (0, 4) == 0)
        cs_recognitions_add (book->store, result->dossier, &wanted, NULL, NULL);
    }
}

static void
begin_sheet (Book *book, const CsDossier *dossier, const char *member)
{
  g_autoptr (CsSheet) sheet = cs_sheets_get (book->store, dossier, member_id (book->store, member), NULL);

  if (sheet != NULL)
    cs_sheets_choose (book->store, dossier, sheet, 0, 1, NULL);
}

/* One thing that happens to a council, by chance; what is refused did not happen. */
static void
disturb (Book *book, const CsResult *result)
{
  const CsDossier *dossier = result->dossier;
  guint n = result->members->len;
  const CsMemberResult *member =
      n > 0 ? g_ptr_array_index (result->members, g_test_rand_int_range (0, (int) n)) : NULL;
  static guint newcomers = 0;
  g_autofree char *key = g_strdup_printf ("n%u", newcomers++);
  CsNewRecusal recusal = { .dossier = dossier,
                           .reason = "vì",
                           .whole_producer = g_test_rand_int_range (0, 8) == 0 };
  CsNewMember newcomer = { .council = dossier->council,
                           .key = key,
                           .name = key,
                           .role = CS_ROLE_MEMBER,
                           .organisation = "",
                           .by_decision = "QĐ" };

  if (member == NULL)
    return;
  newcomer.replaces = member->uuid;
  recusal.member = member->uuid;
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      cs_recusals_declare (book->store, &recusal, NULL);
      break;
    case 1:
      if (cs_councils_add_member (book->store, &newcomer, NULL) && g_test_rand_bit ())
        begin_sheet (book, dossier, key);
      break;
    case 2:
      if (g_test_rand_int_range (0, 4) == 0)
        cs_councils_remove_member (book->store, member->uuid, "QĐ", NULL);
      break;
    case 3:
      cs_sheets_return (book->store, dossier, member_id (book->store, member->key),
                        member_id (book->store, "m1"), "vì", NULL);
      break;
    case 4:
      cs_sheets_submit (book->store, dossier, NULL, NULL, NULL);
      break;
    default:
      if (dossier->closed)
        cs_evaluation_reopen (book->store, dossier, member_id (book->store, "m1"), "vì", NULL);
      else
        cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = "vì" }, NULL);
    }
}

static void
shake (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) councils = cs_store_list_councils (book->store, &error);

  for (guint i = 0; i < councils->len; i++)
    {
      CsCouncil *council = g_ptr_array_index (councils, i);
      CsCouncilRules rules = council->rules;

      rules.leave_out_former = g_test_rand_bit ();
      cs_councils_set_rules (book->store, council, &rules, "vì", &error);
      g_assert_no_error (error);
    }
  for (guint step = 0; step < 60; step++)
    {
      g_autoptr (GPtrArray) results = cs_results_list (book->store, NULL, NULL, NULL, &error);
      const CsResult *result = g_ptr_array_index (results, g_test_rand_int_range (0, (int) results->len));

      if (result->dossier->evaluation != 0)
        disturb (book, result);
    }
}

static void
add_number (GString *line, gboolean known, gint64 number)
{
  if (known)
    g_string_append_printf (line, "|%" G_GINT64_FORMAT, number);
  else
    g_string_append (line, "|NULL");
}

/* What the view should say, from the rules: only evaluations have a row in it. */
static char *
expected_results (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = cs_results_list (book->store, NULL, NULL, NULL, &error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      const CsResult *r = g_ptr_array_index (results, i);
      const CsVerdict *v = r->verdict;

      if (r->dossier->evaluation == 0)
        continue;
      g_string_append_printf (text, "%s|%s|%d|%s|%s", r->dossier->code, r->dossier->unit, r->form->no,
                              r->dossier->round, r->dossier->closed ? "closed" : "open");
      add_number (text, r->counted > 0, r->counted);
      add_number (text, v != NULL, v != NULL ? v->sum : 0);
      add_number (text, v != NULL, v != NULL ? v->spread : 0);
      add_number (text, v != NULL, v != NULL ? v->eliminated : 0);
      add_number (text, v != NULL, v != NULL ? v->band : 0);
      add_number (text, v != NULL, v != NULL ? v->stars : 0);
      add_number (text, v != NULL, r->forwarded);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static char *
expected_progress (Book *book)
{
  g_autoptr (GError) error = NULL;
  const CsOverview *overview = cs_results_overview (book->store, 0, NULL, &error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < overview->rows->len; i++)
    {
      const CsOverviewRow *row = g_ptr_array_index (overview->rows, i);

      /* the view has the units below; what was filed at the book's own unit is in none of them */
      if (!g_str_equal (row->unit, overview->unit))
        g_string_append_printf (text, "%s|%d|%d|%d|%d|%d|%d|%d|%d|%d|%d\n", row->unit, row->target,
                                row->registered, row->scored, row->recognised[3], row->recognised[4],
                                row->recognised[5], row->forwarded, row->waiting, row->pipeline, row->failed);
    }
  return g_string_free (text, FALSE);
}

static void
test_equal (Book *book, gconstpointer data)
{
  g_autofree char *results = NULL, *progress = NULL, *seen_results = NULL, *seen_progress = NULL;

  make_book (book, (CsMinimumRule) GPOINTER_TO_INT (data));
  fill (book);
  eliminate (book);
  shake (book);
  recognise (book);
  decide_above (book);
  results = expected_results (book);
  progress = expected_progress (book);
  book_close (book);
  seen_results =
      sql_rows (book->path,
                "SELECT code, unit, form, round, state, counted, sum, spread, eliminated, band, stars,"
                " forwarded FROM product_results ORDER BY code, evaluation");
  seen_progress =
      sql_rows (book->path, "SELECT unit, target, registered, scored, stars_3, stars_4, stars_5, forwarded,"
                            " waiting, pipeline, failed FROM unit_progress ORDER BY (SELECT position FROM "
                            "unit u WHERE u.code = unit)");
  g_assert_cmpstr (seen_results, ==, results);
  g_assert_cmpstr (seen_progress, ==, progress);
  g_assert_cmpstr (results, !=, "");
}

/* A dossier that went on to the province after the district had closed it counts once. */
static void
test_two_rounds (Book *book, gconstpointer data)
{
  g_autofree char *progress = NULL, *seen = NULL, *code = NULL;
  g_autoptr (GError) error = NULL;

  make_book (book, CS_MINIMUM_MEAN);
  {
    g_autoptr (CsBulk) bulk = cs_bulk_begin (book->store, "test", NULL, &error);

    add_council (bulk, "district-842", 2);
    add_council (bulk, "province-84", 2);
    g_assert_true (cs_bulk_commit (g_steal_pointer (&bulk), "test", &error));
  }
  code = book_add_product (book->store, "Sản phẩm", 1, "district-1");
  book_close_product (book->store, code, 2, 60);
  book_close (book);
  sql_run (book->path,
           "INSERT INTO evaluation (uuid, dossier, round, council) SELECT 'u', d.id, 'province-1', k.id"
           " FROM dossier d, council k WHERE k.key = 'province-84'");
  book_open (book);
  book_close_product (book->store, code, 2, 60);
  progress = expected_progress (book);
  book_close (book);
  seen =
      sql_rows (book->path, "SELECT unit, target, registered, scored, stars_3, stars_4, stars_5, forwarded,"
                            " waiting, pipeline, failed FROM unit_progress ORDER BY (SELECT position FROM "
                            "unit u WHERE u.code = unit)");
  g_assert_cmpstr (seen, ==, progress);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "mean", "majority", "every" };

  g_test_init (&argc, &argv, NULL);
  for (int rule = CS_MINIMUM_MEAN; rule <= CS_MINIMUM_EVERY; rule++)
    for (int run = 1; run <= 6; run++)
      {
        g_autofree char *path = g_strdup_printf ("/views/%s/%d", names[rule], run);

        g_test_add (path, Book, GINT_TO_POINTER (rule), book_set_up_empty, test_equal, book_tear_down);
      }
  g_test_add ("/views/two-rounds", Book, NULL, book_set_up_empty, test_two_rounds, book_tear_down);
  return g_test_run ();
}
