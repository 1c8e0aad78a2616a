/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/result-columns.h"

#include "ui/widgets/label-column.h"
#include "ui/widgets/text-cell.h"
#include "ui/shared/dossier-item.h"
#include "ui/shared/dossier-order.h"
#include "summary/words/field-shown.h"

#include <glib/gi18n-lib.h>

#define UNSORTED (-1)

/* How a field of CsDossierRow stands in this list. */
typedef struct
{
  const char *field;
  int order; /* of CsDossierOrder, or UNSORTED */
} Column;

static const Column columns[] = {
  { "product", CS_DOSSIER_BY_PRODUCT },
  { "unit", CS_DOSSIER_BY_UNIT },
  { "mean", CS_DOSSIER_BY_MEAN },
  { "mean-a", UNSORTED },
  { "mean-b", UNSORTED },
  { "mean-c", UNSORTED },
  { "spread", CS_DOSSIER_BY_SPREAD },
  { "stars", CS_DOSSIER_BY_STARS },
  { "step", CS_DOSSIER_BY_STATE },
};

/* --- cells --- */

static void
fill (GtkListItem *list_item)
{
  const CsDossierRow *row = cs_dossier_item_get_row (gtk_list_item_get_item (list_item));
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  const CsField *field = g_object_get_data (G_OBJECT (cell), "field");
  g_autofree char *text = row != NULL ? cs_field_dup_shown (field, row) : g_strdup ("");

  cs_text_cell_set_text (CS_TEXT_CELL (cell), text, NULL);
  if (field->type != CS_FIELD_STARS)
    return;
  if (row != NULL && cs_field_is_set (field, row))
    gtk_widget_add_css_class (cell, "star");
  else
    gtk_widget_remove_css_class (cell, "star");
}

static void
item_changed_cb (GtkListItem *list_item)
{
  fill (list_item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer field)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), "field", field);
  g_signal_connect_object (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (item_changed_cb),
                           list_item, G_CONNECT_SWAPPED);
  fill (list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item), list_item);
}

static CsLabelColumnKind
kind_of (const CsField *field)
{
  switch (field->type)
    {
    case CS_FIELD_NUMBER:
    case CS_FIELD_DECIMAL:
      return CS_LABEL_COLUMN_NUMBER;
    case CS_FIELD_STARS:
      return CS_LABEL_COLUMN_NAME;
    case CS_FIELD_TEXT:
    case CS_FIELD_DATE:
    case CS_FIELD_FLAG:
    case CS_FIELD_LIST:
    case CS_FIELD_PART:
    default:
      return CS_LABEL_COLUMN_TEXT;
    }
}

void
cs_result_columns_append (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const CsField *field = cs_dossier_row_field (columns[i].field);
      GtkColumnViewColumn *column = cs_label_column_append (view, _ (field->title), kind_of (field),
                                                            G_CALLBACK (bind_cb), (gpointer) field);

      g_signal_connect (gtk_column_view_column_get_factory (column), "unbind", G_CALLBACK (unbind_cb), NULL);
      gtk_column_view_column_set_expand (column, i == 0);
      if (columns[i].order != UNSORTED)
        cs_dossier_order_offer (column, (CsDossierOrder) columns[i].order);
    }
}
