/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/label-column.h"

#include "ui/widgets/text-cell.h"

#define TEXT_CHARS 12

static void
setup_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, cs_text_cell_new (TEXT_CHARS, 2));
}

static void
setup_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, cs_text_cell_new (0, 1));
}

static void
setup_number_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *cell = cs_text_cell_new (0, 1);

  cs_text_cell_set_xalign (CS_TEXT_CELL (cell), 1);
  cs_text_cell_set_tabular (CS_TEXT_CELL (cell), TRUE);
  gtk_list_item_set_child (item, cell);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* GTK 4.8 cannot align a title; it stands in the last child of the header, which is the view's first child.
 */
static void
align_title (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_last_child (header) : NULL;
  GtkWidget *label = title != NULL ? find_label (title) : NULL;

  if (label == NULL)
    return;
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  /* the arrow of the order goes before the title, or the title would not stand above its numbers */
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (label)),
                               gtk_widget_get_last_child (gtk_widget_get_parent (label)), NULL);
}

GtkColumnViewColumn *
cs_label_column_append (
    GtkColumnView *view, const char *title, CsLabelColumnKind kind, GCallback bind, gpointer data)
{
  static const GCallback setups[] = { [CS_LABEL_COLUMN_TEXT] = G_CALLBACK (setup_text_cb),
                                      [CS_LABEL_COLUMN_NAME] = G_CALLBACK (setup_name_cb),
                                      [CS_LABEL_COLUMN_NUMBER] = G_CALLBACK (setup_number_cb) };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", setups[kind], NULL);
  g_signal_connect (factory, "bind", bind, data);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, kind != CS_LABEL_COLUMN_NUMBER);
  gtk_column_view_append_column (view, column);
  if (kind == CS_LABEL_COLUMN_NUMBER)
    align_title (view);
  g_object_unref (column); /* the view has it */
  return column;
}

void
cs_label_column_scroll_to (GtkColumnView *view, guint position)
{
  /* GTK 4.8 has no call for it; the inner list has the action */
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (view)), "list.scroll-to-item", "u",
                              position);
}
