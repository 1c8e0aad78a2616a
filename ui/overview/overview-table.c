/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/overview-table.h"

#include "ui/widgets/label-column.h"
#include "ui/widgets/text-cell.h"
#include "ui/widgets/wide.h"

#include <glib/gi18n-lib.h>

/* --- a row as an item of a list model --- */

#define CS_TYPE_UNIT_ITEM (cs_unit_item_get_type ())
G_DECLARE_FINAL_TYPE (CsUnitItem, cs_unit_item, CS, UNIT_ITEM, GObject)

struct _CsUnitItem
{
  GObject parent_instance;

  CsOverviewRow row; /* texts owned */
  guint place;
  gboolean totals;
};

G_DEFINE_FINAL_TYPE (CsUnitItem, cs_unit_item, G_TYPE_OBJECT)

static void
cs_unit_item_finalize (GObject *object)
{
  CsUnitItem *self = CS_UNIT_ITEM (object);

  g_free (self->row.unit);
  g_free (self->row.name);
  G_OBJECT_CLASS (cs_unit_item_parent_class)->finalize (object);
}

static void
cs_unit_item_class_init (CsUnitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_unit_item_finalize;
}

static void
cs_unit_item_init (CsUnitItem *self)
{
}

static CsUnitItem *
unit_item_new (const CsOverviewRow *row, const char *unit, const char *name, guint place, gboolean totals)
{
  CsUnitItem *item = g_object_new (CS_TYPE_UNIT_ITEM, NULL);

  item->row = *row;
  item->row.unit = g_strdup (unit);
  item->row.name = g_strdup (name);
  item->place = place;
  item->totals = totals;
  return item;
}

/* --- the table --- */

struct _CsOverviewTable
{
  AdwBin parent_instance;

  CsUnitOrder order;
  GListStore *rows;            /* (element-type CsUnitItem) */
  GtkColumnView *view;         /* (nullable): made when it is shown */
  GtkScrolledWindow *scrolled; /* (nullable) */
  gboolean growing;            /* a frame will make it higher */
};

G_DEFINE_FINAL_TYPE (CsOverviewTable, cs_overview_table, ADW_TYPE_BIN)

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, const CsField *field)
{
  CsUnitItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  g_autofree char *text = cs_field_dup_text (field, &item->row);
  g_autofree char *marked = NULL;

  /* no colour alone */
  if (item->row.changed > 0 && field->type == CS_FIELD_TEXT)
    marked = g_strdup_printf ("%s (!)", text);
  cs_text_cell_set_text (CS_TEXT_CELL (cell), marked != NULL ? marked : text, NULL);
  cs_text_cell_set_bold (CS_TEXT_CELL (cell), item->totals);
  if (item->row.changed > 0)
    gtk_widget_add_css_class (cell, "error");
  else
    gtk_widget_remove_css_class (cell, "error");
  gtk_list_item_set_activatable (list_item, !item->totals);
}

static void
activate_cb (CsOverviewTable *self, guint position)
{
  g_autoptr (CsUnitItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (item != NULL && !item->totals)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-dossiers", "s", item->row.unit);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const CsUnitItem *item_a = a, *item_b = b;

  if (item_a->totals != item_b->totals)
    return item_a->totals ? 1 : -1;
  return cs_unit_order_compare (((CsOverviewTable *) data)->order, cs_overview_row_missing (&item_a->row),
                                item_a->place, cs_overview_row_missing (&item_b->row), item_b->place);
}

static gboolean
grow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CsOverviewTable *self = CS_OVERVIEW_TABLE (widget);
  GtkWidget *scrolled = GTK_WIDGET (self->scrolled);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double hidden = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  self->growing = FALSE;
  if (hidden >= 1)
    gtk_widget_set_size_request (scrolled, -1, gtk_widget_get_height (scrolled) + (int) (hidden + 0.5));
  return G_SOURCE_REMOVE;
}

/* The page scrolls, the table must not: it always has its whole height. A column view asks for too little
 * when a scroll bar below takes some of it, or when lines are broken. */
static void
adjustment_changed_cb (CsOverviewTable *self, GtkAdjustment *adjustment)
{
  if (self->growing || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) < 1)
    return;
  self->growing = TRUE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

/* The picture is what people see first: of the table, some hundred labels, nothing is made before it is
 * looked at. */
static void
make_view (CsOverviewTable *self)
{
  GtkWidget *scrolled;
  GtkNoSelection *model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (model)));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "tight-cells");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Units against their targets"), -1);
  for (const CsField *field = cs_overview_fields; field->id != NULL; field++)
    if (field->title != NULL)
      cs_label_column_append (self->view, _ (field->title),
                              field->type == CS_FIELD_TEXT ? CS_LABEL_COLUMN_NAME : CS_LABEL_COLUMN_NUMBER,
                              G_CALLBACK (bind_cb), (gpointer) field);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  scrolled = cs_wide_new (GTK_WIDGET (self->view));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  self->scrolled = GTK_SCROLLED_WINDOW (scrolled);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "changed",
                           G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
cs_overview_table_map (GtkWidget *widget)
{
  CsOverviewTable *self = CS_OVERVIEW_TABLE (widget);

  if (self->view == NULL)
    make_view (self);
  GTK_WIDGET_CLASS (cs_overview_table_parent_class)->map (widget);
}

static void
cs_overview_table_dispose (GObject *object)
{
  CsOverviewTable *self = CS_OVERVIEW_TABLE (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (cs_overview_table_parent_class)->dispose (object);
}

static void
cs_overview_table_class_init (CsOverviewTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_overview_table_dispose;
  GTK_WIDGET_CLASS (klass)->map = cs_overview_table_map;
}

static void
cs_overview_table_init (CsOverviewTable *self)
{
  self->rows = g_list_store_new (CS_TYPE_UNIT_ITEM);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN); /* round corners */
}

/* --- public --- */

void
cs_overview_table_set_overview (CsOverviewTable *self, const CsOverview *overview)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (CS_IS_OVERVIEW_TABLE (self));

  if (self->scrolled != NULL)
    gtk_widget_set_size_request (GTK_WIDGET (self->scrolled), -1, -1);
  for (guint i = 0; overview != NULL && i < overview->rows->len; i++)
    {
      const CsOverviewRow *row = g_ptr_array_index (overview->rows, i);

      g_ptr_array_add (items, unit_item_new (row, row->unit, row->name, i, FALSE));
    }
  if (overview != NULL)
    g_ptr_array_add (items, unit_item_new (&overview->totals, overview->unit, _ ("Total"), 0, TRUE));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), items->pdata,
                       items->len);
  g_list_store_sort (self->rows, compare_items, self);
}

void
cs_overview_table_set_order (CsOverviewTable *self, CsUnitOrder order)
{
  g_return_if_fail (CS_IS_OVERVIEW_TABLE (self));

  self->order = order;
  g_list_store_sort (self->rows, compare_items, self);
}
