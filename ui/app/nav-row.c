/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/nav-row.h"

struct _CsNavRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;

  char *page;
};

G_DEFINE_FINAL_TYPE (CsNavRow, cs_nav_row, GTK_TYPE_LIST_BOX_ROW)

static void
cs_nav_row_finalize (GObject *object)
{
  g_free (CS_NAV_ROW (object)->page);
  G_OBJECT_CLASS (cs_nav_row_parent_class)->finalize (object);
}

static void
cs_nav_row_class_init (CsNavRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_nav_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/app/nav-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsNavRow, count);
  gtk_widget_class_bind_template_child (widget_class, CsNavRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CsNavRow, title);
}

static void
cs_nav_row_init (CsNavRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cs_nav_row_new (const char *page, const char *title, const char *icon)
{
  CsNavRow *self = g_object_new (CS_TYPE_NAV_ROW, NULL);

  self->page = g_strdup (page);
  gtk_label_set_text (self->title, title);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

const char *
cs_nav_row_get_page (CsNavRow *self)
{
  return self->page;
}

void
cs_nav_row_set_count (CsNavRow *self, int count)
{
  g_autofree char *text = g_strdup_printf ("%d", count);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count >= 0);
}
