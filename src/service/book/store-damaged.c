/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/store-damaged.h"

#include "base/error.h"
#include "db/closed-copy.h"
#include "db/schema.h"
#include "db/soundness.h"
#include "service/book/store-private.h"
#include "service/book/store-reading-private.h"

#include <glib/gi18n-lib.h>

/* Nothing is asked of tables that are not what the program made. */
static gboolean
has_its_tables (CsDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);

  if (cs_db_version (db) != cs_db_current_version ())
    g_ptr_array_add (strange,
                     g_strdup (_ ("the book is in an older format, which is not read while it is damaged")));
  else if (!cs_db_check_schema (db, FALSE, strange, error))
    return FALSE;
  if (strange->len == 0)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT,
               _ ("The book was damaged or changed outside the program: %s. Restore a backup copy."),
               (const char *) g_ptr_array_index (strange, 0));
  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&strange));
  return FALSE;
}

CsStore *
cs_store_open_damaged (const char *path, GPtrArray *findings, GError **error)
{
  g_autoptr (CsStore) self = _cs_store_prepare_reading (path, error);

  if (self == NULL || !cs_db_copy_closed (path, self->snapshot, error))
    return NULL;
  self->damaged = TRUE;
  self->db = cs_db_open_snapshot (self->snapshot, path, error);
  if (self->db == NULL || !has_its_tables (self->db, findings, error)
      || !cs_db_check (self->db, findings, error) || !_cs_store_load (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
cs_store_is_damaged (CsStore *self)
{
  return self->damaged;
}

gboolean
cs_store_may_leave (CsStore *self, GError **error)
{
  if (!self->damaged)
    return TRUE;
  g_set_error_literal (
      error, CS_ERROR, CS_ERROR_CORRUPT,
      _ ("This book is damaged: no paper, export or copy is made of it. Restore a copy that is"
         " whole."));
  return FALSE;
}
