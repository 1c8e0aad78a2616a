/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/dossier-model.h"

#include "service/book/unread.h"
#include "service/dossiers/dossier-list.h"
#include "service/dossiers/evidence.h"
#include "service/results/result-walk.h"

#define OF_ROW                                                                                               \
  (CS_CHANGE_DOSSIERS | CS_CHANGE_EVIDENCE | CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS | CS_CHANGE_REGISTER)
#define OF_ALL  (CS_CHANGE_COUNCILS | CS_CHANGE_SITTER)
#define OF_LIST (CS_CHANGE_DOSSIERS | CS_CHANGE_EVALUATIONS)

/* GTK makes the widgets of some 200 rows, whatever is on screen, before it paints any of them. So a long list
 * is shown in pieces: first a screen full, then, whenever there is time, some more. */
#define PIECE  25
#define PIECES 9

/* Rows that are read together: GTK asks for some 200 one after the other. */
#define AHEAD  32
#define BEHIND 16

struct _CsDossierModel
{
  GObject parent_instance;

  CsStore *store; /* (nullable) (owned) */
  CsDossierFilter filter;
  char *words, *unit, *round, *council; /* what the filter points to */
  GArray *keys;                         /* (element-type CsDossierKey) */
  guint shown;                          /* so many of them are told to whoever looks */
  guint pieces;                         /* of the rest to come */
  guint more_source;
  GHashTable *live;  /* (element-type CsDossierKey CsDossierItem): not owned, rows that somebody holds */
  GHashTable *ahead; /* (element-type CsDossierKey Row): read with others, nobody asked for them yet */
};

/* A row that was read. */
typedef struct
{
  CsResult *result;
  GPtrArray *evidence;
} Row;

static void list_model_iface_init (GListModelInterface *iface);
static void forget_item_cb (gpointer data, GObject *item);

G_DEFINE_FINAL_TYPE_WITH_CODE (CsDossierModel,
                               cs_dossier_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static guint
hash_key (gconstpointer data)
{
  const CsDossierKey *key = data;

  return g_int64_hash (&key->dossier) ^ (g_int64_hash (&key->evaluation) * 31);
}

static gboolean
same_key (gconstpointer a, gconstpointer b)
{
  const CsDossierKey *x = a;
  const CsDossierKey *y = b;

  return x->dossier == y->dossier && x->evaluation == y->evaluation;
}

static CsDossierKey *
key_at (GArray *keys, guint position)
{
  return &g_array_index (keys, CsDossierKey, position);
}

/* --- reading --- */

static GArray *
query (CsDossierModel *self)
{
  g_autoptr (GError) error = NULL;
  GArray *keys = NULL;

  if (self->store != NULL)
    keys = cs_dossiers_list (self->store, &self->filter, &error);
  if (error != NULL)
    cs_store_tell_unread (self->store, error);
  return keys != NULL ? keys : g_array_new (FALSE, FALSE, sizeof (CsDossierKey));
}

static void
row_free (gpointer data)
{
  Row *row = data;

  cs_result_free (row->result);
  g_clear_pointer (&row->evidence, g_ptr_array_unref);
  g_free (row);
}

/* Reads the rows around @position that nobody has read yet. */
static void
read_around (CsDossierModel *self, guint position)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (CsDossierKey));
  guint end = MIN (position + AHEAD, self->keys->len);
  g_autoptr (CsResultWalk) walk = NULL;
  CsResult *result;

  g_hash_table_remove_all (self->ahead);
  for (guint i = position > BEHIND ? position - BEHIND : 0; i < end; i++)
    {
      CsDossierItem *item = g_hash_table_lookup (self->live, key_at (self->keys, i));

      if (item == NULL || !cs_dossier_item_is_loaded (item))
        g_array_append_val (wanted, *key_at (self->keys, i));
    }
  walk = cs_result_walk_new (self->store, wanted);
  while ((result = cs_result_walk_next (walk, NULL)) != NULL)
    {
      CsDossierKey key = { result->dossier->id, result->dossier->evaluation };
      GPtrArray *evidence = cs_result_walk_evidence (walk, NULL);
      Row *row = g_new0 (Row, 1);

      row->result = result;
      row->evidence = evidence != NULL ? g_ptr_array_ref (evidence) : NULL;
      g_hash_table_insert (self->ahead, g_memdup2 (&key, sizeof key), row);
    }
}

