/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/unit-bar.h"

#include "ui/widgets/drawing.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

#define SMALL    0.83 /* size of the number of the target, against the font */
#define PADDING  6    /* at the sides */
#define MARGIN   4    /* above and below */
#define NAME_GAP 12
#define TICK     4 /* how far the line of the target stands out above the bar */

struct _CsUnitBar
{
  GtkWidget parent_instance;

  char *unit;
  char *name;
  char *text;
  guint place;
  int target;
  int registered;
  int recognised[CS_STAR_MAX + 1];
  int n_recognised;
  int changed; /* outside the program */
  int waiting; /* for a decision */
  int pipeline;
  int gap; /* to the target */
  int maximum;
  int name_width;
};

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsUnitBar, cs_unit_bar, GTK_TYPE_WIDGET)

/* --- drawing --- */

/* Where everything stands; pixels. */
typedef struct
{
  CsDrawing palette;
  float left; /* of the scale: 0 products */
  float unit; /* width of one product */
  float top;  /* of the bar */
  float height;
} Place;

static float
number_width (CsUnitBar *self)
{
  return (float) cs_drawing_line_height (GTK_WIDGET (self), SMALL) * 2;
}

static void
find_place (CsUnitBar *self, Place *place)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int line = cs_drawing_line_height (widget, 1);
  float room;

  cs_drawing_init (&place->palette, widget);
  place->left = PADDING + (self->name_width > 0 ? (float) self->name_width + NAME_GAP : 0);
  room = (float) gtk_widget_get_width (widget) - place->left - PADDING - number_width (self);
  place->unit = MAX (room, 1) / (float) MAX (self->maximum, 1);
  place->height = (float) line;
  place->top = (float) gtk_widget_get_height (widget) - MARGIN - place->height;
}

static void
draw_name (CsUnitBar *self, GtkSnapshot *snapshot, const Place *place)
{
  g_autoptr (PangoLayout) layout = cs_drawing_layout (GTK_WIDGET (self), self->name, 1, FALSE);
  int above = self->name_width == 0;
  int width = above ? gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING : self->name_width;

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cs_drawing_text (snapshot, layout, PADDING, above ? MARGIN : place->top,
                   self->changed > 0 ? &place->palette.alarm : &place->palette.text);
}

/* Writes @n into @area when it fits there. */
static void
draw_count (CsUnitBar *self,
            GtkSnapshot *snapshot,
            int n,
            const graphene_rect_t *area,
            const GdkRGBA *colour,
            const GdkRGBA *behind)
{
  g_autofree char *text = g_strdup_printf ("%d", n);
  g_autoptr (PangoLayout) layout = cs_drawing_layout (GTK_WIDGET (self), text, SMALL, TRUE);
  int width, height;
  float x, y;

  pango_layout_get_pixel_size (layout, &width, &height);
  if ((float) width + 6 > area->size.width)
    return;
  x = area->origin.x + (area->size.width - (float) width) / 2;
  y = area->origin.y + (area->size.height - (float) height) / 2;
  if (behind != NULL)
    gtk_snapshot_append_color (snapshot, behind,
                               &GRAPHENE_RECT_INIT (x - 4, area->origin.y + 1, (float) width + 8,
                                                    area->size.height - 2));
  cs_drawing_text (snapshot, layout, x, y, colour);
}

static void
draw_bar (CsUnitBar *self, GtkSnapshot *snapshot, const Place *place)
{
  float x = place->left;

  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    {
      float width = place->unit * (float) self->recognised[star];
      GdkRGBA fill = cs_drawing_shade (&place->palette, star);
      GdkRGBA on = cs_drawing_text_on (&place->palette, &fill);
      const GdkRGBA *edge = &place->palette.accent;
      graphene_rect_t area;
      GskRoundedRect frame;

      if (self->recognised[star] == 0)
        continue;
      /* a hair of the ground between two shades and an edge keep them apart for eyes that see little colour
       */
      area = GRAPHENE_RECT_INIT (x, place->top, width - 1, place->height);
      gsk_rounded_rect_init_from_rect (&frame, &area, 0);
      gtk_snapshot_append_color (snapshot, &fill, &area);
      gtk_snapshot_append_border (snapshot, &frame, (const float[4]){ 1, 1, 1, 1 },
                                  (const GdkRGBA[4]){ *edge, *edge, *edge, *edge });
      draw_count (self, snapshot, self->recognised[star], &area, &on, NULL);
      x += width;
    }
  if (self->waiting > 0)
    {
      graphene_rect_t area =
          GRAPHENE_RECT_INIT (x, place->top, place->unit * (float) self->waiting - 1, place->height);

      cs_drawing_outline (snapshot, &area, &place->palette.accent);
      draw_count (self, snapshot, self->waiting, &area, &place->palette.text, NULL);
      x += place->unit * (float) self->waiting;
    }
  if (self->pipeline > 0)
    {
      graphene_rect_t area =
          GRAPHENE_RECT_INIT (x, place->top, place->unit * (float) self->pipeline, place->height);

      cs_drawing_hatch (snapshot, &area, &place->palette.accent);
      draw_count (self, snapshot, self->pipeline, &area, &place->palette.text, &place->palette.ground);
    }
  gtk_snapshot_append_color (snapshot, &place->palette.dim,
                             &GRAPHENE_RECT_INIT (place->left - 1, place->top - 2, 1, place->height + 4));
}

