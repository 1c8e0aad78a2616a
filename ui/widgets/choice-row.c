/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/choice-row.h"

struct _CsChoiceRow
{
  AdwActionRow parent_instance;

  CsChooser *chooser;
  GtkMenuButton *button;
  char *shown;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsChoiceRow, cs_choice_row, ADW_TYPE_ACTION_ROW)

static void
chosen_cb (CsChoiceRow *self, const char *id)
{
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

/* What the button is called for those who cannot see its row. */
static void
title_changed_cb (CsChoiceRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
cs_choice_row_finalize (GObject *object)
{
  g_free (CS_CHOICE_ROW (object)->shown);
  G_OBJECT_CLASS (cs_choice_row_parent_class)->finalize (object);
}

static void
cs_choice_row_class_init (CsChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_choice_row_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", CS_TYPE_CHOICE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cs_choice_row_init (CsChoiceRow *self)
{
  self->shown = g_strdup ("");
  self->chooser = CS_CHOOSER (cs_chooser_new ());
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->chooser));
  gtk_menu_button_set_icon_name (self->button, "pan-down-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  gtk_widget_add_css_class (GTK_WIDGET (self), "cs-fact");
  /* names of units and forms are words, also those with an ampersand */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
}

GtkWidget *
cs_choice_row_new (void)
{
  return g_object_new (CS_TYPE_CHOICE_ROW, NULL);
}

CsChooser *
cs_choice_row_get_chooser (CsChoiceRow *self)
{
  return self->chooser;
}

void
cs_choice_row_set_chosen (CsChoiceRow *self, const char *id, const char *shown)
{
  g_return_if_fail (CS_IS_CHOICE_ROW (self));

  cs_chooser_set_chosen (self->chooser, id);
  g_free (self->shown);
  self->shown = g_strdup (shown);
  cs_choice_row_set_problem (self, NULL);
}

void
cs_choice_row_set_problem (CsChoiceRow *self, const char *problem)
{
  g_return_if_fail (CS_IS_CHOICE_ROW (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), problem != NULL ? problem : self->shown);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}
