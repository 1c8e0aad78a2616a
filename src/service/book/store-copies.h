/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/book-copy.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Copies that the program makes by itself, of the book alone: when it is opened and changed since the last
 * one, before a list is read into it, before a session is closed, and before a newer version of the program
 * changes its format. They lie beside the book in "<book>.copies", so that they go where it goes and nobody
 * gets scores who did not have them.
 *
 * Kept are the last ten, the last one of each of the last thirty days that have one, and the last of each
 * month. The files of papers are never deleted, so a copy finds those it names. */

/**
 * cs_copies_make:
 * @store: the book, or a snapshot of it in another thread
 *
 * Makes one unless there is one of the same state of the book, and takes away those that need not be kept.
 * Nothing is made of a book that is only read.
 */
gboolean cs_copies_make (CsStore *store, CsBookCopyReason reason, GError **error);

/* @due: (out): whether cs_copies_make() would make one */
gboolean cs_copies_is_due (CsStore *store, gboolean *due, GError **error);

/* Returns: (transfer full) (element-type CsBookCopy): the copies of the book at @path, which need not exist
 * any more, the newest first. */
GPtrArray *cs_copies_list (const char *path, GError **error);

G_END_DECLS
