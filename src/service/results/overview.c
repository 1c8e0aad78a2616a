/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/overview.h"

#include "db/query.h"
#include "repo/book-repo.h"
#include "service/results/register.h"
#include "service/book/store-private.h"

/* An overview is asked for on every look at the page and changes only with what it counts. */

#define MENDED_MAX 1000 /* more are read anew, all in one go */

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

/* --- facts: one look at every dossier, mended when some changed --- */

typedef struct
{
  GArray *facts; /* (element-type CsOverviewFact): by dossier */
  GStringChunk *texts;
} Facts;

static void
facts_free (gpointer data)
{
  Facts *self = data;

  g_array_unref (self->facts);
  g_string_chunk_free (self->texts);
  g_free (self);
}

#define FACTS                                                                                                \
  "SELECT d.id, d.unit, e.round, e.state = 'closed', iif (o.decides AND NOT EXISTS (SELECT 1 FROM"           \
  " withdrawal w WHERE w.evaluation = e.id), o.stars, 0), o.forwarded FROM dossier d"                        \
  " LEFT JOIN evaluation e ON e.dossier = d.id"                                                              \
  " LEFT JOIN closing z ON z.evaluation = e.id AND z.reopened_at IS NULL"                                    \
  " LEFT JOIN outcome o ON o.closing = z.id WHERE d.deleted = 0 AND d.rehearsal = 0"

/* @dossier: row, 0 for all. Returns: (transfer full) */
static GArray *
read_facts (CsStore *store, GStringChunk *texts, gint64 dossier, GError **error)
{
  g_autoptr (GArray) facts = g_array_new (FALSE, TRUE, sizeof (CsOverviewFact));
  CsQuery *q = cs_query (store->db, dossier != 0 ? FACTS " AND d.id = :dossier" : FACTS " ORDER BY d.id");

  if (dossier != 0)
    cs_query_set_int (q, ":dossier", dossier);
  while (cs_query_next (q))
    {
      const char *round = cs_query_text (q, 2);
      CsOverviewFact fact = { .dossier = cs_query_int (q, 0),
                              .unit = g_string_chunk_insert_const (texts, cs_query_text (q, 1)),
                              .round = round != NULL ? g_string_chunk_insert_const (texts, round) : NULL,
                              .closed = cs_query_int (q, 3) != 0,
                              .recognised = (int) cs_query_int (q, 4),
                              .forwarded = cs_query_int (q, 5) != 0 };

      g_array_append_val (facts, fact);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&facts) : NULL;
}

/* Where the facts of @dossier begin, or would. */
static guint
place_of (const GArray *facts, gint64 dossier)
{
  guint low = 0, high = facts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (facts, CsOverviewFact, middle).dossier < dossier)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
mend_facts (CsStore *store, Facts *self, const char *uuid, GError **error)
{
  g_autoptr (GArray) now = NULL;
  g_autoptr (GError) local = NULL;
  gint64 dossier = 0;
  guint first, n = 0;
  CsQuery *q = cs_query (store->db, "SELECT id FROM dossier WHERE uuid = :uuid");

  cs_query_set_text (q, ":uuid", uuid);
  if (!cs_query_one_int (q, &dossier, &local))
    {
      if (local == NULL)
        return TRUE; /* something else bears that name */
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  now = read_facts (store, self->texts, dossier, error);
  if (now == NULL)
    return FALSE;
  first = place_of (self->facts, dossier);
  while (first + n < self->facts->len
         && g_array_index (self->facts, CsOverviewFact, first + n).dossier == dossier)
    n++;
  if (n > 0)
    g_array_remove_range (self->facts, first, n);
  if (now->len > 0)
    g_array_insert_vals (self->facts, first, now->data, now->len);
  return TRUE;
}

/* Returns: (transfer none): NULL with @error */
static const GArray *
get_facts (CsStore *store, GError **error)
{
  g_autoptr (CsChangeSet) since = NULL;
  Facts *kept = _cs_store_followed (store, "overview-facts", &since);
  g_autoptr (GPtrArray) changed =
      kept != NULL ? cs_change_set_list (since, CS_CHANGE_DOSSIERS | CS_CHANGE_EVALUATIONS) : NULL;
  g_autoptr (GArray) facts = NULL;
  GStringChunk *texts;

  if (changed != NULL && changed->len <= MENDED_MAX)
    {
      for (guint i = 0; i < changed->len; i++)
        if (!mend_facts (store, kept, g_ptr_array_index (changed, i), error))
          {
            _cs_store_drop (store, "overview-facts"); /* half mended */
            return NULL;
          }
      return kept->facts;
    }
  texts = g_string_chunk_new (1024);
  facts = read_facts (store, texts, 0, error);
  if (facts == NULL)
    {
      g_string_chunk_free (texts);
      _cs_store_drop (store, "overview-facts");
      return NULL;
    }
  kept = g_new0 (Facts, 1);
  kept->facts = g_steal_pointer (&facts);
  kept->texts = texts;
  _cs_store_follow (store, "overview-facts", kept, facts_free);
  return kept->facts;
}

/* --- the overview --- */

static CsOverview *
compute (CsStore *store, int year, const char *round, GError **error)
{
  const GArray *facts = get_facts (store, error);
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
