/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A list as offices send it: UTF-8 with or without BOM, comma, semicolon or tab, the line "sep=;" of Excel,
 * RFC 4180, a header, columns in any order. A file is refused before it is read when it is no ordinary one or
 * too large; columns, rows and cells are bounded, so that work and memory grow with the file and no faster.
 */

typedef struct
{
  char *name; /* of the file, for messages */
  GPtrArray
      *columns; /* (element-type utf8): header, folded to lower case; after cs_csv_table_expect() names */
  guint header_line;
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

/* A column that a list may have. */
typedef struct
{
  const char *name;
  const char *headings; /* other headings for it, separated by "|"; case, accents and signs do not count */
  gboolean not_kept;    /* known from real lists, and nothing is done with it: told in the notes */
} CsCsvColumn;

/**
 * cs_csv_table_expect:
 * @known: (array length=n)
 * @notes: (element-type utf8): gets which heading was taken for which column
 *
 * Names the columns by their headings. What would be dropped is refused: a heading nobody knows, with the
 * nearest known one, and a cell below no heading. Returns: FALSE with CS_ERROR_INVALID
 */
gboolean
cs_csv_table_expect (CsCsvTable *table, const CsCsvColumn *known, guint n, GPtrArray *notes, GError **error);

/* Returns: FALSE with CS_ERROR_INVALID naming the first column of @required that is missing. */
gboolean cs_csv_table_require (const CsCsvTable *table, const char *const *required, GError **error);

/* Adds "file:line: column: message" to @problems. */
void cs_csv_table_problem (
    const CsCsvTable *table, guint row, const char *column, const char *message, GPtrArray *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsCsvTable, cs_csv_table_free)

G_END_DECLS
