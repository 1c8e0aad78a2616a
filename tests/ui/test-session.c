/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers/evidence.h"
#include "service/sessions/attendance.h"
#include "ui/session/agenda-row.h"
#include "ui/session/attendance-row.h"
#include "base/date.h"
#include "base/moment.h"
#include "ui/widgets/chooser.h"
#include "ui/session/discussion-view.h"
#include "probe.h"
#include "ui/shared/product-picture.h"
#include "ui/session/projector-window.h"
#include "ui/session/quorum-lamp.h"
#include "ui/conduct/closing-dialog.h"
#include "ui/conduct/recusal-dialog.h"
#include "ui/conduct/reason-dialog.h"
#include "sample-book.h"
#include "service/dossiers/dossiers.h"
#include "service/council/recusals.h"
#include "service/results/results.h"
#include "service/sessions/sessions.h"
#include "ui/session/session-bar.h"
#include "ui/session/session-dialog.h"
#include "ui/session/session-page.h"
#include "ui/session/attendance-times-popover.h"
#include "summary/words/verdict-text.h"
#include "ui/app/window.h"

#include <string.h>

#define COUNCIL "district-842"
#define ROUND   "district-1"

/* A book with five members who score, four of them needed, and three products. */
typedef struct
{
  CsStore *store;
  char *codes[3];
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = sample_book_new ();
  sample_book_add_council (fixture->store, COUNCIL, 5);
  for (int i = 0; i < 3; i++)
    fixture->codes[i] = sample_book_add_dossier (fixture->store, "29236", 1, ROUND);
  fixture->window = gtk_window_new ();
  fixture->page = cs_session_page_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  probe_destroy (fixture->window);
  for (int i = 0; i < 3; i++)
    g_free (fixture->codes[i]);
  sample_book_free (fixture->store);
}

static void
show (Fixture *fixture)
{
  cs_session_page_set_store (CS_SESSION_PAGE (fixture->page), fixture->store);
  probe_draw (fixture->window);
  probe_settle ();
}

/* --- the book --- */

static void
plan (Fixture *fixture, gboolean open)
{
  CsSessionChange then = { .fill_agenda = TRUE, .open = open };
  CsNewSession wanted = { .council = COUNCIL, .round = ROUND, .place = "Hội trường (mẫu)", .then = &then };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = cs_sessions_add (fixture->store, &wanted, &error);

  g_assert_no_error (error);
}

static CsSession *
stored (CsStore *store)
{
  g_autoptr (GError) error = NULL;
  CsSession *session = cs_sessions_get (store, COUNCIL, ROUND, 1, &error);

  g_assert_no_error (error);
  return session;
}

/* "0 1 2": the products on the agenda by their place in the fixture */
static void
assert_agenda (Fixture *fixture, const char *expected)
{
  g_autoptr (CsSession) session = stored (fixture->store);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < session->agenda->len; i++)
    for (int p = 0; p < 3; p++)
      if (g_str_equal (((CsAgendaItem *) g_ptr_array_index (session->agenda, i))->code, fixture->codes[p]))
        g_string_append_printf (order, "%s%d", order->len > 0 ? " " : "", p);
  g_assert_cmpstr (order->str, ==, expected);
}

static void
score_all (CsStore *store, const char *code, const int totals[5])
{
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%d", i + 1);

      sample_book_score (store, code, member, totals[i]);
    }
  sample_book_submit (store, code);
}

static void
arrive (CsStore *store, const char *const *members)
{
  g_autoptr (CsSession) session = stored (store);
  g_autoptr (GError) error = NULL;

  for (; *members != NULL; members++)
    {
      cs_sessions_arrive (store, session, *members, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
discuss (CsStore *store, const char *code)
{
  g_autoptr (CsSession) session = stored (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, code, ROUND, &error);

  cs_sessions_discuss (store, session, dossier, &error);
  g_assert_no_error (error);
}

/* --- looking and doing --- */

/* Presses keys as a person would: "alt+Down". */
static void
press (const char *keys)
{
  const char *argv[] = { "xdotool", "key", "--clearmodifiers", "--delay", "20", keys, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  probe_settle ();
}

static GtkWidget *
button (gpointer within, const char *label)
{
  g_autoptr (GPtrArray) buttons = probe_all (within, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0
        && gtk_widget_get_mapped (g_ptr_array_index (buttons, i)))
      return g_ptr_array_index (buttons, i);
  g_error ("no button “%s”", label);
}

static void
click (gpointer within, const char *label)
{
  GtkWidget *found = button (within, label);

  g_assert_true (gtk_widget_get_sensitive (found));
  g_signal_emit_by_name (found, "clicked");
}

/* Answers the question that is on the screen; it must have @text in it. */
static void
answer (const char *text, const char *reason, const char *response)
{
  AdwMessageDialog *dialog = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  g_object_ref (dialog);
  if (strstr (adw_message_dialog_get_heading (dialog), text) == NULL)
    g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), text));
  if (reason != NULL)
    gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)), reason);
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

