/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "pins.h"
#include "probe.h"

#include "service/pins/pin-try.h"
#include "service/pins/pins.h"
#include "ui/app/preferences-window.h"
#include "ui/pin/pin-dialog.h"
#include "ui/widgets/settings.h"

/* PINs that are set, changed and forgotten, and the preferences for them. */

static void
press (gpointer dialog)
{
  GtkWidget *button = gtk_window_get_default_widget (dialog);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
type_into (gpointer dialog, const char *id, const char *text)
{
  gtk_editable_set_text (probe_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, id), text);
}

static void
test_forgotten (Pins *pins, gconstpointer data)
{
  gpointer dialog;

  g_signal_emit_by_name (pins_find (pins, GTK_TYPE_BUTTON, "forgotten_button"), "clicked");
  dialog = probe_find_window (CS_TYPE_PIN_DIALOG);
  g_assert_true (probe_shows (dialog, "The log tells"));
  g_assert_false (gtk_widget_get_visible (probe_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "old_row")));
  press (dialog);
  probe_until (probe_find_window (CS_TYPE_PIN_DIALOG) == NULL);
  g_assert_true (pins_is_locked (pins));
  g_assert_true (probe_shows (pins_panel_of (pins), "You have no PIN yet"));
}

static void
present_reset (Pins *pins)
{
  g_autoptr (CsCouncil) council = cs_store_find_council (pins->store, COUNCIL, NULL);

  cs_pin_dialog_present_reset (pins->page, pins->store, cs_council_member (council, "m1"));
}

static void
test_reset_with_pin (Pins *pins, gconstpointer data)
{
  gpointer dialog;
  gboolean has = TRUE;

  pins_set_pin (pins, "tk", "8642");
  present_reset (pins);
  dialog = probe_find_window (CS_TYPE_PIN_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (dialog)));
  type_into (dialog, "old_row", "1111");
  press (dialog);
  probe_until (probe_shows (dialog, "This PIN is wrong"));
  type_into (dialog, "old_row", "8642");
  press (dialog);
  probe_until (probe_find_window (CS_TYPE_PIN_DIALOG) == NULL);
  cs_pins_has (pins->store, member_id (pins->store, "m1"), &has, NULL);
  g_assert_false (has);
  g_assert_false ((cs_pins_sitter (pins->store) != NULL)); /* the secretary has got up again */
}

static void
test_change (Pins *pins, gconstpointer data)
{
  gpointer dialog;
  g_autoptr (GError) error = NULL;

  pins_unlock (pins);
  gtk_widget_activate_action (probe_first (pins->page, ADW_TYPE_SPLIT_BUTTON), "gate.change-pin", NULL);
  dialog = probe_find_window (CS_TYPE_PIN_DIALOG);
  type_into (dialog, "old_row", "1234");
  type_into (dialog, "new_row", "4321");
  type_into (dialog, "again_row", "4322");
  press (dialog);
  g_assert_true (probe_shows (dialog, "not the same"));
  type_into (dialog, "old_row", "1234");
  type_into (dialog, "new_row", "4321");
  type_into (dialog, "again_row", "4321");
  press (dialog);
  probe_until (probe_find_window (CS_TYPE_PIN_DIALOG) == NULL);
  g_assert_true (pins_sits (pins, "m1"));
  cs_pins_lock (pins->store);
  g_assert_true (cs_pins_unlock (pins->store, member_id (pins->store, "m1"), "4321", &error));
}

/* Closed in the middle, it changes nothing. */
static void
test_dialog_abandoned (Pins *pins, gconstpointer data)
{
  gpointer dialog;
  gboolean has = FALSE;

  pins_set_pin (pins, "tk", "8642");
  present_reset (pins);
  dialog = probe_find_window (CS_TYPE_PIN_DIALOG);
  type_into (dialog, "old_row", "8642");
  press (dialog);
  gtk_window_destroy (dialog);
  probe_finish_work ();
  cs_pins_has (pins->store, member_id (pins->store, "m1"), &has, NULL);
  g_assert_true (has);
  g_assert_false ((cs_pins_sitter (pins->store) != NULL));
}

static void
flip (GtkWidget *dialog)
{
  GtkSwitch *pins = probe_find (dialog, GTK_TYPE_SWITCH, "pins");

  gtk_switch_set_active (pins, !gtk_switch_get_active (pins));
}

static gboolean
is_on (GtkWidget *dialog)
{
  GtkSwitch *pins = probe_find (dialog, GTK_TYPE_SWITCH, "pins");

  g_assert_cmpint (gtk_switch_get_active (pins), ==, gtk_switch_get_state (pins));
  return gtk_switch_get_active (pins);
}

static void
test_preferences (Pins *pins, gconstpointer data)
{
  GtkWidget *dialog = cs_preferences_window_new (pins->store);
  gpointer off;

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (pins->window));
  probe_draw (dialog);
  g_assert_true (probe_shows (dialog, "What it does not protect: a copied file"));
  g_assert_true (is_on (dialog));
  flip (dialog);
  g_assert_false (cs_pins_are_on (pins->store));
  g_assert_false (is_on (dialog));
  flip (dialog);
  g_assert_true (cs_pins_are_on (pins->store));
  pins_set_pin (pins, "tk", "8642");
  flip (dialog); /* now it takes the secretary's PIN */
  g_assert_true (cs_pins_are_on (pins->store));
  g_assert_true (is_on (dialog));
  off = probe_find_window (CS_TYPE_PIN_DIALOG);
  type_into (off, "old_row", "8642");
  press (off);
  probe_until (probe_find_window (CS_TYPE_PIN_DIALOG) == NULL);
  g_assert_false (cs_pins_are_on (pins->store));
  g_assert_false (is_on (dialog));
  probe_destroy (dialog);
}

static void
test_lock_after (Pins *pins, gconstpointer data)
{
  CsSettings *settings = cs_settings_get_default ();
  GtkWidget *dialog = cs_preferences_window_new (pins->store);
  AdwComboRow *row = probe_find (dialog, ADW_TYPE_COMBO_ROW, "lock_after");

  probe_draw (dialog);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 2);
  adw_combo_row_set_selected (row, 0);
  g_assert_cmpint (cs_settings_get_lock_after (settings), ==, 1);
  cs_settings_set_lock_after (settings, 5);
  probe_destroy (dialog);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, function) g_test_add ("/pin/" name, Pins, NULL, pins_set_up, function, pins_tear_down)
  ADD ("forgotten", test_forgotten);
  ADD ("reset-with-pin", test_reset_with_pin);
  ADD ("change", test_change);
  ADD ("dialog-abandoned", test_dialog_abandoned);
  ADD ("preferences", test_preferences);
  ADD ("lock-after", test_lock_after);
#undef ADD
  return g_test_run ();
}
