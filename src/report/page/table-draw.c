/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/table-private.h"

#include <string.h>

#define BORDER     0.5
#define HEAD_GREY  0.92
#define GROUP_GREY 0.96
#define BOX_SIDE   0.74 /* of the type size, as are the next: the letter below must be covered */
#define BOX_MIDDLE 0.33 /* above the base line */
#define BOX_LINE   0.7  /* points */
#define TICK_LINE  1.3
#define LEADING    0.8 /* between the lines of a cell: marks over capitals must not touch the line above */

/* Cells set and kept, from measuring to drawing: enough for a table of a thousand rows. */
#define SET_LIMIT 8000

static double
span_width (const CsTableSet *set, guint i, guint span)
{
  return set->edges[i + span] - set->edges[i] - 2 * CS_CELL_PAD_X (set->size);
}

/* Makes the first line of @layout bold. */
static void
embolden_lead (PangoLayout *layout, const char *text)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = 0;
  bold->end_index = (guint) strcspn (text, "\n");
  pango_attr_list_insert (attributes, bold);
}

static PangoLayout *
set_text (CsTableSet *set, const char *text, CsFontStyle style, gboolean lead, CsAlign align, double width)
{
  /* layouts of one text differ by these */
  g_autofree char *key =
      g_strdup_printf ("%d %d %d %d %s", (int) style, lead, (int) align, (int) (width * PANGO_SCALE), text);
  PangoLayout *layout = g_hash_table_lookup (set->cache, key);
  CsFace face = { style, set->size, FALSE };

  if (layout != NULL)
    return g_object_ref (layout);
  if (g_hash_table_size (set->cache) >= SET_LIMIT)
    g_hash_table_remove_all (set->cache);
  layout = cs_fonts_layout_prepared (set->fonts, &face, text);
  if (lead)
    embolden_lead (layout, text);
  cs_fonts_wrap (layout, width, align);
  pango_layout_set_spacing (layout, (int) (LEADING * PANGO_SCALE));
  g_hash_table_insert (set->cache, g_steal_pointer (&key), g_object_ref (layout));
  return layout;
}

PangoLayout *
cs_table_set_cell (CsTableSet *set, const CsTableRow *row, guint i, guint span)
{
  const CsColumn *column = cs_table_column (set, i);
  CsFontStyle style = cs_table_row_style (row->kind);
  CsAlign align = column->align;

  if (span > 1)
    align = row->kind == CS_ROW_GROUP || cs_table_row_goes_on (row->kind) ? CS_ALIGN_LEFT : CS_ALIGN_CENTER;
  return set_text (set, row->cells[i], style, column->lead && row->kind == CS_ROW_PLAIN, align,
                   span_width (set, i, span));
}

PangoLayout *
cs_table_set_title (CsTableSet *set, const char *title, guint i, guint span)
{
  return set_text (set, title, CS_FONT_BOLD, FALSE, CS_ALIGN_CENTER, span_width (set, i, span));
}

