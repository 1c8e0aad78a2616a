/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/id-set.h"

struct _CsIdSet
{
  GArray *ids;        /* (element-type gint64) */
  GHashTable *places; /* of keys in @ids */
  char *json;
};

/* Takes @ids. */
static CsIdSet *
set_of (GArray *ids)
{
  CsIdSet *self = g_new0 (CsIdSet, 1);
  g_autoptr (GString) json = g_string_new ("[");

  self->ids = ids;
  self->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 *id = &g_array_index (ids, gint64, i);

      g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", *id);
      if (!g_hash_table_contains (self->places, id))
        g_hash_table_insert (self->places, id, GUINT_TO_POINTER (i));
    }
  g_string_append_c (json, ']');
  self->json = g_string_free (g_steal_pointer (&json), FALSE);
  return self;
}

CsIdSet *
cs_id_set_new (const GArray *ids)
{
  return set_of (g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), ids->data, ids->len));
}

CsIdSet *
cs_id_set_new_one (gint64 id)
{
  return set_of (g_array_append_vals (g_array_new (FALSE, FALSE, sizeof id), &id, 1));
}

void
cs_id_set_free (CsIdSet *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->places);
  g_array_unref (self->ids);
  g_free (self->json);
  g_free (self);
}

const char *
cs_id_set_json (const CsIdSet *self)
{
  return self->json;
}

int
cs_id_set_place (const CsIdSet *self, gint64 id)
{
  gpointer place;

  return g_hash_table_lookup_extended (self->places, &id, NULL, &place) ? (int) GPOINTER_TO_UINT (place) : -1;
}

gpointer
cs_id_set_of (const CsIdSet *self, const GPtrArray *lists, gint64 id)
{
  int place = cs_id_set_place (self, id);

  return place < 0 ? NULL : g_ptr_array_index (lists, (guint) place);
}

GPtrArray *
cs_id_set_lists (const CsIdSet *self, GDestroyNotify free)
{
  GPtrArray *lists = g_ptr_array_new_full (self->ids->len, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->ids->len; i++)
    g_ptr_array_add (lists, g_ptr_array_new_with_free_func (free));
  return lists;
}
