/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One connection to a book. This folder is the only one that knows SQLite.
 *
 * The pragmas are measured choices (power-loss runs): rollback journal TRUNCATE with synchronous EXTRA,
 * exclusive locking, so that a second program is told at once and a killed one leaves no lock behind. */

typedef struct _CsDb CsDb;

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

/* Returns: schema version of the open book. */
int cs_db_version (CsDb *db);

/* Returns: the version this program writes. */
int cs_db_current_version (void);

/* cs_db_check: SQLite's own integrity and foreign key checks; appends a sentence for each finding. */
gboolean cs_db_check (CsDb *db, GPtrArray *findings, GError **error);

/* cs_db_check_schema: are tables, triggers and views as the migrations made them? Appends a sentence for each
 * that is not. */
gboolean cs_db_check_schema (CsDb *db, GPtrArray *findings, GError **error);

/* --- transactions --- */

typedef struct _CsTransaction CsTransaction;

/**
 * cs_transaction_begin:
 * @what: static text: the command on whose behalf; named when somebody else commits
 *
 * BEGIN IMMEDIATE. Writing functions of repositories take the transaction as proof that there is one.
 * Dropping it without cs_transaction_commit() rolls back.
 */
CsTransaction *cs_transaction_begin (CsDb *db, const char *what, GError **error);

/* cs_transaction_commit: refuses when a statement failed before (what it had done is undone, so half of the
 * command is missing), and when rows were changed after the last line of the log. */
gboolean cs_transaction_commit (CsTransaction *transaction, GError **error);
void cs_transaction_free (CsTransaction *transaction);
CsDb *cs_transaction_db (CsTransaction *transaction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTransaction, cs_transaction_free)

/* --- queries --- */

typedef struct _CsQuery CsQuery;

/**
 * cs_query:
 * @sql: (transfer none): static SQL with named parameters; statements are cached by this pointer
 *
 * A query remembers its first error and then does nothing more; cs_query_done() tells it. So a reading loop
 * has one place to look for failure.
 *
 * Returns: (transfer full): a query to bind and step
 */
CsQuery *cs_query (CsDb *db, const char *sql);
void cs_query_set_text (CsQuery *query, const char *name, const char *value); /* NULL binds NULL */
void cs_query_set_int (CsQuery *query, const char *name, gint64 value);
gboolean cs_query_next (CsQuery *query);
gint64 cs_query_int (CsQuery *query, int column);
const char *cs_query_text (CsQuery *query, int column); /* (transfer none) (nullable), until the next step */
gsize cs_query_length (CsQuery *query, int column);     /* of its text in bytes, also behind a NUL */
char *cs_query_dup (CsQuery *query, int column);        /* (transfer full): "" for NULL */
char *cs_query_dup_or_null (CsQuery *query, int column);
gboolean cs_query_is_null (CsQuery *query, int column);

/* cs_query_done: ends the query (it must not be used any more). Returns: FALSE with its first error. */
gboolean cs_query_done (CsQuery *query, GError **error);

/* cs_query_run: steps a query without rows to its end and frees it. */
gboolean cs_query_run (CsQuery *query, GError **error);

/* cs_query_run_changed: as cs_query_run(), and CS_ERROR_CONFLICT when no row was changed (a stale edit). */
gboolean cs_query_run_changed (CsQuery *query, GError **error);

/* cs_query_one_int: the first column of the first row into @value; FALSE without error when there is no row.
 */
gboolean cs_query_one_int (CsQuery *query, gint64 *value, GError **error);
void cs_query_free (CsQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsQuery, cs_query_free)

gint64 cs_db_last_id (CsDb *db);

G_END_DECLS
