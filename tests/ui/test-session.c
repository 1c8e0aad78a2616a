/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "probe.h"
#include "sample-book.h"
#include "sitting.h"

#include "base/date.h"
#include "base/moment.h"
#include "service/council/recusals.h"
#include "service/dossiers/dossiers.h"
#include "ui/conduct/recusal-dialog.h"
#include "ui/session/agenda-row.h"
#include "ui/session/attendance-row.h"
#include "ui/session/attendance-times-popover.h"
#include "ui/session/discussion-view.h"
#include "ui/session/quorum-lamp.h"
#include "ui/session/session-bar.h"
#include "ui/session/session-dialog.h"
#include "ui/session/session-page.h"
#include "ui/widgets/chooser.h"
#include "ui/conduct/reason-dialog.h"
#include "ui/shared/person-group.h"

#include <string.h>

/* The page of a session: planning, agenda, coming and going, closing. */

/* --- the book --- */

/* "0 1 2": the products on the agenda by their place in the sitting */
static void
assert_agenda (Sitting *sitting, const char *expected)
{
  g_autoptr (CsSession) session = sitting_stored (sitting->store);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < session->agenda->len; i++)
    for (int p = 0; p < 3; p++)
      if (g_str_equal (((CsAgendaItem *) g_ptr_array_index (session->agenda, i))->code, sitting->codes[p]))
        g_string_append_printf (order, "%s%d", order->len > 0 ? " " : "", p);
  g_assert_cmpstr (order->str, ==, expected);
}

/* --- looking and doing --- */

/* Answers the question that is on the screen; it must have @text in it. */
static void
answer (const char *text, const char *person, const char *response)
{
  AdwMessageDialog *dialog = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  g_object_ref (dialog);
  if (strstr (adw_message_dialog_get_heading (dialog), text) == NULL)
    g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), text));
  if (person != NULL)
    cs_person_group_type (CS_PERSON_GROUP (adw_message_dialog_get_extra_child (dialog)), person, "");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, response));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog)); /* as the click on a button does */
  g_object_unref (dialog);
}

/* Fills in the dialog that asks for one text. */
static void
give_reason (const char *reason)
{
  GtkWidget *dialog = probe_find_window (CS_TYPE_REASON_DIALOG);

  g_assert_nonnull (dialog);
  gtk_editable_set_text (probe_find (dialog, ADW_TYPE_ENTRY_ROW, "reason_row"), reason);
  g_signal_emit_by_name (probe_find (dialog, GTK_TYPE_BUTTON, "go"), "clicked");
  g_assert_null (probe_find_window (CS_TYPE_REASON_DIALOG));
}

static const char *
lamp (Sitting *sitting)
{
  GtkWidget *widget = probe_first (sitting->page, CS_TYPE_QUORUM_LAMP);
  const char *text = cs_quorum_lamp_get_text (CS_QUORUM_LAMP (widget));

  /* what is seen is what is announced */
  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  return text;
}

static void
test_life (void)
{
  CsStore *store = sample_book_new ();
  GtkWidget *page = g_object_ref_sink (cs_session_page_new ());

  cs_session_page_set_store (CS_SESSION_PAGE (page), store);
  g_assert_false (cs_session_page_toggle_projector (CS_SESSION_PAGE (page)));
  cs_session_page_set_round (CS_SESSION_PAGE (page), ROUND);
  cs_session_page_set_store (CS_SESSION_PAGE (page), NULL);
  cs_session_page_set_store (CS_SESSION_PAGE (page), store);
  g_assert_finalize_object (page);
  sample_book_free (store);
}

static void
test_empty (void)
{
  CsStore *store = sample_book_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = cs_session_page_new ();

  gtk_window_set_child (GTK_WINDOW (window), page);
  cs_session_page_set_store (CS_SESSION_PAGE (page), store);
  probe_draw (window);
  g_assert_true (probe_shows (page, "No Council Yet"));
  sample_book_add_council (store, COUNCIL, 5);
  g_assert_true (probe_shows (page, "No Session Yet"));
  probe_destroy (window);
  sample_book_free (store);
}

