/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/result-listing.h"

#include "base/error.h"
#include "service/book/store-private.h"
#include "service/dossiers/dossier-list.h"
#include "service/results/result-walk.h"

#include <glib/gi18n-lib.h>

struct _CsResultListing
{
  CsStore *store;
  char *round; /* (nullable) */
  char *unit;  /* (nullable) */
  guint as_of;
  CsResultWalk *walk; /* (nullable): not begun */
  GPtrArray *results;
};

static gboolean
known (CsStore *store, const char *round, const char *unit, GError **error)
{
  if (!cs_store_require_round (store, round, error))
    return FALSE;
  if (unit != NULL && cs_unit_set_find (store->units, unit) == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("There is no unit “%s” in this book."), unit);
      return FALSE;
    }
  return TRUE;
}

/* Leaves of each dossier only its newest evaluation: the one in the last round of the book's calendar. */
static void
keep_newest (CsStore *store, GPtrArray *results)
{
  for (guint i = 0; i + 1 < results->len;)
    {
      const CsResult *a = g_ptr_array_index (results, i);
      const CsResult *b = g_ptr_array_index (results, i + 1);
      guint place_a = 0, place_b = 0;

      if (a->dossier->id != b->dossier->id)
        {
          i++;
          continue;
        }
      g_ptr_array_find (store->rounds, cs_store_find_round (store, a->dossier->round), &place_a);
      g_ptr_array_find (store->rounds, cs_store_find_round (store, b->dossier->round), &place_b);
      g_ptr_array_remove_index (results, place_a > place_b ? i + 1 : i);
    }
}

CsResultListing *
cs_result_listing_new (CsStore *store, const char *round, const char *unit, GError **error)
{
  CsResultListing *self;

  if (!known (store, round, unit, error))
    return NULL;
  self = g_new0 (CsResultListing, 1);
  self->store = g_object_ref (store);
  self->round = g_strdup (round);
  self->unit = g_strdup (unit);
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_result_free);
  return self;
}

void
cs_result_listing_free (CsResultListing *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->walk, cs_result_walk_free);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_free (self->round);
  g_free (self->unit);
  g_object_unref (self->store);
  g_free (self);
}

static gboolean
begin (CsResultListing *self, GError **error)
{
  CsDossierFilter filter = { .round = self->round, .unit = self->unit };
  GArray *keys = cs_dossiers_list (self->store, &filter, error);

  g_clear_pointer (&self->walk, cs_result_walk_free);
  g_ptr_array_set_size (self->results, 0);
  self->as_of = _cs_store_generation (self->store, CS_CHANGE_ALL);
  self->walk = keys != NULL ? cs_result_walk_new (self->store, keys) : NULL;
  return keys != NULL;
}

gboolean
cs_result_listing_step (CsResultListing *self, guint n, gboolean *more, GError **error)
{
  CsResult *result;

  *more = FALSE;
  if ((self->walk == NULL || self->as_of != _cs_store_generation (self->store, CS_CHANGE_ALL))
      && !begin (self, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      result = cs_result_walk_next (self->walk, error);
      if (result == NULL)
        return cs_result_walk_is_over (self->walk);
      g_ptr_array_add (self->results, result);
    }
  *more = TRUE;
  return TRUE;
}

GPtrArray *
cs_result_listing_take (CsResultListing *self)
{
  keep_newest (self->store, self->results);
  return g_steal_pointer (&self->results);
}
