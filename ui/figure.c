/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure.h"

struct _CsFigure
{
  AdwBin parent_instance;

  char *title;
  GtkLabel *number;
  GtkLabel *caption;
};

enum
{
  PROP_TITLE = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CsFigure, cs_figure, ADW_TYPE_BIN)

static void
cs_figure_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, CS_FIGURE (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_figure_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsFigure *self = CS_FIGURE (object);

  if (id != PROP_TITLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_free (self->title);
  self->title = g_value_dup_string (value);
}

static void
cs_figure_finalize (GObject *object)
{
  g_free (CS_FIGURE (object)->title);
  G_OBJECT_CLASS (cs_figure_parent_class)->finalize (object);
}

static void
cs_figure_class_init (CsFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cs_figure_get_property;
  object_class->set_property = cs_figure_set_property;
  object_class->finalize = cs_figure_finalize;
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/figure.ui");
  gtk_widget_class_bind_template_child (widget_class, CsFigure, number);
  gtk_widget_class_bind_template_child (widget_class, CsFigure, caption);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cs_figure_init (CsFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cs_figure_set (CsFigure *self, const char *number, const char *caption)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (CS_IS_FIGURE (self));

  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL);
  spoken = g_strdup_printf ("%s: %s", self->title, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

const char *
cs_figure_get_number (CsFigure *self)
{
  return gtk_label_get_label (self->number);
}
