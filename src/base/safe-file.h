/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that is written beside its name and gets the name only when all of it is on the disk: whoever finds
 * it finds it whole, and what stood there before stands there until then. */
typedef struct _CsSafeFile CsSafeFile;

/* @mode: permissions, less the umask. Returns: (transfer full): an empty temporary file in the folder of
 * @path. */
CsSafeFile *cs_safe_file_new (const char *path, int mode, GError **error);

int cs_safe_file_get_fd (CsSafeFile *self);

/* Returns: (transfer none): the temporary name, for libraries that want one. */
const char *cs_safe_file_get_temporary (CsSafeFile *self);

/**
 * cs_safe_file_commit:
 * @path: (nullable): another final name in the same folder, NULL for that of cs_safe_file_new()
 *
 * Syncs, renames, syncs the folder; frees @self in any case. On failure nothing is left under the temporary
 * name.
 */
gboolean cs_safe_file_commit (CsSafeFile *self, const char *path, GError **error);

/* Throws the temporary file away. */
void cs_safe_file_abandon (CsSafeFile *self);

/* Sets the error of ours for a file that cannot be written because of errno @number: what, where, what to do.
 */
void cs_safe_file_set_error (GError **error, const char *path, int number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSafeFile, cs_safe_file_abandon)

G_END_DECLS
