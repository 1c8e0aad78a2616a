/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "base/error.h"
#include "service/council/councils.h"
#include "service/pins/pin-try-private.h"
#include "service/pins/pin-try.h"
#include "service/scoring/submission.h"
#include "ui/score/criterion-card.h"
#include "ui/pin/pin-dialog.h"
#include "ui/pin/pin-gate.h"
#include "ui/pin/pin-panel.h"
#include "ui/app/preferences-window.h"
#include "probe.h"
#include "sample-book.h"
#include "ui/score/score-page.h"
#include "ui/score/score-products.h"
#include "service/dossiers/dossiers.h"
#include "service/pins/pins-private.h"
#include "service/council/recusals.h"
#include "service/results/results.h"
#include "service/scoring/sheets.h"
#include "ui/widgets/settings.h"
#include "ui/app/window-private.h"

/* Members who open their sheets with a PIN, in the whole window: m1 has 1234, m2 and m3 have none yet. */

#define COUNCIL "district-842"

typedef struct
{
  CsStore *store;
  char *code;
  CsWindow *window;
  GtkWidget *page;
} Fixture;

static void
set_pin (Fixture *fixture, const char *member, const char *pin)
{
  g_autoptr (GError) error = NULL;

  cs_pins_set (fixture->store, COUNCIL, member, NULL, pin, &error);
  g_assert_no_error (error);
  cs_pins_lock (fixture->store);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->store = sample_book_new ();
  _cs_pins_use_cheap_hashes (fixture->store);
  sample_book_add_council (fixture->store, COUNCIL, 3);
  fixture->code = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");
  sample_book_score (fixture->store, fixture->code, "m1", 77);
  cs_pins_set_on (fixture->store, TRUE, &error);
  g_assert_no_error (error);
  set_pin (fixture, "m1", "1234");
  fixture->window = cs_window_new (NULL);
  cs_window_set_store (fixture->window, fixture->store);
  cs_window_show_page (fixture->window, "score");
  probe_draw (fixture->window);
  fixture->page = fixture->window->shown[CS_WINDOW_SCORE];
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  probe_destroy (fixture->window);
  probe_finish_work (); /* a PIN that was being checked holds the book a turn longer */
  g_free (fixture->code);
  sample_book_free (fixture->store);
}

static CsPinPanel *
panel_of (Fixture *fixture)
{
  return probe_first (fixture->page, CS_TYPE_PIN_PANEL);
}

static gboolean
is_locked (Fixture *fixture)
{
  return gtk_widget_get_mapped (GTK_WIDGET (panel_of (fixture)));
}

static guint
n_cards (Fixture *fixture)
{
  g_autoptr (GPtrArray) cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);

  return cards->len;
}

static gpointer
find (Fixture *fixture, GType type, const char *id)
{
  gpointer found = probe_find (fixture->page, type, id);

  g_assert_nonnull (found);
  return found;
}

static void
give (Fixture *fixture, const char *pin)
{
  probe_enter (find (fixture, GTK_TYPE_PASSWORD_ENTRY, "first_entry"), pin);
}

static gboolean
sits (Fixture *fixture, const char *member)
{
  const char *sitter;

  return cs_pins_sitter (fixture->store, NULL, &sitter) && g_str_equal (sitter, member);
}

static void
unlock (Fixture *fixture)
{
  give (fixture, "1234");
  probe_until (!is_locked (fixture));
}

static void
choose_member (Fixture *fixture, guint index)
{
  gtk_drop_down_set_selected (find (fixture, GTK_TYPE_DROP_DOWN, "members"), index);
}

/* Returns: whether any label has @text, also where it is not seen. */
static gboolean
holds (gpointer widget, const char *text)
{
  g_autoptr (GPtrArray) labels = probe_all (widget, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_label (g_ptr_array_index (labels, i)), text) != NULL)
      return TRUE;
  return FALSE;
}

