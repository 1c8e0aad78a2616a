/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/choice-card.h"

struct _CsChoiceCard
{
  GtkButton parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *text;
};

enum
{
  PROP_0,
  PROP_SYMBOL,
  PROP_TITLE,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CsChoiceCard, cs_choice_card, GTK_TYPE_BUTTON)

static void
cs_choice_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsChoiceCard *self = CS_CHOICE_CARD (object);

  switch (id)
    {
    case PROP_SYMBOL:
      gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
      break;
    case PROP_TITLE:
      gtk_label_set_text (self->title, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_TEXT:
      gtk_label_set_text (self->text, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cs_choice_card_class_init (CsChoiceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = cs_choice_card_set_property;
  properties[PROP_SYMBOL] = g_param_spec_string ("symbol", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/app/choice-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CsChoiceCard, icon);
  gtk_widget_class_bind_template_child (widget_class, CsChoiceCard, text);
  gtk_widget_class_bind_template_child (widget_class, CsChoiceCard, title);
}

static void
cs_choice_card_init (CsChoiceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cs_choice_card_new (const char *symbol, const char *title, const char *text)
{
  return g_object_new (CS_TYPE_CHOICE_CARD, "symbol", symbol, "title", title, "text", text, NULL);
}
