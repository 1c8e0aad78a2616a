/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/progress.h"
#include "model/dossier.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files of dossiers lie beside the book in "<book>.files", named by the SHA-256 of their bytes. */

/**
 * cs_files_store:
 * @book: path of the book
 * @source: any file
 * @paper: gets digest, name, media type and size
 *
 * @progress: (nullable): in steps of a megabyte
 * @cancellable: (nullable)
 *
 * Copies under a temporary name, syncs, renames; the same bytes are stored once. Knows no open book: it may
 * run in any thread.
 */
gboolean cs_files_store (const char *book,
                         GFile *source,
                         CsEvidence *paper,
                         CsProgress progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GError **error);

/* Returns: (transfer full): where the file with @sha256 lies, whether it exists or not. */
GFile *cs_files_locate (const char *book, const char *sha256);

/* Returns: (transfer full): SHA-256 of the bytes of any file. @size: (out): how many they are */
char *cs_files_digest (GFile *file, gint64 *size, GError **error);

/* Returns: (transfer full) (element-type utf8): those of @digests whose files are not beside the book; they
 * are not read. */
GPtrArray *cs_files_missing (const char *book, const GPtrArray *digests);

/**
 * cs_files_adopt:
 * @folder: where they may lie: the folder of another place of the book, or the one it lies in
 * @digests: of files that may be missing
 * @progress: (nullable), @cancellable: (nullable)
 * @found: (out): how many are beside the book now that were not before
 *
 * Copies what is missing and is found, when its bytes are what the digest says. In any thread.
 */
gboolean cs_files_adopt (const char *book,
                         GFile *folder,
                         const GPtrArray *digests,
                         CsProgress progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         guint *found,
                         GError **error);

/* Returns: whether the stored file is there and its bytes have this digest; FALSE without error when not. */
gboolean cs_files_verify (const char *book, const char *sha256);

G_END_DECLS
