/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/page-copy.h"

#include "db/handle-private.h"

struct _CsPageCopy
{
  char *path;
  sqlite3 *target;
  sqlite3_backup *backup; /* (nullable) */
};

CsPageCopy *
cs_page_copy_new (CsDb *db, const char *path, GError **error)
{
  g_autoptr (CsPageCopy) self = g_new0 (CsPageCopy, 1);
  int code;

  self->path = g_canonicalize_filename (path, NULL);
  code = _cs_db_open_file (self->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &self->target);
  if (code == SQLITE_OK)
    {
      self->backup = sqlite3_backup_init (self->target, "main", db->handle, "main");
      code = self->backup != NULL ? SQLITE_OK : sqlite3_extended_errcode (self->target);
    }
  if (code == SQLITE_OK)
    return g_steal_pointer (&self);
  _cs_db_set_file_error (path, code, error);
  return NULL;
}

gboolean
cs_page_copy_step (CsPageCopy *self, int pages, gboolean *more, GError **error)
{
  int code = sqlite3_backup_step (self->backup, pages);

  int last;

  *more = code == SQLITE_OK;
  if (code == SQLITE_OK)
    return TRUE;
  /* it tells what went wrong at any step, but not that a lock kept a step from being done */
  last = sqlite3_backup_finish (g_steal_pointer (&self->backup));
  if (code == SQLITE_DONE && last == SQLITE_OK)
    return TRUE;
  _cs_db_set_file_error (self->path, last != SQLITE_OK ? last : code, error);
  return FALSE;
}

void
cs_page_copy_free (CsPageCopy *self)
{
  if (self == NULL)
    return;
  sqlite3_backup_finish (self->backup);
  sqlite3_close (self->target);
  g_free (self->path);
  g_free (self);
}
