/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/unit-bars.h"

#include "ui/widgets/drawing.h"
#include "ui/overview/unit-bar.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

#define NARROW     28 /* lines of text; when the width is less, names stand above their bars */
#define NAME_SHARE 3  /* a name may take a third of the width */

struct _CsUnitBars
{
  GtkWidget parent_instance;

  CsUnitOrder order;
  GHashTable *bars; /* (element-type utf8 CsUnitBar) (not owned): by unit */
  char *last;       /* (nullable): the unit that had the focus last */
  int name_width;   /* of the longest name; -1: to be measured */
};

G_DEFINE_FINAL_TYPE (CsUnitBars, cs_unit_bars, GTK_TYPE_WIDGET)

/* --- layout: one below the other on one scale --- */

static void
set_scales (CsUnitBars *self, int width)
{
  GtkWidget *child;
  int maximum = 1;
  int narrow = NARROW * cs_drawing_line_height (GTK_WIDGET (self), 1);
  int name_width;

  if (self->name_width < 0)
    for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      self->name_width = MAX (self->name_width, cs_unit_bar_measure_name (CS_UNIT_BAR (child)));
  name_width = width < narrow ? 0 : MIN (self->name_width, width / NAME_SHARE);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    maximum = MAX (maximum, cs_unit_bar_get_extent (CS_UNIT_BAR (child)));
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    cs_unit_bar_set_scale (CS_UNIT_BAR (child), maximum, name_width);
}

static GtkSizeRequestMode
cs_unit_bars_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cs_unit_bars_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    set_scales (CS_UNIT_BARS (widget), for_size);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        {
          *minimum += child_minimum;
          *natural += child_natural;
        }
    }
}

static void
cs_unit_bars_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int y = 0;

  set_scales (CS_UNIT_BARS (widget), width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_height;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &child_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, child_height }, -1);
      y += child_height;
    }
}

static void
cs_unit_bars_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cs_unit_bars_parent_class)->css_changed (widget, change);
  CS_UNIT_BARS (widget)->name_width = -1; /* perhaps another font */
}

/* --- focus: one stop for Tab, arrows inside --- */

static gboolean
focus_bar (CsUnitBars *self, GtkWidget *bar)
{
  if (bar == NULL || !gtk_widget_grab_focus (bar))
    return FALSE;
  g_free (self->last);
  self->last = g_strdup (cs_unit_bar_get_unit (CS_UNIT_BAR (bar)));
  return TRUE;
}

static gboolean
cs_unit_bars_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CsUnitBars *self = CS_UNIT_BARS (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  GtkWidget *bar = self->last != NULL ? g_hash_table_lookup (self->bars, self->last) : NULL;

  if (focus == NULL)
    return focus_bar (self, bar != NULL ? bar : gtk_widget_get_first_child (widget));
  if (direction == GTK_DIR_UP)
    return focus_bar (self, gtk_widget_get_prev_sibling (focus));
  if (direction == GTK_DIR_DOWN)
    return focus_bar (self, gtk_widget_get_next_sibling (focus));
  return FALSE;
}

/* @end: "b" TRUE for the last one */
static gboolean
jump_cb (GtkWidget *widget, GVariant *end, gpointer data)
{
  return focus_bar (CS_UNIT_BARS (widget), g_variant_get_boolean (end) ? gtk_widget_get_last_child (widget)
                                                                       : gtk_widget_get_first_child (widget));
}

/* --- life --- */

static void
cs_unit_bars_dispose (GObject *object)
{
  CsUnitBars *self = CS_UNIT_BARS (object);
  GtkWidget *child;

  g_hash_table_remove_all (self->bars);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cs_unit_bars_parent_class)->dispose (object);
}

static void
cs_unit_bars_finalize (GObject *object)
{
  CsUnitBars *self = CS_UNIT_BARS (object);

  g_hash_table_unref (self->bars);
  g_free (self->last);
  G_OBJECT_CLASS (cs_unit_bars_parent_class)->finalize (object);
}

