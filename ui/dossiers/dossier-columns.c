/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/dossier-columns.h"

#include "ui/shared/dossier-item.h"
#include "ui/shared/dossier-order.h"
#include "ui/shared/rehearsal-tag.h"
#include "ui/widgets/text-cell.h"

#include "summary/words/field-shown.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

#define UNSORTED (-1)
#define STATUS   "status"

/* How a field of CsDossierRow stands in this list. */
typedef struct
{
  const char *field;
  int order; /* of CsDossierOrder, or UNSORTED */
  CsDossierColumns from;
  guint chars;
  gboolean expand;
  const char *style; /* (nullable) */
  /* (nullable): makes more of it than its text */
  void (*fill) (CsTextCell *, const CsField *, const CsDossierRow *);
} Column;

/* --- cells --- */

static void
fill_evidence (CsTextCell *cell, const CsField *field, const CsDossierRow *row)
{
  g_autofree char *count = cs_field_dup_text (field, row);
  g_autofree char *spoken =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u required paper is in order",
                                    "%u of %u required papers are in order", row->required),
                       row->present, row->required);

  cs_text_cell_set_text (cell, count, spoken);
  cs_text_cell_set_share (cell, row->required > 0 ? (double) row->present / (double) row->required : -1);
}

/* Below the state a tag when nothing of it counts: rare, so it is made when there is one. */
static void
tag_state (GtkWidget *box, gboolean rehearsal)
{
  GtkWidget *tag = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));

  if (tag == NULL && rehearsal)
    gtk_box_append (GTK_BOX (box), cs_rehearsal_tag_new ());
  else if (tag != NULL)
    gtk_widget_set_visible (tag, rehearsal);
}

/* In a list of all dossiers no sign stands where there are no stars yet. */
static void
fill_stars (CsTextCell *cell, const CsField *field, const CsDossierRow *row)
{
  int stars = cs_field_number (field, row);
  g_autofree char *text = cs_stars_text (stars);
  g_autofree char *spoken =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d star", "%d stars", (gulong) stars), stars);

  cs_text_cell_set_text (cell, text, spoken);
}

static const Column columns[] = {
  { "code", CS_DOSSIER_BY_CODE, CS_DOSSIER_COLUMNS_FEW, 20, FALSE, "tabular" },
  { "product", CS_DOSSIER_BY_PRODUCT, CS_DOSSIER_COLUMNS_FEW, 14, TRUE },
  { "producer", CS_DOSSIER_BY_PRODUCER, CS_DOSSIER_COLUMNS_MOST, 11, TRUE },
  { "filed-at", CS_DOSSIER_BY_UNIT, CS_DOSSIER_COLUMNS_MOST, 11, TRUE },
  { "numbered-form", CS_DOSSIER_BY_FORM, CS_DOSSIER_COLUMNS_ALL, 9, TRUE },
  { "kind", UNSORTED, CS_DOSSIER_COLUMNS_ALL, 9, FALSE },
  { "evidence", UNSORTED, CS_DOSSIER_COLUMNS_MOST, 4, FALSE, "tabular", fill_evidence },
  { STATUS, UNSORTED, CS_DOSSIER_COLUMNS_FEW, 11, FALSE },
  { "stars", UNSORTED, CS_DOSSIER_COLUMNS_MOST, 8, FALSE, "star", fill_stars },
};

/* A row of a column view has no name of its own for those who listen to it. */
static void
name_row (GtkWidget *child, CsDossierItem *item)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    cs_dossier_item_get_product (item), -1);
}

/* @row: (nullable): it could not be read */
static void
fill_text (CsTextCell *cell, const Column *column, const CsField *field, const CsDossierRow *row)
{
  g_autofree char *text = NULL;

  if (row != NULL && column->fill != NULL)
    {
      column->fill (cell, field, row);
      return;
    }
  text = row != NULL ? cs_field_dup_shown (field, row) : NULL;
  cs_text_cell_set_text (cell, text, NULL);
}

static void
fill_cell (GtkListItem *list_item, const Column *column)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  CsDossierItem *item = gtk_list_item_get_item (list_item);
  CsTextCell *cell = CS_TEXT_CELL (GTK_IS_BOX (child) ? gtk_widget_get_first_child (child) : child);

  fill_text (cell, column, g_object_get_data (G_OBJECT (list_item), "field"), cs_dossier_item_get_row (item));
  if (GTK_IS_BOX (child))
    tag_state (child, cs_dossier_item_is_rehearsal (item));
  if (column->order == CS_DOSSIER_BY_PRODUCT)
    name_row (child, item);
}

/* --- callbacks --- */

static void
item_changed_cb (CsDossierItem *item, GtkListItem *list_item)
{
  fill_cell (list_item, g_object_get_data (G_OBJECT (list_item), "column"));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const Column *column = data;
  /* names are long: two lines rather than their beginning only */
  GtkWidget *child = cs_text_cell_new (column->chars, column->expand ? 2 : 1);

  if (g_strcmp0 (column->style, "tabular") == 0)
    cs_text_cell_set_tabular (CS_TEXT_CELL (child), TRUE);
  else if (column->style != NULL)
    gtk_widget_add_css_class (child, column->style);
  if (g_str_equal (column->field, STATUS))
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), child);
      child = box;
    }
  g_object_set_data (G_OBJECT (list_item), "column", data);
  g_object_set_data (G_OBJECT (list_item), "field", (gpointer) cs_dossier_row_field (column->field));
  gtk_list_item_set_child (list_item, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  fill_cell (list_item, data);
  g_signal_connect_object (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (item_changed_cb),
                           list_item, 0);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), item_changed_cb, list_item);
}

/* --- public --- */

void
cs_dossier_columns_add (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gpointer data = (gpointer) &columns[i];
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column =
          gtk_column_view_column_new (_ (cs_dossier_row_field (columns[i].field)->title), factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), data);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), data);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), data);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      if (columns[i].order != UNSORTED)
        cs_dossier_order_offer (column, (CsDossierOrder) columns[i].order);
      gtk_column_view_append_column (view, column);
    }
}

static GtkColumnViewColumn *
column_at (GtkColumnView *view, guint i)
{
  GtkColumnViewColumn *column = g_list_model_get_item (gtk_column_view_get_columns (view), i);

  g_object_unref (column); /* the view has it */
  return column;
}

void
cs_dossier_columns_fit (GtkColumnView *view, CsDossierColumns fit)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_column_view_column_set_visible (column_at (view, i), columns[i].from <= fit);
}
