/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Edits by chance, in any table of a book, as another program would make them. */

typedef enum
{
  EDIT_UPDATE, /* a cell gets another value of its type */
  EDIT_INSERT, /* a copy of a row with other keys */
  EDIT_DELETE, /* a row */
  EDIT_SWAP,   /* two rows change one of their values */
  EDIT_N_SMALL,
  EDIT_REPLACE = EDIT_N_SMALL, /* a row takes the place of others */
  EDIT_UPSERT,                 /* a row that is there is written once more */
  EDIT_UPDATE_ALL,             /* all rows, as far as they may */
  EDIT_DELETE_ALL,
  EDIT_N_KINDS
} EditKind;

/* Triggers, foreign keys and checks do not hold on this connection from now on, and the tables behind the
 * search can be written. */
void edit_allow_all (sqlite3 *db);

/* Returns: (transfer full) (element-type utf8): the tables of the file, by name, the search and, if
 * @behind_search, the tables behind it. */
GPtrArray *edit_tables (sqlite3 *db, gboolean behind_search);

/* Returns: whether the log knows the rows of @table by their sum. */
gboolean edit_is_summed (const char *table);

/* Makes one edit of @kind in @table. Returns: (transfer full): its SQL; NULL when it was not allowed, in
 * which case SQLite has undone it, or changed nothing. */
char *edit_by_chance (sqlite3 *db, const char *table, EditKind kind);

G_END_DECLS
