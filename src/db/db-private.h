/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"

/* Debian's SQLite has it; flatpak/ builds one that has */
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#define CS_APPLICATION_ID 0x4353616f /* "CSao" */

typedef struct _CsRowSums CsRowSums;

struct _CsDb
{
  sqlite3 *handle;
  char *path;
  gboolean writable;      /* it is a book, and ours alone */
  GHashTable *statements; /* (element-type utf8 CsCached): by pointer of the SQL text */
  CsTransaction *current; /* (nullable) (not owned) */
  gboolean committing;    /* only cs_transaction_commit() may let a COMMIT through */
  gboolean spoiled;       /* a statement failed in this transaction: it can only be rolled back */
  CsRowSums *sums;        /* (nullable): NULL when nothing is written */
};

/* Fills @error from the connection's last error, converted by meaning; @doing says what was tried. */
void _cs_db_set_error (CsDb *db, int code, const char *doing, GError **error);

/* Runs SQL text of ours that returns nothing. */
gboolean _cs_db_exec (CsDb *db, const char *sql, GError **error);

/* Brings the schema to the present version, one step after the other. */
gboolean _cs_db_migrate (CsDb *db, GError **error);

/* --- row-sum.c --- */

/* Begins to watch the rows of all tables; not before the schema is the present one. */
gboolean _cs_row_sums_watch (CsDb *db, GError **error);
void _cs_row_sums_free (CsRowSums *sums);

/* Forgets what was collected, since it was rolled back. */
void _cs_row_sums_drop (CsDb *db);

/* Returns: whether rows were changed that row_sum does not know of. */
gboolean _cs_row_sums_is_behind (CsDb *db);