/* --- the panel --- */

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = find (fixture, GTK_TYPE_PASSWORD_ENTRY, "first_entry");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (is_locked (fixture));
  g_assert_true (probe_shows (panel_of (fixture), "Your PIN opens"));
  g_assert_false (probe_shows (panel_of (fixture), "again"));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, entry)); /* one can type at once */
  g_assert_cmpuint (n_cards (fixture), ==, 0);
  g_assert_false (holds (fixture->page, "77"));
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "PIN");
  gtk_test_accessible_assert_state (panel_of (fixture), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  gtk_test_accessible_assert_state (find (fixture, GTK_TYPE_STACK, "stack"), GTK_ACCESSIBLE_STATE_HIDDEN,
                                    TRUE);
  /* nothing can be done to a sheet that is not shown */
  gtk_widget_activate_action (fixture->page, "score.submit", NULL);
  gtk_widget_activate_action (fixture->page, "score.undo", NULL);
  g_assert_null (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = find (fixture, GTK_TYPE_PASSWORD_ENTRY, "first_entry");

  give (fixture, "12");
  probe_until (probe_shows (fixture->page, "4 to 12 digits and nothing else"));
  give (fixture, "9999");
  probe_until (probe_shows (fixture->page, "This PIN is wrong"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  gtk_test_accessible_assert_role (probe_find (fixture->page, GTK_TYPE_LABEL, "problem_label"),
                                   GTK_ACCESSIBLE_ROLE_ALERT);
  give (fixture, "9998");
  probe_until (probe_shows (fixture->page, "This PIN is wrong"));
  give (fixture, "9997");
  probe_until (probe_shows (fixture->page, "30 seconds"));
  give (fixture, "1234"); /* even the right one waits */
  probe_until (*gtk_editable_get_text (entry) == '\0');
  g_assert_true (is_locked (fixture));
  g_assert_true (probe_shows (fixture->page, "seconds"));
  g_assert_false (cs_pins_sitter (fixture->store, NULL, NULL));
}

static void
test_right (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = NULL;
  GtkWidget *lock = probe_first (fixture->page, ADW_TYPE_SPLIT_BUTTON);

  unlock (fixture);
  g_assert_true (sits (fixture, "m1"));
  g_assert_true (probe_shows (fixture->page, "77"));
  g_assert_true (gtk_widget_get_mapped (lock));
  cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);
  g_assert_true (cs_criterion_card_choose (g_ptr_array_index (cards, 0), 1));
  g_assert_false (probe_shows (fixture->page, "not stored"));
}

static void
test_lock (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = find (fixture, GTK_TYPE_PASSWORD_ENTRY, "first_entry");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.lock", NULL); /* nobody sits: nothing */
  unlock (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.lock", NULL);
  /* at once, not when somebody looks */
  g_assert_cmpuint (n_cards (fixture), ==, 0);
  g_assert_false (holds (fixture->page, "77"));
  g_assert_false (sits (fixture, "m1"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  probe_until (is_locked (fixture));
  unlock (fixture);
  gtk_widget_activate_action (probe_first (fixture->page, ADW_TYPE_SPLIT_BUTTON), "gate.lock", NULL);
  probe_until (is_locked (fixture));
}

/* What is being typed is stored before, and a question about the sheet goes with it. */
static void
test_lock_in_the_middle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->code, NULL, &error);
  g_autoptr (CsSheet) sheet = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  GtkEditable *note;

  unlock (fixture);
  cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);
  cs_criterion_card_edit_note (g_ptr_array_index (cards, 2));
  note = probe_find (g_ptr_array_index (cards, 2), GTK_TYPE_ENTRY, "note");
  gtk_widget_grab_focus (GTK_WIDGET (note));
  gtk_editable_set_text (note, "đang viết dở");
  gtk_widget_activate_action (fixture->page, "score.submit", NULL);
  g_assert_nonnull (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.lock", NULL);
  probe_until (probe_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  g_assert_true (is_locked (fixture));
  unlock (fixture);
  sheet = cs_sheets_get (fixture->store, dossier, member_id (fixture->store, "m1"), &error);
  g_assert_no_error (error);
  g_assert_false (sheet->submitted);
  g_assert_cmpstr (sheet->notes[2], ==, "đang viết dở");
}

static void
test_first_pin (Fixture *fixture, gconstpointer data)
{
  GtkWidget *second = find (fixture, GTK_TYPE_PASSWORD_ENTRY, "second_entry");

  choose_member (fixture, 1);
  g_assert_true (is_locked (fixture));
  g_assert_true (probe_shows (panel_of (fixture), "You have no PIN yet"));
  give (fixture, "5678"); /* Enter goes on to the second field */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), second));
  probe_enter (second, "5679");
  g_assert_true (probe_shows (fixture->page, "not the same"));
  give (fixture, "5678");
  probe_enter (second, "5678");
  probe_until (!is_locked (fixture));
  g_assert_true (sits (fixture, "m2"));
  cs_pins_lock (fixture->store);
  g_assert_true (probe_shows (panel_of (fixture), "Your PIN opens"));
  give (fixture, "5678");
  probe_until (sits (fixture, "m2"));
}

/* Who chooses another member gets up; coming back takes the PIN again. */
static void
test_other_member (Fixture *fixture, gconstpointer data)
{
  unlock (fixture);
  choose_member (fixture, 1);
  g_assert_false (cs_pins_sitter (fixture->store, NULL, NULL));
  g_assert_true (is_locked (fixture));
  choose_member (fixture, 0);
  g_assert_true (is_locked (fixture));
  g_assert_cmpuint (n_cards (fixture), ==, 0);
  /* a PIN that is still being checked opens for nobody else */
  give (fixture, "1234");
  choose_member (fixture, 1);
  probe_finish_work ();
  g_assert_false (cs_pins_sitter (fixture->store, NULL, NULL));
  choose_member (fixture, 0);
  unlock (fixture);
}

/* Who has left opens nothing, and finds nothing of who sat before. */
static void
test_former_member (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cs_councils_remove_member (fixture->store, COUNCIL, "m2", "QĐ 12 (mẫu)", &error);
  g_assert_no_error (error);
  cs_window_set_store (fixture->window, NULL); /* the list of members is read when the book is opened */
  cs_window_set_store (fixture->window, fixture->store);
  cs_window_show_page (fixture->window, "score");
  fixture->page = fixture->window->shown[CS_WINDOW_SCORE];
  probe_settle ();
  unlock (fixture);
  g_assert_true (holds (fixture->page, "77"));
  choose_member (fixture, 1);
  g_assert_false (is_locked (fixture));
  g_assert_true (probe_shows (fixture->page, "has left the council"));
  g_assert_false (cs_pins_sitter (fixture->store, NULL, NULL));
  g_assert_cmpuint (n_cards (fixture), ==, 0);
  g_assert_false (holds (fixture->page, "77"));
}

/* In the list at the left, too, only one's own progress is told. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  CsScoreProducts *products = probe_first (fixture->page, CS_TYPE_SCORE_PRODUCTS);

  g_assert_false (holds (products, "32 of 32"));
  unlock (fixture);
  g_assert_true (holds (products, "32 of 32"));
  cs_pins_lock (fixture->store);
  g_assert_false (holds (products, "32 of 32"));
}

static void
test_idle (Fixture *fixture, gconstpointer data)
{
  unlock (fixture);
  g_assert_true (sits (fixture, "m1"));
  cs_idle_lock_set_delay (fixture->window->idle_lock, 100);
  probe_until (!cs_pins_sitter (fixture->store, NULL, NULL));
  g_assert_true (is_locked (fixture));
  g_assert_cmpuint (n_cards (fixture), ==, 0);
  /* the setting counts otherwise: nobody is sent away while this test runs */
  cs_idle_lock_set_delay (fixture->window->idle_lock, 0);
  g_assert_cmpint (cs_settings_get_lock_after (cs_settings_get_default ()), ==, 5);
  g_assert_cmpuint (cs_idle_lock_get_delay (fixture->window->idle_lock), ==, 5 * 60 * 1000);
  unlock (fixture);
}

