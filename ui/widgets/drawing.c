/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/drawing.h"

#include <math.h>

#define HATCH 3.5f /* pixels between two slanted lines, along each axis */

static GdkRGBA
mix (const GdkRGBA *a, const GdkRGBA *b, float share)
{
  return (GdkRGBA){ a->red + (b->red - a->red) * share, a->green + (b->green - a->green) * share,
                    a->blue + (b->blue - a->blue) * share, 1 };
}

static void
look_up (GtkStyleContext *context, const char *name, const GdkRGBA *fallback, GdkRGBA *colour)
{
  if (!gtk_style_context_lookup_color (context, name, colour))
    *colour = *fallback;
}

void
cs_drawing_init (CsDrawing *palette, GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA white = { 1, 1, 1, 1 };

  gtk_style_context_get_color (context, &palette->text);
  look_up (context, "card_bg_color", &white, &palette->ground);
  if (palette->ground.alpha < 1)
    {
      GdkRGBA below;

      /* a card of the dark theme is a thin veil over the window */
      look_up (context, "window_bg_color", &white, &below);
      palette->ground = mix (&below, &palette->ground, palette->ground.alpha);
    }
  look_up (context, "accent_bg_color", &palette->text, &palette->accent);
  look_up (context, "error_color", &palette->text, &palette->alarm);
  look_up (context, "star_color", &palette->text, &palette->gold);
  palette->dim = cs_drawing_fade (&palette->text, 0.6f);
}

GdkRGBA
cs_drawing_shade (const CsDrawing *palette, int stars)
{
  if (stars <= 3)
    return mix (&palette->accent, &palette->ground, 0.45f);
  if (stars == 4)
    return palette->accent;
  return mix (&palette->accent, &palette->text, 0.5f);
}

static float
luminance (const GdkRGBA *colour)
{
  return 0.2126f * colour->red + 0.7152f * colour->green + 0.0722f * colour->blue;
}

GdkRGBA
cs_drawing_text_on (const CsDrawing *palette, const GdkRGBA *fill)
{
  float to_text = ABS (luminance (&palette->text) - luminance (fill));
  float to_ground = ABS (luminance (&palette->ground) - luminance (fill));
  GdkRGBA colour = to_text >= to_ground ? palette->text : palette->ground;

  colour.alpha = 1;
  return colour;
}

GdkRGBA
cs_drawing_fade (const GdkRGBA *colour, float alpha)
{
  GdkRGBA faded = *colour;

  faded.alpha *= alpha;
  return faded;
}

void
cs_drawing_outline (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *colour)
{
  GskRoundedRect frame;
  GdkRGBA faint = *colour;

  faint.alpha *= 0.12f;
  gtk_snapshot_append_color (snapshot, &faint, area);
  gsk_rounded_rect_init_from_rect (&frame, area, 0);
  gtk_snapshot_append_border (snapshot, &frame, (const float[4]){ 2, 2, 2, 2 },
                              (const GdkRGBA[4]){ *colour, *colour, *colour, *colour });
}

void
cs_drawing_hatch (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *colour)
{
  const GskColorStop stops[] = {
    { 0, *colour }, { 0.4f, *colour }, { 0.4f, { 0, 0, 0, 0 } }, { 1, { 0, 0, 0, 0 } }
  };
  /* on whole pixels, or lines of one bar are thicker than those of the next */
  graphene_point_t from = GRAPHENE_POINT_INIT (floorf (area->origin.x), floorf (area->origin.y));
  graphene_point_t to = GRAPHENE_POINT_INIT (from.x + HATCH, from.y + HATCH);
  GskRoundedRect frame;

  gtk_snapshot_append_repeating_linear_gradient (snapshot, area, &from, &to, stops, G_N_ELEMENTS (stops));
  gsk_rounded_rect_init_from_rect (&frame, area, 0);
  gtk_snapshot_append_border (snapshot, &frame, (const float[4]){ 1, 1, 1, 1 },
                              (const GdkRGBA[4]){ *colour, *colour, *colour, *colour });
}

void
cs_drawing_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

PangoLayout *
cs_drawing_layout (GtkWidget *widget, const char *text, double scale, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

int
cs_drawing_line_height (GtkWidget *widget, double scale)
{
  g_autoptr (PangoLayout) layout = cs_drawing_layout (widget, "Ậg", scale, FALSE);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}