static GtkWidget *
row (Fixture *fixture, GType type, guint position)
{
  g_autoptr (GPtrArray) rows = probe_all (fixture->page, type);

  g_assert_cmpuint (position, <, rows->len);
  return g_ptr_array_index (rows, position);
}

static void
focus_row (Fixture *fixture, GType type, guint position)
{
  GtkWidget *found = row (fixture, type, position);

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (found)), GTK_LIST_BOX_ROW (found));
  gtk_widget_grab_focus (found);
  probe_settle ();
}

static const char *
lamp (Fixture *fixture)
{
  GtkWidget *widget = probe_first (fixture->page, CS_TYPE_QUORUM_LAMP);
  const char *text = cs_quorum_lamp_get_text (CS_QUORUM_LAMP (widget));

  /* what is seen is what is announced */
  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  return text;
}

static const char *
projector_text (Fixture *fixture)
{
  return cs_projector_window_get_text (
      CS_PROJECTOR_WINDOW (cs_session_page_get_projector (CS_SESSION_PAGE (fixture->page))));
}

/* Every text of @widget and what lies in it: labels, tooltips, what a screen reader says. */
static void
collect_texts (GtkWidget *widget, GString *texts)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  /* the check tells the value when it is another than the one asked for */
  g_autofree char *spoken = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                                GTK_ACCESSIBLE_PROPERTY_LABEL, "\001", NULL);

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  if (tooltip != NULL)
    g_string_append_printf (texts, "%s\n", tooltip);
  if (spoken != NULL)
    g_string_append_printf (texts, "%s\n", spoken);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

/* --- tests --- */

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
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsSession) session = NULL;
  g_autofree char *today = cs_date_today ();
  GtkWidget *dialog;

  show (fixture);
  g_assert_true (probe_shows (fixture->page, "No Session Yet"));
  click (fixture->page, "_New Session…"); /* of the empty page */
  dialog = probe_find_window (CS_TYPE_SESSION_DIALOG);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (probe_find (dialog, ADW_TYPE_ENTRY_ROW, "date_row"), "31/02/2024");
  click (dialog, "_Plan");
  g_assert_true (probe_shows (dialog, "This is no date"));
  gtk_editable_set_text (probe_find (dialog, ADW_TYPE_ENTRY_ROW, "date_row"), "31/05/2024");
  gtk_editable_set_text (probe_find (dialog, ADW_TYPE_ENTRY_ROW, "place_row"), "Phòng họp 2 (mẫu)");
  click (dialog, "_Plan");
  g_assert_null (probe_find_window (CS_TYPE_SESSION_DIALOG));
  session = stored (fixture->store);
  g_assert_cmpstr (session->held_on, ==, "2024-05-31");
  g_assert_cmpstr (session->place, ==, "Phòng họp 2 (mẫu)");
  assert_agenda (fixture, "0 1 2");
  g_assert_true (probe_shows (fixture->page, "Council of"));
  g_assert_true (probe_shows (fixture->page, "31/05/2024, at Phòng họp 2 (mẫu)"));
  g_assert_cmpstr (lamp (fixture), ==, "4 of 5 are needed");
  /* day and place can still be another */
  probe_enter (probe_find (fixture->page, ADW_TYPE_ENTRY_ROW, "place_row"), "Hội trường (mẫu)");
  g_assert_true (probe_shows (fixture->page, "31/05/2024, at Hội trường (mẫu)"));
}

