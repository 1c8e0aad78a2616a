/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/radio-row.h"

struct _CsRadioRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  GtkWidget *silent; /* (nullable): a button nobody sees: alone in its group a radio would be a check box */
  gconstpointer value;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsRadioRow, cs_radio_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (CsRadioRow *self)
{
  if (gtk_check_button_get_active (self->check))
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
cs_radio_row_dispose (GObject *object)
{
  g_clear_object (&CS_RADIO_ROW (object)->silent);
  G_OBJECT_CLASS (cs_radio_row_parent_class)->dispose (object);
}

static void
cs_radio_row_class_init (CsRadioRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_radio_row_dispose;
  signals[CHOSEN] =
      g_signal_new ("chosen", CS_TYPE_RADIO_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_radio_row_init (CsRadioRow *self)
{
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cs_radio_row_new (gconstpointer value, const char *title, const char *subtitle, GtkWidget *group)
{
  CsRadioRow *self = g_object_new (CS_TYPE_RADIO_ROW, "title", title, NULL);

  self->value = value;
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  if (group == NULL)
    self->silent = g_object_ref_sink (gtk_check_button_new ());
  gtk_check_button_set_group (self->check,
                              group != NULL ? CS_RADIO_ROW (group)->check : GTK_CHECK_BUTTON (self->silent));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

gconstpointer
cs_radio_row_get_value (CsRadioRow *self)
{
  return self->value;
}

void
cs_radio_row_choose (CsRadioRow *self)
{
  gtk_check_button_set_active (self->check, TRUE);
}

gboolean
cs_radio_row_is_chosen (CsRadioRow *self)
{
  return gtk_check_button_get_active (self->check);
}
