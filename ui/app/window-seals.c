/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/window-seals-private.h"
#include "ui/app/window-private.h"

#include "service/book/snapshot.h"
#include "service/book/unread.h"
#include "service/book/worker.h"
#include "service/results/seal-watch.h"

#include <glib/gi18n-lib.h>

/* What the worker needs; no widget among it. */
typedef struct
{
  CsStore *snapshot;
  CsSealFindings *found; /* (nullable): not yet */
} Verifying;

static void
verifying_free (gpointer data)
{
  Verifying *verifying = data;

  g_clear_object (&verifying->snapshot);
  cs_seal_findings_free (verifying->found);
  g_free (verifying);
}

typedef struct
{
  GWeakRef window;
  GWeakRef store;       /* the window may show another one by then, and this one must not stay open */
  Verifying *verifying; /* (not owned): the worker's, alive until this was called */
} Look;

static void
look_free (Look *look)
{
  g_weak_ref_clear (&look->window);
  g_weak_ref_clear (&look->store);
  g_free (look);
}

static gboolean
verify_work (gpointer data, GCancellable *cancellable, GError **error)
{
  Verifying *verifying = data;

  verifying->found = cs_seals_verify (verifying->snapshot, cancellable, error);
  return verifying->found != NULL;
}

static void
tell_changed (CsWindow *self, const CsSealFindings *found)
{
  guint n = found->evaluations->len;
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u product has no result any more: its sheets were changed outside the program.",
                   "%u products have no result any more: their sheets were changed outside the program.", n),
      n);

  cs_seals_note (self->store, found);
  cs_window_set_notice (self, text);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (found->findings);
  cs_notice_bar_set_action (self->notice, _ ("What Is _Wrong…"), "win.findings");
  _cs_window_update_actions (self);
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Look *look = data;
  g_autoptr (CsWindow) self = g_weak_ref_get (&look->window);
  g_autoptr (CsStore) store = g_weak_ref_get (&look->store);
  g_autoptr (GError) error = NULL;
  gboolean done = cs_worker_run_finish (result, &error);

  if (self != NULL && store != NULL && self->store == store)
    {
      if (done && look->verifying->found->evaluations->len > 0)
        tell_changed (self, look->verifying->found);
      else if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        cs_store_tell_unread (store, error);
    }
  look_free (look);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Look *look = data;
  g_autoptr (CsWindow) self = g_weak_ref_get (&look->window);
  g_autoptr (GError) error = NULL;
  CsStore *snapshot = cs_store_snapshot_finish (result, &error);

  if (self == NULL || snapshot == NULL)
    {
      g_clear_object (&snapshot);
      look_free (look);
      return;
    }
  look->verifying = g_new0 (Verifying, 1);
  look->verifying->snapshot = snapshot;
  cs_worker_run_async (verify_work, look->verifying, verifying_free, self->verifying, verified_cb, look);
}

void
_cs_window_verify_seals (CsWindow *self)
{
  Look *look = g_new0 (Look, 1);

  g_weak_ref_init (&look->window, self);
  g_weak_ref_init (&look->store, self->store);
  self->verifying = g_cancellable_new ();
  cs_store_snapshot_async (self->store, self->verifying, copied_cb, look);
}

void
_cs_window_stop_verifying (CsWindow *self)
{
  if (self->verifying != NULL)
    g_cancellable_cancel (self->verifying);
  g_clear_object (&self->verifying);
}
