/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/paragraph.h"

#define INDENT       (10 * CS_PT_PER_MM)
#define GAP          6.0
#define LINE_SPACING 1.15f /* the decree: single to one and a half */

typedef struct
{
  PangoLayout *layout;
  int line;
  double x;
  double baseline; /* below the top of the strip */
} Line;

CsParagraph *
cs_paragraph_copy (const CsParagraph *paragraph)
{
  CsParagraph *copy;

  g_return_val_if_fail (paragraph != NULL && paragraph->text != NULL, NULL);
  copy = g_new (CsParagraph, 1);
  *copy = *paragraph;
  copy->text = g_strdup (paragraph->text);
  if (copy->size <= 0)
    copy->size = CS_PARAGRAPH_SIZE;
  return copy;
}

void
cs_paragraph_free (CsParagraph *paragraph)
{
  if (paragraph == NULL)
    return;
  g_free ((char *) paragraph->text);
  g_free (paragraph);
}

static void
free_line (gpointer data)
{
  Line *line = data;

  g_object_unref (line->layout);
  g_free (line);
}

static void
draw_line (const CsStrip *strip, cairo_t *cr, gboolean last)
{
  const Line *line = strip->data;

  cairo_move_to (cr, line->x, line->baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (line->layout, line->line));
}

/* One strip for the line that @iter stands at. */
static CsStrip *
add_line (CsComposer *composer, PangoLayout *layout, PangoLayoutIter *iter, int i)
{
  Line *line = g_new0 (Line, 1);
  PangoRectangle extents;
  int top, bottom;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  line->layout = g_object_ref (layout);
  line->line = i;
  line->x = (double) extents.x / PANGO_SCALE;
  line->baseline = (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE;
  return cs_composer_add (composer, (double) (bottom - top) / PANGO_SCALE, draw_line, line, free_line);
}

gboolean
cs_paragraph_compose (const CsParagraph *paragraph, CsComposer *composer, GError **error)
{
  CsFace face = { paragraph->style, paragraph->size, FALSE };
  g_autoptr (PangoLayout) layout = cs_fonts_layout (composer->fonts, &face, paragraph->text, error);
  PangoLayoutIter *iter;
  int n;

  if (layout == NULL)
    return FALSE;
  cs_fonts_wrap (layout, composer->width, paragraph->align);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  if (paragraph->indent)
    pango_layout_set_indent (layout, (int) (INDENT * PANGO_SCALE));
  n = pango_layout_get_line_count (layout);
  iter = pango_layout_get_iter (layout);
  for (int i = 0; i < n; i++)
    {
      CsStrip *strip = add_line (composer, layout, iter, i);

      strip->gap = i == 0 ? GAP : 0;
      /* the second stays with the first, the last with the one before it */
      strip->keep = i == 0 ? paragraph->trail : i == 1 || i == n - 1;
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
  return TRUE;
}
