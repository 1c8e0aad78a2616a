/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers/dossier-facts-private.h"

#include "db/query.h"
#include "repo/dossier-list.h"
#include "service/pins/pins-private.h"
#include "service/book/store-kept-private.h"

#include <string.h>

#define OF_FACTS   (CS_CHANGE_DOSSIERS | CS_CHANGE_EVALUATIONS)
#define MENDED_MAX 1000 /* dossiers; more are read anew, all in one go */
#define AT_ONCE    2500 /* dossiers: some milliseconds */
#define KEPT_MAX   2    /* orders */

typedef struct
{
  CsDossierOrder order;
  gboolean descending;
  GArray *indices; /* (element-type guint32) */
} Order;

typedef struct
{
  GArray *facts;     /* (element-type CsDossierFact): by dossier and evaluation */
  gint64 cursor;     /* how far they are read, G_MAXINT64: all */
  guint placed;      /* bits of CsDossierOrder whose places are known */
  guint sitter;      /* generation for which @orders hold */
  GPtrArray *orders; /* (element-type Order) */
} Facts;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_array_unref (self->indices);
  g_free (self);
}

static void
facts_free (gpointer data)
{
  Facts *self = data;

  g_array_unref (self->facts);
  g_ptr_array_unref (self->orders);
  g_free (self);
}

static CsDossierFact *
fact_at (const GArray *facts, guint i)
{
  return &g_array_index (facts, CsDossierFact, i);
}

