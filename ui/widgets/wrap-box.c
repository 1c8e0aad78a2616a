/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/wrap-box.h"

struct _CsWrapBox
{
  GtkWidget parent_instance;

  int spacing;
  gboolean homogeneous;
};

enum
{
  PROP_SPACING = 1,
  PROP_HOMOGENEOUS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CsWrapBox, cs_wrap_box, GTK_TYPE_WIDGET)

/* A child in its place; the width is settled first, then the height. */
typedef struct
{
  GtkWidget *widget;
  int minimum;
  int natural;
  guint line;
  int width;
} Place;

static GArray *
collect (CsWrapBox *self)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Place place = { .widget = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &place.minimum, &place.natural, NULL, NULL);
      g_array_append_val (places, place);
    }
  return places;
}

static Place *
place_at (GArray *places, guint i)
{
  return &g_array_index (places, Place, i);
}

static void
break_homogeneous (CsWrapBox *self, GArray *places, int width)
{
  guint columns = MAX (places->len, 1);
  int item = 0, room;

  for (guint i = 0; i < places->len; i++)
    item = MAX (item, place_at (places, i)->minimum);
  while (columns > 1 && (int) columns * item + (int) (columns - 1) * self->spacing > width)
    columns = columns % 2 == 0 ? columns / 2 : columns > 3 ? (columns + 1) / 2 : 1;
  room = width - (int) (columns - 1) * self->spacing;
  for (guint i = 0; i < places->len; i++)
    {
      int column = (int) (i % columns);

      /* so that the last one ends where the line ends */
      place_at (places, i)->line = i / columns;
      place_at (places, i)->width = room * (column + 1) / (int) columns - room * column / (int) columns;
    }
}

/* The width without which the child does not share a line. */
static int
wanted (const Place *place, int width)
{
  if (gtk_widget_compute_expand (place->widget, GTK_ORIENTATION_HORIZONTAL))
    return MAX (place->minimum, MIN (place->natural, width * 2 / 5));
  return place->natural;
}

/* Gives what is left of the line [@first, @end) to the child that expands. */
static void
fill_line (CsWrapBox *self, GArray *places, guint first, guint end, int width)
{
  Place *taker = NULL;
  int rest = width - (int) (end - first - 1) * self->spacing;

  for (guint i = first; i < end; i++)
    {
      Place *place = place_at (places, i);

      place->width = MIN (place->natural, width);
      if (taker == NULL && gtk_widget_compute_expand (place->widget, GTK_ORIENTATION_HORIZONTAL))
        taker = place;
      else
        rest -= place->width;
    }
  if (taker != NULL)
    taker->width = MAX (rest, taker->minimum);
}

static void
break_lines (CsWrapBox *self, GArray *places, int width)
{
  guint first = 0, line = 0;
  int used = 0;

  for (guint i = 0; i < places->len; i++)
    {
      int want = wanted (place_at (places, i), width);

      if (i > first && used + self->spacing + want > width)
        {
          fill_line (self, places, first, i, width);
          first = i;
          used = 0;
          line++;
        }
      used += (i > first ? self->spacing : 0) + want;
      place_at (places, i)->line = line;
    }
  if (places->len > 0)
    fill_line (self, places, first, places->len, width);
}

static void
arrange (CsWrapBox *self, GArray *places, int width)
{
  if (self->homogeneous)
    break_homogeneous (self, places, width);
  else
    break_lines (self, places, width);
}

/* Returns: the height of the line that begins at @first; writes where the next one begins. */
static int
line_height (GArray *places, guint first, guint *next)
{
  int height = 0;
  guint i;

  for (i = first; i < places->len && place_at (places, i)->line == place_at (places, first)->line; i++)
    {
      Place *place = place_at (places, i);
      int child_height;

      gtk_widget_measure (place->widget, GTK_ORIENTATION_VERTICAL, MAX (place->width, place->minimum), NULL,
                          &child_height, NULL, NULL);
      height = MAX (height, child_height);
    }
  *next = i;
  return height;
}

static GtkSizeRequestMode
cs_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (CsWrapBox *self, GArray *places, int *minimum, int *natural)
{
  int widest = 0;

  *minimum = *natural = 0;
  for (guint i = 0; i < places->len; i++)
    {
      *minimum = MAX (*minimum, place_at (places, i)->minimum);
      widest = MAX (widest, place_at (places, i)->natural);
      *natural += place_at (places, i)->natural + (i > 0 ? self->spacing : 0);
    }
  if (self->homogeneous && places->len > 0)
    *natural = (int) places->len * widest + (int) (places->len - 1) * self->spacing;
}

static void
cs_wrap_box_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  CsWrapBox *self = CS_WRAP_BOX (widget);
  g_autoptr (GArray) places = collect (self);
  int width = for_size, least;

  /* a box is measured often before its first frame: the children are asked once each time */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, places, minimum, natural);
      return;
    }
  if (width < 0)
    measure_width (self, places, &least, &width);
  arrange (self, places, width);
  *minimum = 0;
  for (guint first = 0; first < places->len;)
    {
      *minimum += first > 0 ? self->spacing : 0;
      *minimum += line_height (places, first, &first);
    }
  *natural = *minimum;
}

static void
cs_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CsWrapBox *self = CS_WRAP_BOX (widget);
  g_autoptr (GArray) places = collect (self);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  arrange (self, places, width);
  for (guint first = 0, next; first < places->len; first = next)
    {
      int line = line_height (places, first, &next);
      int x = 0;

      for (guint i = first; i < next; i++)
        {
          const Place *place = place_at (places, i);
          int child = MAX (place->width, place->minimum);
          int left = mirrored ? width - x - child : x;
          GtkAllocation allocation = { left, y, child, line };

          gtk_widget_size_allocate (place->widget, &allocation, -1);
          x += child + self->spacing;
        }
      y += line + self->spacing;
    }
}

/* --- life --- */

static void
cs_wrap_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsWrapBox *self = CS_WRAP_BOX (object);

  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_HOMOGENEOUS:
      g_value_set_boolean (value, self->homogeneous);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cs_wrap_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsWrapBox *self = CS_WRAP_BOX (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_HOMOGENEOUS:
      self->homogeneous = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
cs_wrap_box_dispose (GObject *object)
{
  cs_wrap_box_clear (CS_WRAP_BOX (object));
  G_OBJECT_CLASS (cs_wrap_box_parent_class)->dispose (object);
}

static void
cs_wrap_box_class_init (CsWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cs_wrap_box_get_property;
  object_class->set_property = cs_wrap_box_set_property;
  object_class->dispose = cs_wrap_box_dispose;
  widget_class->get_request_mode = cs_wrap_box_get_request_mode;
  widget_class->measure = cs_wrap_box_measure;
  widget_class->size_allocate = cs_wrap_box_size_allocate;
  properties[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HOMOGENEOUS] =
      g_param_spec_boolean ("homogeneous", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cs_wrap_box_init (CsWrapBox *self)
{
}

void
cs_wrap_box_append (CsWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (CS_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
cs_wrap_box_clear (CsWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (CS_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
