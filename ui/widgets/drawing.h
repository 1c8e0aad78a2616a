/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Colours and fills of the pictures that we draw ourselves, taken from the theme of the moment: light, dark
 * and high contrast come by themselves. */
typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;    /* text of less weight, rules */
  GdkRGBA ground; /* what lies below */
  GdkRGBA accent;
  GdkRGBA alarm;
  GdkRGBA gold; /* only for stars */
} CsDrawing;

/* Reads the colours that @widget has now; cheap enough for every snapshot. */
void cs_drawing_init (CsDrawing *palette, GtkWidget *widget);

/* Returns: the shade of accent for products of @stars (3 to 5): the more stars the further from the ground.
 */
GdkRGBA cs_drawing_shade (const CsDrawing *palette, int stars);

/* Returns: that of text and ground which is read better on @fill. */
GdkRGBA cs_drawing_text_on (const CsDrawing *palette, const GdkRGBA *fill);

/* Returns: @colour with its opacity multiplied by @alpha. */
GdkRGBA cs_drawing_fade (const GdkRGBA *colour, float alpha);

/* Tints @area and frames it strongly: what is done but for a last step. */
void cs_drawing_outline (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *colour);

/* Fills @area with slanted lines of @colour and a frame: what is not sure yet. */
void cs_drawing_hatch (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *colour);

/* Draws @layout with its top left corner at (@x, @y). */
void cs_drawing_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *colour);

/* Returns: (transfer full): @text in @widget's font, times @scale, with figures of one width. */
PangoLayout *cs_drawing_layout (GtkWidget *widget, const char *text, double scale, gboolean bold);

/* Returns: the height of a line of @widget's font in pixels, times @scale. */
int cs_drawing_line_height (GtkWidget *widget, double scale);

G_END_DECLS
