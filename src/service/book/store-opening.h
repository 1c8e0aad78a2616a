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

/**
 * cs_store_open_damaged:
 * @findings: (element-type utf8): gets a sentence for everything that is wrong
 *
 * What is left of a book that cs_store_open_early() or cs_store_settle() refused with CS_ERROR_CORRUPT: a
 * private copy of it, to be read and nothing else. Its tables must still be those of a book, and what the
 * pages are built on must be whole. May run in another thread than the one that uses the book afterwards.
 *
 * Returns: (transfer full): the book, NULL with @error when nothing of it can be shown; @findings are told
 * also then, when the file can be read at all
 */
CsStore *cs_store_open_damaged (const char *path, GPtrArray *findings, GError **error);

/* Returns: whether @self was opened by it. */
gboolean cs_store_is_damaged (CsStore *self);

/* cs_store_may_leave: refuses, with CS_ERROR_CORRUPT, that anything of a damaged book leaves the program: as
 * a paper, an export or a copy. */
gboolean cs_store_may_leave (CsStore *self, GError **error);

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
