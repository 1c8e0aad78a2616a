/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/progress.h"
#include "db/handle.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Making, opening, copying and checking the file of a book.
 *
 * The pragmas are measured choices (power-loss runs): rollback journal TRUNCATE with synchronous EXTRA,
 * exclusive locking, so that a second program is told at once and a killed one leaves no lock behind. */

/* cs_db_create: makes the tables of a new book in the empty file at @path. @name: (nullable): how messages
 * call it while it has another name than it will get; NULL for @path */
CsDb *cs_db_create (const char *path, const char *name, GError **error);

/**
 * cs_db_open:
 * @name: (nullable): how messages call it, NULL for @path
 *
 * Opens and checks an existing book. One of an older version is to be brought to the present one before
 * anything else is done with it, see repo/migration.h.
 *
 * Returns: (transfer full): the connection, or NULL with CS_ERROR_NOT_FOUND, _READ_ONLY, _BUSY, _CORRUPT,
 * _TOO_NEW …
 */
CsDb *cs_db_open (const char *path, const char *name, GError **error);

/**
 * cs_db_open_early:
 * The same in two steps, so that a large book can be read while it is looked through: it is open for reading,
 * nobody else can write it, and cs_db_check_file() may read it on a connection of its own. A book with an
 * older schema is not to be read before cs_db_settle().
 *
 * Returns: (transfer full): the connection, or NULL as cs_db_open()
 */
CsDb *cs_db_open_early (const char *path, GError **error);

/**
 * cs_db_check_file:
 * @progress: (nullable): called in the thread of the caller
 * @cancellable: (nullable)
 *
 * Looks through the file at @path, in any thread. Returns: FALSE with CS_ERROR_CORRUPT, or
 * G_IO_ERROR_CANCELLED
 */
gboolean cs_db_check_file (
    const char *path, CsProgress progress, gpointer data, GCancellable *cancellable, GError **error);

/* cs_db_settle: after the check: takes the book for this program alone, for writing. */
gboolean cs_db_settle (CsDb *db, GError **error);

/* cs_db_open_snapshot: opens a private copy for reading only, without locking and checks. @name: (nullable):
 * as in cs_db_open() */
CsDb *cs_db_open_snapshot (const char *path, const char *name, GError **error);

/* cs_db_open_for_copy: opens a book for being copied and nothing else: it is only read, and not checked but
 * for being a book. */
CsDb *cs_db_open_for_copy (const char *path, GError **error);

/* Returns: whether an unfinished transaction is taken back when the book is read next: its journal is there.
 */
gboolean cs_db_will_roll_back (CsDb *db);

void cs_db_close (CsDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDb, cs_db_close)

/**
 * cs_db_copy:
 * @check: whether the copy is read again and checked before it gets its name: for copies that are to be kept
 *
 * The whole book to @path by the backup API: temporary name, check, sync, rename. CS_ERROR_CONFLICT when
 * there is anything there already.
 */
gboolean cs_db_copy (CsDb *db, const char *path, gboolean check, GError **error);

G_END_DECLS