/* The page opens on the session that was chosen last in this book, else on the one that is next. */
static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  GtkWidget *other = g_object_ref_sink (cs_session_page_new ());

  plan (fixture, FALSE);
  plan (fixture, FALSE);
  show (fixture);
  g_assert_true (probe_shows (probe_first (fixture->page, CS_TYPE_SESSION_BAR), "Session 2"));
  cs_session_page_set_round (CS_SESSION_PAGE (fixture->page), "district-2");
  g_assert_true (probe_shows (fixture->page, "No Session Yet"));
  cs_session_page_set_round (CS_SESSION_PAGE (fixture->page), ROUND);
  cs_chooser_choose (probe_first (probe_first (fixture->page, CS_TYPE_SESSION_BAR), CS_TYPE_CHOOSER), "0");
  g_assert_true (probe_shows (probe_first (fixture->page, CS_TYPE_SESSION_BAR), "Session 1"));
  cs_session_page_set_store (CS_SESSION_PAGE (other), fixture->store);
  g_assert_true (probe_shows (probe_first (other, CS_TYPE_SESSION_BAR), "Session 1"));
  g_assert_finalize_object (other);
}

static void
test_agenda (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first;

  plan (fixture, FALSE);
  show (fixture);
  focus_row (fixture, CS_TYPE_AGENDA_ROW, 0);
  press ("alt+Down");
  assert_agenda (fixture, "1 0 2");
  press ("alt+Down");
  assert_agenda (fixture, "1 2 0"); /* selection and focus went along */
  press ("alt+Down");
  assert_agenda (fixture, "1 2 0");
  press ("alt+Up");
  assert_agenda (fixture, "1 0 2");
  press ("Delete");
  assert_agenda (fixture, "1 2");
  click (fixture->page, "_Fill");
  assert_agenda (fixture, "1 2 0");
  first = row (fixture, CS_TYPE_AGENDA_ROW, 0);
  /* a row that was dragged comes where it was let go */
  {
    g_auto (GValue) value = G_VALUE_INIT;
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (first);
    gboolean taken = FALSE;

    g_value_init (&value, G_TYPE_INT64);
    g_value_set_int64 (&value,
                       cs_agenda_row_get_evaluation (CS_AGENDA_ROW (row (fixture, CS_TYPE_AGENDA_ROW, 2))));
    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
      {
        g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

        if (GTK_IS_DROP_TARGET (controller))
          g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
      }
    g_assert_true (taken);
  }
  assert_agenda (fixture, "0 1 2");
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
test_attendance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsSession) session = NULL;
  const CsAttendance *last;

  plan (fixture, FALSE);
  show (fixture);
  click (fixture->page, "_Open Session");
  g_assert_cmpstr (lamp (fixture), ==,
                   "0 of 5 there, 4 needed: not enough. The chair or the vice-chair must be there.");
  focus_row (fixture, CS_TYPE_ATTENDANCE_ROW, 2);
  press ("space");
  press ("Down");
  press ("space");
  press ("Down");
  press ("space");
  g_assert_cmpstr (lamp (fixture), ==,
                   "3 of 5 there, 4 needed: not enough. The chair or the vice-chair must be there.");
  press ("Down");
  press ("space"); /* the secretary does not count */
  g_assert_cmpstr (lamp (fixture), ==,
                   "3 of 5 there, 4 needed: not enough. The chair or the vice-chair must be there.");
  focus_row (fixture, CS_TYPE_ATTENDANCE_ROW, 0);
  press ("space");
  g_assert_cmpstr (lamp (fixture), ==, "4 of 5 there, 4 needed: enough");
  press ("Down");
  press ("a");
  give_reason ("Đi công tác (mẫu)");
  g_assert_true (probe_shows (fixture->page, "Absent: Đi công tác (mẫu)"));
  session = stored (fixture->store);
  last = cs_session_last (session, "m2");
  g_assert_nonnull (last);
  g_assert_null (last->came_at);
  g_assert_cmpstr (last->absence, ==, "Đi công tác (mẫu)");
  g_assert_nonnull (cs_session_stay (session, "tk"));
  focus_row (fixture, CS_TYPE_ATTENDANCE_ROW, 4);
  reach_next_second ();
  press ("space");
  g_assert_cmpstr (lamp (fixture), ==, "3 of 5 there, 4 needed: not enough");
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row (fixture, CS_TYPE_ATTENDANCE_ROW, 4))),
                   ==,
                   gtk_list_box_row_get_index (gtk_list_box_get_selected_row (
                       GTK_LIST_BOX (gtk_widget_get_parent (row (fixture, CS_TYPE_ATTENDANCE_ROW, 4))))));
}

