/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/score-scale.h"

#include "ui/widgets/drawing.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

#define POINTS 100 /* of every form */
#define SMALL  0.83
#define GAP    4
#define SIDE   18 /* room for the outermost numbers */

typedef struct
{
  int from;
  int to;
  int stars;
} Band;

typedef struct
{
  char *name;
  int total;
  guint level; /* dots that would touch are stacked */
} Dot;

struct _CsScoreScale
{
  GtkWidget parent_instance;

  GArray *bands; /* (element-type Band) */
  GArray *dots;  /* (element-type Dot) */
  guint levels;  /* of dots */
  double mean;   /* only to know where to paint */
  char *mean_text;
  int band;   /* stars of the band that the mean falls in */
  char *text; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CsScoreScale, cs_score_scale, GTK_TYPE_WIDGET)

/* --- geometry --- */

static float
dot_size (CsScoreScale *self)
{
  return (float) cs_drawing_line_height (GTK_WIDGET (self), 0.6);
}

static float
x_of (CsScoreScale *self, double points)
{
  double room = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SIDE, 1);

  return (float) (SIDE + room * CLAMP (points, 0, POINTS) / POINTS);
}

/* From top to bottom: the mean's number, the members' dots, the bands, the numbers of their borders. */
static float
bands_top (CsScoreScale *self)
{
  return (float) cs_drawing_line_height (GTK_WIDGET (self), 1) + GAP
         + (float) self->levels * (dot_size (self) + 2) + GAP;
}

static float
bands_height (CsScoreScale *self)
{
  return (float) cs_drawing_line_height (GTK_WIDGET (self), 1.2);
}

static graphene_rect_t
dot_area (CsScoreScale *self, const Dot *dot)
{
  float size = dot_size (self);
  float y = bands_top (self) - GAP - (float) (dot->level + 1) * (size + 2);

  return GRAPHENE_RECT_INIT (x_of (self, dot->total) - size / 2, y, size, size);
}

static void
cs_score_scale_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  CsScoreScale *self = CS_SCORE_SCALE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 600;
      return;
    }
  *minimum = *natural =
      (int) (bands_top (self) + bands_height (self)) + GAP + cs_drawing_line_height (widget, SMALL);
}

/* --- drawing --- */

/* Draws @text centred on @x, but not outside of the widget. */
static void
draw_centred (CsScoreScale *self,
              GtkSnapshot *snapshot,
              const char *text,
              double scale,
              gboolean bold,
              float x,
              float y,
              const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = cs_drawing_layout (GTK_WIDGET (self), text, scale, bold);
  int width;
  float left;

  pango_layout_get_pixel_size (layout, &width, NULL);
  left = CLAMP (x - (float) width / 2, 0, (float) MAX (gtk_widget_get_width (GTK_WIDGET (self)) - width, 0));
  cs_drawing_text (snapshot, layout, left, y, colour);
}

/* "4★" in the middle of its band, the star in gold. */
static void
draw_stars (CsScoreScale *self,
            GtkSnapshot *snapshot,
            const Band *band,
            float middle,
            float top,
            const CsDrawing *palette)
{
  gboolean here = band->stars == self->band;
  g_autofree char *text = g_strdup_printf ("%d★", band->stars);
  g_autoptr (PangoLayout) layout = cs_drawing_layout (GTK_WIDGET (self), text, 1, here);
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  PangoAttribute *gold = pango_attr_foreground_new ((guint16) (palette->gold.red * G_MAXUINT16),
                                                    (guint16) (palette->gold.green * G_MAXUINT16),
                                                    (guint16) (palette->gold.blue * G_MAXUINT16));
  int width, height;

  gold->start_index = (guint) (strlen (text) - strlen ("★"));
  pango_attr_list_insert (attributes, gold);
  pango_layout_get_pixel_size (layout, &width, &height);
  cs_drawing_text (snapshot, layout, middle - (float) width / 2,
                   top + (bands_height (self) - (float) height) / 2, here ? &palette->text : &palette->dim);
}

/* Returns: the middle of that part of the mean's band which its line leaves free. */
static float
beside_mean (CsScoreScale *self, float left, float right)
{
  float mean = x_of (self, self->mean);

  return mean - left > right - mean ? (left + mean) / 2 : (mean + right) / 2;
}

static void
draw_bands (CsScoreScale *self, GtkSnapshot *snapshot, const CsDrawing *palette)
{
  float top = bands_top (self), height = bands_height (self);

  for (guint i = 0; i < self->bands->len; i++)
    {
      const Band *band = &g_array_index (self->bands, Band, i);
      gboolean here = band->stars == self->band;
      float left = x_of (self, band->from), right = x_of (self, band->to);
      GdkRGBA fill = cs_drawing_fade (here ? &palette->accent : &palette->text, here ? 0.25f : 0.08f);
      g_autofree char *from = g_strdup_printf ("%d", band->from);

      gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (left, top, right - left - 1, height));
      draw_stars (self, snapshot, band, here ? beside_mean (self, left, right) : (left + right) / 2, top,
                  palette);
      draw_centred (self, snapshot, from, SMALL, FALSE, left, top + height + GAP / 2, &palette->dim);
    }
  draw_centred (self, snapshot, "100", SMALL, FALSE, x_of (self, POINTS), top + height + GAP / 2,
                &palette->dim);
}

