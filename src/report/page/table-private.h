/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/table.h"

G_BEGIN_DECLS

/* A table on its way to the page: texts prepared, type size and widths chosen. Shared by the files table*.c.
 */

#define CS_CELL_PAD_X(size) ((size) *0.28)
#define CS_CELL_PAD_Y       2.0

typedef struct
{
  CsRowKind kind;
  guint n;
  char *cells[]; /* one a column; NULL: joined to the left */
} CsTableRow;

struct _CsTable
{
  double size;
  double least;
  gboolean frameless;
  GArray *columns; /* (element-type CsColumn), texts owned */
  GPtrArray *rows; /* (element-type CsTableRow) */
};

typedef struct
{
  CsFonts *fonts;  /* not owned */
  GArray *columns; /* (element-type CsColumn), texts prepared and owned */
  GPtrArray *rows; /* (element-type CsTableRow), texts prepared */
  gboolean frameless;
  double size;       /* type size, points */
  double *edges;     /* x of the borders, one more than columns */
  double head_top;   /* height of the row of group titles, 0 without groups */
  double head_rest;  /* height of the row of titles */
  GHashTable *cache; /* (element-type utf8 PangoLayout): cells set lately: many say the same */
} CsTableSet;

/* A row, or one line of it when it is taller than a page. */
typedef struct
{
  CsTableSet *set;
  const CsTableRow *row;
  double from; /* the lines whose top lies between these, below the top of the cells' text */
  double to;
  gboolean first;   /* of the row: padding above */
  gboolean end;     /* of the row: padding and a border below */
  gboolean goes_on; /* the row below belongs to it: no border between */
} CsTablePiece;

/* Returns: @set's column @i. */
const CsColumn *cs_table_column (const CsTableSet *set, guint i);

/* Returns: how the cells of a row of @kind are set. */
CsFontStyle cs_table_row_style (CsRowKind kind);

/* Returns: whether a row of @kind goes on with the one above. */
gboolean cs_table_row_goes_on (CsRowKind kind);

/* Returns: how many columns the cell at @i of @row covers. */
guint cs_table_row_span (const CsTableRow *row, guint i);

/* Returns: how many columns from @i on share the group title of @i; 1 when it has none. */
guint cs_table_group_span (const CsTableSet *set, guint i);

/* Chooses @size, between the two given, and @edges so that words fit and the table is @width wide. */
void cs_table_fit (CsTableSet *set, double size, double least, double width);

/* Returns: (transfer full): the text of the cell at @i of @row, which covers @span columns, set and wrapped.
 */
PangoLayout *cs_table_set_cell (CsTableSet *set, const CsTableRow *row, guint i, guint span);

/* Returns: (transfer full): a title set over the columns from @i, @span of them. */
PangoLayout *cs_table_set_title (CsTableSet *set, const char *title, guint i, guint span);

void cs_table_draw_head (const CsStrip *strip, cairo_t *cr, gboolean last);
void cs_table_draw_row (const CsStrip *strip, cairo_t *cr, gboolean last);

G_END_DECLS