static void
test_times (Fixture *fixture, gconstpointer data)
{
  static const char *const members[] = { "m1", NULL };
  g_autoptr (CsSession) session = NULL;
  g_autofree char *now = cs_moment_now (), *before = NULL, *clock = NULL;
  GtkWidget *popover;
  g_autoptr (GPtrArray) entries = NULL;

  plan (fixture, TRUE);
  arrive (fixture->store, members);
  show (fixture);
  popover = probe_first (row (fixture, CS_TYPE_ATTENDANCE_ROW, 0), CS_TYPE_ATTENDANCE_TIMES_POPOVER);
  gtk_popover_popup (GTK_POPOVER (popover));
  probe_settle ();
  entries = probe_all (popover, GTK_TYPE_ENTRY);
  g_assert_cmpuint (entries->len, ==, 2);
  probe_enter (g_ptr_array_index (entries, 0), "8h30");
  g_assert_true (probe_shows (popover, "“8h30” is no time"));
  before = cs_moment_add_seconds (now, -600);
  probe_enter (g_ptr_array_index (entries, 0), before);
  g_assert_false (gtk_widget_get_mapped (popover));
  session = stored (fixture->store);
  g_assert_cmpstr (cs_session_stay (session, "m1")->came_at, ==, before);
  clock = cs_moment_to_clock (before);
  g_assert_true (probe_shows (fixture->page, clock));
}

static void
test_discussion (Fixture *fixture, gconstpointer data)
{
  static const char *const members[] = { "m1", "m2", "m3", "m4", "m5", NULL };
  static const int totals[] = { 71, 73, 77, 76, 74 };
  g_autoptr (CsSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsResult) result = NULL;
  g_autofree char *sentence = NULL, *stars = NULL, *mean = NULL;
  GtkWidget *view;

  plan (fixture, TRUE);
  arrive (fixture->store, members);
  show (fixture);
  view = probe_first (fixture->page, CS_TYPE_DISCUSSION_VIEW);
  g_assert_true (probe_shows (view, "Nothing Is Being Discussed"));
  focus_row (fixture, CS_TYPE_AGENDA_ROW, 1);
  press ("Return");
  session = stored (fixture->store);
  g_assert_cmpstr (cs_session_item (session, session->discussing)->code, ==, fixture->codes[1]);
  g_assert_true (probe_shows (view, fixture->codes[1]));
  g_assert_true (probe_shows (view, "5 sheets are still missing."));
  g_assert_true (cs_session_page_toggle_projector (CS_SESSION_PAGE (fixture->page)));
  probe_settle ();
  g_assert_nonnull (strstr (projector_text (fixture), "Being scored\n5 sheets are still missing"));
  score_all (fixture->store, fixture->codes[1], totals);
  g_assert_true (probe_shows (view, "All sheets are in, and the totals lie close enough together."));
  g_assert_nonnull (strstr (projector_text (fixture), "Being scored\nAll sheets are in"));
  click (view, "_Close the Product…");
  probe_click (probe_find_window (CS_TYPE_CLOSING_DIALOG), "_Close the Product");
  result = cs_results_of (fixture->store,
                          cs_dossiers_by_code (fixture->store, fixture->codes[1], ROUND, NULL), &error);
  g_assert_no_error (error);
  g_assert_nonnull (result->verdict);
  sentence = cs_verdict_sentence (result->regulation, result->form, result->verdict);
  stars = cs_stars_text (result->verdict->stars);
  mean = cs_decimal_text (result->regulation, result->verdict->mean);
  g_assert_true (probe_shows (view, sentence));
  g_assert_true (probe_shows (view, stars));
  g_assert_nonnull (strstr (projector_text (fixture), stars));
  g_assert_nonnull (strstr (projector_text (fixture), mean));
  g_assert_nonnull (strstr (projector_text (fixture), result->dossier->product));
  /* the second press closes it */
  cs_session_page_toggle_projector (CS_SESSION_PAGE (fixture->page));
  probe_settle ();
  g_assert_null (cs_session_page_get_projector (CS_SESSION_PAGE (fixture->page)));
}