static void
test_new (Sitting *sitting, gconstpointer data)
{
  g_autoptr (CsSession) session = NULL;
  g_autofree char *today = cs_date_today ();
  GtkWidget *dialog;

  sitting_show (sitting);
  g_assert_true (probe_shows (sitting->page, "No Session Yet"));
  sitting_click (sitting->page, "_New Session…"); /* of the empty page */
  dialog = probe_find_window (CS_TYPE_SESSION_DIALOG);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (probe_find (dialog, ADW_TYPE_ENTRY_ROW, "date_row"), "31/02/2024");
  sitting_click (dialog, "_Plan");
  g_assert_true (probe_shows (dialog, "This is no date"));
  gtk_editable_set_text (probe_find (dialog, ADW_TYPE_ENTRY_ROW, "date_row"), "31/05/2024");
  gtk_editable_set_text (probe_find (dialog, ADW_TYPE_ENTRY_ROW, "place_row"), "Phòng họp 2 (mẫu)");
  sitting_click (dialog, "_Plan");
  g_assert_null (probe_find_window (CS_TYPE_SESSION_DIALOG));
  session = sitting_stored (sitting->store);
  g_assert_cmpstr (session->held_on, ==, "2024-05-31");
  g_assert_cmpstr (session->place, ==, "Phòng họp 2 (mẫu)");
  assert_agenda (sitting, "0 1 2");
  g_assert_true (probe_shows (sitting->page, "Council of"));
  g_assert_true (probe_shows (sitting->page, "31/05/2024, at Phòng họp 2 (mẫu)"));
  g_assert_cmpstr (lamp (sitting), ==, "4 of 5 are needed");
  /* day and place can still be another */
  probe_enter (probe_find (sitting->page, ADW_TYPE_ENTRY_ROW, "place_row"), "Hội trường (mẫu)");
  g_assert_true (probe_shows (sitting->page, "31/05/2024, at Hội trường (mẫu)"));
}

/* The page opens on the session that was chosen last in this book, else on the one that is next. */
static void
test_remembered (Sitting *sitting, gconstpointer data)
{
  GtkWidget *other = g_object_ref_sink (cs_session_page_new ());

  sitting_plan (sitting->store, FALSE);
  sitting_plan (sitting->store, FALSE);
  sitting_show (sitting);
  g_assert_true (probe_shows (probe_first (sitting->page, CS_TYPE_SESSION_BAR), "Session 2"));
  cs_session_page_set_round (CS_SESSION_PAGE (sitting->page), "district-2");
  g_assert_true (probe_shows (sitting->page, "No Session Yet"));
  cs_session_page_set_round (CS_SESSION_PAGE (sitting->page), ROUND);
  cs_chooser_choose (probe_first (probe_first (sitting->page, CS_TYPE_SESSION_BAR), CS_TYPE_CHOOSER), "0");
  g_assert_true (probe_shows (probe_first (sitting->page, CS_TYPE_SESSION_BAR), "Session 1"));
  cs_session_page_set_store (CS_SESSION_PAGE (other), sitting->store);
  g_assert_true (probe_shows (probe_first (other, CS_TYPE_SESSION_BAR), "Session 1"));
  g_assert_finalize_object (other);
}

