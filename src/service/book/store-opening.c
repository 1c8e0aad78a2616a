/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/store-opening.h"

#include "base/error.h"
#include "db/db.h"
#include "db/schema.h"
#include "service/book/store-private.h"
#include "service/book/store-reading-private.h"

typedef enum
{
  WAITING,
  RUNNING,
  DONE
} State;

struct _CsOpening
{
  gatomicrefcount refs;
  char *path;
  GMutex lock;
  GCond changed;
  State state;
  GError *error; /* (nullable): why the book cannot be used, once it is done */
};

static CsOpening *
opening_new (const char *path)
{
  CsOpening *self = g_new0 (CsOpening, 1);

  g_atomic_ref_count_init (&self->refs);
  self->path = g_strdup (path);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  return self;
}

void
cs_opening_unref (CsOpening *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->path);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_clear_error (&self->error);
  g_free (self);
}

/* Returns: whether the check is for the caller to do. */
static gboolean
claim (CsOpening *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gboolean ours = self->state == WAITING;

  if (ours)
    self->state = RUNNING;
  while (self->state == RUNNING && !ours)
    g_cond_wait (&self->changed, &self->lock);
  return ours;
}

gboolean
cs_opening_run (
    CsOpening *self, CsProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  if (claim (self))
    {
      g_autoptr (GError) problem = NULL;

      cs_db_check_file (self->path, progress, data, cancellable, &problem);
      g_mutex_lock (&self->lock);
      self->error = g_steal_pointer (&problem);
      self->state = DONE;
      g_cond_broadcast (&self->changed);
      g_mutex_unlock (&self->lock);
    }
  /* done, it does not change any more */
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  return self->error == NULL;
}

CsStore *
cs_store_open_early (const char *path, GError **error)
{
  g_autoptr (CsStore) self = g_object_new (CS_TYPE_STORE, NULL);
  g_autoptr (GError) failed = NULL;

  self->path = g_strdup (path);
  self->db = cs_db_open_early (path, &failed);
  if (g_error_matches (failed, CS_ERROR, CS_ERROR_READ_ONLY))
    return _cs_store_open_reading (path, error);
  if (self->db == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  self->opening = opening_new (path);
  /* what is read below knows only the present schema */
  if (cs_db_version (self->db) < cs_db_current_version ()
      && (!cs_opening_run (self->opening, NULL, NULL, NULL, error) || !cs_db_settle (self->db, error)
          || !_cs_store_migrate (self, error)))
    return NULL;
  if (!_cs_store_load (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

CsOpening *
cs_store_get_opening (CsStore *self)
{
  g_return_val_if_fail (CS_IS_STORE (self), NULL);

  if (self->opening != NULL)
    g_atomic_ref_count_inc (&self->opening->refs);
  return self->opening;
}

gboolean
cs_store_settle (CsStore *self, GError **error)
{
  g_autoptr (CsOpening) opening = NULL;

  g_return_val_if_fail (CS_IS_STORE (self), FALSE);

  if (self->opening == NULL)
    return TRUE;
  if (!cs_opening_run (self->opening, NULL, NULL, NULL, error) || !cs_db_settle (self->db, error))
    return FALSE;
  opening = g_steal_pointer (&self->opening);
  return TRUE;
}
