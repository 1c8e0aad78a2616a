/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/progress.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* A copy that holds everything: the book and the files of its papers in one file "….chamsao-backup", a zip
 * with
 *
 *   manifest.json      {"format": 1, "book": {"sha256", "size"}, "files": [{"sha256", "size"}…]}
 *   book.chamsao       the book
 *   files/SHA-256      each file once
 *
 * It is restored whole or not at all. */

#define CS_BACKUP_SUFFIX ".chamsao-backup"

/**
 * cs_backup_write:
 * @book: path of the book whose files are taken: @store may be a snapshot of it, in another thread
 * @path: never replaces anything; written under a temporary name, read back, synced, renamed
 * @progress: (nullable), @cancellable: (nullable)
 * @n_files: (out): how many files it holds
 * @missing: (out) (transfer full) (element-type utf8): digests of files that the book names and that are not
 * there, or are other ones by now
 */
gboolean cs_backup_write (CsStore *store,
                          const char *book,
                          const char *path,
                          CsProgress progress,
                          gpointer data,
                          GCancellable *cancellable,
                          guint *n_files,
                          GPtrArray **missing,
                          GError **error);

/**
 * cs_backup_restore:
 * @source: such a copy, or one of the book alone
 * @path: the book to make, beside it the folder of its files: neither may exist
 *
 * CS_ERROR_CORRUPT: something in the copy is not what its manifest says. Then, and on every failure, nothing
 * is left.
 */
gboolean cs_backup_restore (const char *source, const char *path, GError **error);

G_END_DECLS
