/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Private copies of a book for long reads in another thread, while scoring goes on. */

/* Returns: (transfer full): a book to be read only; its file goes with it. */
CsStore *cs_store_snapshot (CsStore *self, GError **error);

/* The same a little at a time, in the main loop, so that a large book does not stop the window.
 * @cancellable: (nullable) */
void cs_store_snapshot_async (CsStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
CsStore *cs_store_snapshot_finish (GAsyncResult *result, GError **error);

G_END_DECLS
