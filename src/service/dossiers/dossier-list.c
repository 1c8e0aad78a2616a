/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers/dossier-list.h"

#include "base/text.h"
#include "repo/dossier-list.h"
#include "repo/search-index.h"
#include "service/dossiers/dossier-facts-private.h"
#include "service/book/store-kept-private.h"

#include <string.h>

/* The dossiers page asks for its rows at every key that is typed. What it filters by changes seldom, so the
 * facts are gone through in memory: of 100,000 that takes a millisecond. Only words are looked up, once for
 * the list and its counts. */

/* What was looked up last. */
typedef struct
{
  char *folded;
  GByteArray *found;
} CsFoundWords;

static void
found_words_free (gpointer data)
{
  CsFoundWords *last = data;

  g_free (last->folded);
  g_byte_array_unref (last->found);
  g_free (last);
}

/* What a filter comes to for one question: words looked up, units below the unit. */
typedef struct
{
  const CsDossierFilter *filter;
  const char *round; /* one of the words of facts, as the next ones */
  const char *council;
  GHashTable *units;       /* (nullable) (element-type utf8): codes */
  const GByteArray *found; /* (nullable) (not owned): a bit for each dossier that has the words */
} Sieve;

static void
sieve_clear (Sieve *sieve)
{
  g_clear_pointer (&sieve->units, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sieve, sieve_clear)

/* Returns: (transfer full): a bit for each dossier that has the words. */
static GByteArray *
find_words (CsStore *store, const char *folded, GError **error)
{
  g_autoptr (GArray) ids = cs_search_index_match (store->db, folded, error);
  GByteArray *found;
  gint64 last = 0;

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    last = MAX (last, g_array_index (ids, gint64, i));
  found = g_byte_array_set_size (g_byte_array_new (), (guint) (last / 8 + 1));
  memset (found->data, 0, found->len);
  for (guint i = 0; i < ids->len; i++)
    found->data[g_array_index (ids, gint64, i) / 8] |= (guint8) (1 << (g_array_index (ids, gint64, i) % 8));
  return found;
}

/* The list and its counts are asked for one after the other. */
static gboolean
look_words_up (Sieve *sieve, CsStore *store, GError **error)
{
  g_autofree char *folded = cs_text_fold (sieve->filter->words);
  guint64 as_of = _cs_store_generation (store, CS_CHANGE_DOSSIERS);
  CsFoundWords *last = _cs_store_kept (store, "dossier-found", as_of);
  g_autoptr (GByteArray) found = NULL;

  if (last == NULL || !g_str_equal (last->folded, folded))
    {
      found = find_words (store, folded, error);
      if (found == NULL)
        return FALSE;
      last = g_new0 (CsFoundWords, 1);
      last->folded = g_steal_pointer (&folded);
      last->found = g_steal_pointer (&found);
      _cs_store_keep (store, "dossier-found", as_of, last, found_words_free);
    }
  sieve->found = last->found;
  return TRUE;
}

/* Returns: (nullable): the text as facts have it */
static const char *
word (CsStore *store, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (store->words, text) : NULL;
}

static gboolean
sieve_init (Sieve *sieve, CsStore *store, const CsDossierFilter *filter, GError **error)
{
  const GPtrArray *units = store->units->units;

  sieve->filter = filter;
  sieve->round = word (store, filter->round);
  sieve->council = word (store, filter->council);
  if (filter->unit != NULL)
    sieve->units = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (guint i = 0; sieve->units != NULL && i < units->len; i++)
    {
      const CsUnit *unit = g_ptr_array_index (units, i);

      if (cs_unit_set_is_within (store->units, unit->code, filter->unit))
        g_hash_table_add (sieve->units, (gpointer) word (store, unit->code));
    }
  return cs_text_is_blank (filter->words) || look_words_up (sieve, store, error);
}

/* Everything but the state. */
static gboolean
passes (const Sieve *sieve, const CsDossierFact *row)
{
  const CsDossierFilter *filter = sieve->filter;
  gint64 id = row->key.dossier;

  return (row->rehearsal ? filter->with_rehearsals || filter->only_rehearsals : !filter->only_rehearsals)
         && (filter->form == 0 || filter->form == row->form)
         && (sieve->round == NULL || sieve->round == row->round)
         && (sieve->council == NULL || sieve->council == row->council)
         && (sieve->units == NULL || g_hash_table_contains (sieve->units, row->unit))
         && (sieve->found == NULL
             || (id / 8 < sieve->found->len && sieve->found->data[id / 8] & (1 << (id % 8))));
}

GArray *
cs_dossiers_list (CsStore *store, const CsDossierFilter *filter, GError **error)
{
  const GArray *facts = _cs_facts_get (store, error);
  const GArray *order =
      facts != NULL ? _cs_facts_order (store, facts, filter->order, filter->descending, error) : NULL;
  g_auto (Sieve) sieve = { 0 };
  g_autoptr (GArray) keys = NULL;

  if (order == NULL || !sieve_init (&sieve, store, filter, error))
    return NULL;
  keys = g_array_new (FALSE, FALSE, sizeof (CsDossierKey));
  for (guint i = 0; i < order->len && (filter->limit <= 0 || keys->len < filter->limit); i++)
    {
      const CsDossierFact *fact = &g_array_index (facts, CsDossierFact, g_array_index (order, guint32, i));

      if ((filter->state == CS_DOSSIER_ANY || filter->state == fact->state) && passes (&sieve, fact))
        g_array_append_val (keys, fact->key);
    }
  return g_steal_pointer (&keys);
}

gboolean
cs_dossiers_count (CsStore *store, const CsDossierFilter *filter, CsStateCounts *counts, GError **error)
{
  const GArray *facts = _cs_facts_get (store, error);
  g_auto (Sieve) sieve = { 0 };

  *counts = (CsStateCounts){ 0 };
  if (facts == NULL || !sieve_init (&sieve, store, filter, error))
    return FALSE;
  for (guint i = 0; i < facts->len; i++)
    {
      const CsDossierFact *fact = &g_array_index (facts, CsDossierFact, i);

      if (!passes (&sieve, fact))
        continue;
      counts->of[CS_DOSSIER_ANY]++;
      counts->of[fact->state]++;
    }
  return TRUE;
}

gboolean
cs_dossiers_read_some (CsStore *store, gboolean *more, GError **error)
{
  return _cs_facts_read_some (store, more, error);
}
