/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

G_BEGIN_DECLS

/* Making, opening, copying and checking the file of a book.
 *
 * The pragmas are measured choices (power-loss runs): rollback journal TRUNCATE with synchronous EXTRA,
 * exclusive locking, so that a second program is told at once and a killed one leaves no lock behind. */

/* cs_db_create: makes a new book at @path; refuses an existing file (CS_ERROR_CONFLICT). */
CsDb *cs_db_create (const char *path, GError **error);

/**
 * cs_db_open:
 * Opens and checks an existing book and brings an older one to the present schema.
 *
 * Returns: (transfer full): the connection, or NULL with CS_ERROR_NOT_FOUND, _BUSY, _CORRUPT, _TOO_NEW …
 */
CsDb *cs_db_open (const char *path, GError **error);

/* cs_db_open_snapshot: opens a private copy for reading only, without locking and checks. */
CsDb *cs_db_open_snapshot (const char *path, GError **error);

void cs_db_close (CsDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDb, cs_db_close)

/**
 * cs_db_copy:
 * @check: whether the copy is read again and checked before it gets its name: for copies that are to be kept
 *
 * The whole book to @path by the backup API: temporary name, check, sync, rename.
 */
gboolean cs_db_copy (CsDb *db, const char *path, gboolean check, GError **error);

/* cs_db_check: SQLite's own integrity and foreign key checks; appends a sentence for each finding. */
gboolean cs_db_check (CsDb *db, GPtrArray *problems, GError **error);

G_END_DECLS