static void
test_agenda (Sitting *sitting, gconstpointer data)
{
  GtkWidget *first;

  sitting_plan (sitting->store, FALSE);
  sitting_show (sitting);
  sitting_focus_row (sitting, CS_TYPE_AGENDA_ROW, 0);
  sitting_press ("alt+Down");
  assert_agenda (sitting, "1 0 2");
  sitting_press ("alt+Down");
  assert_agenda (sitting, "1 2 0"); /* selection and focus went along */
  sitting_press ("alt+Down");
  assert_agenda (sitting, "1 2 0");
  sitting_press ("alt+Up");
  assert_agenda (sitting, "1 0 2");
  sitting_press ("Delete");
  assert_agenda (sitting, "1 2");
  sitting_click (sitting->page, "_Fill");
  assert_agenda (sitting, "1 2 0");
  first = sitting_row (sitting, CS_TYPE_AGENDA_ROW, 0);
  /* a row that was dragged comes where it was let go */
  {
    g_auto (GValue) value = G_VALUE_INIT;
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (first);
    gboolean taken = FALSE;

    g_value_init (&value, G_TYPE_INT64);
    g_value_set_int64 (&value, cs_agenda_row_get_evaluation (
                                   CS_AGENDA_ROW (sitting_row (sitting, CS_TYPE_AGENDA_ROW, 2))));
    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
      {
        g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

        if (GTK_IS_DROP_TARGET (controller))
          g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
      }
    g_assert_true (taken);
  }
  assert_agenda (sitting, "0 1 2");
}

static gboolean
is_past (const char *moment)
{
  g_autofree char *now = cs_moment_now ();

  return strcmp (now, moment) > 0;
}

/* Who leaves in the second of coming was not there at all: lets the program go on until the clock, which
 * counts in seconds, has moved. */
static void
reach_next_second (void)
{
  g_autofree char *before = cs_moment_now ();

  probe_until (is_past (before));
}

static void
test_attendance (Sitting *sitting, gconstpointer data)
{
  g_autoptr (CsSession) session = NULL;
  const CsAttendance *last;

  sitting_plan (sitting->store, FALSE);
  sitting_show (sitting);
  sitting_click (sitting->page, "_Open Session");
  g_assert_cmpstr (lamp (sitting), ==,
                   "0 of 5 there, 4 needed: not enough. The chair or the vice-chair must be there.");
  sitting_focus_row (sitting, CS_TYPE_ATTENDANCE_ROW, 2);
  sitting_press ("space");
  sitting_press ("Down");
  sitting_press ("space");
  sitting_press ("Down");
  sitting_press ("space");
  g_assert_cmpstr (lamp (sitting), ==,
                   "3 of 5 there, 4 needed: not enough. The chair or the vice-chair must be there.");
  sitting_press ("Down");
  sitting_press ("space"); /* the secretary does not count */
  g_assert_cmpstr (lamp (sitting), ==,
                   "3 of 5 there, 4 needed: not enough. The chair or the vice-chair must be there.");
  sitting_focus_row (sitting, CS_TYPE_ATTENDANCE_ROW, 0);
  sitting_press ("space");
  g_assert_cmpstr (lamp (sitting), ==, "4 of 5 there, 4 needed: enough");
  sitting_press ("Down");
  sitting_press ("a");
  give_reason ("Đi công tác (mẫu)");
  g_assert_true (probe_shows (sitting->page, "Absent: Đi công tác (mẫu)"));
  session = sitting_stored (sitting->store);
  last = cs_session_last (session, member_id (sitting->store, "m2"));
  g_assert_nonnull (last);
  g_assert_null (last->came_at);
  g_assert_cmpstr (last->absence, ==, "Đi công tác (mẫu)");
  g_assert_nonnull (cs_session_stay (session, member_id (sitting->store, "tk")));
  sitting_focus_row (sitting, CS_TYPE_ATTENDANCE_ROW, 4);
  reach_next_second ();
  sitting_press ("space");
  g_assert_cmpstr (lamp (sitting), ==, "3 of 5 there, 4 needed: not enough");
  g_assert_cmpint (gtk_list_box_row_get_index (
                       GTK_LIST_BOX_ROW (sitting_row (sitting, CS_TYPE_ATTENDANCE_ROW, 4))),
                   ==,
                   gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (
                       gtk_widget_get_parent (sitting_row (sitting, CS_TYPE_ATTENDANCE_ROW, 4))))));
}

