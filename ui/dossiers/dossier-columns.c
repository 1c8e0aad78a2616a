/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/dossier-columns.h"

#include "ui/shared/dossier-item.h"
#include "ui/shared/rehearsal-tag.h"

#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

#define UNSORTED    (-1)
#define STATE_CHARS 11

/* A column: what it is called, how wide, how it is filled. */
typedef struct
{
  const char *title;
  int order; /* of CsDossierOrder, or UNSORTED */
  CsDossierColumns from;
  guint chars; /* at least so wide */
  gboolean expand;
  const char *style;                     /* (nullable) */
  const char *(*text) (CsDossierItem *); /* (nullable): for columns of text */
  GtkWidget *(*make) (void);             /* (nullable): for other columns */
  void (*fill) (GtkWidget *, CsDossierItem *);
  char *(*describe) (CsDossierItem *); /* (nullable): the tooltip of such a column */
} Column;

/* --- cells --- */

static GtkWidget *
make_papers (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 36, -1);
  gtk_widget_add_css_class (bar, "cs-small-bar");
  gtk_widget_add_css_class (label, "tabular");
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
fill_papers (GtkWidget *box, CsDossierItem *item)
{
  GtkWidget *bar = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  guint required = cs_dossier_item_get_required (item);
  guint present = cs_dossier_item_get_present (item);
  g_autofree char *count = g_strdup_printf ("%u/%u", present, required);

  gtk_label_set_label (GTK_LABEL (label), required > 0 ? count : "");
  gtk_widget_set_visible (bar, required > 0);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 required > 0 ? (double) present / (double) required : 0);
}

static char *
describe_papers (CsDossierItem *item)
{
  guint required = cs_dossier_item_get_required (item);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u required paper is in order",
                                       "%u of %u required papers are in order", required),
                          cs_dossier_item_get_present (item), required);
}

/* The state, and below it a tag when nothing of it counts. */
static GtkWidget *
make_state (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *state = gtk_inscription_new (NULL);
  GtkWidget *tag = cs_rehearsal_tag_new ();

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (state), STATE_CHARS);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (state), STATE_CHARS);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (state), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), state);
  gtk_box_append (GTK_BOX (box), tag);
  return box;
}

static void
fill_state (GtkWidget *box, CsDossierItem *item)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_first_child (box)),
                            cs_dossier_item_get_status (item));
  gtk_widget_set_visible (gtk_widget_get_last_child (box), cs_dossier_item_is_rehearsal (item));
}

static char *
describe_state (CsDossierItem *item)
{
  return g_strdup (cs_dossier_item_get_status (item));
}

static GtkWidget *
make_stars (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_add_css_class (label, "star");
  return label;
}

