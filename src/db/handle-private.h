/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

/* Debian's SQLite has it; flatpak/ builds one that has */
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#define CS_APPLICATION_ID 0x4353616f /* "CSao" */

typedef struct _CsRowSums CsRowSums;
typedef struct _CsRowChanges CsRowChanges;

/* A statement that is kept for the next query of the same text. */
typedef struct
{
  sqlite3_stmt *statement;
  gboolean out; /* a query has it */
} CsCached;

struct _CsDb
{
  sqlite3 *handle;
  char *path;             /* as people know it, for messages */
  char *file;             /* where it lies, in full */
  char *guard;            /* (nullable): see cs_safe_file_guard() */
  int version;            /* of the schema; 0: to be asked for */
  gboolean writable;      /* it is a book, and ours alone */
  GHashTable *statements; /* (element-type utf8 CsCached): by pointer of the SQL text */
  CsTransaction *current; /* (nullable) (not owned) */
  gboolean committing;    /* only cs_transaction_commit() may let a COMMIT through */
  gboolean spoiled;       /* a statement failed in this transaction: it can only be rolled back */
  CsRowSums *sums;        /* (nullable): NULL when nothing is written */
  CsRowChanges *changes;  /* (nullable): what the transaction changed, where that is kept */
  GPtrArray *trace; /* (nullable) (not owned) (element-type utf8): gets the text of every query: for tests */
};

struct _CsTransaction
{
  CsDb *db;
  const char *what; /* where it began, for the message below */
  gboolean ended;
  CsTransactionStep step; /* (nullable) */
  gpointer step_data;
};

/* Fills @error from the connection's last error, converted by meaning; @doing says what was tried. */
void _cs_db_set_error (CsDb *db, int code, const char *doing, GError **error);

/* Looks again at a file that SQLite's check found wrong: the check tells a page that the disk did not give,
 * and one for which there was no memory, as a damaged one too. Returns: FALSE with @error when the file
 * cannot be read */
gboolean _cs_db_can_be_read (CsDb *db, GError **error);

/* The same for a file at @path that is no open connection. */
void _cs_db_set_file_error (const char *path, int code, GError **error);

/* Opens the file @path, which must be a name in full: what begins with "file:" would be a URI to SQLite.
 * Returns: a code of SQLite */
int _cs_db_open_file (const char *path, int flags, sqlite3 **handle);

/* Runs SQL text of ours that returns nothing. */
gboolean _cs_db_exec (CsDb *db, const char *sql, GError **error);
