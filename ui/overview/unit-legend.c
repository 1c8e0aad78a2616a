/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/unit-legend.h"

#include "ui/widgets/drawing.h"
#include "ui/widgets/wrap-box.h"

#include <glib/gi18n-lib.h>

/* What a swatch stands for; 3 to 5 are stars. */
#define PIPELINE 0
#define TARGET   1
#define WAITING  2

/* --- a sample of a fill --- */

#define CS_TYPE_SWATCH (cs_swatch_get_type ())
G_DECLARE_FINAL_TYPE (CsSwatch, cs_swatch, CS, SWATCH, GtkWidget)

struct _CsSwatch
{
  GtkWidget parent_instance;

  int kind;
};

G_DEFINE_FINAL_TYPE (CsSwatch, cs_swatch, GTK_TYPE_WIDGET)

static void
cs_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int kind = CS_SWATCH (widget)->kind;
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, height);
  CsDrawing palette;

  cs_drawing_init (&palette, widget);
  if (kind == PIPELINE)
    cs_drawing_hatch (snapshot, &area, &palette.accent);
  else if (kind == WAITING)
    cs_drawing_outline (snapshot, &area, &palette.accent);
  else if (kind == TARGET)
    gtk_snapshot_append_color (snapshot, &palette.text, &GRAPHENE_RECT_INIT (width / 2 - 1, 0, 2, height));
  else
    {
      GdkRGBA fill = cs_drawing_shade (&palette, kind);

      gtk_snapshot_append_color (snapshot, &fill, &area);
    }
}

static void
cs_swatch_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = *natural = cs_drawing_line_height (widget, 0.7);
}

static void
cs_swatch_class_init (CsSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = cs_swatch_snapshot;
  widget_class->measure = cs_swatch_measure;
  /* the label beside it says everything */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cs_swatch_init (CsSwatch *self)
{
}

/* --- the legend --- */

struct _CsUnitLegend
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (CsUnitLegend, cs_unit_legend, ADW_TYPE_BIN)

static void
append (CsWrapBox *box, int kind, const char *text)
{
  CsSwatch *swatch = g_object_new (CS_TYPE_SWATCH, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  swatch->kind = kind;
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (pair), GTK_WIDGET (swatch));
  gtk_box_append (GTK_BOX (pair), label);
  cs_wrap_box_append (box, pair);
}

static void
cs_unit_legend_class_init (CsUnitLegendClass *klass)
{
}

static void
cs_unit_legend_init (CsUnitLegend *self)
{
  CsWrapBox *box = g_object_new (CS_TYPE_WRAP_BOX, "spacing", 18, NULL);

  for (int star = 3; star <= 5; star++)
    {
      g_autofree char *text = g_strdup_printf (_ ("%d stars recognised"), star);

      append (box, star, text);
    }
  append (box, WAITING, _ ("Waiting for a decision"));
  append (box, PIPELINE, _ ("Under way"));
  append (box, TARGET, _ ("Target"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}