static void
fill (cairo_t *cr, double width, double height, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_rectangle (cr, 0, BORDER / 2, width, height - BORDER / 2); /* not over the border above */
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

/* Draws @title in the middle of its cell, and adds the borders at its left and top to the path. */
static void
draw_title (CsTableSet *set, cairo_t *cr, const char *title, guint i, guint span, double y, double height)
{
  g_autoptr (PangoLayout) layout = cs_table_set_title (set, title, i, span);

  cairo_move_to (cr, set->edges[i] + CS_CELL_PAD_X (set->size), y + (height - cs_fonts_height (layout)) / 2);
  pango_cairo_show_layout (cr, layout);
  line (cr, set->edges[i], y + height, set->edges[i], y);
  line (cr, set->edges[i], y, set->edges[i + span], y);
}

void
cs_table_draw_head (const CsStrip *strip, cairo_t *cr, gboolean last)
{
  CsTableSet *set = strip->data;
  guint n = set->columns->len;
  double right = set->edges[n];

  if (set->frameless)
    return;
  fill (cr, right, strip->height, HEAD_GREY);
  cairo_set_line_width (cr, BORDER);
  for (guint i = 0; i < n; i++)
    {
      const CsColumn *column = cs_table_column (set, i);

      if (column->group == NULL)
        {
          draw_title (set, cr, column->title, i, 1, 0, strip->height);
          continue;
        }
      if (i == 0 || g_strcmp0 (cs_table_column (set, i - 1)->group, column->group) != 0)
        draw_title (set, cr, column->group, i, cs_table_group_span (set, i), 0, set->head_top);
      draw_title (set, cr, column->title, i, 1, set->head_top, set->head_rest);
    }
  line (cr, right, 0, right, strip->height);
  line (cr, 0, strip->height, right, strip->height);
  cairo_stroke (cr);
}

static gboolean
is_box (const CsTableSet *set, guint i, const char *text)
{
  return cs_table_column (set, i)->boxes
         && (g_str_equal (text, CS_BOX_EMPTY) || g_str_equal (text, CS_BOX_TICKED));
}

/* Paints a box over the letter that @layout holds, (@x, @y) being the top left of the cell's text. */
static void
draw_box (const CsTableSet *set, cairo_t *cr, PangoLayout *layout, gboolean ticked, double x, double y)
{
  double side = set->size * BOX_SIDE;
  PangoRectangle letter;
  double left, top;

  pango_layout_get_extents (layout, NULL, &letter);
  left = x + (letter.x + letter.width / 2.0) / PANGO_SCALE - side / 2;
  top = y + (double) pango_layout_get_baseline (layout) / PANGO_SCALE - set->size * BOX_MIDDLE - side / 2;
  cairo_save (cr);
  cairo_rectangle (cr, left, top, side, side);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, BOX_LINE);
  cairo_stroke (cr);
  if (ticked)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_width (cr, TICK_LINE);
      cairo_move_to (cr, left + side * 0.18, top + side * 0.52);
      cairo_line_to (cr, left + side * 0.42, top + side * 0.80);
      cairo_line_to (cr, left + side * 0.95, top - side * 0.05);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/* Draws the lines of @layout that belong to @piece, with the top left of the cell's text at (@x, @y). */
static void
draw_cell (const CsTablePiece *piece, cairo_t *cr, PangoLayout *layout, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle extents;
      double top, baseline;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      top = (double) extents.y / PANGO_SCALE;
      if (top < piece->from || top >= piece->to)
        continue;
      baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      cairo_move_to (cr, x + (double) extents.x / PANGO_SCALE, y + baseline - piece->from);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
cs_table_draw_row (const CsStrip *strip, cairo_t *cr, gboolean last)
{
  const CsTablePiece *piece = strip->data;
  CsTableSet *set = piece->set;
  const CsTableRow *row = piece->row;
  double right = set->edges[row->n];
  double pad = piece->first ? CS_CELL_PAD_Y : 0;

  if (row->kind == CS_ROW_GROUP)
    fill (cr, right, strip->height, GROUP_GREY);
  cairo_set_line_width (cr, BORDER);
  for (guint i = 0, span; i < row->n; i += span)
    {
      g_autoptr (PangoLayout) layout = NULL;

      span = cs_table_row_span (row, i);
      layout = cs_table_set_cell (set, row, i, span);
      draw_cell (piece, cr, layout, set->edges[i] + CS_CELL_PAD_X (set->size), pad);
      if (is_box (set, i, row->cells[i]))
        draw_box (set, cr, layout, g_str_equal (row->cells[i], CS_BOX_TICKED),
                  set->edges[i] + CS_CELL_PAD_X (set->size), pad);
      line (cr, set->edges[i], 0, set->edges[i], strip->height);
    }
  if (set->frameless)
    {
      cairo_new_path (cr);
      return;
    }
  line (cr, right, 0, right, strip->height);
  if ((piece->end && !piece->goes_on) || last)
    line (cr, 0, strip->height, right, strip->height);
  cairo_stroke (cr);
}
