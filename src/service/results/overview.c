/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/overview.h"
#include "service/results/results-private.h"

#include "db/query.h"
#include "repo/book-repo.h"
#include "repo/dossier-repo.h"
#include "service/results/register.h"
#include "service/book/store-private.h"

/* An overview is asked for on every look at the page and changes only with what it counts. Closed evaluations
 * never change, so what they came to is kept apart and only new ones are worked out. */

typedef struct
{
  int stars;
  gboolean recognised;
  gboolean forwarded;
} CsOutcome;

typedef struct
{
  int year;
  char *round;
  CsOverview *overview;
} CsKeptOverview;

static void
kept_overview_free (gpointer data)
{
  CsKeptOverview *kept = data;

  cs_overview_free (kept->overview);
  g_free (kept->round);
  g_free (kept);
}

static const CsOutcome *
outcome_of (CsStore *store, gint64 dossier, gint64 evaluation, GError **error)
{
  CsOutcome *outcome = g_hash_table_lookup (store->outcomes, &evaluation);
  CsDossier *loaded;
  g_autoptr (CsResult) result = NULL;
  gint64 *id;

  if (outcome != NULL)
    return outcome;
  loaded = cs_dossier_repo_load (store->db, dossier, evaluation, error);
  result = loaded != NULL ? _cs_results_unseen (store, loaded, error) : NULL;
  if (result == NULL)
    return NULL;
  outcome = g_new0 (CsOutcome, 1);
  outcome->stars = result->verdict != NULL ? result->verdict->stars : 0;
  outcome->recognised = result->recognised_here;
  outcome->forwarded = result->forwarded;
  id = g_new (gint64, 1);
  *id = evaluation;
  g_hash_table_insert (store->outcomes, id, outcome);
  return outcome;
}

static GArray *
collect_facts (CsStore *store, GStringChunk *texts, GError **error)
{
  g_autoptr (GArray) facts = g_array_new (FALSE, TRUE, sizeof (CsOverviewFact));
  CsQuery *q =
      cs_query (store->db,
                "SELECT d.id, d.unit, e.id, e.round, e.state = 'closed',"
                " EXISTS (SELECT 1 FROM withdrawal w WHERE w.evaluation = e.id) FROM dossier d"
                " LEFT JOIN evaluation e ON e.dossier = d.id WHERE d.deleted = 0 AND d.rehearsal = 0");
  gboolean good = TRUE;

  while (good && cs_query_next (q))
    {
      CsOverviewFact fact = { .dossier = cs_query_int (q, 0), .closed = cs_query_int (q, 4) != 0 };
      const char *round = cs_query_text (q, 3);

      fact.unit = g_string_chunk_insert_const (texts, cs_query_text (q, 1));
      fact.round = round != NULL ? g_string_chunk_insert_const (texts, round) : NULL;
      if (fact.closed)
        {
          const CsOutcome *outcome = outcome_of (store, fact.dossier, cs_query_int (q, 2), error);

          good = outcome != NULL;
          if (good)
            {
              fact.recognised = outcome->recognised && cs_query_int (q, 5) == 0 ? outcome->stars : 0;
              fact.forwarded = outcome->forwarded;
            }
        }
      g_array_append_val (facts, fact);
    }
  return cs_query_done (q, good ? error : NULL) && good ? g_steal_pointer (&facts) : NULL;
}

static CsOverview *
compute (CsStore *store, int year, const char *round, GError **error)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);
  g_autoptr (GArray) facts = collect_facts (store, texts, error);
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
      if (kept->year == year && g_strcmp0 (kept->round, round) == 0)
        return kept->overview;
    }
  kept = g_new0 (CsKeptOverview, 1);
  kept->year = year;
  kept->round = g_strdup (round);
  kept->overview = compute (store, year, round, error);
  if (kept->overview == NULL)
    {
      kept_overview_free (kept);
      return NULL;
    }
  g_ptr_array_add (all, kept);
  return kept->overview;
}
