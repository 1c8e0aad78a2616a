/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/store-reading-private.h"

#include "base/error.h"
#include "service/book/restore.h"
#include "service/book/store-private.h"

#include <unistd.h>

CsStore *
_cs_store_prepare_reading (const char *path, GError **error)
{
  g_autoptr (CsStore) self = g_object_new (CS_TYPE_STORE, NULL);
  /* readable by this user alone: it holds scores */
  int fd = g_file_open_tmp ("chamsao-XXXXXX.snapshot", &self->snapshot, error);

  if (fd < 0)
    {
      cs_error_take_gio (error);
      return NULL;
    }
  close (fd);
  self->path = g_strdup (path);
  self->reading_only = TRUE;
  return g_steal_pointer (&self);
}

CsStore *
_cs_store_open_reading (const char *path, GError **error)
{
  g_autoptr (CsStore) self = _cs_store_prepare_reading (path, error);

  if (self == NULL || !cs_restore_into (path, self->snapshot, error))
    return NULL;
  self->db = cs_db_open_snapshot (self->snapshot, path, error);
  return self->db != NULL && _cs_store_load (self, error) ? g_steal_pointer (&self) : NULL;
}