static void
run (const char *command)
{
  g_autoptr (GError) error = NULL;

  g_spawn_command_line_sync (command, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Nobody who works is sent away: a key or the pointer, by the X server as a person would. */
static void
test_touched (Fixture *fixture, gconstpointer data)
{
  static const char *const touches[] = { "xdotool key Shift_L", "xdotool mousemove_relative 7 7",
                                         "xdotool click 4" };
  CsIdleLock *lock = fixture->window->idle_lock;

  run ("xdotool mousemove 300 300");
  unlock (fixture);
  probe_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (touches); i++)
    {
      gint64 before = cs_idle_lock_get_touched (lock);

      run (touches[i]);
      probe_until (cs_idle_lock_get_touched (lock) > before);
      g_assert_true (sits (fixture, "m1"));
    }
  cs_idle_lock_set_delay (lock, 100);
  probe_until (!cs_pins_sitter (fixture->store, NULL, NULL));
}

static void
test_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cs_pins_set_on (fixture->store, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (is_locked (fixture));
  g_assert_cmpuint (n_cards (fixture), >, 0);
  g_assert_true (probe_shows (fixture->page, "77"));
  g_assert_false (gtk_widget_get_visible (probe_first (fixture->page, ADW_TYPE_SPLIT_BUTTON)));
  choose_member (fixture, 1);
  g_assert_false (is_locked (fixture));
}

/* --- what a recused member sees --- */

static void
test_recused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->code, NULL, &error);
  CsNewRecusal recusal = { COUNCIL, "m1", dossier, FALSE, FALSE, "Anh của chủ cơ sở (mẫu)" };
  g_autoptr (CsResult) result = NULL;
  g_autofree char *total = NULL;
  GtkWidget *results;

  g_assert_true (cs_pins_set_on (fixture->store, FALSE, &error));
  sample_book_score (fixture->store, fixture->code, "m2", 81);
  sample_book_score (fixture->store, fixture->code, "m3", 81);
  g_assert_true (cs_recusals_declare (fixture->store, &recusal, &error));
  for (guint i = 2; i <= 3; i++)
    cs_sheets_submit (fixture->store, dossier, member_id (fixture->store, i == 2 ? "m2" : "m3"), &error);
  g_assert_no_error (error);
  sample_book_close (fixture->store, fixture->code, NULL);
  result =
      cs_results_of (fixture->store, cs_dossiers_by_code (fixture->store, fixture->code, NULL, NULL), NULL);
  total = g_strdup_printf ("%d", result->verdict->sum / 2);
  g_assert_true (cs_pins_set_on (fixture->store, TRUE, &error));
  cs_pins_unlock (fixture->store, COUNCIL, "m1", "1234", &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-result", "s", fixture->code);
  probe_settle ();
  results = fixture->window->shown[CS_WINDOW_RESULTS];
  g_assert_true (probe_shows (results, "recused from this product"));
  g_assert_false (holds (results, total));
  g_assert_false (holds (results, "★"));
  cs_pins_lock (fixture->store); /* what is closed is told to everybody else */
  probe_settle ();
  g_assert_true (probe_shows (results, total));
  cs_pins_unlock (fixture->store, COUNCIL, "m1", "1234", &error); /* and taken away again, in the list too */
  g_assert_no_error (error);
  probe_settle ();
  g_assert_false (holds (results, total));
}