/* What was read for nobody yet is as old as the book was then, and as whoever sat then could see it. */
static void
store_changed_cb (CsDossierModel *self)
{
  g_hash_table_remove_all (self->ahead);
}

/* What cannot be read together, because one of the rows is gone, the item reads alone. */
static CsResult *
read_cb (CsDossierItem *item, GPtrArray **evidence, gpointer data)
{
  CsDossierModel *self = data;
  CsDossierKey key = cs_dossier_item_get_key (item);
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "position"));
  Row *row = g_hash_table_lookup (self->ahead, &key);
  CsResult *result;

  if (row == NULL && position < self->keys->len && same_key (key_at (self->keys, position), &key))
    {
      read_around (self, position);
      row = g_hash_table_lookup (self->ahead, &key);
    }
  if (row == NULL)
    return NULL;
  result = g_steal_pointer (&row->result);
  *evidence = g_steal_pointer (&row->evidence);
  g_hash_table_remove (self->ahead, &key);
  return result;
}

static void
show_rows (CsDossierModel *self, guint n)
{
  guint before = self->shown;

  self->shown = n;
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n - before);
}

static gboolean
more_cb (gpointer data)
{
  CsDossierModel *self = data;
  guint n = --self->pieces == 0 ? self->keys->len : MIN (self->shown + PIECE, self->keys->len);

  if (n == self->keys->len)
    self->more_source = 0;
  show_rows (self, n);
  return n == self->keys->len ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* Shows all rows at once, when somebody needs one of them. */
static void
show_all (CsDossierModel *self)
{
  g_clear_handle_id (&self->more_source, g_source_remove);
  if (self->shown < self->keys->len)
    show_rows (self, self->keys->len);
}

/* Takes @keys and announces the one range between an equal beginning and an equal end. Rows outside of it
 * keep their place in every selection; so does a selected row within it, because a held row stays the same
 * object. A list that is another comes in pieces, which also spares GTK the search through all of it for rows
 * that it showed before. */
static void
take_keys (CsDossierModel *self, GArray *keys)
{
  g_autoptr (GArray) old = NULL;
  guint same, head = 0, tail = 0;

  /* what was not told of yet was never there */
  g_clear_handle_id (&self->more_source, g_source_remove);
  old = g_array_set_size (g_steal_pointer (&self->keys), self->shown);
  same = MIN (old->len, keys->len);
  self->keys = keys;
  while (head < same && same_key (key_at (old, head), key_at (keys, head)))
    head++;
  while (tail < same - head
         && same_key (key_at (old, old->len - 1 - tail), key_at (keys, keys->len - 1 - tail)))
    tail++;
  if (head < PIECE && keys->len - head - tail > PIECE)
    {
      self->shown = PIECE;
      self->pieces = PIECES;
      self->more_source = g_idle_add_full (G_PRIORITY_LOW, more_cb, self, NULL);
      g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head, PIECE - head);
      return;
    }
  self->shown = keys->len;
  if (old->len > head + tail || keys->len > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, keys->len - head - tail);
}

static void
forget_items (CsDossierModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      cs_dossier_item_set_read (item, NULL, NULL);
      g_object_weak_unref (item, forget_item_cb, self);
    }
  g_hash_table_remove_all (self->live);
  g_hash_table_remove_all (self->ahead);
}

static gboolean
is_touched (CsDossierItem *item, const CsChangeSet *changes)
{
  return cs_change_set_has (changes, OF_ALL)
         || cs_change_set_touches (changes, OF_ROW, cs_dossier_item_get_uuid (item));
}

static void
reload_items (CsDossierModel *self, const CsChangeSet *changes)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  /* a row that is told may let others go, which changes the table */
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, g_object_ref (item));
  for (guint i = 0; i < items->len; i++)
    if (is_touched (items->pdata[i], changes))
      cs_dossier_item_reload (items->pdata[i]);
}

/* --- callbacks --- */

static void
forget_item_cb (gpointer data, GObject *item)
{
  CsDossierModel *self = data;
  /* being disposed, its memory is still whole */
  CsDossierKey key = cs_dossier_item_get_key ((CsDossierItem *) item);

  g_hash_table_remove (self->live, &key);
}

/* --- overrides --- */

