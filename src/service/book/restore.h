/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_restore:
 * @source: a copy of a book, of this or an older version; only read
 * @path: the book to make; CS_ERROR_CONFLICT when there is anything already
 *
 * The copy's content as a book that is checked and of the present version, or nothing.
 *
 * Returns: FALSE with CS_ERROR_NOT_FOUND, CS_ERROR_CORRUPT, CS_ERROR_TOO_NEW …
 */
gboolean cs_restore (const char *source, const char *path, GError **error);

/* cs_restore_into: the same into the empty file @target, which gets no other name. */
gboolean cs_restore_into (const char *source, const char *target, GError **error);

G_END_DECLS