static void
cs_unit_bars_class_init (CsUnitBarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_unit_bars_dispose;
  object_class->finalize = cs_unit_bars_finalize;
  widget_class->get_request_mode = cs_unit_bars_get_request_mode;
  widget_class->measure = cs_unit_bars_measure;
  widget_class->size_allocate = cs_unit_bars_size_allocate;
  widget_class->css_changed = cs_unit_bars_css_changed;
  widget_class->focus = cs_unit_bars_focus;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, jump_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, jump_cb, "b", TRUE);
  gtk_widget_class_set_css_name (widget_class, "unitbars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
cs_unit_bars_init (CsUnitBars *self)
{
  self->bars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->name_width = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Units against their targets"), -1);
}

/* --- rows --- */

int
cs_unit_order_compare (CsUnitOrder order, int gap_a, guint place_a, int gap_b, guint place_b)
{
  if (order == CS_UNIT_ORDER_GAP && gap_a != gap_b)
    return gap_a > gap_b ? -1 : 1;
  return place_a < place_b ? -1 : place_a > place_b;
}

static int
compare_bars (gconstpointer a, gconstpointer b, gpointer data)
{
  CsUnitBar *bar_a = *(CsUnitBar *const *) a;
  CsUnitBar *bar_b = *(CsUnitBar *const *) b;

  return cs_unit_order_compare (((CsUnitBars *) data)->order, cs_unit_bar_get_gap (bar_a),
                                cs_unit_bar_get_place (bar_a), cs_unit_bar_get_gap (bar_b),
                                cs_unit_bar_get_place (bar_b));
}

static void
sort (CsUnitBars *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (sorted, child);
  g_ptr_array_sort_with_data (sorted, compare_bars, self);
  for (guint i = 0; i < sorted->len; i++)
    gtk_widget_insert_after (g_ptr_array_index (sorted, i), GTK_WIDGET (self),
                             i > 0 ? g_ptr_array_index (sorted, i - 1) : NULL);
}

static void
remove_vanished (CsUnitBars *self, const CsOverview *overview)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  const char *unit;
  GtkWidget *bar;

  for (guint i = 0; overview != NULL && i < overview->rows->len; i++)
    g_hash_table_add (kept, ((CsOverviewRow *) g_ptr_array_index (overview->rows, i))->unit);
  g_hash_table_iter_init (&iter, self->bars);
  while (g_hash_table_iter_next (&iter, (gpointer *) &unit, (gpointer *) &bar))
    if (!g_hash_table_contains (kept, unit))
      {
        g_hash_table_iter_remove (&iter);
        gtk_widget_unparent (bar);
      }
}

GtkWidget *
cs_unit_bars_new (void)
{
  return g_object_new (CS_TYPE_UNIT_BARS, NULL);
}

void
cs_unit_bars_set_overview (CsUnitBars *self, const CsOverview *overview)
{
  g_return_if_fail (CS_IS_UNIT_BARS (self));

  remove_vanished (self, overview);
  for (guint i = 0; overview != NULL && i < overview->rows->len; i++)
    {
      const CsOverviewRow *row = g_ptr_array_index (overview->rows, i);
      GtkWidget *bar = g_hash_table_lookup (self->bars, row->unit);

      if (bar == NULL)
        {
          bar = cs_unit_bar_new ();
          gtk_widget_set_parent (bar, GTK_WIDGET (self));
          g_hash_table_insert (self->bars, g_strdup (row->unit), bar);
        }
      cs_unit_bar_set_row (CS_UNIT_BAR (bar), row, i);
    }
  self->name_width = -1;
  sort (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
cs_unit_bars_set_order (CsUnitBars *self, CsUnitOrder order)
{
  g_return_if_fail (CS_IS_UNIT_BARS (self));

  self->order = order;
  sort (self);
}
