/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences-window.h"

#include "settings.h"

struct _CsPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *colors;
  GtkSwitch *large_text;
};

G_DEFINE_FINAL_TYPE (CsPreferencesWindow, cs_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
colors_changed_cb (CsPreferencesWindow *self)
{
  /* the list is in the order of CsColorScheme */
  cs_settings_set_color_scheme (cs_settings_get_default (),
                                (CsColorScheme) adw_combo_row_get_selected (self->colors));
}

static void
large_text_changed_cb (CsPreferencesWindow *self)
{
  cs_settings_set_large_text (cs_settings_get_default (), gtk_switch_get_active (self->large_text));
}

static void
cs_preferences_window_class_init (CsPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsPreferencesWindow, colors);
  gtk_widget_class_bind_template_child (widget_class, CsPreferencesWindow, large_text);
  gtk_widget_class_bind_template_callback (widget_class, colors_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, large_text_changed_cb);
}

static void
cs_preferences_window_init (CsPreferencesWindow *self)
{
  CsSettings *settings = cs_settings_get_default ();
  CsColorScheme scheme = cs_settings_get_color_scheme (settings);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->colors, scheme);
  gtk_switch_set_active (self->large_text, cs_settings_get_large_text (settings));
}

GtkWidget *
cs_preferences_window_new (void)
{
  return g_object_new (CS_TYPE_PREFERENCES_WINDOW, NULL);
}