/* Where the facts of @dossier begin, or would. */
static guint
place_of (const GArray *facts, gint64 dossier)
{
  guint low = 0, high = facts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (fact_at (facts, middle)->key.dossier < dossier)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* --- reading and mending --- */

/* What is known of the sheets behind the facts from @first on, which no table tells. */
static void
mark_changed (CsStore *store, GArray *facts, guint first)
{
  for (guint i = first; store->changed != NULL && i < facts->len; i++)
    fact_at (facts, i)->changed = g_hash_table_contains (store->changed, &fact_at (facts, i)->key.evaluation);
}

static gboolean
mend_one (CsStore *store, Facts *self, const char *uuid, GError **error)
{
  g_autoptr (GArray) now = g_array_new (FALSE, TRUE, sizeof (CsDossierFact));
  g_autoptr (GError) failed = NULL;
  gint64 dossier = 0;
  guint first, n = 0;
  CsQuery *q = cs_query (store->db, "SELECT id FROM dossier WHERE uuid = :uuid");

  cs_query_set_text (q, ":uuid", uuid);
  if (!cs_query_one_int (q, &dossier, &failed) || dossier > self->cursor)
    {
      if (failed == NULL)
        return TRUE; /* something else bears that name, or it is not read yet */
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (!cs_dossier_repo_facts_of (store->db, dossier, now, store->words, error))
    return FALSE;
  mark_changed (store, now, 0);
  first = place_of (self->facts, dossier);
  while (first + n < self->facts->len && fact_at (self->facts, first + n)->key.dossier == dossier)
    n++;
  for (guint i = 0; n > 0 && i < now->len; i++)
    {
      const CsDossierFact *before = fact_at (self->facts, first);

      fact_at (now, i)->by_code = before->by_code;
      fact_at (now, i)->by_product = before->by_product;
      fact_at (now, i)->by_producer = before->by_producer;
    }
  if (n > 0)
    g_array_remove_range (self->facts, first, n);
  if (now->len > 0)
    g_array_insert_vals (self->facts, first, now->data, now->len);
  return TRUE;
}

/* Brings what is kept up to now. Returns: FALSE with @error */
static gboolean
mend (CsStore *store, Facts *self, const CsChangeSet *since, GError **error)
{
  g_autoptr (GPtrArray) changed = cs_change_set_list (since, OF_FACTS);

  if (changed == NULL || changed->len > MENDED_MAX)
    {
      g_array_set_size (self->facts, 0);
      self->cursor = 0;
    }
  for (guint i = 0; self->cursor > 0 && i < changed->len; i++)
    if (!mend_one (store, self, g_ptr_array_index (changed, i), error))
      return FALSE;
  if (cs_change_set_has (since, CS_CHANGE_DOSSIERS))
    self->placed = 0;
  if (cs_change_set_has (since, OF_FACTS))
    g_ptr_array_set_size (self->orders, 0);
  return TRUE;
}

/* Returns: (transfer none): what is kept, as it stands now, but perhaps not all; NULL with @error */
static Facts *
get_kept (CsStore *store, GError **error)
{
  g_autoptr (CsChangeSet) since = NULL;
  Facts *self = _cs_store_followed (store, "dossier-facts", &since);

  if (self == NULL)
    {
      self = g_new0 (Facts, 1);
      self->facts = g_array_new (FALSE, TRUE, sizeof (CsDossierFact));
      self->orders = g_ptr_array_new_with_free_func (order_free);
      _cs_store_follow (store, "dossier-facts", self, facts_free);
    }
  else if (!mend (store, self, since, error))
    {
      _cs_store_drop (store, "dossier-facts"); /* half mended */
      return NULL;
    }
  return self;
}

gboolean
_cs_facts_read_some (CsStore *store, gboolean *more, GError **error)
{
  Facts *self = get_kept (store, error);

  if (self == NULL)
    return FALSE;
  if (self->cursor < G_MAXINT64)
    {
      guint first = self->facts->len;

      if (!cs_dossier_repo_facts (store->db, self->facts, store->words, &self->cursor, AT_ONCE, error))
        {
          _cs_store_drop (store, "dossier-facts");
          return FALSE;
        }
      mark_changed (store, self->facts, first);
      self->placed = 0;
      g_ptr_array_set_size (self->orders, 0);
    }
  *more = self->cursor < G_MAXINT64;
  return TRUE;
}

const GArray *
_cs_facts_get (CsStore *store, GError **error)
{
  gboolean more = TRUE;

  while (more)
    if (!_cs_facts_read_some (store, &more, error))
      return NULL;
  return get_kept (store, error)->facts;
}

/* --- orders --- */

typedef struct
{
  GArray *facts;
  gsize field;
} Placing;

static void
place_cb (gint64 dossier, guint32 place, gpointer data)
{
  const Placing *placing = data;

  for (guint i = place_of (placing->facts, dossier);
       i < placing->facts->len && fact_at (placing->facts, i)->key.dossier == dossier; i++)
    G_STRUCT_MEMBER (guint32, fact_at (placing->facts, i), placing->field) = place;
}

static gboolean
ensure_places (CsStore *store, Facts *self, CsDossierOrder order, GError **error)
{
  static const gsize fields[] = { [CS_DOSSIER_BY_CODE] = G_STRUCT_OFFSET (CsDossierFact, by_code),
                                  [CS_DOSSIER_BY_PRODUCT] = G_STRUCT_OFFSET (CsDossierFact, by_product),
                                  [CS_DOSSIER_BY_PRODUCER] = G_STRUCT_OFFSET (CsDossierFact, by_producer) };
  Placing placing;

  if (order >= G_N_ELEMENTS (fields) || self->placed & (1u << order))
    return TRUE;
  placing = (Placing){ self->facts, fields[order] };
  if (!cs_dossier_repo_places (store->db, order, place_cb, &placing, error))
    return FALSE;
  self->placed |= 1u << order;
  return TRUE;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full) (element-type utf8 guint): the units of @facts and their places by code, from 1.
 */
static GHashTable *
rank_units (const GArray *facts)
{
  GHashTable *ranks = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < facts->len; i++)
    if (g_hash_table_add (ranks, (gpointer) fact_at (facts, i)->unit))
      g_ptr_array_add (codes, (gpointer) fact_at (facts, i)->unit);
  g_ptr_array_sort (codes, compare_strings);
  for (guint i = 0; i < codes->len; i++)
    g_hash_table_insert (ranks, g_ptr_array_index (codes, i), GUINT_TO_POINTER (i + 1));
  return ranks;
}

/* What an order goes by, before the code. */
typedef struct
{
  CsDossierOrder order;
  GHashTable *units;  /* (nullable) */
  GHashTable *hidden; /* (nullable) (element-type gint64): evaluations whose verdict is kept back */
} Ranking;

/* Means differ by more than 1/2^20: councils have fewer than a thousand members. */
static guint32
rank_mean (const CsDossierFact *fact)
{
  return (guint32) (((gint64) fact->sum << 20) / fact->counted) + 1;
}

static guint32
rank_state (const CsDossierFact *fact, gboolean verdict)
{
  return (guint32) fact->state * 4 + (verdict && fact->decides ? 2 : verdict && fact->forwarded ? 1 : 0);
}

static guint32
rank (const Ranking *ranking, const CsDossierFact *fact)
{
  gboolean verdict =
      fact->counted > 0
      && (ranking->hidden == NULL || !g_hash_table_contains (ranking->hidden, &fact->key.evaluation));

  switch (ranking->order)
    {
    case CS_DOSSIER_BY_PRODUCT:
      return fact->by_product;
    case CS_DOSSIER_BY_PRODUCER:
      return fact->by_producer;
    case CS_DOSSIER_BY_UNIT:
      return GPOINTER_TO_UINT (g_hash_table_lookup (ranking->units, fact->unit));
    case CS_DOSSIER_BY_FORM:
      return fact->form;
    case CS_DOSSIER_BY_MEAN:
      return verdict ? rank_mean (fact) : 0;
    case CS_DOSSIER_BY_SPREAD:
      return verdict ? fact->spread + 1u : 0;
    case CS_DOSSIER_BY_STARS:
      return verdict ? fact->stars + 1u : 0;
    case CS_DOSSIER_BY_STATE:
      return rank_state (fact, verdict);
    case CS_DOSSIER_BY_CODE:
    default:
      return 0;
    }
}

typedef struct
{
  guint64 key; /* rank, then code */
  guint32 index;
} Sorted;

#define DIGIT_BITS 16
#define DIGITS     (1u << DIGIT_BITS)

/* By the digits of the key, the last first: what is equal stays as it was, so that rows of one dossier stay
 * by evaluation. Comparing 100,000 rows would take longer than everything else of a list. */
static void
radix_sort (Sorted *items, guint n)
{
  g_autofree Sorted *other = g_new (Sorted, n);
  g_autofree guint *starts = g_new (guint, DIGITS + 1);
  Sorted *from = items, *to = other;

  for (guint shift = 0; shift < 64; shift += DIGIT_BITS)
    {
      Sorted *swap = to;

      memset (starts, 0, (DIGITS + 1) * sizeof *starts);
      for (guint i = 0; i < n; i++)
        starts[((from[i].key >> shift) & (DIGITS - 1)) + 1]++;
      for (guint d = 0; d < DIGITS; d++)
        starts[d + 1] += starts[d];
      for (guint i = 0; i < n; i++)
        to[starts[(from[i].key >> shift) & (DIGITS - 1)]++] = from[i];
      to = from;
      from = swap;
    }
  /* after an even number of rounds they are where they were */
  G_STATIC_ASSERT (64 / DIGIT_BITS % 2 == 0);
}

static GArray *
sort (const GArray *facts, const Ranking *ranking, gboolean descending)
{
  g_autofree Sorted *sorted = g_new (Sorted, MAX (facts->len, 1));
  GArray *indices = g_array_sized_new (FALSE, FALSE, sizeof (guint32), facts->len);

  for (guint i = 0; i < facts->len; i++)
    {
      const CsDossierFact *fact = fact_at (facts, i);
      gboolean by_code = ranking->order == CS_DOSSIER_BY_CODE;
      guint32 first = by_code ? fact->by_code : rank (ranking, fact);

      sorted[i].index = i;
      sorted[i].key =
          (guint64) (descending ? G_MAXUINT32 - first : first) << 32 | (by_code ? 0 : fact->by_code);
    }
  radix_sort (sorted, facts->len);
  for (guint i = 0; i < facts->len; i++)
    g_array_append_val (indices, sorted[i].index);
  return indices;
}

static GArray *
make_order (CsStore *store, Facts *self, CsDossierOrder order, gboolean descending, GError **error)
{
  g_autoptr (GHashTable) units = order == CS_DOSSIER_BY_UNIT ? rank_units (self->facts) : NULL;
  g_autoptr (GHashTable) hidden = NULL;
  Ranking ranking = { .order = order, .units = units };

  if (!ensure_places (store, self, CS_DOSSIER_BY_CODE, error) || !ensure_places (store, self, order, error))
    return NULL;
  if (order >= CS_DOSSIER_BY_MEAN && !_cs_pins_hidden (store, &hidden, error))
    return NULL;
  ranking.hidden = hidden;
  return sort (self->facts, &ranking, descending);
}

const GArray *
_cs_facts_order (
    CsStore *store, const GArray *facts, CsDossierOrder order, gboolean descending, GError **error)
{
  Facts *self = get_kept (store, error);
  guint sitter = _cs_store_generation (store, CS_CHANGE_SITTER | CS_CHANGE_COUNCILS);
  Order *kept;
  GArray *indices;

  g_return_val_if_fail (self != NULL && self->facts == facts, NULL);

  if (self->sitter != sitter)
    g_ptr_array_set_size (self->orders, 0);
  self->sitter = sitter;
  for (guint i = 0; i < self->orders->len; i++)
    {
      kept = g_ptr_array_index (self->orders, i);
      if (kept->order == order && !kept->descending == !descending)
        return kept->indices;
    }
  indices = make_order (store, self, order, descending, error);
  if (indices == NULL)
    return NULL;
  if (self->orders->len == KEPT_MAX)
    g_ptr_array_remove_index (self->orders, 0);
  kept = g_new0 (Order, 1);
  *kept = (Order){ order, descending, indices };
  g_ptr_array_add (self->orders, kept);
  return indices;
}