static void
fill_stars (GtkWidget *label, CsDossierItem *item)
{
  int stars = cs_dossier_item_get_stars (item);
  g_autofree char *text = cs_stars_text (stars);
  g_autofree char *spoken =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d star", "%d stars", (gulong) stars), stars);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static const Column columns[] = {
  { N_ ("Code"), CS_DOSSIER_BY_CODE, CS_DOSSIER_COLUMNS_FEW, 20, FALSE, "tabular", cs_dossier_item_get_code },
  { N_ ("Product"), CS_DOSSIER_BY_PRODUCT, CS_DOSSIER_COLUMNS_FEW, 14, TRUE, NULL,
    cs_dossier_item_get_product },
  { N_ ("Producer"), CS_DOSSIER_BY_PRODUCER, CS_DOSSIER_COLUMNS_MOST, 11, TRUE, NULL,
    cs_dossier_item_get_producer },
  { N_ ("Unit"), CS_DOSSIER_BY_UNIT, CS_DOSSIER_COLUMNS_MOST, 11, TRUE, NULL, cs_dossier_item_get_unit },
  { N_ ("Form"), CS_DOSSIER_BY_FORM, CS_DOSSIER_COLUMNS_ALL, 9, TRUE, NULL, cs_dossier_item_get_form },
  { N_ ("Kind"), UNSORTED, CS_DOSSIER_COLUMNS_ALL, 9, FALSE, NULL, cs_dossier_item_get_kind },
  { N_ ("Papers"), UNSORTED, CS_DOSSIER_COLUMNS_MOST, 0, FALSE, NULL, NULL, make_papers, fill_papers,
    describe_papers },
  { N_ ("State"), UNSORTED, CS_DOSSIER_COLUMNS_FEW, 0, FALSE, NULL, NULL, make_state, fill_state,
    describe_state },
  { N_ ("Stars"), UNSORTED, CS_DOSSIER_COLUMNS_MOST, 0, FALSE, NULL, NULL, make_stars, fill_stars },
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

static void
fill_cell (GtkListItem *cell, const Column *column)
{
  GtkWidget *child = gtk_list_item_get_child (cell);
  CsDossierItem *item = gtk_list_item_get_item (cell);

  if (column->text != NULL)
    gtk_inscription_set_text (GTK_INSCRIPTION (child), column->text (item));
  else
    column->fill (child, item);
  if (column->order == CS_DOSSIER_BY_PRODUCT)
    name_row (child, item);
}

/* --- callbacks --- */

static void
item_changed_cb (CsDossierItem *item, GtkListItem *cell)
{
  fill_cell (cell, g_object_get_data (G_OBJECT (cell), "column"));
}

/* Made when it is wanted: setting it takes as long as making the cell. */
static gboolean
query_tooltip_cb (GtkWidget *child, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkListItem *cell)
{
  const Column *column = g_object_get_data (G_OBJECT (cell), "column");
  CsDossierItem *item = gtk_list_item_get_item (cell);
  g_autofree char *text = NULL;

  if (item == NULL || (column->text == NULL && column->describe == NULL))
    return FALSE;
  text = column->text != NULL ? g_strdup (column->text (item)) : column->describe (item);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Inscriptions: labels would take twice as long for the 1,800 cells that GTK makes at once. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  const Column *column = data;
  GtkWidget *child = column->make != NULL ? column->make () : gtk_inscription_new (NULL);

  if (column->make == NULL)
    {
      gtk_inscription_set_min_chars (GTK_INSCRIPTION (child), column->chars);
      gtk_inscription_set_nat_chars (GTK_INSCRIPTION (child), column->chars);
      /* names are long: two lines rather than their beginning only */
      gtk_inscription_set_min_lines (GTK_INSCRIPTION (child), column->expand ? 2 : 1);
      gtk_inscription_set_nat_lines (GTK_INSCRIPTION (child), column->expand ? 2 : 1);
      gtk_inscription_set_text_overflow (GTK_INSCRIPTION (child), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
    }
  if (column->style != NULL)
    gtk_widget_add_css_class (child, column->style);
  g_object_set_data (G_OBJECT (cell), "column", data);
  gtk_widget_set_has_tooltip (child, TRUE);
  g_signal_connect_object (child, "query-tooltip", G_CALLBACK (query_tooltip_cb), cell, 0);
  gtk_list_item_set_child (cell, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  fill_cell (cell, data);
  g_signal_connect_object (gtk_list_item_get_item (cell), "changed", G_CALLBACK (item_changed_cb), cell, 0);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (cell), item_changed_cb, cell);
}

/* GTK 4.8 does not tell which column is sorted by. But it asks the sorter of that column first, so each of
 * our sorters writes down that it was asked; and a descending order turns the answer round. */
static int
was_asked_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Column *column = data;
  int *asked = g_object_get_data ((GObject *) a, "asked");

  *asked = column->order;
  return -1;
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
          gtk_column_view_column_new (g_dgettext (GETTEXT_PACKAGE, columns[i].title), factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), data);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), data);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), data);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      if (columns[i].order != UNSORTED)
        {
          g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (was_asked_cb, data, NULL));

          gtk_column_view_column_set_sorter (column, sorter);
        }
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

void
cs_dossier_columns_get_order (GtkColumnView *view, CsDossierOrder *order, gboolean *descending)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  int asked = UNSORTED;
  GtkOrdering answer;

  g_object_set_data (a, "asked", &asked);
  answer = gtk_sorter_compare (gtk_column_view_get_sorter (view), a, b);
  *order = asked != UNSORTED ? (CsDossierOrder) asked : CS_DOSSIER_BY_CODE;
  *descending = answer == GTK_ORDERING_LARGER;
}

void
cs_dossier_columns_set_order (GtkColumnView *view, CsDossierOrder order, gboolean descending)
{
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].order == (int) order)
      gtk_column_view_sort_by_column (view, column_at (view, i),
                                      descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}