static GType
get_item_type (GListModel *model)
{
  return CS_TYPE_DOSSIER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return CS_DOSSIER_MODEL (model)->shown;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CsDossierModel *self = CS_DOSSIER_MODEL (model);
  CsDossierItem *item;
  CsDossierKey *key;

  if (position >= self->shown)
    return NULL;
  key = key_at (self->keys, position);
  item = g_hash_table_lookup (self->live, key);
  if (item != NULL)
    return g_object_ref (item);
  item = cs_dossier_item_new (self->store, *key);
  g_object_set_data (G_OBJECT (item), "position", GUINT_TO_POINTER (position));
  cs_dossier_item_set_read (item, read_cb, self);
  g_hash_table_insert (self->live, g_memdup2 (key, sizeof *key), item);
  g_object_weak_ref (G_OBJECT (item), forget_item_cb, self);
  return item;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
cs_dossier_model_finalize (GObject *object)
{
  CsDossierModel *self = CS_DOSSIER_MODEL (object);

  g_clear_handle_id (&self->more_source, g_source_remove);
  forget_items (self);
  g_hash_table_unref (self->live);
  g_hash_table_unref (self->ahead);
  g_array_unref (self->keys);
  g_free (self->words);
  g_free (self->unit);
  g_free (self->council);
  g_free (self->round);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_dossier_model_parent_class)->finalize (object);
}

static void
cs_dossier_model_class_init (CsDossierModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_dossier_model_finalize;
}

static void
cs_dossier_model_init (CsDossierModel *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (CsDossierKey));
  self->live = g_hash_table_new_full (hash_key, same_key, g_free, NULL);
  self->ahead = g_hash_table_new_full (hash_key, same_key, g_free, row_free);
}

/* --- public --- */

CsDossierModel *
cs_dossier_model_new (void)
{
  return g_object_new (CS_TYPE_DOSSIER_MODEL, NULL);
}

void
cs_dossier_model_set_store (CsDossierModel *self, CsStore *store)
{
  g_return_if_fail (CS_IS_DOSSIER_MODEL (self));

  if (self->store == store)
    return;
  /* empty first: ids of one book mean nothing in another */
  take_keys (self, g_array_new (FALSE, FALSE, sizeof (CsDossierKey)));
  forget_items (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  take_keys (self, query (self));
}

void
cs_dossier_model_set_filter (CsDossierModel *self, const CsDossierFilter *filter)
{
  g_autofree char *words = g_strdup (filter->words);
  g_autofree char *unit = g_strdup (filter->unit);
  g_autofree char *council = g_strdup (filter->council);
  g_autofree char *round = g_strdup (filter->round);
  GArray *keys;

  g_return_if_fail (CS_IS_DOSSIER_MODEL (self));

  /* @filter may be our own, changed */
  self->filter = *filter;
  g_free (self->words);
  g_free (self->unit);
  g_free (self->council);
  g_free (self->round);
  self->filter.words = self->words = g_steal_pointer (&words);
  self->filter.unit = self->unit = g_steal_pointer (&unit);
  self->filter.council = self->council = g_steal_pointer (&council);
  self->filter.round = self->round = g_steal_pointer (&round);
  keys = query (self);
  take_keys (self, keys);
}

const CsDossierFilter *
cs_dossier_model_get_filter (CsDossierModel *self)
{
  return &self->filter;
}

void
cs_dossier_model_refresh (CsDossierModel *self, const CsChangeSet *changes)
{
  g_return_if_fail (CS_IS_DOSSIER_MODEL (self));

  if (self->store == NULL)
    return;
  /* papers, members and choices decide on no row; the first choice is told as an evaluation that began */
  if (cs_change_set_has (changes, OF_LIST))
    take_keys (self, query (self));
  reload_items (self, changes);
}

gboolean
cs_dossier_model_find (CsDossierModel *self, CsDossierKey key, guint *position)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (same_key (key_at (self->keys, i), &key))
      {
        if (i >= self->shown)
          show_all (self);
        *position = i;
        return TRUE;
      }
  return FALSE;
}

guint
cs_dossier_model_count (CsDossierModel *self)
{
  return self->keys->len;
}

CsDossierKey
cs_dossier_model_get_key (CsDossierModel *self, guint position)
{
  g_return_val_if_fail (position < self->keys->len, ((CsDossierKey){ 0, 0 }));

  return *key_at (self->keys, position);
}
