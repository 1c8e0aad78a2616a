/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/preferences-window.h"

#include "service/book/unread.h"
#include "ui/widgets/feedback.h"
#include "ui/pin/pin-dialog.h"
#include "service/pins/pins.h"
#include "ui/widgets/settings.h"

#include <glib/gi18n-lib.h>

struct _CsPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *colors;
  GtkSwitch *large_text;
  GtkEditable *person_name;
  GtkEditable *person_duty;
  GtkWidget *pins_group;
  GtkSwitch *pins;
  AdwComboRow *lock_after;
  AdwExpanderRow *keepers;

  CsStore *store;         /* (nullable) */
  GPtrArray *keeper_rows; /* (element-type GtkWidget) (not owned) */
  gboolean showing;       /* what is set now was not set by a person */
};

G_DEFINE_FINAL_TYPE (CsPreferencesWindow, cs_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* What can be chosen of the setting. */
static const int minutes[] = { 1, 2, 5, 10, 15, 30, 60 };

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
person_changed_cb (CsPreferencesWindow *self)
{
  if (!self->showing)
    cs_settings_set_person (cs_settings_get_default (), gtk_editable_get_text (self->person_name),
                            gtk_editable_get_text (self->person_duty));
}

static void
show_person (CsPreferencesWindow *self)
{
  g_autofree char *name = NULL, *duty = NULL;

  cs_settings_dup_person (cs_settings_get_default (), &name, &duty);
  gtk_editable_set_text (self->person_name, name != NULL ? name : "");
  gtk_editable_set_text (self->person_duty, duty != NULL ? duty : "");
}

/* --- PINs --- */

static void
lock_after_changed_cb (CsPreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->lock_after);

  if (!self->showing && selected < G_N_ELEMENTS (minutes))
    cs_settings_set_lock_after (cs_settings_get_default (), minutes[selected]);
}

static void
show_lock_after (CsPreferencesWindow *self)
{
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);
  int wanted = cs_settings_get_lock_after (cs_settings_get_default ());
  guint nearest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      gtk_string_list_take (texts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes",
                                                                 (gulong) minutes[i]),
                                                    minutes[i]));
      if (minutes[i] <= wanted)
        nearest = i;
    }
  adw_combo_row_set_model (self->lock_after, G_LIST_MODEL (texts));
  adw_combo_row_set_selected (self->lock_after, nearest);
}

/* The switch moves when the book says so. */
static gboolean
pins_set_cb (CsPreferencesWindow *self, gboolean on)
{
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return FALSE;
  if (!on)
    cs_pin_dialog_present_off (GTK_WIDGET (self), self->store);
  else if (!cs_pins_set_on (self->store, TRUE, &error))
    cs_feedback_error (GTK_WIDGET (self), _ ("The PINs were not switched on"), error);
  self->showing = TRUE;
  gtk_switch_set_active (self->pins, cs_pins_are_on (self->store));
  gtk_switch_set_state (self->pins, cs_pins_are_on (self->store));
  self->showing = FALSE;
  return TRUE;
}

static void
set_keeper_cb (CsPreferencesWindow *self, GtkWidget *button)
{
  const CsPinKeeper *keeper = g_object_get_data (G_OBJECT (button), "keeper");
  g_autoptr (CsCouncil) council = cs_store_get_council (self->store, keeper->council, NULL);
  const CsMember *member = council != NULL ? cs_council_member_by_uuid (council, keeper->member) : NULL;

  if (member != NULL)
    cs_pin_dialog_present_set (GTK_WIDGET (self), self->store, member);
}

/* "Thành phố Trà Vinh, has a PIN" Returns: (transfer full). */
static char *
describe_keeper (CsPreferencesWindow *self, const CsPinKeeper *keeper)
{
  g_autoptr (CsCouncil) council = cs_store_get_council (self->store, keeper->council, NULL);
  const CsUnit *unit =
      council != NULL ? cs_unit_set_find (cs_store_get_units (self->store), council->unit) : NULL;

  /* Translators: the council of a unit, its secretary has a PIN or has none */
  return g_strdup_printf (keeper->has_pin ? _ ("%s, has a PIN") : _ ("%s, no PIN"),
                          unit != NULL ? unit->name : "");
}

