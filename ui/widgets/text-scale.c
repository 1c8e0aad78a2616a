/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/text-scale.h"

/* What gtk-xft-dpi stands for when the desktop says nothing: 96 dots an inch, in 1024ths. */
#define USUAL_DPI (96 * 1024)

static int
dpi_of (GtkWidget *widget)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi : USUAL_DPI;
}

int
cs_text_scale_from_pixels (GtkWidget *widget, int pixels)
{
  return (int) ((gint64) pixels * USUAL_DPI / dpi_of (widget));
}

int
cs_text_scale_to_pixels (GtkWidget *widget, int room)
{
  return (int) ((gint64) room * dpi_of (widget) / USUAL_DPI);
}