static void
test_times (Sitting *sitting, gconstpointer data)
{
  static const char *const members[] = { "m1", NULL };
  g_autoptr (CsSession) session = NULL;
  g_autofree char *now = cs_moment_now (), *before = NULL, *clock = NULL;
  GtkWidget *popover;
  g_autoptr (GPtrArray) entries = NULL;

  sitting_plan (sitting->store, TRUE);
  sitting_arrive (sitting->store, members);
  sitting_show (sitting);
  popover = probe_first (sitting_row (sitting, CS_TYPE_ATTENDANCE_ROW, 0), CS_TYPE_ATTENDANCE_TIMES_POPOVER);
  gtk_popover_popup (GTK_POPOVER (popover));
  probe_settle ();
  entries = probe_all (popover, GTK_TYPE_ENTRY);
  g_assert_cmpuint (entries->len, ==, 2);
  probe_enter (g_ptr_array_index (entries, 0), "8h30");
  g_assert_true (probe_shows (popover, "“8h30” is no time"));
  before = cs_moment_add_seconds (now, -600);
  probe_enter (g_ptr_array_index (entries, 0), before);
  g_assert_false (gtk_widget_get_mapped (popover));
  session = sitting_stored (sitting->store);
  g_assert_cmpstr (cs_session_stay (session, member_id (sitting->store, "m1"))->came_at, ==, before);
  clock = cs_moment_to_clock (before);
  g_assert_true (probe_shows (sitting->page, clock));
}

static void
test_apart (Sitting *sitting, gconstpointer data)
{
  static const int totals[] = { 50, 60, 75, 60, 60 };
  g_autoptr (CsCouncil) council = cs_store_find_council (sitting->store, COUNCIL, NULL);
  g_autofree char *texts = NULL;
  g_autoptr (GRegex) points = g_regex_new ("(?<![-\\d/:])[3-9]\\d(?:[.,]\\d+)?(?![-\\d:/])", 0, 0, NULL);
  GtkWidget *view;

  sitting_plan (sitting->store, TRUE);
  sitting_show (sitting);
  view = probe_first (sitting->page, CS_TYPE_DISCUSSION_VIEW);
  sitting_discuss (sitting->store, sitting->codes[0]);
  sitting_score_all (sitting->store, sitting->codes[0], totals);
  g_assert_true (probe_shows (view, "the council must talk"));
  g_assert_true (probe_shows (view, "lie farthest apart"));
  g_assert_true (probe_shows (view, cs_council_member (council, "m1")->name));
  g_assert_true (probe_shows (view, cs_council_member (council, "m3")->name));
  texts = probe_texts (view);
  if (g_regex_match (points, texts, 0, NULL))
    g_error ("points are shown: %s", texts);
  cs_session_page_toggle_projector (CS_SESSION_PAGE (sitting->page));
  g_assert_nonnull (strstr (sitting_projector_text (sitting), "In discussion"));
}

static void
test_recuse (Sitting *sitting, gconstpointer data)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (sitting->store, sitting->codes[0], ROUND, NULL);
  g_autoptr (GPtrArray) recusals = NULL;
  GtkWidget *view, *dialog;

  sitting_plan (sitting->store, TRUE);
  sitting_discuss (sitting->store, sitting->codes[0]);
  sitting_show (sitting);
  view = probe_first (sitting->page, CS_TYPE_DISCUSSION_VIEW);
  sitting_click (view, "_Recuse…");
  dialog = probe_find_window (CS_TYPE_RECUSAL_DIALOG);
  g_assert_nonnull (dialog);
  adw_combo_row_set_selected (probe_find (dialog, ADW_TYPE_COMBO_ROW, "member_row"), 2);
  gtk_editable_set_text (probe_find (dialog, ADW_TYPE_ENTRY_ROW, "reason_row"), "Người nhà (mẫu)");
  g_signal_emit_by_name (probe_find (dialog, GTK_TYPE_BUTTON, "go_button"), "clicked");
  g_assert_null (probe_find_window (CS_TYPE_RECUSAL_DIALOG));
  recusals = cs_recusals_of (sitting->store, dossier, NULL);
  g_assert_cmpuint (recusals->len, ==, 1);
  g_assert_cmpstr (((CsRecusal *) g_ptr_array_index (recusals, 0))->member_key, ==, "m3");
  g_assert_true (probe_shows (view, "Recused"));
  g_assert_true (probe_shows (view, "4 sheets are still missing."));
}

