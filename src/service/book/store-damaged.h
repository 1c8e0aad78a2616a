/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* A book that was refused because it is damaged: what is left of it is read, nothing is written, and nothing
 * of it leaves the program. */

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

G_END_DECLS
