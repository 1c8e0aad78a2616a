/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/overview.h"

#include "base/date.h"
#include "repo/book-repo.h"
#include "service/results/register.h"
#include "service/dossiers/dossier-facts-private.h"
#include "service/book/store-kept-private.h"

/* An overview is asked for on every look at the page and changes only with what it counts. */

typedef struct
{
  int year;
  char *round;
  char *day; /* on which certificates were in force */
  CsOverview *overview;
} CsKeptOverview;

static void
kept_overview_free (gpointer data)
{
  CsKeptOverview *kept = data;

  cs_overview_free (kept->overview);
  g_free (kept->round);
  g_free (kept->day);
  g_free (kept);
}

/* --- the overview --- */

static CsOverview *
compute (CsStore *store, int year, const char *round, GError **error)
{
  const GArray *facts = _cs_facts_get (store, error);
  g_autoptr (GPtrArray) trademarks = facts != NULL ? cs_book_repo_load_trademarks (store->db, error) : NULL;
  g_autoptr (GPtrArray) certificates =
      trademarks != NULL ? cs_recognitions_clocks (store, NULL, error) : NULL;

  if (certificates == NULL)
    return NULL;
  return cs_overview_new (store->book, store->units, store->targets, facts, trademarks, certificates, year,
                          round);
}

const CsOverview *
cs_results_overview (CsStore *store, int year, const char *round, GError **error)
{
  const guint counted =
      _cs_store_generation (store, CS_CHANGE_DOSSIERS | CS_CHANGE_EVALUATIONS | CS_CHANGE_REGISTER);
  GPtrArray *all = _cs_store_kept (store, "overviews", counted);
  g_autofree char *today = cs_date_today ();
  CsKeptOverview *kept;

  if (year == 0)
    year = store->book->year;
  if (all == NULL)
    {
      all = g_ptr_array_new_with_free_func (kept_overview_free);
      _cs_store_keep (store, "overviews", counted, all, (GDestroyNotify) g_ptr_array_unref);
    }
  for (guint i = 0; i < all->len; i++)
    {
      kept = g_ptr_array_index (all, i);
      if (kept->year == year && g_strcmp0 (kept->round, round) == 0 && g_str_equal (kept->day, today))
        return kept->overview;
    }
  kept = g_new0 (CsKeptOverview, 1);
  kept->year = year;
  kept->round = g_strdup (round);
  kept->day = g_strdup (today);
  kept->overview = compute (store, year, round, error);
  if (kept->overview == NULL)
    {
      kept_overview_free (kept);
      return NULL;
    }
  g_ptr_array_add (all, kept);
  return kept->overview;
}
