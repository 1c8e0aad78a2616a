/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/result-columns.h"

#include "ui/widgets/label-column.h"
#include "ui/widgets/text-cell.h"
#include "summary/words/formats.h"
#include "ui/shared/dossier-item.h"
#include "ui/shared/dossier-order.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

#define UNSORTED  (-1)
#define NO_SCORE  "–"
#define STORE_KEY "cs-result-store"

typedef struct
{
  const char *title;
  CsLabelColumnKind kind;
  const char *css_class; /* (nullable) */
  char *(*text) (const CsResult *result, CsStore *store);
  int order; /* of CsDossierOrder, or UNSORTED */
} Column;

/* --- texts --- */

static char *
product_text (const CsResult *result, CsStore *store)
{
  return g_strdup (result->dossier->product);
}

static char *
unit_text (const CsResult *result, CsStore *store)
{
  const CsUnit *unit = store != NULL ? cs_unit_set_find (cs_store_get_units (store), result->unit) : NULL;

  return g_strdup (unit != NULL ? unit->name : result->unit);
}

static char *
mean_text (const CsResult *result, CsStore *store)
{
  if (result->verdict == NULL)
    return g_strdup (NO_SCORE);
  return cs_decimal_text (result->regulation, result->verdict->mean);
}

static char *
part_text (const CsResult *result, guint part)
{
  if (result->verdict == NULL || part >= result->verdict->n_parts)
    return g_strdup (NO_SCORE);
  return cs_decimal_text (result->regulation, result->verdict->part_means[part]);
}

static char *
a_text (const CsResult *result, CsStore *store)
{
  return part_text (result, 0);
}

static char *
b_text (const CsResult *result, CsStore *store)
{
  return part_text (result, 1);
}

static char *
c_text (const CsResult *result, CsStore *store)
{
  return part_text (result, 2);
}

static char *
spread_text (const CsResult *result, CsStore *store)
{
  return result->verdict != NULL ? g_strdup_printf ("%d", result->verdict->spread) : g_strdup (NO_SCORE);
}

static char *
stars_text (const CsResult *result, CsStore *store)
{
  if (result->verdict == NULL)
    return g_strdup (NO_SCORE);
  return result->verdict->stars > 0 ? cs_stars_text (result->verdict->stars) : g_strdup ("0");
}

static char *
state_text (const CsResult *result, CsStore *store)
{
  if (result->verdict != NULL && result->verdict->eliminated)
    return g_strdup (_ ("Eliminated"));
  if (result->status == CS_RESULT_RECOGNISED)
    return g_strdup (cs_format_status (result->status));
  if (result->dossier->withdrawn_on != NULL)
    return g_strdup (_ ("Withdrawn"));
  if (result->recognised_here)
    return g_strdup (_ ("To be recognised"));
  if (result->forwarded)
    return g_strdup (_ ("Forwarded"));
  return g_strdup (cs_format_status (result->status));
}

static const Column columns[] = {
  { N_ ("Product"), CS_LABEL_COLUMN_TEXT, NULL, product_text, CS_DOSSIER_BY_PRODUCT },
  { N_ ("Unit"), CS_LABEL_COLUMN_TEXT, NULL, unit_text, CS_DOSSIER_BY_UNIT },
  { N_ ("Mean"), CS_LABEL_COLUMN_NUMBER, NULL, mean_text, CS_DOSSIER_BY_MEAN },
  { "A", CS_LABEL_COLUMN_NUMBER, NULL, a_text, UNSORTED },
  { "B", CS_LABEL_COLUMN_NUMBER, NULL, b_text, UNSORTED },
  { "C", CS_LABEL_COLUMN_NUMBER, NULL, c_text, UNSORTED },
  { N_ ("Spread"), CS_LABEL_COLUMN_NUMBER, NULL, spread_text, CS_DOSSIER_BY_SPREAD },
  { N_ ("Stars"), CS_LABEL_COLUMN_NAME, "star", stars_text, CS_DOSSIER_BY_STARS },
  { N_ ("State"), CS_LABEL_COLUMN_TEXT, NULL, state_text, CS_DOSSIER_BY_STATE },
};

/* --- cells --- */

static void
fill (GtkListItem *list_item)
{
  CsDossierItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  const Column *column = g_object_get_data (G_OBJECT (cell), "column");
  GtkWidget *view = gtk_widget_get_ancestor (cell, GTK_TYPE_COLUMN_VIEW);
  CsStore *store = view != NULL ? g_object_get_data (G_OBJECT (view), STORE_KEY) : NULL;
  const CsResult *result = cs_dossier_item_get_result (item);
  g_autofree char *text = result != NULL ? column->text (result, store) : g_strdup ("");

  cs_text_cell_set_text (CS_TEXT_CELL (cell), text, NULL);
  if (column->css_class == NULL)
    return;
  if (g_str_has_prefix (text, "★"))
    gtk_widget_add_css_class (cell, column->css_class);
  else
    gtk_widget_remove_css_class (cell, column->css_class);
}

static void
item_changed_cb (GtkListItem *list_item)
{
  fill (list_item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), "column", column);
  g_signal_connect_object (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (item_changed_cb),
                           list_item, G_CONNECT_SWAPPED);
  fill (list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item), list_item);
}

void
cs_result_columns_append (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkColumnViewColumn *column = cs_label_column_append (view, _ (columns[i].title), columns[i].kind,
                                                            G_CALLBACK (bind_cb), (gpointer) &columns[i]);

      g_signal_connect (gtk_column_view_column_get_factory (column), "unbind", G_CALLBACK (unbind_cb), NULL);
      gtk_column_view_column_set_expand (column, i == 0);
      if (columns[i].order != UNSORTED)
        cs_dossier_order_offer (column, (CsDossierOrder) columns[i].order);
    }
}

void
cs_result_columns_set_store (GtkColumnView *view, CsStore *store)
{
  g_object_set_data_full (G_OBJECT (view), STORE_KEY, store != NULL ? g_object_ref (store) : NULL,
                          store != NULL ? g_object_unref : NULL);
}
