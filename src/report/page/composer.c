/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/composer.h"

#include <string.h>

#define RULE_WIDTH 0.75

typedef struct
{
  PangoLayout *layout; /* (nullable): NULL for a rule */
  double x;
  double y;
  double length; /* of a rule */
} Item;

struct _CsPicture
{
  GArray *items;
};

static void
clear_strip (gpointer data)
{
  CsStrip *strip = data;

  if (strip->free_data != NULL)
    strip->free_data (strip->data);
}

void
cs_composer_init (CsComposer *composer, CsFonts *fonts, const CsPage *page)
{
  composer->fonts = fonts;
  composer->width = cs_page_text_width (page);
  composer->height = cs_page_text_height (page);
  composer->strips = g_array_new (FALSE, TRUE, sizeof (CsStrip));
  g_array_set_clear_func (composer->strips, clear_strip);
}

void
cs_composer_clear (CsComposer *composer)
{
  g_clear_pointer (&composer->strips, g_array_unref);
}

CsStrip *
cs_composer_add (
    CsComposer *composer, double height, CsStripDraw draw, gpointer data, GDestroyNotify free_data)
{
  CsStrip strip = { .height = height, .header = -1, .draw = draw, .data = data, .free_data = free_data };

  g_array_append_val (composer->strips, strip);
  return &g_array_index (composer->strips, CsStrip, composer->strips->len - 1);
}

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_clear_object (&item->layout);
}

CsPicture *
cs_picture_new (void)
{
  CsPicture *picture = g_new0 (CsPicture, 1);

  picture->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (picture->items, clear_item);
  return picture;
}

void
cs_picture_free (CsPicture *picture)
{
  if (picture == NULL)
    return;
  g_array_unref (picture->items);
  g_free (picture);
}

void
cs_picture_take_text (CsPicture *picture, PangoLayout *layout, double x, double y)
{
  Item item = { .layout = layout, .x = x, .y = y };

  g_array_append_val (picture->items, item);
}

void
cs_picture_add_rule (CsPicture *picture, double x, double y, double length)
{
  Item item = { .x = x, .y = y, .length = length };

  g_array_append_val (picture->items, item);
}

/* Returns: the least width at which @layout still has as many lines as at @width. */
static double
balance (PangoLayout *layout, double width)
{
  double low = width / 3, high = width;
  int lines;

  cs_fonts_wrap (layout, width, CS_ALIGN_CENTER);
  lines = pango_layout_get_line_count (layout);
  if (lines < 2)
    return width;
  while (high - low > 1)
    {
      double middle = (low + high) / 2;

      cs_fonts_wrap (layout, middle, CS_ALIGN_CENTER);
      if (pango_layout_get_line_count (layout) > lines)
        low = middle;
      else
        high = middle;
    }
  cs_fonts_wrap (layout, high, CS_ALIGN_CENTER);
  return high;
}

/* A comma is the best place to break a title in two, as long as the lines fit and are not too unlike:
 * syllables of one Vietnamese word are written apart, so any other break may tear a word. */
static void
prefer_comma (PangoLayout *layout, double width, double balanced)
{
  g_autofree char *whole = g_strdup (pango_layout_get_text (layout));
  g_autofree char *best = NULL;
  double least = MIN (width, balanced * 1.4);

  if (strchr (whole, '\n') != NULL)
    return;
  pango_layout_set_width (layout, -1);
  for (const char *comma = strstr (whole, ", "); comma != NULL; comma = strstr (comma + 1, ", "))
    {
      g_autofree char *broken = g_strdup (whole);

      broken[comma - whole + 1] = '\n';
      pango_layout_set_text (layout, broken, -1);
      if (cs_fonts_width (layout) > least)
        continue;
      least = cs_fonts_width (layout);
      g_free (best);
      best = g_steal_pointer (&broken);
    }
  pango_layout_set_text (layout, best != NULL ? best : whole, -1);
  cs_fonts_wrap (layout, best != NULL ? width : balanced, CS_ALIGN_CENTER);
}

double
cs_picture_take_centred (CsPicture *picture, PangoLayout *layout, double x, double y, double width)
{
  double taken = balance (layout, width);

  if (pango_layout_get_line_count (layout) == 2)
    {
      prefer_comma (layout, width, taken);
      taken = (double) pango_layout_get_width (layout) / PANGO_SCALE;
    }
  cs_picture_take_text (picture, layout, x + (width - taken) / 2, y);
  return cs_fonts_width (layout);
}

static void
draw_picture (const CsStrip *strip, cairo_t *cr, gboolean last)
{
  const CsPicture *picture = strip->data;

  cairo_set_line_width (cr, RULE_WIDTH);
  for (guint i = 0; i < picture->items->len; i++)
    {
      const Item *item = &g_array_index (picture->items, Item, i);

      cairo_move_to (cr, item->x, item->y);
      if (item->layout != NULL)
        {
          pango_cairo_show_layout (cr, item->layout);
          continue;
        }
      cairo_rel_line_to (cr, item->length, 0);
      cairo_stroke (cr);
    }
}

static void
free_picture (gpointer data)
{
  cs_picture_free (data);
}

CsStrip *
cs_composer_take_picture (CsComposer *composer, CsPicture *picture, double height)
{
  return cs_composer_add (composer, height, draw_picture, picture, free_picture);
}
