/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one thread beside the main one. Long work runs here, one piece after the other, on values and on
 * snapshots of a book; never on the open book itself, and never on a widget. */

/**
 * CsWork:
 * @data: what cs_worker_run_async() was given
 * @cancellable: (nullable)
 *
 * Runs in the worker's thread. Returns: FALSE with @error.
 */
typedef gboolean (*CsWork) (gpointer data, GCancellable *cancellable, GError **error);

/**
 * cs_worker_run_async:
 * @data: (transfer full): the work's own; freed with @data_free by whichever thread lets it go last
 * @cancellable: (nullable)
 * @callback: called on the main context, also when cancelled
 */
void cs_worker_run_async (CsWork work,
                          gpointer data,
                          GDestroyNotify data_free,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean cs_worker_run_finish (GAsyncResult *result, GError **error);

/* Waits until everything handed over is done and ends the thread; the next work starts a new one. To be
 * called before the program ends, after cancelling what need not be finished. */
void cs_worker_stop (void);

G_END_DECLS
