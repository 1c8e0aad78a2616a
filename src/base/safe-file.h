/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that is written beside its name and gets the name only when all of it is on the disk: whoever finds
 * it finds it whole, and what stood there before stands there until then. */
typedef struct _CsSafeFile CsSafeFile;

/**
 * cs_safe_file_new:
 * @path: final name; what stands there is replaced, unless it is a book (or another database), a link to one,
 * or no ordinary file at all: these are refused with CS_ERROR_CONFLICT and keep every byte
 * @mode: permissions, less the umask
 *
 * Returns: (transfer full): an empty temporary file in the folder of @path
 */
CsSafeFile *cs_safe_file_new (const char *path, int mode, GError **error);

/* cs_safe_file_check: Returns: whether cs_safe_file_new() would take @path, else FALSE with its error: for
 * who does something else before. */
gboolean cs_safe_file_check (const char *path, GError **error);

/* cs_safe_file_new_unique: the same for what never replaces anything: CS_ERROR_CONFLICT when the name is
 * taken, now or at the end. */
CsSafeFile *cs_safe_file_new_unique (const char *path, int mode, GError **error);

/* cs_safe_file_is_source: Returns: whether @path is the file @source (by whatever name), with
 * CS_ERROR_CONFLICT: what is read is never written over. */
gboolean cs_safe_file_is_source (const char *path, const char *source, GError **error);

/* A file that a library holds open and locked: it must not even be looked into by another open and close,
 * which would drop the lock. In any thread; as often guarded, as often to be let go. Returns: (transfer full)
 * (nullable): what cs_safe_file_unguard() takes; NULL when there is no such file */
char *cs_safe_file_guard (const char *path);
void cs_safe_file_unguard (char *guard);

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