/* --- dialogs --- */

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
test_forgotten (Fixture *fixture, gconstpointer data)
{
  gpointer dialog;

  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "forgotten_button"), "clicked");
  dialog = probe_find_window (CS_TYPE_PIN_DIALOG);
  g_assert_true (probe_shows (dialog, "The log tells"));
  g_assert_false (gtk_widget_get_visible (probe_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "old_row")));
  press (dialog);
  probe_until (probe_find_window (CS_TYPE_PIN_DIALOG) == NULL);
  g_assert_true (is_locked (fixture));
  g_assert_true (probe_shows (panel_of (fixture), "You have no PIN yet"));
}

static void
test_reset_with_pin (Fixture *fixture, gconstpointer data)
{
  gpointer dialog;
  gboolean has = TRUE;

  set_pin (fixture, "tk", "8642");
  cs_pin_dialog_present_reset (fixture->page, fixture->store, COUNCIL, "m1");
  dialog = probe_find_window (CS_TYPE_PIN_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (dialog)));
  type_into (dialog, "old_row", "1111");
  press (dialog);
  probe_until (probe_shows (dialog, "This PIN is wrong"));
  type_into (dialog, "old_row", "8642");
  press (dialog);
  probe_until (probe_find_window (CS_TYPE_PIN_DIALOG) == NULL);
  cs_pins_has (fixture->store, COUNCIL, "m1", &has, NULL);
  g_assert_false (has);
  g_assert_false (cs_pins_sitter (fixture->store, NULL, NULL)); /* the secretary has got up again */
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  gpointer dialog;
  g_autoptr (GError) error = NULL;

  unlock (fixture);
  gtk_widget_activate_action (probe_first (fixture->page, ADW_TYPE_SPLIT_BUTTON), "gate.change-pin", NULL);
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
  g_assert_true (sits (fixture, "m1"));
  cs_pins_lock (fixture->store);
  g_assert_true (cs_pins_unlock (fixture->store, COUNCIL, "m1", "4321", &error));
}