/* @keepers: kept by the button as long as it needs its own */
static void
add_keeper (CsPreferencesWindow *self, GPtrArray *keepers, const CsPinKeeper *keeper)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *button = gtk_button_new_with_label (keeper->has_pin ? _ ("Change PIN…") : _ ("Set PIN…"));
  g_autofree char *subtitle = describe_keeper (self, keeper);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), keeper->name);
  adw_action_row_set_subtitle (row, subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "keeper", (gpointer) keeper);
  g_object_set_data_full (G_OBJECT (button), "keepers", g_ptr_array_ref (keepers),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (set_keeper_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
  adw_expander_row_add_row (self->keepers, GTK_WIDGET (row));
  g_ptr_array_add (self->keeper_rows, row);
}

static void
show_keepers (CsPreferencesWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keepers = cs_pins_list_keepers (self->store, NULL, &error);

  for (guint i = 0; i < self->keeper_rows->len; i++)
    adw_expander_row_remove (self->keepers, g_ptr_array_index (self->keeper_rows, i));
  g_ptr_array_set_size (self->keeper_rows, 0);
  if (keepers == NULL)
    cs_store_tell_unread (self->store, error);
  for (guint i = 0; keepers != NULL && i < keepers->len; i++)
    add_keeper (self, keepers, g_ptr_array_index (keepers, i));
  gtk_widget_set_visible (GTK_WIDGET (self->keepers), self->keeper_rows->len > 0);
}

static void
show_pins (CsPreferencesWindow *self)
{
  gboolean on = cs_pins_are_on (self->store);

  self->showing = TRUE;
  gtk_switch_set_active (self->pins, on);
  gtk_switch_set_state (self->pins, on);
  gtk_widget_set_sensitive (GTK_WIDGET (self->lock_after), on);
  show_keepers (self);
  self->showing = FALSE;
}

static void
store_changed_cb (CsPreferencesWindow *self, const CsChangeSet *changes)
{
  if (cs_change_set_has (changes, CS_CHANGE_SITTER | CS_CHANGE_COUNCILS))
    show_pins (self);
}

/* --- life --- */

static void
cs_preferences_window_dispose (GObject *object)
{
  g_clear_object (&CS_PREFERENCES_WINDOW (object)->store);
  G_OBJECT_CLASS (cs_preferences_window_parent_class)->dispose (object);
}

static void
cs_preferences_window_finalize (GObject *object)
{
  g_ptr_array_unref (CS_PREFERENCES_WINDOW (object)->keeper_rows);
  G_OBJECT_CLASS (cs_preferences_window_parent_class)->finalize (object);
}

static void
cs_preferences_window_class_init (CsPreferencesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_preferences_window_dispose;
  object_class->finalize = cs_preferences_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/app/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsPreferencesWindow, colors);
  gtk_widget_class_bind_template_child (widget_class, CsPreferencesWindow, keepers);
  gtk_widget_class_bind_template_child (widget_class, CsPreferencesWindow, large_text);
  gtk_widget_class_bind_template_child (widget_class, CsPreferencesWindow, lock_after);
  gtk_widget_class_bind_template_child (widget_class, CsPreferencesWindow, person_duty);
  gtk_widget_class_bind_template_child (widget_class, CsPreferencesWindow, person_name);
  gtk_widget_class_bind_template_child (widget_class, CsPreferencesWindow, pins);
  gtk_widget_class_bind_template_child (widget_class, CsPreferencesWindow, pins_group);
  gtk_widget_class_bind_template_callback (widget_class, colors_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, large_text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_after_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pins_set_cb);
}

static void
cs_preferences_window_init (CsPreferencesWindow *self)
{
  CsSettings *settings = cs_settings_get_default ();
  CsColorScheme scheme = cs_settings_get_color_scheme (settings);

  self->keeper_rows = g_ptr_array_new ();
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->colors, scheme);
  gtk_switch_set_active (self->large_text, cs_settings_get_large_text (settings));
  show_person (self);
  show_lock_after (self);
  self->showing = FALSE;
}

GtkWidget *
cs_preferences_window_new (CsStore *store)
{
  CsPreferencesWindow *self = g_object_new (CS_TYPE_PREFERENCES_WINDOW, NULL);

  if (store != NULL)
    {
      self->store = g_object_ref (store);
      g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
      show_pins (self);
      gtk_widget_set_visible (self->pins_group, TRUE);
    }
  return GTK_WIDGET (self);
}
