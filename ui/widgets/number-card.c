/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/number-card.h"

struct _CsNumberCard
{
  AdwBin parent_instance;

  char *title;
  char *action;      /* (nullable) */
  GtkWidget *button; /* (nullable) */
  GtkWidget *content;
  GtkWidget *arrow;
  GtkLabel *number;
  GtkLabel *caption;
};

enum
{
  PROP_TITLE = 1,
  PROP_ACTION_NAME,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CsNumberCard, cs_number_card, ADW_TYPE_BIN)

static void
cs_number_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, CS_NUMBER_CARD (object)->title);
  else if (id == PROP_ACTION_NAME)
    g_value_set_string (value, CS_NUMBER_CARD (object)->action);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_number_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsNumberCard *self = CS_NUMBER_CARD (object);

  if (id == PROP_TITLE)
    {
      g_free (self->title);
      self->title = g_value_dup_string (value);
    }
  else if (id == PROP_ACTION_NAME)
    self->action = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* The card becomes a button: what is in it stays, with an arrow that says so. */
static void
cs_number_card_constructed (GObject *object)
{
  CsNumberCard *self = CS_NUMBER_CARD (object);

  G_OBJECT_CLASS (cs_number_card_parent_class)->constructed (object);
  if (self->action == NULL)
    return;
  gtk_widget_set_visible (self->arrow, TRUE);
  g_object_ref (self->content);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), self->content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), self->action);
  gtk_widget_add_css_class (self->button, "card");
  gtk_widget_add_css_class (self->button, "figure");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "card");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "figure");
  adw_bin_set_child (ADW_BIN (self), self->button);
  g_object_unref (self->content);
}

static void
cs_number_card_finalize (GObject *object)
{
  g_free (CS_NUMBER_CARD (object)->title);
  g_free (CS_NUMBER_CARD (object)->action);
  G_OBJECT_CLASS (cs_number_card_parent_class)->finalize (object);
}

static void
cs_number_card_class_init (CsNumberCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cs_number_card_get_property;
  object_class->set_property = cs_number_card_set_property;
  object_class->constructed = cs_number_card_constructed;
  object_class->finalize = cs_number_card_finalize;
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACTION_NAME] =
      g_param_spec_string ("action-name", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/widgets/number-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CsNumberCard, arrow);
  gtk_widget_class_bind_template_child (widget_class, CsNumberCard, content);
  gtk_widget_class_bind_template_child (widget_class, CsNumberCard, number);
  gtk_widget_class_bind_template_child (widget_class, CsNumberCard, caption);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cs_number_card_init (CsNumberCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cs_number_card_set (CsNumberCard *self, const char *number, const char *caption)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (CS_IS_NUMBER_CARD (self));

  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL);
  spoken = g_strdup_printf ("%s: %s", self->title, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (self->button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

const char *
cs_number_card_get_number (CsNumberCard *self)
{
  return gtk_label_get_label (self->number);
}