static void
draw_target (CsUnitBar *self, GtkSnapshot *snapshot, const Place *place)
{
  g_autofree char *text = g_strdup_printf ("%d", self->target);
  g_autoptr (PangoLayout) layout = cs_drawing_layout (GTK_WIDGET (self), text, SMALL, TRUE);
  float x = place->left + place->unit * (float) self->target;
  int height;

  if (self->target == 0)
    return;
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_append_color (snapshot, &place->palette.text,
                             &GRAPHENE_RECT_INIT (x - 1, place->top - TICK, 2, place->height + TICK + 2));
  cs_drawing_text (snapshot, layout, x + 4, place->top - (float) height + 1, &place->palette.text);
}

static void
cs_unit_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CsUnitBar *self = CS_UNIT_BAR (widget);
  Place place;

  if (self->name == NULL)
    return;
  find_place (self, &place);
  draw_name (self, snapshot, &place);
  draw_bar (self, snapshot, &place);
  draw_target (self, snapshot, &place);
}

static void
cs_unit_bar_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  CsUnitBar *self = CS_UNIT_BAR (widget);
  int line = cs_drawing_line_height (widget, 1);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 10 * line;
      *natural = 30 * line;
      return;
    }
  /* the upper edge of the figures may touch the row above */
  *minimum = line + 2 * MARGIN + cs_drawing_line_height (widget, SMALL) - 4;
  if (self->name_width == 0)
    *minimum += line;
  *natural = *minimum;
}

/* --- what it does --- */

static void
cs_unit_bar_activate (CsUnitBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-dossiers", "s", self->unit);
}

static void
released_cb (CsUnitBar *self, int n_press, double x, double y)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    gtk_widget_activate (GTK_WIDGET (self));
}

static void
cs_unit_bar_finalize (GObject *object)
{
  CsUnitBar *self = CS_UNIT_BAR (object);

  g_free (self->unit);
  g_free (self->name);
  g_free (self->text);
  G_OBJECT_CLASS (cs_unit_bar_parent_class)->finalize (object);
}

static void
cs_unit_bar_class_init (CsUnitBarClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_unit_bar_finalize;
  widget_class->snapshot = cs_unit_bar_snapshot;
  widget_class->measure = cs_unit_bar_measure;
  signals[ACTIVATE] =
      g_signal_new_class_handler ("activate", CS_TYPE_UNIT_BAR, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                  G_CALLBACK (cs_unit_bar_activate), NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "unitbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
cs_unit_bar_init (CsUnitBar *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* --- public --- */

GtkWidget *
cs_unit_bar_new (void)
{
  return g_object_new (CS_TYPE_UNIT_BAR, NULL);
}

static char *
describe (CsUnitBar *self, const CsOverviewRow *row)
{
  if (row->of_past)
    /* Translators: name of a unit, number of its products */
    return g_strdup_printf (_ ("%s: recognised %d"), row->name, self->n_recognised);
  /* Translators: name of a unit and its numbers, as a screen reader says them and the tooltip shows */
  return g_strdup_printf (
      _ ("%s: target %d, registered %d: recognised %d, waiting for a decision %d, under way %d,"
         " failed %d; scored %d, forwarded %d"),
      row->name, row->target, row->registered, self->n_recognised, row->waiting, row->pipeline, row->failed,
      row->scored, row->forwarded);
}

void
cs_unit_bar_set_row (CsUnitBar *self, const CsOverviewRow *row, guint place)
{
  g_return_if_fail (CS_IS_UNIT_BAR (self));

  g_free (self->unit);
  g_free (self->name);
  g_free (self->text);
  self->unit = g_strdup (row->unit);
  /* no colour alone */
  self->name = row->changed > 0 ? g_strdup_printf ("%s (!)", row->name) : g_strdup (row->name);
  self->place = place;
  /* one round is not measured against the target of the year */
  self->target = row->of_round ? 0 : row->target;
  self->registered = row->registered;
  self->n_recognised = 0;
  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    {
      self->recognised[star] = cs_overview_row_shown (row, star);
      self->n_recognised += self->recognised[star];
    }
  self->changed = row->changed;
  self->waiting = row->waiting;
  self->pipeline = row->pipeline;
  self->gap = cs_overview_row_missing (row);
  self->text = describe (self, row);
  if (row->changed > 0)
    {
      g_autofree char *text = g_steal_pointer (&self->text);

      /* Translators: what was said of a unit, number of its products */
      self->text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; %d changed outside the program",
                                                 "%s; %d changed outside the program", (gulong) row->changed),
                                    text, row->changed);
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
cs_unit_bar_get_unit (CsUnitBar *self)
{
  return self->unit;
}

guint
cs_unit_bar_get_place (CsUnitBar *self)
{
  return self->place;
}

int
cs_unit_bar_get_gap (CsUnitBar *self)
{
  return self->gap;
}

int
cs_unit_bar_get_extent (CsUnitBar *self)
{
  return MAX (self->target, MAX (self->registered, self->n_recognised));
}

int
cs_unit_bar_measure_name (CsUnitBar *self)
{
  g_autoptr (PangoLayout) layout = cs_drawing_layout (GTK_WIDGET (self), self->name, 1, FALSE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

void
cs_unit_bar_set_scale (CsUnitBar *self, int maximum, int name_width)
{
  if (self->maximum == maximum && self->name_width == name_width)
    return;
  self->maximum = maximum;
  self->name_width = name_width;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
