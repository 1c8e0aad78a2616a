/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act.h"
#include "session-of.h"
#include "service/papers/minutes.h"
#include "book.h"

#include "db/handle-private.h"
#include "db/query.h"
#include "service/book/store-kept-private.h"
#include "service/book/store-private.h"
#include "exchange/export.h"
#include "service/book/check.h"
#include "service/dossiers/dossier-list.h"
#include "service/dossiers/evidence.h"
#include "service/papers/unit-paper.h"
#include "service/results/agreements.h"
#include "service/results/overview.h"
#include "service/results/register.h"
#include "service/results/result-walk.h"
#include "service/scoring/closing.h"

#include <string.h>

/* What a list costs is counted, not timed: the queries for a product do not grow with its sheets, and what
 * all products share (councils, law) is not asked for again with each. */

#define N_ACTS   300
#define MANY     300 /* products: more than are read at once */
#define AT_ONCE  256
#define MORE_MAX 12 /* queries that a list may ask for what it reads the second time */

/* A query is nobody else's from the moment it is asked for, also before it is filled and stepped. */
static void
test_same_text (Book *book, gconstpointer data)
{
  static const char sql[] = "SELECT :n UNION ALL SELECT :n + 1";
  CsDb *db = book->store->db;
  g_autoptr (GError) error = NULL;

  for (guint round = 0; round < 3; round++)
    {
      CsQuery *one = cs_query (db, sql), *other = cs_query (db, sql), *third;

      cs_query_set_int (one, ":n", 10);
      cs_query_set_int (other, ":n", 20);
      g_assert_true (cs_query_next (one));
      g_assert_true (cs_query_next (other));
      third = cs_query (db, sql);
      cs_query_set_int (third, ":n", 30);
      g_assert_cmpint (cs_query_int (one, 0), ==, 10);
      g_assert_true (cs_query_next (one));
      g_assert_cmpint (cs_query_int (one, 0), ==, 11);
      g_assert_true (cs_query_done (one, &error));
      g_assert_cmpint (cs_query_int (other, 0), ==, 20);
      g_assert_true (cs_query_next (third));
      g_assert_cmpint (cs_query_int (third, 0), ==, 30);
      g_assert_true (cs_query_done (third, &error));
      g_assert_true (cs_query_done (other, &error));
      g_assert_no_error (error);
    }
}

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

/* --- lists --- */

static gboolean
list_results (Book *book, GError **error)
{
  g_autoptr (GPtrArray) results = cs_results_list (book->store, NULL, NULL, NULL, error);

  return results != NULL;
}

static gboolean
list_agreements (Book *book, GError **error)
{
  g_autoptr (GPtrArray) groups = cs_agreements_list (book->store, NULL, FALSE, error);

  return groups != NULL;
}

static gboolean
list_problems (Book *book, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  return cs_store_check (book->store, problems, error) && problems->len == 0;
}

static gboolean
export_all (Book *book, GError **error)
{
  g_autofree char *path = book_file (book, "all.xml");

  return cs_export_xml (book->store, path, NULL, NULL, NULL, NULL, error);
}

static gboolean
summarise (Book *book, GError **error)
{
  g_autoptr (CsUnitSummary) summary = cs_unit_paper_summary (book->store, NULL, NULL, error);

  return summary != NULL;
}

static gboolean
list_clocks (Book *book, GError **error)
{
  g_autoptr (GPtrArray) certificates = cs_recognitions_clocks (book->store, NULL, error);

  return certificates != NULL;
}

static gboolean
write_minutes (Book *book, GError **error)
{
  g_autoptr (CsSession) session = session_of (book->store, "district-842", "district-1", 1);
  g_autoptr (CsMinutes) minutes = cs_minutes_of_session (book->store, session, error);

  return minutes != NULL;
}

/* Everything that is open comes onto the agenda. */
static void
plan (Book *book)
{
  g_autoptr (GError) error = NULL;
  CsNewSession wanted = { .council = council_id (book->store, "district-842"), .round = "district-1" };
  g_autoptr (CsSession) session = cs_sessions_add (book->store, &wanted, &error);

  g_assert_no_error (error);
  g_assert_true (cs_sessions_open (book->store, session, &error));
}

static void
fill_agenda (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = session_of (book->store, "district-842", "district-1", 1);

  g_assert_true (cs_sessions_fill_agenda (book->store, session, &error));
  g_assert_no_error (error);
}

static const struct
{
  const char *name;
  gboolean (*run) (Book *book, GError **error);
} lists[] = {
  { "results", list_results },  { "agreements", list_agreements }, { "check", list_problems },
  { "export", export_all },     { "summary", summarise },          { "clocks", list_clocks },
  { "minutes", write_minutes },
};

static guint
count_of (Book *book, guint i)
{
  g_autoptr (GPtrArray) trace = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (lists[i].run (book, &error)); /* what is kept for the next time */
  book->store->db->trace = trace;
  g_assert_true (lists[i].run (book, &error));
  book->store->db->trace = NULL;
  g_assert_no_error (error);
  return trace->len;
}

/* What a list asks does not grow with what it lists: as much for a hundred products more, all in one reading;
 * once more of the same for those that no longer go into one. */
