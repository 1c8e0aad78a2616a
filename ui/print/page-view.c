/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/print/page-view.h"

#include <glib/gi18n-lib.h>

struct _CsPageView
{
  GtkWidget parent_instance;

  CsLayout *layout; /* (nullable) */
  guint page;
  int width;
};

G_DEFINE_FINAL_TYPE (CsPageView, cs_page_view, GTK_TYPE_WIDGET)

static void
page_size (CsPageView *self, double *width, double *height)
{
  *width = *height = 1;
  if (self->layout != NULL)
    cs_layout_page_size (self->layout, self->page, width, height);
}

static GtkSizeRequestMode
cs_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cs_page_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  CsPageView *self = CS_PAGE_VIEW (widget);
  double width, height;

  page_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->width > 0 ? self->width : 60;
      *natural = self->width > 0 ? self->width : MAX ((int) width, 60);
      return;
    }
  if (for_size < 0)
    for_size = self->width > 0 ? self->width : (int) width;
  *minimum = *natural = (int) (for_size * height / width + 0.5);
}

static void
cs_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CsPageView *self = CS_PAGE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  double page_width, page_height;
  graphene_rect_t sheet;
  cairo_t *cr;

  if (self->layout == NULL || width <= 0)
    return;
  page_size (self, &page_width, &page_height);
  sheet = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) (width * page_height / page_width));
  gtk_snapshot_push_clip (snapshot, &sheet);
  /* paper is white whatever the theme */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &sheet);
  cr = gtk_snapshot_append_cairo (snapshot, &sheet);
  cairo_scale (cr, width / page_width, width / page_width);
  cs_layout_draw_page (self->layout, self->page, cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
cs_page_view_finalize (GObject *object)
{
  cs_layout_unref (CS_PAGE_VIEW (object)->layout);
  G_OBJECT_CLASS (cs_page_view_parent_class)->finalize (object);
}

static void
cs_page_view_class_init (CsPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_page_view_finalize;
  widget_class->get_request_mode = cs_page_view_get_request_mode;
  widget_class->measure = cs_page_view_measure;
  widget_class->snapshot = cs_page_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cs_page_view_init (CsPageView *self)
{
}

GtkWidget *
cs_page_view_new (void)
{
  return g_object_new (CS_TYPE_PAGE_VIEW, NULL);
}

void
cs_page_view_set_page (CsPageView *self, CsLayout *layout, guint page)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CS_IS_PAGE_VIEW (self));
  g_return_if_fail (layout != NULL && page < cs_layout_n_pages (layout));

  cs_layout_ref (layout);
  cs_layout_unref (self->layout);
  self->layout = layout;
  self->page = page;
  text = g_strdup_printf (_ ("Page %u of %u"), page + 1, cs_layout_n_pages (layout));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
cs_page_view_set_width (CsPageView *self, int width)
{
  g_return_if_fail (CS_IS_PAGE_VIEW (self));

  if (self->width == width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