/* The projector has no name of a member, takes no focus, and goes by Escape. */
static void
test_projector (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GPtrArray) widgets = NULL;
  GtkWidget *projector;

  plan (fixture, TRUE);
  show (fixture);
  cs_session_page_toggle_projector (CS_SESSION_PAGE (fixture->page));
  projector = cs_session_page_get_projector (CS_SESSION_PAGE (fixture->page));
  g_assert_nonnull (strstr (projector_text (fixture), "The next product is about to be taken up"));
  discuss (fixture->store, fixture->codes[0]);
  sample_book_score (fixture->store, fixture->codes[0], "m1", 60);
  sample_book_submit (fixture->store, fixture->codes[0]);
  probe_settle ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (projector)), ==, "Projector: session 1");
  g_assert_nonnull (strstr (projector_text (fixture), "4 sheets are still missing"));
  collect_texts (projector, texts);
  council = cs_store_get_council (fixture->store, COUNCIL, NULL);
  for (guint i = 0; i < council->members->len; i++)
    g_assert_null (strstr (texts->str, ((CsMember *) g_ptr_array_index (council->members, i))->name));
  g_assert_null (strstr (texts->str, "★"));
  widgets = probe_all (projector, GTK_TYPE_WIDGET);
  for (guint i = 0; i < widgets->len; i++)
    if (g_ptr_array_index (widgets, i) != projector)
      g_assert_false (gtk_widget_grab_focus (g_ptr_array_index (widgets, i)));
  gtk_window_present (GTK_WINDOW (projector));
  gtk_widget_activate_action (projector, "window.close", NULL);
  probe_settle ();
  g_assert_null (cs_session_page_get_projector (CS_SESSION_PAGE (fixture->page)));
  g_assert_true (gtk_widget_get_mapped (fixture->window));
}

/* The first image among the papers shows the product. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->codes[0], ROUND, NULL);
  g_autoptr (GdkPixbuf) image = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 30);
  g_autofree char *path = g_strconcat (cs_store_get_path (fixture->store), ".png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) kept = NULL;
  g_autoptr (CsEvidence) paper = cs_evidence_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *picture;

  plan (fixture, TRUE);
  discuss (fixture->store, fixture->codes[0]);
  show (fixture);
  picture = probe_first (probe_first (fixture->page, CS_TYPE_PRODUCT_PICTURE), GTK_TYPE_PICTURE);
  g_assert_false (gtk_widget_get_mapped (picture));
  gdk_pixbuf_fill (image, 0x80a040ff);
  gdk_pixbuf_save (image, path, "png", &error, NULL);
  g_assert_no_error (error);
  paper->dossier = dossier->id;
  g_free (paper->kind);
  paper->kind = g_strdup (
      ((CsEvidenceKind *) g_ptr_array_index (cs_store_get_current_regulation (fixture->store)->evidence_kinds,
                                             0))
          ->id);
  cs_evidence_put (fixture->store, paper, file, &error);
  g_assert_no_error (error);
  probe_until (gtk_widget_get_mapped (picture));
  kept = cs_evidence_locate (fixture->store, paper);
  g_assert_true (g_file_delete (kept, NULL, NULL)); /* so that the book's folder can go */
}

/* F11 opens and closes it from any page; without a session the page says what comes first. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  CsWindow *window = cs_window_new (NULL);
  GtkWidget *page;

  cs_window_set_store (window, fixture->store);
  cs_window_show_page (window, "overview");
  probe_draw (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL);
  page = probe_first (window, CS_TYPE_SESSION_PAGE);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_true (probe_shows (page, "No Session Yet"));
  plan (fixture, TRUE);
  cs_window_show_page (window, "overview");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL);
  probe_settle ();
  g_assert_nonnull (cs_session_page_get_projector (CS_SESSION_PAGE (page)));
  press ("F11"); /* it has the focus */
  g_assert_null (cs_session_page_get_projector (CS_SESSION_PAGE (page)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL);
  probe_settle ();
  press ("Escape");
  g_assert_null (cs_session_page_get_projector (CS_SESSION_PAGE (page)));
  /* it goes with the book */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL);
  cs_window_set_store (window, NULL);
  probe_settle ();
  g_assert_null (probe_find_window (CS_TYPE_PROJECTOR_WINDOW));
  probe_destroy (window);
}

