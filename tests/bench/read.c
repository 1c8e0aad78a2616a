/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers/dossier-list.h"
#include "service/dossiers/dossiers.h"
#include "service/results/overview.h"
#include "service/results/results.h"
#include "timing.h"

/* read BOOK: what a person waits for in a large book: opening it, the overview for the first time, again, and
 * after a change; and what the dossiers page does for each key that is typed into its search. */

#define REPEATS 20

static const char *const typed[] = { "b",       "bu",    "buo",    "buoi",           "buoi d",
                                     "buoi da", "mau 7", "htx",    "84 842 29236 1", "xyz",
                                     "m",       "h",     "hop tac" };

/* As ui/dossier-model.c and ui/dossier-filters.c: the rows, the counts, and the dossiers of the rows on the
 * screen. */
static void
search_once (CsStore *store, const char *words)
{
  g_autoptr (GError) error = NULL;
  CsDossierFilter filter = { .words = words };
  g_autoptr (GArray) keys = cs_dossiers_list (store, &filter, &error);
  CsStateCounts counts;

  g_assert_no_error (error);
  g_assert_true (cs_dossiers_count (store, &filter, &counts, &error));
  g_assert_cmpuint (counts.of[CS_DOSSIER_ANY], ==, keys->len);
  for (guint i = 0; i < MIN (keys->len, 30); i++)
    {
      g_autoptr (CsDossier) dossier = cs_dossiers_get (store, g_array_index (keys, CsDossierKey, i), &error);

      g_assert_no_error (error);
    }
}

static void
measure_search (CsStore *store)
{
  Timing search = { 0 }, all = { 0 }, worst = { 0 };

  for (guint t = 0; t < G_N_ELEMENTS (typed); t++)
    {
      Timing key = { 0 };

      for (guint i = 0; i < REPEATS; i++)
        {
          search_once (store, NULL); /* nothing of the last time is kept */
          timing_start (&key);
          search_once (store, typed[t]);
          timing_stop (&key);
        }
      timing_keep_median (&key, &search);
    }
  worst.samples = g_array_copy (search.samples);
  timing_print (&search, "search");
  timing_print_slowest (&worst, "search.worst");
  for (guint i = 0; i < REPEATS; i++)
    {
      timing_start (&all);
      search_once (store, NULL);
      timing_stop (&all);
    }
  timing_print (&all, "list-all");
}

static void
look (CsStore *store, Timing *timing)
{
  g_autoptr (GError) error = NULL;

  timing_start (timing);
  cs_results_overview (store, 0, NULL, &error);
  timing_stop (timing);
  g_assert_no_error (error);
}

static void
measure_overview (CsStore *store)
{
  Timing cold = { 0 }, again = { 0 }, changed = { 0 };

  look (store, &cold);
  timing_print (&cold, "overview.cold");
  for (guint i = 0; i < 10 * REPEATS; i++)
    look (store, &again);
  timing_print (&again, "overview");
  for (guint i = 0; i < REPEATS; i++)
    {
      g_autoptr (GError) error = NULL;
      CsNewDossier wanted = { .product = "Thêm một",
                              .producer = "Hợp tác xã Thêm",
                              .producer_kind = "cooperative",
                              .unit = "29236",
                              .form = 1,
                              .kind = "first",
                              .round = "district-1" };

      g_free (cs_dossiers_add (store, &wanted, &error));
      g_assert_no_error (error);
      look (store, &changed);
    }
  timing_print (&changed, "overview.changed");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = NULL;
  Timing open = { 0 };

  g_assert_cmpint (argc, ==, 2);
  timing_start (&open);
  store = cs_store_open (argv[1], &error);
  timing_stop (&open);
  g_assert_no_error (error);
  timing_print (&open, "open");
  measure_overview (store);
  measure_search (store);
  return 0;
}
