/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/snapshot.h"

#include "base/error.h"
#include "db/page-copy.h"
#include "service/book/store-damaged.h"
#include "service/book/store-opening.h"
#include "service/book/store-private.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#define PAGES    64   /* at a time */
#define SLICE_US 4000 /* so long copying goes on before the window gets its turn */

typedef struct
{
  CsStore *store;
  CsStore *copy; /* without a connection as long as it is copied */
  CsPageCopy *pages;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  cs_page_copy_free (copying->pages);
  g_clear_object (&copying->copy);
  g_object_unref (copying->store);
  g_free (copying);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copying, copying_free)

static Copying *
begin (CsStore *store, GError **error)
{
  g_autoptr (Copying) copying = NULL;
  g_autofree char *name = NULL;
  int fd;

  if (!cs_store_may_leave (store, error) || !cs_store_settle (store, error))
    return NULL;
  /* g_file_open_tmp makes it readable by this user alone: it holds scores */
  fd = g_file_open_tmp ("chamsao-XXXXXX.snapshot", &name, error);
  if (fd < 0)
    {
      cs_error_take_gio (error);
      return NULL;
    }
  close (fd);
  copying = g_new0 (Copying, 1);
  copying->store = g_object_ref (store);
  copying->copy = g_object_new (CS_TYPE_STORE, NULL);
  copying->copy->path = g_strdup (store->path);
  copying->copy->sitter = g_strdup (store->sitter); /* what is kept from who sits here is kept there too */
  copying->copy->snapshot = g_steal_pointer (&name);
  copying->pages = cs_page_copy_new (store->db, copying->copy->snapshot, error);
  return copying->pages != NULL ? g_steal_pointer (&copying) : NULL;
}

/* Returns: (transfer full): the copy as a book */
static CsStore *
open_copy (Copying *copying, GError **error)
{
  CsStore *copy = copying->copy;

  g_clear_pointer (&copying->pages, cs_page_copy_free);
  copy->db = cs_db_open_snapshot (copy->snapshot, NULL, error);
  if (copy->db == NULL || !_cs_store_load (copy, error))
    return NULL;
  return g_steal_pointer (&copying->copy);
}

CsStore *
cs_store_snapshot (CsStore *self, GError **error)
{
  g_autoptr (Copying) copying = NULL;
  gboolean more;

  g_return_val_if_fail (CS_IS_STORE (self), NULL);
  copying = begin (self, error);
  return copying != NULL && cs_page_copy_step (copying->pages, -1, &more, error) ? open_copy (copying, error)
                                                                                 : NULL;
}

static gboolean
step_cb (gpointer data)
{
  GTask *task = data;
  Copying *copying = g_task_get_task_data (task);
  gint64 until = g_get_monotonic_time () + SLICE_US;
  gboolean more = TRUE;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (copying->store->commanding)
    return G_SOURCE_CONTINUE; /* what is half done is no book */
  while (more && g_get_monotonic_time () < until)
    if (!cs_page_copy_step (copying->pages, PAGES, &more, &error))
      {
        g_task_return_error (task, error);
        return G_SOURCE_REMOVE;
      }
  if (more)
    return G_SOURCE_CONTINUE;
  copying->copy = open_copy (copying, &error);
  if (copying->copy != NULL)
    g_task_return_pointer (task, g_steal_pointer (&copying->copy), g_object_unref);
  else
    g_task_return_error (task, error);
  return G_SOURCE_REMOVE;
}

void
cs_store_snapshot_async (CsStore *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Copying *copying;
  GError *error = NULL;

  g_return_if_fail (CS_IS_STORE (self));
  g_task_set_source_tag (task, cs_store_snapshot_async);
  copying = begin (self, &error);
  if (copying == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, copying, copying_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, step_cb, g_object_ref (task), g_object_unref);
}

CsStore *
cs_store_snapshot_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, cs_store_snapshot_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