static void
test_apart (Fixture *fixture, gconstpointer data)
{
  static const int totals[] = { 50, 60, 75, 60, 60 };
  g_autoptr (CsCouncil) council = cs_store_get_council (fixture->store, COUNCIL, NULL);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GRegex) points = g_regex_new ("(?<![-\\d/:])[3-9]\\d(?:[.,]\\d+)?(?![-\\d:/])", 0, 0, NULL);
  GtkWidget *view;

  plan (fixture, TRUE);
  show (fixture);
  view = probe_first (fixture->page, CS_TYPE_DISCUSSION_VIEW);
  discuss (fixture->store, fixture->codes[0]);
  score_all (fixture->store, fixture->codes[0], totals);
  g_assert_true (probe_shows (view, "the council must talk"));
  g_assert_true (probe_shows (view, "lie farthest apart"));
  g_assert_true (probe_shows (view, cs_council_member (council, "m1")->name));
  g_assert_true (probe_shows (view, cs_council_member (council, "m3")->name));
  collect_texts (view, texts);
  if (g_regex_match (points, texts->str, 0, NULL))
    g_error ("points are shown: %s", texts->str);
  cs_session_page_toggle_projector (CS_SESSION_PAGE (fixture->page));
  g_assert_nonnull (strstr (projector_text (fixture), "In discussion"));
}

static void
test_recuse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->codes[0], ROUND, NULL);
  g_autoptr (GPtrArray) recusals = NULL;
  GtkWidget *view, *dialog;

  plan (fixture, TRUE);
  discuss (fixture->store, fixture->codes[0]);
  show (fixture);
  view = probe_first (fixture->page, CS_TYPE_DISCUSSION_VIEW);
  click (view, "_Recuse…");
  dialog = probe_find_window (CS_TYPE_RECUSAL_DIALOG);
  g_assert_nonnull (dialog);
  adw_combo_row_set_selected (probe_find (dialog, ADW_TYPE_COMBO_ROW, "member_row"), 2);
  gtk_editable_set_text (probe_find (dialog, ADW_TYPE_ENTRY_ROW, "reason_row"), "Người nhà (mẫu)");
  g_signal_emit_by_name (probe_find (dialog, GTK_TYPE_BUTTON, "go_button"), "clicked");
  g_assert_null (probe_find_window (CS_TYPE_RECUSAL_DIALOG));
  recusals = cs_recusals_of (fixture->store, dossier, NULL);
  g_assert_cmpuint (recusals->len, ==, 1);
  g_assert_cmpstr (((CsRecusal *) g_ptr_array_index (recusals, 0))->member_key, ==, "m3");
  g_assert_true (probe_shows (view, "Recused"));
  g_assert_true (probe_shows (view, "4 sheets are still missing."));
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  static const char *const members[] = { "m1", "m2", NULL };
  g_autoptr (CsSession) session = NULL;

  plan (fixture, TRUE);
  arrive (fixture->store, members);
  discuss (fixture->store, fixture->codes[0]);
  show (fixture);
  click (fixture->page, "Close _Session…");
  answer (
      "2 people are there; their leaving is noted for this moment.\n3 products of the agenda are not closed",
      NULL, "yes");
  session = stored (fixture->store);
  g_assert_cmpint (session->state, ==, CS_SESSION_CLOSED);
  g_assert_cmpstr (lamp (fixture), ==, "At the end 2 of 5 were there, 4 were needed: not enough");
  g_assert_false (gtk_widget_get_mapped (probe_find (fixture->page, GTK_TYPE_WIDGET, "tools")));
  g_assert_false (gtk_widget_get_sensitive (probe_find (fixture->page, ADW_TYPE_ENTRY_ROW, "place_row")));
  focus_row (fixture, CS_TYPE_AGENDA_ROW, 0);
  press ("alt+Down");
  press ("Delete");
  press ("Return");
  focus_row (fixture, CS_TYPE_ATTENDANCE_ROW, 2);
  press ("space");
  press ("a");
  assert_agenda (fixture, "0 1 2");
  cs_session_free (g_steal_pointer (&session));
  session = stored (fixture->store);
  g_assert_cmpint (session->discussing, ==, 0);
  g_assert_cmpuint (session->attendance->len, ==, 2);
  g_assert_null (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

/* What page and projector tell of a book. */
static char *
told (CsStore *store)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = cs_session_page_new ();
  GString *texts = g_string_new (NULL);

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 800);
  cs_session_page_set_store (CS_SESSION_PAGE (page), store);
  probe_draw (window);
  gtk_expander_set_expanded (probe_first (page, GTK_TYPE_EXPANDER), TRUE);
  cs_session_page_toggle_projector (CS_SESSION_PAGE (page));
  probe_settle ();
  collect_texts (page, texts);
  collect_texts (cs_session_page_get_projector (CS_SESSION_PAGE (page)), texts);
  probe_destroy (window);
  probe_settle ();
  return g_string_free (texts, FALSE);
}

