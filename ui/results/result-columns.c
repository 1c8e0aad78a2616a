/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/result-columns.h"

#include "base/text.h"
#include "ui/widgets/label-column.h"
#include "ui/shared/formats.h"
#include "ui/results/result-item.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

#define NO_SCORE  "–"
#define STORE_KEY "cs-result-store"

typedef struct
{
  const char *title;
  CsLabelColumnKind kind;
  const char *css_class; /* (nullable) */
  char *(*text) (const CsResult *result, CsStore *store);
  int (*compare) (const CsResult *a, const CsResult *b);
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

/* --- order --- */

static int
compare_folded (const char *a, const char *b)
{
  g_autofree char *folded_a = cs_text_fold (a);
  g_autofree char *folded_b = cs_text_fold (b);

  return strcmp (folded_a, folded_b);
}

static int
compare_products (const CsResult *a, const CsResult *b)
{
  return compare_folded (a->dossier->product, b->dossier->product);
}

static int
compare_units (const CsResult *a, const CsResult *b)
{
  return strcmp (a->unit, b->unit);
}

/* What has no verdict comes before everything. */
static gboolean
differ_in_verdict (const CsResult *a, const CsResult *b, int *order)
{
  *order = (a->verdict != NULL) - (b->verdict != NULL);
  return a->verdict == NULL || b->verdict == NULL;
}

static int
compare_means (const CsResult *a, const CsResult *b)
{
  int order;

  return differ_in_verdict (a, b, &order) ? order : cs_fraction_compare (a->verdict->mean, b->verdict->mean);
}

static int
compare_spreads (const CsResult *a, const CsResult *b)
{
  int order;

  return differ_in_verdict (a, b, &order) ? order : a->verdict->spread - b->verdict->spread;
}

static int
compare_stars (const CsResult *a, const CsResult *b)
{
  int order;

  return differ_in_verdict (a, b, &order) ? order : a->verdict->stars - b->verdict->stars;
}

static int
compare_states (const CsResult *a, const CsResult *b)
{
  return (int) a->status - (int) b->status;
}

static const Column columns[] = {
  { N_ ("Product"), CS_LABEL_COLUMN_TEXT, NULL, product_text, compare_products },
  { N_ ("Unit"), CS_LABEL_COLUMN_TEXT, NULL, unit_text, compare_units },
  { N_ ("Mean"), CS_LABEL_COLUMN_NUMBER, NULL, mean_text, compare_means },
  { "A", CS_LABEL_COLUMN_NUMBER, NULL, a_text, NULL },
  { "B", CS_LABEL_COLUMN_NUMBER, NULL, b_text, NULL },
  { "C", CS_LABEL_COLUMN_NUMBER, NULL, c_text, NULL },
  { N_ ("Spread"), CS_LABEL_COLUMN_NUMBER, NULL, spread_text, compare_spreads },
  { N_ ("Stars"), CS_LABEL_COLUMN_TEXT, "star", stars_text, compare_stars },
  { N_ ("State"), CS_LABEL_COLUMN_TEXT, NULL, state_text, compare_states },
};

/* --- cells --- */

static void
fill (GtkListItem *list_item)
{
  CsResultItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const Column *column = g_object_get_data (G_OBJECT (label), "column");
  GtkWidget *view = gtk_widget_get_ancestor (label, GTK_TYPE_COLUMN_VIEW);
  CsStore *store = view != NULL ? g_object_get_data (G_OBJECT (view), STORE_KEY) : NULL;
  const CsResult *result = cs_result_item_get_result (item);
  g_autofree char *text = result != NULL ? column->text (result, store) : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (label), text);
  if (column->css_class == NULL)
    return;
  if (g_str_has_prefix (text, "★"))
    gtk_widget_add_css_class (label, column->css_class);
  else
    gtk_widget_remove_css_class (label, column->css_class);
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

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const Column *column = data;
  const CsResult *result_a = cs_result_item_get_result ((CsResultItem *) a);
  const CsResult *result_b = cs_result_item_get_result ((CsResultItem *) b);

  if (result_a == NULL || result_b == NULL)
    return (result_a != NULL) - (result_b != NULL);
  return column->compare (result_a, result_b);
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
      if (columns[i].compare != NULL)
        {
          g_autoptr (GtkSorter) sorter =
              GTK_SORTER (gtk_custom_sorter_new (compare_items, (gpointer) &columns[i], NULL));

          gtk_column_view_column_set_sorter (column, sorter);
        }
    }
}

void
cs_result_columns_set_store (GtkColumnView *view, CsStore *store)
{
  g_object_set_data_full (G_OBJECT (view), STORE_KEY, store != NULL ? g_object_ref (store) : NULL,
                          store != NULL ? g_object_unref : NULL);
}
