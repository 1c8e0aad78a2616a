/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A list as offices send it: UTF-8 with or without BOM, comma or semicolon, RFC 4180, a header, columns in
 * any order. */

typedef struct
{
  char *name;          /* of the file, for messages */
  GPtrArray *columns;  /* (element-type utf8): header, folded to lower case */
  GPtrArray *rows;     /* (element-type GStrv): cells in NFC without outer white space; as many as columns */
  GArray *lines;       /* (element-type guint): line in the file where each row begins */
  GPtrArray *bad_rows; /* (element-type utf8): "file:line: message" for each row that does not fit the header;
                          such rows are not among @rows */
} CsCsvTable;

/* Returns: (transfer full): the table; CS_ERROR_INVALID tells the line of the first fault, others that of the
 * disk. */
CsCsvTable *cs_csv_table_read (const char *path, GError **error);
void cs_csv_table_free (CsCsvTable *table);

/* Returns: index of the column, or -1. */
int cs_csv_table_column (const CsCsvTable *table, const char *name);

/* Returns: (transfer none): a cell, "" when there is no such column. */
const char *cs_csv_table_cell (const CsCsvTable *table, guint row, const char *column);

/* Returns: FALSE with CS_ERROR_INVALID naming the first column of @required that is missing. */
gboolean cs_csv_table_require (const CsCsvTable *table, const char *const *required, GError **error);

/* Adds "file:line: column: message" to @problems. */
void cs_csv_table_problem (
    const CsCsvTable *table, guint row, const char *column, const char *message, GPtrArray *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsCsvTable, cs_csv_table_free)

G_END_DECLS
