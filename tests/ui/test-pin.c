/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "result-for.h"
#include "pins.h"
#include "probe.h"
#include "sample-book.h"
#include "sitting.h"

#include "service/council/councils.h"
#include "service/council/recusals.h"
#include "service/dossiers/dossiers.h"
#include "service/pins/pin-try.h"
#include "service/pins/pins.h"
#include "service/results/results.h"
#include "service/scoring/sheets.h"
#include "service/scoring/submission.h"
#include "ui/app/window-private.h"
#include "ui/score/criterion-card.h"
#include "ui/score/score-products.h"
#include "ui/widgets/settings.h"

/* Members who open their sheets with a PIN, in the whole window: m1 has 1234, m2 and m3 have none yet. */

static guint
n_cards (Pins *pins)
{
  g_autoptr (GPtrArray) cards = probe_all (pins->page, CS_TYPE_CRITERION_CARD);

  return cards->len;
}

static void
choose_member (Pins *pins, guint index)
{
  gtk_drop_down_set_selected (pins_find (pins, GTK_TYPE_DROP_DOWN, "members"), index);
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
test_locked (Pins *pins, gconstpointer data)
{
  GtkWidget *entry = pins_find (pins, GTK_TYPE_PASSWORD_ENTRY, "first_entry");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (pins->window));

  g_assert_true (pins_is_locked (pins));
  g_assert_true (probe_shows (pins_panel_of (pins), "Your PIN opens"));
  g_assert_false (probe_shows (pins_panel_of (pins), "again"));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, entry)); /* one can type at once */
  g_assert_cmpuint (n_cards (pins), ==, 0);
  g_assert_false (holds (pins->page, "77"));
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "PIN");
  gtk_test_accessible_assert_state (pins_panel_of (pins), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  gtk_test_accessible_assert_state (pins_find (pins, GTK_TYPE_STACK, "stack"), GTK_ACCESSIBLE_STATE_HIDDEN,
                                    TRUE);
  /* nothing can be done to a sheet that is not shown */
  gtk_widget_activate_action (pins->page, "score.submit", NULL);
  gtk_widget_activate_action (pins->page, "score.undo", NULL);
  g_assert_null (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
test_wrong (Pins *pins, gconstpointer data)
{
  GtkEditable *entry = pins_find (pins, GTK_TYPE_PASSWORD_ENTRY, "first_entry");

  pins_give (pins, "12");
  probe_until (probe_shows (pins->page, "4 to 12 digits and nothing else"));
  pins_give (pins, "9999");
  probe_until (probe_shows (pins->page, "This PIN is wrong"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  gtk_test_accessible_assert_role (probe_find (pins->page, GTK_TYPE_LABEL, "problem_label"),
                                   GTK_ACCESSIBLE_ROLE_ALERT);
  pins_give (pins, "9998");
  probe_until (probe_shows (pins->page, "This PIN is wrong"));
  pins_give (pins, "9997");
  probe_until (probe_shows (pins->page, "30 seconds"));
  pins_give (pins, "1234"); /* even the right one waits */
  probe_until (*gtk_editable_get_text (entry) == '\0');
  g_assert_true (pins_is_locked (pins));
  g_assert_true (probe_shows (pins->page, "seconds"));
  g_assert_false ((cs_pins_sitter (pins->store) != NULL));
}

static void
test_right (Pins *pins, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = NULL;
  GtkWidget *lock = probe_first (pins->page, ADW_TYPE_SPLIT_BUTTON);

  pins_unlock (pins);
  g_assert_true (pins_sits (pins, "m1"));
  g_assert_true (probe_shows (pins->page, "77"));
  g_assert_true (gtk_widget_get_mapped (lock));
  cards = probe_all (pins->page, CS_TYPE_CRITERION_CARD);
  g_assert_true (cs_criterion_card_choose (g_ptr_array_index (cards, 0), 1));
  g_assert_false (probe_shows (pins->page, "not stored"));
}

static void
test_lock (Pins *pins, gconstpointer data)
{
  GtkEditable *entry = pins_find (pins, GTK_TYPE_PASSWORD_ENTRY, "first_entry");

  gtk_widget_activate_action (GTK_WIDGET (pins->window), "win.lock", NULL); /* nobody sits: nothing */
  pins_unlock (pins);
  gtk_widget_activate_action (GTK_WIDGET (pins->window), "win.lock", NULL);
  /* at once, not when somebody looks */
  g_assert_cmpuint (n_cards (pins), ==, 0);
  g_assert_false (holds (pins->page, "77"));
  g_assert_false (pins_sits (pins, "m1"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  probe_until (pins_is_locked (pins));
  pins_unlock (pins);
  gtk_widget_activate_action (probe_first (pins->page, ADW_TYPE_SPLIT_BUTTON), "gate.lock", NULL);
  probe_until (pins_is_locked (pins));
}

/* What is being typed is stored before, and a question about the sheet goes with it. */
static void
test_lock_in_the_middle (Pins *pins, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (pins->store, pins->code, NULL, &error);
  g_autoptr (CsSheet) sheet = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  GtkEditable *note;

  pins_unlock (pins);
  cards = probe_all (pins->page, CS_TYPE_CRITERION_CARD);
  cs_criterion_card_edit_note (g_ptr_array_index (cards, 2));
  note = probe_find (g_ptr_array_index (cards, 2), GTK_TYPE_ENTRY, "note");
  gtk_widget_grab_focus (GTK_WIDGET (note));
  gtk_editable_set_text (note, "đang viết dở");
  gtk_widget_activate_action (pins->page, "score.submit", NULL);
  g_assert_nonnull (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_widget_activate_action (GTK_WIDGET (pins->window), "win.lock", NULL);
  probe_until (probe_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  g_assert_true (pins_is_locked (pins));
  pins_unlock (pins);
  sheet = cs_sheets_get (pins->store, dossier, member_id (pins->store, "m1"), &error);
  g_assert_no_error (error);
  g_assert_false (sheet->submitted);
  g_assert_cmpstr (sheet->notes[2], ==, "đang viết dở");
}

static void
test_first_pin (Pins *pins, gconstpointer data)
{
  GtkWidget *second = pins_find (pins, GTK_TYPE_PASSWORD_ENTRY, "second_entry");

  choose_member (pins, 1);
  g_assert_true (pins_is_locked (pins));
  g_assert_true (probe_shows (pins_panel_of (pins), "You have no PIN yet"));
  pins_give (pins, "5678"); /* Enter goes on to the second field */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (pins->window)), second));
  probe_enter (second, "5679");
  g_assert_true (probe_shows (pins->page, "not the same"));
  pins_give (pins, "5678");
  probe_enter (second, "5678");
  probe_until (!pins_is_locked (pins));
  g_assert_true (pins_sits (pins, "m2"));
  cs_pins_lock (pins->store);
  g_assert_true (probe_shows (pins_panel_of (pins), "Your PIN opens"));
  pins_give (pins, "5678");
  probe_until (pins_sits (pins, "m2"));
}

/* Who chooses another member gets up; coming back takes the PIN again. */
static void
test_other_member (Pins *pins, gconstpointer data)
{
  pins_unlock (pins);
  choose_member (pins, 1);
  g_assert_false ((cs_pins_sitter (pins->store) != NULL));
  g_assert_true (pins_is_locked (pins));
  choose_member (pins, 0);
  g_assert_true (pins_is_locked (pins));
  g_assert_cmpuint (n_cards (pins), ==, 0);
  /* a PIN that is still being checked opens for nobody else */
  pins_give (pins, "1234");
  choose_member (pins, 1);
  probe_finish_work ();
  g_assert_false ((cs_pins_sitter (pins->store) != NULL));
  choose_member (pins, 0);
  pins_unlock (pins);
}

/* Who has left opens nothing, and finds nothing of who sat before. */
static void
test_former_member (Pins *pins, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cs_councils_remove_member (pins->store, member_id_in (pins->store, COUNCIL, "m2"), "QĐ 12 (mẫu)", &error);
  g_assert_no_error (error);
  cs_window_set_store (pins->window, NULL); /* the list of members is read when the book is opened */
  cs_window_set_store (pins->window, pins->store);
  cs_window_show_page (pins->window, "score");
  pins->page = pins->window->shown[CS_WINDOW_SCORE];
  probe_settle ();
  pins_unlock (pins);
  g_assert_true (holds (pins->page, "77"));
  choose_member (pins, 1);
  g_assert_false (pins_is_locked (pins));
  g_assert_true (probe_shows (pins->page, "has left the council"));
  g_assert_false ((cs_pins_sitter (pins->store) != NULL));
  g_assert_cmpuint (n_cards (pins), ==, 0);
  g_assert_false (holds (pins->page, "77"));
}

/* In the list at the left, too, only one's own progress is told. */
static void
test_progress (Pins *pins, gconstpointer data)
{
  CsScoreProducts *products = probe_first (pins->page, CS_TYPE_SCORE_PRODUCTS);

  g_assert_false (holds (products, "32 of 32"));
  pins_unlock (pins);
  g_assert_true (holds (products, "32 of 32"));
  cs_pins_lock (pins->store);
  g_assert_false (holds (products, "32 of 32"));
}

static void
test_idle (Pins *pins, gconstpointer data)
{
  pins_unlock (pins);
  g_assert_true (pins_sits (pins, "m1"));
  cs_idle_lock_set_delay (pins->window->idle_lock, 100);
  probe_until (!(cs_pins_sitter (pins->store) != NULL));
  g_assert_true (pins_is_locked (pins));
  g_assert_cmpuint (n_cards (pins), ==, 0);
  /* the setting counts otherwise: nobody is sent away while this test runs */
  cs_idle_lock_set_delay (pins->window->idle_lock, 0);
  g_assert_cmpint (cs_settings_get_lock_after (cs_settings_get_default ()), ==, 5);
  g_assert_cmpuint (cs_idle_lock_get_delay (pins->window->idle_lock), ==, 5 * 60 * 1000);
  pins_unlock (pins);
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
test_touched (Pins *pins, gconstpointer data)
{
  static const char *const touches[] = { "xdotool key Shift_L", "xdotool mousemove_relative 7 7",
                                         "xdotool click 4" };
  CsIdleLock *lock = pins->window->idle_lock;

  run ("xdotool mousemove 300 300");
  pins_unlock (pins);
  probe_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (touches); i++)
    {
      gint64 before = cs_idle_lock_get_touched (lock);

      run (touches[i]);
      probe_until (cs_idle_lock_get_touched (lock) > before);
      g_assert_true (pins_sits (pins, "m1"));
    }
  cs_idle_lock_set_delay (lock, 100);
  probe_until (!(cs_pins_sitter (pins->store) != NULL));
}

static void
test_off (Pins *pins, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cs_pins_set_on (pins->store, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (pins_is_locked (pins));
  g_assert_cmpuint (n_cards (pins), >, 0);
  g_assert_true (probe_shows (pins->page, "77"));
  g_assert_false (gtk_widget_get_visible (probe_first (pins->page, ADW_TYPE_SPLIT_BUTTON)));
  choose_member (pins, 1);
  g_assert_false (pins_is_locked (pins));
}

/* --- what a recused member sees --- */

/* Whether @page tells the points of the product. */
static gboolean
tells (Pins *pins, const char *page, const char *points)
{
  /* as a number by itself: names that the log shows have digits of chance in them */
  g_autofree char *pattern = g_strdup_printf ("(?<![\\w.-])%s(?![\\w-])", points);
  g_autofree char *texts = NULL;

  gtk_widget_activate_action (GTK_WIDGET (pins->window), "win.show-page", "s", page);
  if (g_str_equal (page, "results"))
    gtk_widget_activate_action (GTK_WIDGET (pins->window), "win.show-result", "s", pins->code);
  if (g_str_equal (page, "dossiers"))
    gtk_widget_activate_action (GTK_WIDGET (pins->window), "win.open-dossier", "s", pins->code);
  probe_settle ();
  texts = probe_texts (gtk_stack_get_visible_child (pins->window->pages));
  return g_regex_match_simple (pattern, texts, 0, 0);
}

/* The product is closed in a session, m1 being recused from it. Returns: its points. */
static char *
close_without_m1 (Pins *pins)
{
  static const char *const there[] = { "m1", "m2", "m3", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (pins->store, pins->code, NULL, &error);
  CsNewRecusal recusal = { member_id (pins->store, "m1"), dossier, FALSE, FALSE, "Anh của chủ cơ sở (mẫu)" };
  g_autoptr (CsResult) result = NULL;

  g_assert_true (cs_pins_set_on (pins->store, FALSE, &error));
  sitting_plan (pins->store, TRUE);
  sitting_arrive (pins->store, there);
  sitting_discuss (pins->store, pins->code);
  sample_book_score (pins->store, pins->code, "m2", 81);
  sample_book_score (pins->store, pins->code, "m3", 81);
  g_assert_true (cs_recusals_declare (pins->store, &recusal, &error));
  for (guint i = 2; i <= 3; i++)
    cs_sheets_submit (pins->store, dossier, member_id (pins->store, i == 2 ? "m2" : "m3"), NULL, &error);
  g_assert_no_error (error);
  sample_book_close (pins->store, pins->code, NULL);
  result = result_for (pins->store, cs_dossiers_by_code (pins->store, pins->code, NULL, NULL), NULL);
  g_assert_true (cs_pins_set_on (pins->store, TRUE, &error));
  return g_strdup_printf ("%d", result->verdict->sum / 2);
}

/* On no page, also where others see them. */
static void
test_recused (Pins *pins, gconstpointer data)
{
  static const char *const pages[] = { "overview", "dossiers", "score", "session",
                                       "results",  "councils", "log" };
  g_autofree char *points = close_without_m1 (pins);
  g_autoptr (GError) error = NULL;
  GtkWidget *results;

  cs_pins_unlock (pins->store, member_id (pins->store, "m1"), "1234", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_false (tells (pins, pages[i], points));
  g_assert_false (tells (pins, "results", points));
  results = pins->window->shown[CS_WINDOW_RESULTS];
  g_assert_true (probe_shows (results, "recused from this product"));
  g_assert_false (holds (results, "★"));
  cs_pins_lock (pins->store); /* what is closed is told to everybody else */
  g_assert_true (tells (pins, "session", points));
  g_assert_true (tells (pins, "results", points));
  cs_pins_unlock (pins->store, member_id (pins->store, "m1"), "1234",
                  &error); /* and taken away again, in the lists too */
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_false (tells (pins, pages[i], points));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, function) g_test_add ("/pin/" name, Pins, NULL, pins_set_up, function, pins_tear_down)
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
#undef ADD
  return g_test_run ();
}