static void
draw_dots (CsScoreScale *self, GtkSnapshot *snapshot, const CsDrawing *palette)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      graphene_rect_t area = dot_area (self, &g_array_index (self->dots, Dot, i));
      GskRoundedRect round;

      gsk_rounded_rect_init_from_rect (&round, &area, area.size.width / 2);
      gtk_snapshot_push_rounded_clip (snapshot, &round);
      gtk_snapshot_append_color (snapshot, &palette->accent, &area);
      gtk_snapshot_pop (snapshot);
    }
}

static void
cs_score_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CsScoreScale *self = CS_SCORE_SCALE (widget);
  CsDrawing palette;
  float line = (float) cs_drawing_line_height (widget, 1);
  float x = x_of (self, self->mean);

  if (self->text == NULL)
    return;
  cs_drawing_init (&palette, widget);
  draw_bands (self, snapshot, &palette);
  draw_dots (self, snapshot, &palette);
  gtk_snapshot_append_color (snapshot, &palette.text,
                             &GRAPHENE_RECT_INIT (x - 1, line, 2,
                                                  bands_top (self) + bands_height (self) - line));
  draw_centred (self, snapshot, self->mean_text, 1, TRUE, x, 0, &palette.text);
}

static gboolean
query_tooltip_cb (CsScoreScale *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; !keyboard && i < self->dots->len; i++)
    {
      const Dot *dot = &g_array_index (self->dots, Dot, i);
      graphene_rect_t area = dot_area (self, dot);

      graphene_rect_inset (&area, -2, -2);
      if (graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        g_string_append_printf (text, "%s%s: %d", text->len > 0 ? "\n" : "", dot->name, dot->total);
    }
  gtk_tooltip_set_text (tooltip, text->len > 0 ? text->str : self->text);
  return self->text != NULL;
}

/* --- life --- */

static void
clear_dot (gpointer data)
{
  g_free (((Dot *) data)->name);
}

static void
cs_score_scale_finalize (GObject *object)
{
  CsScoreScale *self = CS_SCORE_SCALE (object);

  g_array_unref (self->bands);
  g_array_unref (self->dots);
  g_free (self->mean_text);
  g_free (self->text);
  G_OBJECT_CLASS (cs_score_scale_parent_class)->finalize (object);
}

static void
cs_score_scale_class_init (CsScoreScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_score_scale_finalize;
  widget_class->measure = cs_score_scale_measure;
  widget_class->snapshot = cs_score_scale_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scorescale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cs_score_scale_init (CsScoreScale *self)
{
  self->bands = g_array_new (FALSE, FALSE, sizeof (Band));
  self->dots = g_array_new (FALSE, FALSE, sizeof (Dot));
  g_array_set_clear_func (self->dots, clear_dot);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/* --- filling --- */

static void
take_bands (CsScoreScale *self, const CsRegulation *regulation)
{
  int to = POINTS;

  /* highest first */
  for (guint i = 0; i < regulation->bands->len; i++)
    {
      const CsBand *band = g_ptr_array_index (regulation->bands, i);
      Band copy = { band->from, to, band->stars };

      g_array_append_val (self->bands, copy);
      to = band->from;
    }
}

static gboolean
is_free (CsScoreScale *self, int total, guint level)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      const Dot *dot = &g_array_index (self->dots, Dot, i);

      if (dot->level == level && ABS (dot->total - total) <= 1)
        return FALSE;
    }
  return TRUE;
}

static void
take_dots (CsScoreScale *self, const CsResult *result)
{
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);
      Dot dot = { NULL, member->tally.total, 0 };

      if (!member->has_points)
        continue;
      dot.name = g_strdup (member->name);
      while (!is_free (self, dot.total, dot.level))
        dot.level++;
      self->levels = MAX (self->levels, dot.level + 1);
      g_array_append_val (self->dots, dot);
    }
}

static char *
describe (CsScoreScale *self)
{
  g_autoptr (GString) totals = g_string_new (NULL);

  for (guint i = 0; i < self->dots->len; i++)
    g_string_append_printf (totals, "%s%d", i > 0 ? ", " : "", g_array_index (self->dots, Dot, i).total);
  /* Translators: the mean; the totals of all members, "75, 78, 81" */
  return g_strdup_printf (_ ("Mean of %s points out of 100; members' totals: %s"), self->mean_text,
                          totals->str);
}

void
cs_score_scale_show (CsScoreScale *self, const CsResult *result)
{
  g_return_if_fail (CS_IS_SCORE_SCALE (self));

  g_array_set_size (self->bands, 0);
  g_array_set_size (self->dots, 0);
  self->levels = 0;
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->mean_text, g_free);
  if (result != NULL && result->verdict != NULL)
    {
      CsFraction mean = result->verdict->mean;

      take_bands (self, result->regulation);
      take_dots (self, result);
      self->band = result->verdict->band;
      self->mean = (double) mean.num / (double) mean.den;
      self->mean_text = cs_decimal_text (result->regulation, mean);
      self->text = describe (self);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->text != NULL ? self->text : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
cs_score_scale_get_text (CsScoreScale *self)
{
  return self->text;
}