static void
test_close (Sitting *sitting, gconstpointer data)
{
  static const char *const members[] = { "m1", "m2", NULL };
  g_autoptr (CsSession) session = NULL;

  sitting_plan (sitting->store, TRUE);
  sitting_arrive (sitting->store, members);
  sitting_discuss (sitting->store, sitting->codes[0]);
  sitting_show (sitting);
  sitting_click (sitting->page, "Close _Session…");
  answer (
      "2 people are there; their leaving is noted for this moment.\n3 products of the agenda are not closed",
      "Kim Thị Lan (mẫu)", "yes");
  g_assert_cmpstr (cs_store_get_actor (sitting->store), ==, "Kim Thị Lan (mẫu)");
  session = sitting_stored (sitting->store);
  g_assert_cmpint (session->state, ==, CS_SESSION_CLOSED);
  g_assert_cmpstr (lamp (sitting), ==, "At the end 2 of 5 were there, 4 were needed: not enough");
  g_assert_false (gtk_widget_get_mapped (probe_find (sitting->page, GTK_TYPE_WIDGET, "tools")));
  g_assert_false (gtk_widget_get_sensitive (probe_find (sitting->page, ADW_TYPE_ENTRY_ROW, "place_row")));
  sitting_focus_row (sitting, CS_TYPE_AGENDA_ROW, 0);
  sitting_press ("alt+Down");
  sitting_press ("Delete");
  sitting_press ("Return");
  sitting_focus_row (sitting, CS_TYPE_ATTENDANCE_ROW, 2);
  sitting_press ("space");
  sitting_press ("a");
  assert_agenda (sitting, "0 1 2");
  cs_session_free (g_steal_pointer (&session));
  session = sitting_stored (sitting->store);
  g_assert_cmpint (session->discussing, ==, 0);
  g_assert_cmpuint (session->attendance->len, ==, 2);
  g_assert_null (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
test_agreement (Sitting *sitting, gconstpointer data)
{
  static const int totals[3][5] = { { 71, 73, 77, 76, 74 }, { 51, 53, 57, 56, 54 }, { 41, 43, 47, 46, 44 } };

  sitting_plan (sitting->store, TRUE);
  for (int i = 0; i < 3; i++)
    {
      sitting_score_all (sitting->store, sitting->codes[i], totals[i]);
      if (i < 2)
        sample_book_close (sitting->store, sitting->codes[i], NULL);
    }
  sitting_show (sitting);
  gtk_expander_set_expanded (probe_first (sitting->page, GTK_TYPE_EXPANDER), TRUE);
  g_assert_true (probe_shows (sitting->page, "With only 2 products this says little."));
  g_assert_true (probe_shows (sitting->page, "Kendall’s W"));
  g_assert_true (probe_shows (sitting->page, "1.0000"));
  sample_book_close (sitting->store, sitting->codes[2], NULL);
  g_assert_true (probe_shows (sitting->page, "With only 3 products this says little."));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
  g_test_add_func ("/session/life", test_life);
  g_test_add_func ("/session/empty", test_empty);
#define ADD(name, run) g_test_add ("/session/" name, Sitting, NULL, sitting_set_up, run, sitting_tear_down)
  ADD ("new", test_new);
  ADD ("remembered", test_remembered);
  ADD ("agenda", test_agenda);
  ADD ("attendance", test_attendance);
  ADD ("times", test_times);
  ADD ("apart", test_apart);
  ADD ("recuse", test_recuse);
  ADD ("close", test_close);
  ADD ("agreement", test_agreement);
  return g_test_run ();
}
