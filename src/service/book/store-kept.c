/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/store-kept-private.h"

#include "service/book/store-private.h"

/* What a reader keeps, and how far the book was then. */
typedef struct
{
  gpointer data;
  GDestroyNotify free_data;
  guint64 as_of;
  CsChangeSet *since; /* (nullable): what changed since then, for what is mended */
} CsKept;

static void
kept_free (gpointer data)
{
  CsKept *kept = data;

  kept->free_data (kept->data);
  g_clear_pointer (&kept->since, cs_change_set_unref);
  g_free (kept);
}

gpointer
_cs_store_kept (CsStore *self, const char *what, guint64 as_of)
{
  const CsKept *kept = g_hash_table_lookup (self->kept, what);

  return kept != NULL && kept->as_of == as_of ? kept->data : NULL;
}

void
_cs_store_keep (CsStore *self, const char *what, guint64 as_of, gpointer data, GDestroyNotify free_data)
{
  CsKept *kept = g_new0 (CsKept, 1);

  kept->data = data;
  kept->free_data = free_data;
  kept->as_of = as_of;
  g_hash_table_replace (self->kept, (gpointer) what, kept);
}

void
_cs_store_drop (CsStore *self, const char *what)
{
  g_hash_table_remove (self->kept, what);
}

gpointer
_cs_store_followed (CsStore *self, const char *what, CsChangeSet **since)
{
  CsKept *kept = g_hash_table_lookup (self->kept, what);

  if (kept == NULL)
    return NULL;
  *since = kept->since;
  kept->since = cs_change_set_new ();
  return kept->data;
}

void
_cs_store_follow (CsStore *self, const char *what, gpointer data, GDestroyNotify free_data)
{
  _cs_store_keep (self, what, 0, data, free_data);
  ((CsKept *) g_hash_table_lookup (self->kept, what))->since = cs_change_set_new ();
}

GHashTable *
_cs_store_kept_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, kept_free);
}

void
_cs_store_age_kept (CsStore *self, const CsChangeSet *changes)
{
  GHashTableIter iter;
  CsKept *kept;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &kept))
    if (kept->since != NULL)
      cs_change_set_merge (kept->since, changes);
}
