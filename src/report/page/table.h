/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/composer.h"

G_BEGIN_DECLS

/* A table over the whole width of the text: its head is repeated on every page, a row is only split when it
 * is taller than a page. */

typedef struct
{
  const char *title;
  const char *group; /* (nullable): a title above it, shared with neighbours of the same group */
  double weight;     /* share in the width that is left over; 0: as wide as its content */
  CsAlign align;     /* of the cells; titles are centred */
  gboolean lead;     /* the first line of a cell is bold */
  gboolean boxes;    /* cells that are CS_BOX_EMPTY or CS_BOX_TICKED are drawn as boxes to tick */
} CsColumn;

/* The letters carry the meaning for who reads the text of a PDF, a box is painted over them. */
#define CS_BOX_EMPTY  "□"
#define CS_BOX_TICKED "■"

typedef enum
{
  CS_ROW_PLAIN,
  CS_ROW_GROUP,  /* heads the rows below: bold, shaded, and not the last on a page */
  CS_ROW_TOTAL,  /* sums up: bold */
  CS_ROW_LINE,   /* goes on with the row above: no border between, and on its page */
  CS_ROW_REMARK, /* the same in italics */
} CsRowKind;

typedef struct _CsTable CsTable;

/* Type sizes in points that a wide table may be set in: the largest at which every word fits its column is
 * taken. The decree's body is 13 to 14. */
#define CS_TABLE_SIZE_LEAST 10.0

/**
 * cs_table_new:
 * @size: type size wanted, points
 * @least: how small it may become so that words fit, not below %CS_TABLE_SIZE_LEAST
 */
CsTable *cs_table_new (double size, double least);
void cs_table_free (CsTable *table);

/* Columns first, then rows. */
void cs_table_add_column (CsTable *table, const CsColumn *column);

/**
 * cs_table_add_row:
 * @cells: (array) (element-type utf8): one text a column; NULL joins the cell to the one on its left. Line
 * ends begin new lines. Not the first cell.
 *
 * A joined cell is centred, in rows that head others or go on with them it stands at the left.
 */
void cs_table_add_row (CsTable *table, CsRowKind kind, const char *const *cells);

/* Leaves head and borders away: for names and values side by side, and for lists of boxes. */
void cs_table_set_frameless (CsTable *table);

/* Returns: how many rows were added, without the head. */
guint cs_table_n_rows (const CsTable *table);

/* For the layout. Returns: FALSE and CS_ERROR_INVALID when a text cannot be drawn. */
gboolean cs_table_compose (const CsTable *table, CsComposer *composer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTable, cs_table_free)

G_END_DECLS
