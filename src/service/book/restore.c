/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/restore.h"

#include "base/safe-file.h"
#include "db/closed-copy.h"
#include "db/db.h"
#include "repo/migration.h"

#include <glib/gstdio.h>

gboolean
cs_restore_into (const char *source, const char *target, GError **error)
{
  g_autofree char *journal = g_strconcat (target, "-journal", NULL);
  g_autoptr (CsDb) db = NULL;
  gboolean good = cs_db_copy_closed (source, target, error)
                  && (db = cs_db_open (target, source, error)) != NULL && cs_migration_run (db, error);

  g_clear_pointer (&db, cs_db_close);
  if (!good)
    g_unlink (journal);
  return good;
}

gboolean
cs_restore (const char *source, const char *path, GError **error)
{
  g_autoptr (CsSafeFile) file = cs_safe_file_new_unique (path, 0600, error);

  return file != NULL && cs_restore_into (source, cs_safe_file_get_temporary (file), error)
         && cs_safe_file_commit (g_steal_pointer (&file), NULL, error);
}
