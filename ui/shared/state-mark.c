/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/state-mark.h"

#include "ui/widgets/drawing.h"

#define PRESET_SIZE 18

struct _CsStateMark
{
  GtkWidget parent_instance;

  guint size;
  CsMemberState state;
  double share; /* of the ring that is filled */
};

enum
{
  PROP_SIZE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CsStateMark, cs_state_mark, GTK_TYPE_WIDGET)

/* --- drawing, on a square of 1 --- */

#define MIDDLE 0.5
#define RADIUS 0.42
#define THIN   0.07
#define THICK  0.13

static void
use (cairo_t *cr, const GdkRGBA *colour, double width)
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, width);
}

static void
draw_ring (cairo_t *cr, const GdkRGBA *colour, double width)
{
  use (cr, colour, width);
  cairo_arc (cr, MIDDLE, MIDDLE, RADIUS, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/* From the top, clockwise. */
static void
draw_progress (CsStateMark *self, cairo_t *cr, const CsDrawing *palette)
{
  GdkRGBA track = cs_drawing_fade (&palette->text, 0.25f);

  draw_ring (cr, &track, THICK);
  use (cr, &palette->accent, THICK);
  cairo_arc (cr, MIDDLE, MIDDLE, RADIUS, -G_PI_2, -G_PI_2 + 2 * G_PI * self->share);
  cairo_stroke (cr);
}

static void
draw_tick (cairo_t *cr, const CsDrawing *palette)
{
  GdkRGBA tick = cs_drawing_text_on (palette, &palette->accent);

  gdk_cairo_set_source_rgba (cr, &palette->accent);
  cairo_arc (cr, MIDDLE, MIDDLE, RADIUS + THICK / 2, 0, 2 * G_PI);
  cairo_fill (cr);
  use (cr, &tick, THICK);
  cairo_move_to (cr, 0.28, 0.52);
  cairo_line_to (cr, 0.44, 0.68);
  cairo_line_to (cr, 0.74, 0.34);
  cairo_stroke (cr);
}

/* An empty seat: the ring has gaps, and nobody is in it. */
static void
draw_absence (cairo_t *cr, const GdkRGBA *colour)
{
  static const double dashes[] = { 2 * G_PI * RADIUS / 12 };

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  draw_ring (cr, colour, THICK);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_state (CsStateMark *self, cairo_t *cr, const CsDrawing *palette)
{
  switch (self->state)
    {
    case CS_MEMBER_DRAFT:
      draw_progress (self, cr, palette);
      break;
    case CS_MEMBER_SUBMITTED:
      draw_tick (cr, palette);
      break;
    case CS_MEMBER_RECUSED:
      draw_ring (cr, &palette->text, THICK);
      draw_line (cr, 0.22, 0.22, 0.78, 0.78);
      break;
    case CS_MEMBER_ABSENT:
      draw_absence (cr, &palette->text);
      break;
    case CS_MEMBER_NOT_APPLICABLE:
      use (cr, &palette->text, THICK);
      draw_line (cr, 0.2, MIDDLE, 0.8, MIDDLE);
      break;
    case CS_MEMBER_NONE:
    default:
      draw_ring (cr, &palette->dim, THIN);
    }
}

static void
cs_state_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CsStateMark *self = CS_STATE_MARK (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double size = MIN (width, height);
  CsDrawing palette;
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cs_drawing_init (&palette, widget);
  cairo_translate (cr, (width - size) / 2, (height - size) / 2);
  cairo_scale (cr, size, size);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_state (self, cr, &palette);
  cairo_destroy (cr);
}

/* --- life --- */

static void
cs_state_mark_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = (int) CS_STATE_MARK (widget)->size;
}

static void
cs_state_mark_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SIZE)
    g_value_set_uint (value, CS_STATE_MARK (object)->size);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_state_mark_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SIZE)
    CS_STATE_MARK (object)->size = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_state_mark_class_init (CsStateMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cs_state_mark_get_property;
  object_class->set_property = cs_state_mark_set_property;
  widget_class->measure = cs_state_mark_measure;
  widget_class->snapshot = cs_state_mark_snapshot;
  props[PROP_SIZE] = g_param_spec_uint ("size", NULL, NULL, 8, 256, PRESET_SIZE,
                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "statemark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cs_state_mark_init (CsStateMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
cs_state_mark_new (guint size)
{
  return g_object_new (CS_TYPE_STATE_MARK, "size", size, NULL);
}

void
cs_state_mark_set (CsStateMark *self, CsMemberState state, guint done, guint all)
{
  g_return_if_fail (CS_IS_STATE_MARK (self));

  self->state = state;
  /* half of it where the progress is nobody's business */
  self->share = all > 0 ? (double) done / all : 0.5;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

CsMemberState
cs_state_mark_get_state (CsStateMark *self)
{
  return self->state;
}
