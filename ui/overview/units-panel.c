/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/units-panel.h"

#include "ui/overview/overview-table.h"
#include "ui/overview/unit-bars.h"
#include "ui/overview/unit-legend.h"
#include "ui/widgets/wrap-box.h"
#include "ui/widgets/reader.h"

struct _CsUnitsPanel
{
  AdwBin parent_instance;

  char *unit; /* (nullable): of the book */
  GtkStack *stack;
  CsUnitBars *bars;
  CsOverviewTable *table;
  GtkWidget *order_box;
  GtkWidget *view_box;
  GtkToggleButton *gap_button;
  GtkToggleButton *picture_button;
  GtkToggleButton *table_button;
};

G_DEFINE_FINAL_TYPE (CsUnitsPanel, cs_units_panel, ADW_TYPE_BIN)

static gboolean
is_empty (CsUnitsPanel *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0;
}

static void
view_toggled_cb (CsUnitsPanel *self)
{
  if (!is_empty (self))
    gtk_stack_set_visible_child_name (self->stack, gtk_toggle_button_get_active (self->picture_button)
                                                       ? "picture"
                                                       : "table");
}

static void
order_toggled_cb (CsUnitsPanel *self)
{
  CsUnitOrder order =
      gtk_toggle_button_get_active (self->gap_button) ? CS_UNIT_ORDER_GAP : CS_UNIT_ORDER_PLAN;

  cs_unit_bars_set_order (self->bars, order);
  cs_overview_table_set_order (self->table, order);
}

static void
dossiers_cb (CsUnitsPanel *self)
{
  if (self->unit != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-dossiers", "s", self->unit);
}

static void
cs_units_panel_finalize (GObject *object)
{
  g_free (CS_UNITS_PANEL (object)->unit);
  G_OBJECT_CLASS (cs_units_panel_parent_class)->finalize (object);
}

static void
cs_units_panel_class_init (CsUnitsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_units_panel_finalize;
  g_type_ensure (CS_TYPE_OVERVIEW_TABLE);
  g_type_ensure (CS_TYPE_UNIT_BARS);
  g_type_ensure (CS_TYPE_UNIT_LEGEND);
  g_type_ensure (CS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/overview/units-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CsUnitsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, CsUnitsPanel, bars);
  gtk_widget_class_bind_template_child (widget_class, CsUnitsPanel, table);
  gtk_widget_class_bind_template_child (widget_class, CsUnitsPanel, order_box);
  gtk_widget_class_bind_template_child (widget_class, CsUnitsPanel, view_box);
  gtk_widget_class_bind_template_child (widget_class, CsUnitsPanel, gap_button);
  gtk_widget_class_bind_template_child (widget_class, CsUnitsPanel, picture_button);
  gtk_widget_class_bind_template_child (widget_class, CsUnitsPanel, table_button);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, dossiers_cb);
}

static void
cs_units_panel_init (CsUnitsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->stack);
}

void
cs_units_panel_set_overview (CsUnitsPanel *self, const CsOverview *overview)
{
  gboolean empty;

  g_return_if_fail (CS_IS_UNITS_PANEL (self));

  empty = overview == NULL
          || (overview->totals.registered == 0 && cs_overview_row_elsewhere (&overview->totals) == 0);
  g_free (self->unit);
  self->unit = g_strdup (overview != NULL ? overview->unit : NULL);
  cs_unit_bars_set_overview (self->bars, overview);
  cs_overview_table_set_overview (self->table, overview);
  gtk_widget_set_visible (self->order_box, !empty);
  gtk_widget_set_visible (self->view_box, !empty);
  if (empty)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (gtk_toggle_button_get_active (self->picture_button))
    gtk_stack_set_visible_child_name (self->stack, "picture");
  else
    gtk_stack_set_visible_child_name (self->stack, "table");
}

gboolean
cs_units_panel_toggle_table (CsUnitsPanel *self)
{
  g_return_val_if_fail (CS_IS_UNITS_PANEL (self), FALSE);

  if (is_empty (self))
    return FALSE;
  if (gtk_toggle_button_get_active (self->picture_button))
    gtk_toggle_button_set_active (self->table_button, TRUE);
  else
    gtk_toggle_button_set_active (self->picture_button, TRUE);
  return TRUE;
}