/* Closed in the middle, it changes nothing. */
static void
test_dialog_abandoned (Fixture *fixture, gconstpointer data)
{
  gpointer dialog;
  gboolean has = FALSE;

  set_pin (fixture, "tk", "8642");
  cs_pin_dialog_present_reset (fixture->page, fixture->store, COUNCIL, "m1");
  dialog = probe_find_window (CS_TYPE_PIN_DIALOG);
  type_into (dialog, "old_row", "8642");
  press (dialog);
  gtk_window_destroy (dialog);
  probe_finish_work ();
  cs_pins_has (fixture->store, COUNCIL, "m1", &has, NULL);
  g_assert_true (has);
  g_assert_false (cs_pins_sitter (fixture->store, NULL, NULL));
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
test_preferences (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = cs_preferences_window_new (fixture->store);
  gpointer off;

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  probe_draw (dialog);
  g_assert_true (probe_shows (dialog, "What it does not protect: a copied file"));
  g_assert_true (is_on (dialog));
  flip (dialog);
  g_assert_false (cs_pins_are_on (fixture->store));
  g_assert_false (is_on (dialog));
  flip (dialog);
  g_assert_true (cs_pins_are_on (fixture->store));
  set_pin (fixture, "tk", "8642");
  flip (dialog); /* now it takes the secretary's PIN */
  g_assert_true (cs_pins_are_on (fixture->store));
  g_assert_true (is_on (dialog));
  off = probe_find_window (CS_TYPE_PIN_DIALOG);
  type_into (off, "old_row", "8642");
  press (off);
  probe_until (probe_find_window (CS_TYPE_PIN_DIALOG) == NULL);
  g_assert_false (cs_pins_are_on (fixture->store));
  g_assert_false (is_on (dialog));
  probe_destroy (dialog);
}

static void
test_lock_after (Fixture *fixture, gconstpointer data)
{
  CsSettings *settings = cs_settings_get_default ();
  GtkWidget *dialog = cs_preferences_window_new (fixture->store);
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
#define ADD(name, function) g_test_add ("/pin/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("locked", test_locked);
  ADD ("wrong", test_wrong);
  ADD ("right", test_right);
  ADD ("lock", test_lock);
  ADD ("lock-in-the-middle", test_lock_in_the_middle);
  ADD ("first-pin", test_first_pin);
  ADD ("other-member", test_other_member);
  ADD ("former-member", test_former_member);
  ADD ("progress", test_progress);
  ADD ("idle", test_idle);
  ADD ("touched", test_touched);
  ADD ("off", test_off);
  ADD ("recused", test_recused);
  ADD ("forgotten", test_forgotten);
  ADD ("reset-with-pin", test_reset_with_pin);
  ADD ("change", test_change);
  ADD ("dialog-abandoned", test_dialog_abandoned);
  ADD ("preferences", test_preferences);
  ADD ("lock-after", test_lock_after);
#undef ADD
  return g_test_run ();
}
