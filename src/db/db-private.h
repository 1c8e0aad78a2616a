/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"

#include <sqlite3.h>

#define CS_APPLICATION_ID 0x4353616f /* "CSao" */

struct _CsDb
{
  sqlite3 *handle;
  char *path;
  gboolean writable;      /* it is a book, and ours alone */
  GHashTable *statements; /* (element-type utf8 CsCached): by pointer of the SQL text */
  CsTransaction *current; /* (nullable) (not owned) */
  gboolean committing;    /* only cs_transaction_commit() may let a COMMIT through */
};

/* Fills @error from the connection's last error, converted by meaning; @doing says what was tried. */
void _cs_db_set_error (CsDb *db, int code, const char *doing, GError **error);

/* Runs SQL text of ours that returns nothing. */
gboolean _cs_db_exec (CsDb *db, const char *sql, GError **error);

/* Brings the schema to the present version, one step after the other. */
gboolean _cs_db_migrate (CsDb *db, GError **error);

/* Are tables, triggers and views as the migrations made them? Appends a sentence for each that is not. */
gboolean _cs_db_check_schema (CsDb *db, GPtrArray *findings, GError **error);