static void
test_lists (Book *book, gconstpointer data)
{
  guint few[G_N_ELEMENTS (lists)], more[G_N_ELEMENTS (lists)];

  for (guint i = 1; i <= 3; i++)
    score (book, i, 5);
  plan (book);
  fill_agenda (book);
  book_close_product (book->store, book_code (3), 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    few[i] = count_of (book, i);
  for (guint n = 3; n < AT_ONCE; n++)
    g_free (book_add_product (book->store, "Thêm", 1, n % 3 == 0 ? NULL : "district-1"));
  fill_agenda (book);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      more[i] = count_of (book, i);
      g_test_message ("%s: %u for 3 products, %u for %u", lists[i].name, few[i], more[i], AT_ONCE);
      g_assert_cmpuint (more[i], ==, few[i]);
    }
  for (guint n = AT_ONCE; n < MANY; n++)
    g_free (book_add_product (book->store, "Thêm", 1, "district-1"));
  fill_agenda (book);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_assert_cmpuint (count_of (book, i), <=, more[i] + MORE_MAX);
}

static void
add_sheets (GString *text, const GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (sheets, i);

      g_string_append_printf (text, " %s/%s/%d/%s:", sheet->uuid, sheet->member_uuid, sheet->scoring_round,
                              sheet->seal);
      for (guint q = 0; q < sheet->n_questions; q++)
        g_string_append_printf (text, "%d%s,", sheet->choices[q],
                                sheet->notes[q] != NULL ? sheet->notes[q] : "");
    }
}

/* Everything of a product that was read, and what came of it. */
static char *
result_text (const CsResult *result, const GPtrArray *sheets)
{
  GString *text = g_string_new (result->dossier->uuid);

  g_string_append_printf (text, " %s %s %s %d %u %d %s", result->dossier->evaluation_uuid,
                          result->dossier->council_uuid, result->dossier->producer.uuid, result->status,
                          result->counted, result->eliminated,
                          result->closing != NULL ? result->closing->uuid : "open");
  for (guint i = 0; result->closing != NULL && i < result->closing->members->len; i++)
    g_string_append_printf (text, " %d",
                            ((CsClosingMember *) g_ptr_array_index (result->closing->members, i))->state);
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);

      g_string_append_printf (text, " %s=%d%s", member->uuid, member->state, member->reason);
    }
  for (guint i = 0; i < result->grounds->len; i++)
    g_string_append_printf (text, " %s", ((CsGround *) g_ptr_array_index (result->grounds, i))->uuid);
  if (result->verdict != NULL)
    g_string_append_printf (text, " %d/%u", result->verdict->sum, result->verdict->counted);
  add_sheets (text, sheets);
  return g_string_free (text, FALSE);
}

/* Read together or one by one: nothing of one product comes to another. */
static void
test_walk (Book *book, gconstpointer data)
{
  CsDossierFilter all = { .with_rehearsals = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsResultWalk) walk = NULL;
  guint n = 0;

  for (guint i = 0; i < N_ACTS; i++)
    act_by_chance (book->store);
  for (guint i = 0; i < MANY; i++)
    g_free (book_add_product (book->store, "Thêm", 1, i % 5 == 0 ? NULL : "district-1"));
  for (guint i = 0; i < N_ACTS; i++)
    act_by_chance (book->store);
  walk = cs_result_walk_new (book->store, cs_dossiers_list (book->store, &all, &error));
  for (CsResult *result; (result = cs_result_walk_next (walk, &error)) != NULL; n++)
    {
      CsDossierKey key = { result->dossier->id, result->dossier->evaluation };
      g_autoptr (CsResult) walked = result;
      g_autoptr (CsResult) alone = cs_results_of (book->store, key, NULL);
      g_autoptr (GPtrArray) sheets =
          key.evaluation != 0 ? cs_sheets_list (book->store, alone->dossier, NULL) : g_ptr_array_new ();
      g_autoptr (GPtrArray) evidence = cs_evidence_list (book->store, key.dossier, NULL);
      g_autofree char *a = result_text (walked, cs_result_walk_sheets (walk, NULL));
      g_autofree char *b = result_text (alone, sheets);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpuint (cs_result_walk_evidence (walk, NULL)->len, ==, evidence->len);
    }
  g_assert_no_error (error);
  g_assert_true (cs_result_walk_is_over (walk));
  g_assert_cmpuint (n, >, MANY);
}

/* One that is gone is told, and the list is not over. */
static void
test_walk_gone (Book *book, gconstpointer data)
{
  CsDossierKey keys[] = { { 1, 1 }, { 999, 999 } };
  GArray *list = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (CsDossierKey)), keys, 2);
  g_autoptr (CsResultWalk) walk = cs_result_walk_new (book->store, list);
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_result_walk_next (walk, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
  g_assert_false (cs_result_walk_is_over (walk));
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
      _cs_store_drop (book->store, "dossier-facts");
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
  g_test_add ("/queries/same-text", Book, NULL, book_set_up, test_same_text, book_tear_down);
  g_test_add ("/queries/lists", Book, NULL, book_set_up, test_lists, book_tear_down);
  g_test_add ("/queries/walk", Book, NULL, book_set_up, test_walk, book_tear_down);
  g_test_add ("/queries/walk/gone", Book, NULL, book_set_up, test_walk_gone, book_tear_down);
  g_test_add ("/queries/overview/mends", Book, NULL, book_set_up, test_overview_mends, book_tear_down);
  g_test_add ("/queries/overview/mended", Book, NULL, book_set_up, test_overview_mended, book_tear_down);
  return g_test_run ();
}
