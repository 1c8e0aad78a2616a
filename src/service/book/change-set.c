/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/change-set.h"

struct _CsChangeSet
{
  gatomicrefcount refs;
  guint kinds;       /* all of them */
  guint unnamed;     /* of which more than the named things may have changed */
  GHashTable *named; /* (element-type utf8 guint): kinds by UUID */
};

G_DEFINE_BOXED_TYPE (CsChangeSet, cs_change_set, cs_change_set_ref, cs_change_set_unref)

CsChangeSet *
cs_change_set_new (void)
{
  CsChangeSet *self = g_new0 (CsChangeSet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

CsChangeSet *
cs_change_set_ref (CsChangeSet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
cs_change_set_unref (CsChangeSet *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->named);
  g_free (self);
}

static guint
kinds_of (const CsChangeSet *self, const char *uuid)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->named, uuid));
}

void
cs_change_set_add (CsChangeSet *self, guint kinds, const char *uuid)
{
  if (kinds == 0)
    return;
  self->kinds |= kinds;
  if (uuid == NULL)
    self->unnamed |= kinds;
  else
    g_hash_table_replace (self->named, g_strdup (uuid), GUINT_TO_POINTER (kinds_of (self, uuid) | kinds));
}

void
cs_change_set_merge (CsChangeSet *self, const CsChangeSet *other)
{
  GHashTableIter iter;
  gpointer uuid, kinds;

  cs_change_set_add (self, other->unnamed, NULL);
  g_hash_table_iter_init (&iter, other->named);
  while (g_hash_table_iter_next (&iter, &uuid, &kinds))
    cs_change_set_add (self, GPOINTER_TO_UINT (kinds), uuid);
}

guint
cs_change_set_get_kinds (const CsChangeSet *self)
{
  return self->kinds;
}

gboolean
cs_change_set_has (const CsChangeSet *self, guint kinds)
{
  return (self->kinds & kinds) != 0;
}

gboolean
cs_change_set_touches (const CsChangeSet *self, guint kinds, const char *uuid)
{
  return (self->unnamed & kinds) != 0 || (uuid != NULL && (kinds_of (self, uuid) & kinds) != 0);
}

GPtrArray *
cs_change_set_list (const CsChangeSet *self, guint kinds)
{
  GPtrArray *uuids;
  GHashTableIter iter;
  gpointer uuid, of;

  if ((self->unnamed & kinds) != 0)
    return NULL;
  uuids = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->named);
  while (g_hash_table_iter_next (&iter, &uuid, &of))
    if ((GPOINTER_TO_UINT (of) & kinds) != 0)
      g_ptr_array_add (uuids, uuid);
  return uuids;
}
