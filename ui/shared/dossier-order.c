/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/dossier-order.h"

#define UNSORTED (-1)

/* GTK 4.8 does not tell which column is sorted by. But it asks the sorter of that column first, so each of
 * our sorters writes down that it was asked; and a descending order turns the answer round. */
static int
was_asked_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  int *asked = g_object_get_data ((GObject *) a, "asked");

  *asked = GPOINTER_TO_INT (order);
  return -1;
}

static int
order_of (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "order")) - 1;
}

void
cs_dossier_order_offer (GtkColumnViewColumn *column, CsDossierOrder order)
{
  g_autoptr (GtkSorter) sorter =
      GTK_SORTER (gtk_custom_sorter_new (was_asked_cb, GINT_TO_POINTER ((int) order), NULL));

  gtk_column_view_column_set_sorter (column, sorter);
  g_object_set_data (G_OBJECT (column), "order", GINT_TO_POINTER ((int) order + 1));
}

void
cs_dossier_order_get (GtkColumnView *view, CsDossierOrder *order, gboolean *descending)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  int asked = UNSORTED;
  GtkOrdering answer;

  g_object_set_data (a, "asked", &asked);
  answer = gtk_sorter_compare (gtk_column_view_get_sorter (view), a, b);
  *order = asked != UNSORTED ? (CsDossierOrder) asked : CS_DOSSIER_BY_CODE;
  *descending = asked != UNSORTED && answer == GTK_ORDERING_LARGER;
}

void
cs_dossier_order_set (GtkColumnView *view, CsDossierOrder order, gboolean descending)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  /* GTK keeps an arrow at every column that was ever clicked */
  g_object_set_data (G_OBJECT (view), "moving", GINT_TO_POINTER (TRUE));
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  g_object_set_data (G_OBJECT (view), "moving", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (order_of (column) == (int) order)
        gtk_column_view_sort_by_column (view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

gboolean
cs_dossier_order_is_moving (GtkColumnView *view)
{
  return g_object_get_data (G_OBJECT (view), "moving") != NULL;
}
