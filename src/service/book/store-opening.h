/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/progress.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Opening a book in two steps: it can be read at once, and its file is looked through meanwhile in another
 * thread. The first command waits for that; what is damaged is never written to. */

/* Returns: (transfer full): the book, to be read; errors as cs_store_open(). A book with an older schema is
 * brought to the present one first. */
CsStore *cs_store_open_early (const char *path, GError **error);

/* The check of one book's file; may be held and run by any thread. */
typedef struct _CsOpening CsOpening;

/* Returns: (transfer full) (nullable): the check of @self, NULL when it is over. */
CsOpening *cs_store_get_opening (CsStore *self);

/* cs_opening_run: looks the file through, or waits for the thread that does it already.
 * @progress: (nullable), @cancellable: (nullable). Returns: FALSE with CS_ERROR_CORRUPT, G_IO_ERROR_CANCELLED
 * … */
gboolean cs_opening_run (
    CsOpening *self, CsProgress progress, gpointer data, GCancellable *cancellable, GError **error);

void cs_opening_unref (CsOpening *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOpening, cs_opening_unref)

/* cs_store_settle: ends the opening: waits for the check, or does it, and takes the book for this program
 * alone. Does nothing when that is done. Returns: FALSE with @error; then the book can only be closed */
gboolean cs_store_settle (CsStore *self, GError **error);

G_END_DECLS
