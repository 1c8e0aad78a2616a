/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/table.h"
#include "report/page/table-private.h"

static void
clear_column (gpointer data)
{
  CsColumn *column = data;

  g_free ((char *) column->title);
  g_free ((char *) column->group);
}

static CsTableRow *
row_new (CsRowKind kind, guint n)
{
  CsTableRow *row = g_malloc0 (sizeof (CsTableRow) + n * sizeof (char *));

  row->kind = kind;
  row->n = n;
  return row;
}

static void
row_free (gpointer data)
{
  CsTableRow *row = data;

  for (guint i = 0; i < row->n; i++)
    g_free (row->cells[i]);
  g_free (row);
}

CsTable *
cs_table_new (double size, double least)
{
  CsTable *table;

  g_return_val_if_fail (least >= CS_TABLE_SIZE_LEAST && size >= least, NULL);
  table = g_new0 (CsTable, 1);
  table->size = size;
  table->least = least;
  table->columns = g_array_new (FALSE, TRUE, sizeof (CsColumn));
  g_array_set_clear_func (table->columns, clear_column);
  table->rows = g_ptr_array_new_with_free_func (row_free);
  return table;
}

void
cs_table_free (CsTable *table)
{
  if (table == NULL)
    return;
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

void
cs_table_add_column (CsTable *table, const CsColumn *column)
{
  CsColumn *added;

  g_return_if_fail (table != NULL && table->rows->len == 0);
  g_return_if_fail (column != NULL && column->title != NULL);
  g_array_append_val (table->columns, *column);
  added = &g_array_index (table->columns, CsColumn, table->columns->len - 1);
  added->title = g_strdup (column->title);
  added->group = g_strdup (column->group);
}

void
cs_table_add_row (CsTable *table, CsRowKind kind, const char *const *cells)
{
  CsTableRow *row;

  g_return_if_fail (table != NULL && table->columns->len > 0);
  g_return_if_fail (cells != NULL && cells[0] != NULL);
  row = row_new (kind, table->columns->len);
  for (guint i = 0; i < row->n; i++)
    row->cells[i] = g_strdup (cells[i]);
  g_ptr_array_add (table->rows, row);
}

void
cs_table_set_frameless (CsTable *table)
{
  g_return_if_fail (table != NULL);

  table->frameless = TRUE;
}

guint
cs_table_n_rows (const CsTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->rows->len;
}

static CsTableSet *
set_new (CsFonts *fonts)
{
  CsTableSet *set = g_new0 (CsTableSet, 1);

  set->fonts = fonts;
  set->columns = g_array_new (FALSE, TRUE, sizeof (CsColumn));
  g_array_set_clear_func (set->columns, clear_column);
  set->rows = g_ptr_array_new_with_free_func (row_free);
  set->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return set;
}

static void
set_free (gpointer data)
{
  CsTableSet *set = data;

  g_array_unref (set->columns);
  g_ptr_array_unref (set->rows);
  g_hash_table_unref (set->cache);
  g_free (set->edges);
  g_free (set);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTableSet, set_free)

const CsColumn *
cs_table_column (const CsTableSet *set, guint i)
{
  return &g_array_index (set->columns, CsColumn, i);
}

CsFontStyle
cs_table_row_style (CsRowKind kind)
{
  switch (kind)
    {
    case CS_ROW_GROUP:
    case CS_ROW_TOTAL:
      return CS_FONT_BOLD;
    case CS_ROW_REMARK:
      return CS_FONT_ITALIC;
    case CS_ROW_PLAIN:
    case CS_ROW_LINE:
    default:
      return CS_FONT_REGULAR;
    }
}

gboolean
cs_table_row_goes_on (CsRowKind kind)
{
  return kind == CS_ROW_LINE || kind == CS_ROW_REMARK;
}

guint
cs_table_row_span (const CsTableRow *row, guint i)
{
  guint span = 1;

  while (i + span < row->n && row->cells[i + span] == NULL)
    span++;
  return span;
}

guint
cs_table_group_span (const CsTableSet *set, guint i)
{
  const char *group = cs_table_column (set, i)->group;
  guint span = 1;

  while (group != NULL && i + span < set->columns->len
         && g_strcmp0 (cs_table_column (set, i + span)->group, group) == 0)
    span++;
  return span;
}

static gboolean
prepare_columns (CsTableSet *set, const CsTable *table, GError **error)
{
  const CsFace bold = { CS_FONT_BOLD, 0, FALSE };

  for (guint i = 0; i < table->columns->len; i++)
    {
      CsColumn column = g_array_index (table->columns, CsColumn, i);
      g_autofree char *title = cs_fonts_prepare (set->fonts, &bold, column.title, error);
      g_autofree char *group = NULL;

      if (title == NULL)
        return FALSE;
      if (column.group != NULL)
        {
          group = cs_fonts_prepare (set->fonts, &bold, column.group, error);
          if (group == NULL)
            return FALSE;
        }
      column.title = g_steal_pointer (&title);
      column.group = g_steal_pointer (&group);
      g_array_append_val (set->columns, column);
    }
  return TRUE;
}

static gboolean
prepare_row (CsTableSet *set, const CsTableRow *row, GError **error)
{
  CsTableRow *prepared = row_new (row->kind, row->n);

  g_ptr_array_add (set->rows, prepared);
  for (guint i = 0; i < row->n; i++)
    {
      CsFace face = { cs_table_row_style (row->kind), 0, FALSE };

      if (row->cells[i] == NULL)
        continue;
      prepared->cells[i] = cs_fonts_prepare (set->fonts, &face, row->cells[i], error);
      if (prepared->cells[i] == NULL)
        return FALSE;
      if (cs_table_column (set, i)->lead)
        {
          const CsFace bold = { CS_FONT_BOLD, 0, FALSE };
          g_autofree char *again = cs_fonts_prepare (set->fonts, &bold, row->cells[i], error);

          if (again == NULL)
            return FALSE;
        }
    }
  return TRUE;
}

/* Returns: height of a title over the columns from @i, with its padding. */
static double
measure_title (CsTableSet *set, const char *title, guint i, guint span)
{
  g_autoptr (PangoLayout) layout = cs_table_set_title (set, title, i, span);

  return cs_fonts_height (layout) + 2 * CS_CELL_PAD_Y;
}

/* Measures the two rows of the head. */
static void
measure_head (CsTableSet *set)
{
  double whole = 0; /* of columns without a group: over both rows */
  double more;

  for (guint i = 0, span; i < set->columns->len; i += span)
    {
      const char *group = cs_table_column (set, i)->group;

      span = cs_table_group_span (set, i);
      if (group != NULL)
        set->head_top = MAX (set->head_top, measure_title (set, group, i, span));
      for (guint c = i; c < i + span; c++)
        {
          double height = measure_title (set, cs_table_column (set, c)->title, c, 1);

          if (group == NULL)
            whole = MAX (whole, height);
          else
            set->head_rest = MAX (set->head_rest, height);
        }
    }
  more = MAX (whole - set->head_top - set->head_rest, 0);
  if (set->head_top > 0)
    set->head_top += more / 2;
  set->head_rest += set->head_top > 0 ? more / 2 : more;
}

/* Returns: (transfer full): the tallest cell of @row. */
static PangoLayout *
tallest_cell (CsTableSet *set, const CsTableRow *row)
{
  g_autoptr (PangoLayout) tallest = NULL;
  double height = -1;

  for (guint i = 0, span; i < row->n; i += span)
    {
      g_autoptr (PangoLayout) cell = NULL;

      span = cs_table_row_span (row, i);
      cell = cs_table_set_cell (set, row, i, span);
      if (cs_fonts_height (cell) <= height)
        continue;
      height = cs_fonts_height (cell);
      g_set_object (&tallest, cell);
    }
  return g_steal_pointer (&tallest);
}

static CsStrip *
add_piece (CsComposer *composer, const CsTablePiece *piece, int header)
{
  double height = piece->to - piece->from + (piece->first + piece->end) * CS_CELL_PAD_Y;
  CsStrip *strip =
      cs_composer_add (composer, height, cs_table_draw_row, g_memdup2 (piece, sizeof *piece), g_free);

  strip->header = header;
  return strip;
}

/* A row that is taller than a page becomes a strip a line, by the lines of its tallest cell. */
static void
add_lines (CsComposer *composer, CsTablePiece piece, PangoLayout *tallest, int header, gboolean keep)
{
  int n = pango_layout_get_line_count (tallest);
  PangoLayoutIter *iter = pango_layout_get_iter (tallest);

  for (int i = 0; i < n; i++)
    {
      CsStrip *strip;
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      piece.first = i == 0;
      piece.end = i == n - 1;
      piece.from = (double) top / PANGO_SCALE;
      piece.to = piece.end ? G_MAXDOUBLE : (double) bottom / PANGO_SCALE;
      strip = add_piece (composer, &piece, header);
      strip->height = (double) (bottom - top) / PANGO_SCALE + (piece.first + piece.end) * CS_CELL_PAD_Y;
      /* no single line before or after a break */
      strip->keep = piece.first ? keep : i == 1 || piece.end;
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

static void
compose_row (CsTableSet *set, CsComposer *composer, guint i, int header)
{
  const CsTableRow *row = g_ptr_array_index (set->rows, i);
  const CsTableRow *above = i > 0 ? g_ptr_array_index (set->rows, i - 1) : NULL;
  const CsTableRow *below = i + 1 < set->rows->len ? g_ptr_array_index (set->rows, i + 1) : NULL;
  g_autoptr (PangoLayout) tallest = tallest_cell (set, row);
  double height = cs_fonts_height (tallest);
  CsTablePiece piece = {
    set, row, 0, height, TRUE, TRUE, below != NULL && cs_table_row_goes_on (below->kind)
  };

  /* the first row stays with the head, any row with the group row that announces it, what goes on with what
   * it goes on with, and a sum with something that it sums up */
  gboolean keep = above == NULL || above->kind == CS_ROW_GROUP || cs_table_row_goes_on (row->kind)
                  || row->kind == CS_ROW_TOTAL;

  if (height + 2 * CS_CELL_PAD_Y > composer->height - set->head_top - set->head_rest)
    add_lines (composer, piece, tallest, header, keep);
  else
    add_piece (composer, &piece, header)->keep = keep;
}

gboolean
cs_table_compose (const CsTable *table, CsComposer *composer, GError **error)
{
  g_autoptr (CsTableSet) set = set_new (composer->fonts);
  CsTableSet *owned;
  CsStrip *head;
  int header = (int) composer->strips->len;

  if (!prepare_columns (set, table, error))
    return FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    if (!prepare_row (set, g_ptr_array_index (table->rows, i), error))
      return FALSE;
  set->frameless = table->frameless;
  cs_table_fit (set, table->size, table->least, composer->width);
  if (!set->frameless)
    measure_head (set);
  owned = g_steal_pointer (&set);
  head = cs_composer_add (composer, owned->head_top + owned->head_rest, cs_table_draw_head, owned, set_free);
  head->gap = owned->frameless ? 4 : 8;
  for (guint i = 0; i < owned->rows->len; i++)
    compose_row (owned, composer, i, owned->frameless ? -1 : header);
  return TRUE;
}