/* Two books that differ only in what was scored show the same, until a product is closed. */
static void
test_secret (Fixture *fixture, gconstpointer data)
{
  static const char *const members[] = { "m1", "m2", "m3", "m4", NULL };
  static const int low[] = { 41, 43, 47, 46, 44 }, high[] = { 91, 90, 89, 88, 92 };
  g_autofree char *path = g_strconcat (cs_store_get_path (fixture->store), "-2", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) other = NULL;
  g_autofree char *first = NULL, *second = NULL, *closed = NULL;

  plan (fixture, TRUE);
  arrive (fixture->store, members);
  discuss (fixture->store, fixture->codes[0]);
  cs_store_backup (fixture->store, path, &error);
  g_assert_no_error (error);
  other = cs_store_open (path, &error);
  g_assert_no_error (error);
  score_all (fixture->store, fixture->codes[0], low);
  sample_book_score (fixture->store, fixture->codes[1], "m2", 35);
  score_all (other, fixture->codes[0], high);
  sample_book_score (other, fixture->codes[1], "m2", 95);
  first = told (fixture->store);
  second = told (other);
  g_assert_nonnull (strstr (first, "All sheets are in"));
  g_assert_null (strstr (first, "★"));
  g_assert_cmpstr (first, ==, second);
  /* the same look sees the stars once it is closed: the test would see a leak */
  sample_book_close (other, fixture->codes[0], NULL);
  closed = told (other);
  g_assert_nonnull (strstr (closed, "★"));
}

static void
test_agreement (Fixture *fixture, gconstpointer data)
{
  static const int totals[3][5] = { { 71, 73, 77, 76, 74 }, { 51, 53, 57, 56, 54 }, { 41, 43, 47, 46, 44 } };

  plan (fixture, TRUE);
  for (int i = 0; i < 3; i++)
    {
      score_all (fixture->store, fixture->codes[i], totals[i]);
      if (i < 2)
        sample_book_close (fixture->store, fixture->codes[i], NULL);
    }
  show (fixture);
  gtk_expander_set_expanded (probe_first (fixture->page, GTK_TYPE_EXPANDER), TRUE);
  g_assert_true (probe_shows (fixture->page, "With only 2 products this says little."));
  g_assert_true (probe_shows (fixture->page, "Kendall’s W"));
  g_assert_true (probe_shows (fixture->page, "1.0000"));
  sample_book_close (fixture->store, fixture->codes[2], NULL);
  g_assert_true (probe_shows (fixture->page, "With only 3 products this says little."));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
  g_test_add_func ("/session/life", test_life);
  g_test_add_func ("/session/empty", test_empty);
#define ADD(name, run) g_test_add ("/session/" name, Fixture, NULL, set_up, run, tear_down)
  ADD ("new", test_new);
  ADD ("remembered", test_remembered);
  ADD ("agenda", test_agenda);
  ADD ("attendance", test_attendance);
  ADD ("times", test_times);
  ADD ("discussion", test_discussion);
  ADD ("projector", test_projector);
  ADD ("picture", test_picture);
  ADD ("window", test_window);
  ADD ("apart", test_apart);
  ADD ("recuse", test_recuse);
  ADD ("close", test_close);
  ADD ("secret", test_secret);
  ADD ("agreement", test_agreement);
  return g_test_run ();
}
