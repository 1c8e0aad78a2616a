/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/application.h"
#include "session-of.h"
#include "ui/widgets/notice-bar.h"
#include "ui/print/preview-window.h"
#include "probe.h"
#include "member-id.h"
#include "sample-book.h"
#include "ui/score/score-page.h"
#include "ui/results/verdict-view.h"
#include "service/dossiers/dossiers.h"
#include "service/results/trademarks.h"
#include "service/papers/office.h"
#include "service/sessions/sessions.h"
#include "summary/paper/papers.h"
#include "ui/widgets/settings.h"
#include "ui/app/welcome-page.h"
#include "ui/app/window-private.h"
#include "ui/app/window-clock-private.h"
#include "base/error.h"
#include "service/book/log.h"
#include "service/book/store-private.h"

#include <glib/gstdio.h>

/* Windows with and without a book, the welcome page, the program. */

/* --- windows --- */

static void
test_empty_window (void)
{
  CsWindow *window = cs_window_new (NULL);

  probe_draw (window);
  g_assert_true (probe_shows (window, "New Book"));
  g_assert_false (gtk_widget_get_visible (window->sidebar));
  cs_window_show_page (window, "score"); /* without a book there is no page */
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "welcome");
  cs_window_set_notice (window, "Ổ USB (mẫu)");
  g_assert_true (probe_shows (window, "Ổ USB (mẫu)"));
  cs_window_set_notice (window, NULL);
  g_assert_null (cs_notice_bar_get_text (window->notice));
  probe_destroy (window);
}

static void
assert_counts (CsWindow *window, const char *dossiers, const char *score, const char *results)
{
  probe_settle (); /* counted when there is nothing else to do */
  g_assert_true (probe_shows (window->rows[CS_WINDOW_DOSSIERS], dossiers));
  g_assert_true (probe_shows (window->rows[CS_WINDOW_SCORE], score));
  g_assert_true (probe_shows (window->rows[CS_WINDOW_RESULTS], results));
}

static void
test_book (void)
{
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);
  g_autofree char *code = NULL;
  g_autofree char *other = NULL;

  cs_window_set_store (window, store);
  probe_draw (window);
  g_assert_true (cs_window_get_store (window) == store);
  g_assert_true (gtk_widget_get_visible (window->sidebar));
  g_assert_false (gtk_widget_get_visible (window->sample_tag));
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "Tỉnh Trà Vinh");
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "2024"));
  assert_counts (window, "0", "0", "0");
  code = sample_book_add_dossier (store, "29236", 1, "district-1");
  other = sample_book_add_dossier (store, "29236", 1, "district-2");
  assert_counts (window, "2", "2", "0");
  gtk_drop_down_set_selected (window->rounds, 1);
  g_assert_cmpstr (window->round, ==, "district-1");
  assert_counts (window, "1", "1", "0");
  gtk_drop_down_set_selected (window->rounds, 0);
  g_assert_null (window->round);
  probe_destroy (window);
  sample_book_free (store);
}

static void
test_pages (void)
{
  static const char *const names[] = { "overview", "dossiers", "score", "session",
                                       "results",  "councils", "log" };
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);
  g_autofree char *page = NULL;

  cs_window_set_store (window, store);
  probe_draw (window);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *shown;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", names[i]));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, names[i]);
      shown = gtk_stack_get_visible_child (window->pages);
      gtk_test_accessible_assert_state (window->opening, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
      gtk_test_accessible_assert_state (shown, GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "nowhere");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "log");
  page = cs_settings_dup_page (cs_settings_get_default ());
  g_assert_cmpstr (page, ==, "log");
  probe_destroy (window);
  sample_book_free (store);
}

static void
test_actions (void)
{
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);
  g_autofree char *code = NULL;
  const struct
  {
    const char *action;
    const char *page;
  } cases[] = {
    { "win.open-dossier", "dossiers" },
    { "win.score", "score" },
    { "win.show-result", "results" },
  };

  sample_book_add_council (store, "district-842", 5);
  code = sample_book_add_dossier (store, "29236", 1, "district-1");
  probe_draw (window);
  /* without a book nothing happens */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.score", "s", code);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "welcome");
  cs_window_set_store (window, store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), cases[i].action, "s", code);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, cases[i].page);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-dossiers", "s", "842");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "dossiers");
  cs_window_show_page (window, "overview");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "dossiers");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  probe_destroy (window);
  sample_book_free (store);
}

/* Returns: whether a preview of a paper called @title… is shown; it is closed. */
static gboolean
closes_preview (const char *title)
{
  GtkWidget *preview = probe_find_window (CS_TYPE_PREVIEW_WINDOW);
  gboolean fits;

  if (preview == NULL)
    return FALSE;
  probe_finish_work ();
  fits =
      g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (preview)), title) && probe_shows (preview, " page");
  probe_destroy (preview);
  return fits;
}

/* Pages ask for the papers of what they show, and the window shows them. */
static void
test_papers (void)
{
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);
  g_autofree char *code = NULL;
  GtkWidget *page;

  sample_book_add_council (store, "district-842", 5);
  code = sample_book_add_dossier (store, "29236", 1, "district-1");
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%d", i);

      sample_book_score (store, code, member, 72 + i);
    }
  cs_window_set_store (window, store);
  probe_draw (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-summary", "(ss)", "842", "district-1");
  g_assert_true (closes_preview ("Summary "));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.score", "s", code);
  page = probe_first (window, CS_TYPE_SCORE_PAGE);
  g_assert_true (gtk_widget_activate_action (page, "score.print", NULL));
  g_assert_true (closes_preview ("Sheet of "));
  sample_book_submit (store, code);
  sample_book_close (store, code, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-result", "s", code);
  page = probe_first (window, CS_TYPE_VERDICT_VIEW);
  g_assert_true (gtk_widget_activate_action (page, "verdict.print-table", NULL));
  g_assert_true (closes_preview ("Table of "));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-sheet", "(sss)", code, "",
                              member_id (store, "m5"));
  g_assert_true (closes_preview ("Sheet of "));
  probe_destroy (window);
  sample_book_free (store);
}

static void
hold_session (CsStore *store)
{
  g_autoptr (GError) error = NULL;
  const CsSessionChange change = { .fill_agenda = TRUE, .open = TRUE, .close = TRUE };
  const CsNewSession wanted = { .council = council_id (store, "district-842"),
                                .round = "district-1",
                                .then = &change };
  g_autoptr (CsSession) session = cs_sessions_add (store, &wanted, &error);

  g_assert_no_error (error);
}

/* The minutes of a closed session get their number, when it is asked for and confirmed. */
static void
give_number (CsStore *store)
{
  GtkWidget *preview = probe_find_window (CS_TYPE_PREVIEW_WINDOW);
  AdwMessageDialog *question;
  g_autoptr (CsSession) first = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = session_of (store, "district-842", "district-1", 1);
  g_autofree char *number = NULL;

  g_assert_no_error (error);
  probe_finish_work ();
  g_assert_true (gtk_widget_activate_action (preview, "preview.number", NULL));
  question = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (cs_office_number (store, CS_PAPER_MINUTES, session->uuid, &number, &error));
  g_assert_null (number);
  adw_message_dialog_response (question, "yes");
  g_assert_true (cs_office_number (store, CS_PAPER_MINUTES, session->uuid, &number, &error));
  g_assert_cmpstr (number, ==, "01/BB");
  /* the paper shown is the one with the number, and there is no second one to give */
  g_assert_false (gtk_widget_get_visible (probe_find (preview, GTK_TYPE_BUTTON, "number_button")));
  probe_finish_work ();
  g_assert_true (probe_shows (preview, " page"));
  probe_settle ();
  gtk_window_destroy (GTK_WINDOW (question));
}

/* The menu shows the only session's minutes and asks among several. */
static void
test_minutes (void)
{
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);
  g_autofree char *code = NULL;
  AdwMessageDialog *question;
  g_autoptr (CsSession) first = NULL;

  sample_book_add_council (store, "district-842", 5);
  code = sample_book_add_dossier (store, "29236", 1, "district-1");
  cs_window_set_store (window, store);
  probe_draw (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-minutes", NULL);
  g_assert_true (probe_shows (window, "No session was opened yet"));
  hold_session (store);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-minutes", NULL);
  give_number (store);
  g_assert_true (closes_preview ("Minutes of session 1"));
  hold_session (store);
  first = session_of (store, "district-842", "district-1", 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-minutes", "s", first->uuid);
  g_assert_true (closes_preview ("Minutes of session 1"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-minutes", NULL);
  question = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  g_assert_true (probe_shows (question, "Session 1, "));
  adw_message_dialog_response (question, "show");
  g_assert_true (closes_preview ("Minutes of session 2"));
  gtk_window_destroy (GTK_WINDOW (question));
  probe_destroy (window);
  sample_book_free (store);
}

static void
test_other_book (void)
{
  CsStore *first = sample_book_new ();
  CsStore *second = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);

  cs_window_set_store (window, first);
  probe_draw (window);
  cs_window_show_page (window, "dossiers");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-book", NULL);
  g_assert_null (cs_window_get_store (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "welcome");
  cs_window_set_store (window, second);
  /* the page that was shown last, anew */
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "dossiers");
  probe_draw (window);
  probe_destroy (window);
  sample_book_free (first);
  sample_book_free (second);
}

static void
test_undo_delete (void)
{
  CsStore *store = sample_book_new ();
  g_autofree char *code = sample_book_add_dossier (store, "29236", 1, NULL);
  CsWindow *window = cs_window_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, code, NULL, &error);
  g_autoptr (CsDossier) again = NULL;

  g_assert_no_error (error);
  cs_window_set_store (window, store);
  probe_draw (window);
  g_assert_true (cs_dossiers_delete (store, dossier->id, &error));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-delete", "x", dossier->id);
  again = cs_dossiers_by_code (store, code, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (probe_shows (window, "The dossier is back"));
  probe_destroy (window);
  sample_book_free (store);
}

static void
test_file_gone (void)
{
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);
  g_autofree char *aside = g_strconcat (cs_store_get_path (store), ".aside", NULL);

  cs_window_set_store (window, store);
  probe_draw (window);
  probe_until (gtk_window_is_active (GTK_WINDOW (window)));
  g_assert_null (cs_notice_bar_get_text (window->notice));
  g_rename (cs_store_get_path (store), aside);
  g_object_notify (G_OBJECT (window), "is-active");
  g_assert_nonnull (strstr (cs_notice_bar_get_text (window->notice), "is gone"));
  g_rename (aside, cs_store_get_path (store));
  g_object_notify (G_OBJECT (window), "is-active");
  g_assert_null (cs_notice_bar_get_text (window->notice));
  probe_destroy (window);
  sample_book_free (store);
}

/* --- welcome --- */

static void
forget_books (CsSettings *settings)
{
  g_autoptr (GPtrArray) books = cs_settings_list_recent (settings);

  for (guint i = 0; i < books->len; i++)
    cs_settings_remove_recent (settings, ((CsRecentBook *) g_ptr_array_index (books, i))->path);
}

static void
changed_cb (CsStore *store, const CsChangeSet *changes, guint *kinds)
{
  *kinds |= cs_change_set_get_kinds (changes);
}

/* A clock that lies behind the log is asked about once; until somebody says that it is right, nothing is
 * stored. At midnight what tells of today is made anew. */
static void
test_clock (void)
{
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *question;
  guint kinds = 0;

  cs_window_set_store (window, store);
  probe_draw (window);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &kinds);
  _cs_window_look_at_clock (window);
  g_assert_cmpuint (kinds, ==, 0);
  g_assert_null (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_free (store->day);
  store->day = g_strdup ("2024-05-31");
  g_assert_true (_cs_window_clock_cb (window));
  g_assert_cmpuint (kinds & CS_CHANGE_REGISTER, !=, 0);
  kinds = 0;
  _cs_window_look_at_clock (window);
  g_assert_cmpuint (kinds, ==, 0);
  g_free (store->last_at);
  store->last_at = g_strdup ("2099-05-31T08:00:00Z");
  _cs_window_look_at_clock (window);
  question = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  g_assert_true (probe_shows (question, "15:00 31/05/2099"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "cancel");
  gtk_window_destroy (GTK_WINDOW (question)); /* as its button does */
  probe_settle ();
  g_assert_false (cs_trademarks_add (store,
                                     &(CsTrademark){ .name = (char *) "Nhãn (mẫu)", .owner = (char *) "Ai" },
                                     NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_CONFLICT);
  /* it does not ask twice, but a person may come back to it by opening the book again */
  _cs_window_look_at_clock (window);
  g_assert_null (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  window->clock_asked = FALSE;
  _cs_window_look_at_clock (window);
  question = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "yes");
  gtk_window_destroy (GTK_WINDOW (question)); /* as its button does */
  probe_settle ();
  g_free (sample_book_add_dossier (store, "29236", 1, "district-1"));
  lines = cs_log_list (store, &(CsLogFilter){ 0 }, NULL);
  g_assert_cmpuint (lines->len, >, 1);
  g_assert_cmpstr (((CsLogLine *) g_ptr_array_index (lines, 1))->verb, ==, "clock");
  probe_destroy (window);
  sample_book_free (store);
}

static void
test_welcome (void)
{
  CsSettings *settings = cs_settings_get_default ();
  CsStore *store = sample_book_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = cs_welcome_page_new ();

  forget_books (settings);
  gtk_window_set_child (GTK_WINDOW (window), page);
  probe_draw (window);
  g_assert_false (probe_shows (page, "Recent Books"));
  cs_settings_add_recent (settings, cs_store_get_path (store), "Tỉnh Trà Vinh", 2024);
  cs_settings_add_recent (settings, "/mau/gone.chamsao", "Huyện Cầu Kè", 2023);
  g_assert_true (probe_shows (page, "Recent Books"));
  g_assert_true (probe_shows (page, "Tỉnh Trà Vinh, 2024"));
  g_assert_true (probe_shows (page, "Huyện Cầu Kè, 2023"));
  g_assert_true (probe_shows (page, "no longer there"));
  gtk_widget_activate_action (page, "welcome.remove", "s", "/mau/gone.chamsao");
  g_assert_false (probe_shows (page, "Huyện Cầu Kè, 2023"));
  cs_settings_remove_recent (settings, cs_store_get_path (store));
  probe_destroy (window);
  sample_book_free (store);
}

/* --- the program --- */

static guint
n_windows (CsApplication *application)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static CsWindow *
window_at (CsApplication *application, guint n)
{
  return g_list_nth_data (gtk_application_get_windows (GTK_APPLICATION (application)), n);
}

/* Runs inside the program; when the last window is gone, the program ends. */
static gboolean
use_application (gpointer data)
{
  CsApplication *application = CS_APPLICATION (g_application_get_default ());
  CsStore *store = data;
  const char *path = cs_store_get_path (store);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *bad = g_build_filename (folder, "bad.chamsao", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n_windows (application), ==, 1);
  g_assert_null (cs_window_get_store (window_at (application, 0)));
  /* what is no book is told on the welcome page */
  g_file_set_contents (bad, "no book", -1, &error);
  g_assert_no_error (error);
  cs_application_open_book (application, bad, window_at (application, 0));
  g_assert_nonnull (cs_notice_bar_get_text (window_at (application, 0)->notice));
  g_assert_cmpuint (n_windows (application), ==, 1);
  /* the first book takes the empty window, a second one gets its own */
  cs_application_show_store (application, store, window_at (application, 0));
  g_assert_null (cs_notice_bar_get_text (window_at (application, 0)->notice));
  g_assert_cmpuint (n_windows (application), ==, 1);
  cs_application_open_book (application, path, window_at (application, 0));
  g_assert_cmpuint (n_windows (application), ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-sample", NULL);
  g_assert_cmpuint (n_windows (application), ==, 2);
  probe_settle ();
  while (n_windows (application) > 0)
    probe_destroy (window_at (application, 0));
  return G_SOURCE_REMOVE;
}

static void
test_application (void)
{
  CsApplication *application = cs_application_new ();
  CsStore *store = sample_book_new ();

  g_idle_add (use_application, store);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  cs_settings_set_last_book (cs_settings_get_default (), NULL);
  sample_book_free (store);
  g_assert_finalize_object (application);
}

/* Whatever a page asks for while another one is shown, the keyboard stays where it is. */
static void
test_hidden_focus (void)
{
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);
  g_autofree char *code = sample_book_add_dossier (store, "29236", 1, "district-1");
  guint asked = 0;

  sample_book_add_council (store, "district-842", 3);
  cs_window_set_store (window, store);
  probe_draw (window);
  for (guint i = 0; i < CS_WINDOW_N_PAGES; i++)
    {
      cs_window_show_page (window, _cs_window_page_name (i));
      probe_settle ();
    }
  for (guint shown = 0; shown < CS_WINDOW_N_PAGES; shown++)
    {
      cs_window_show_page (window, _cs_window_page_name (shown));
      probe_settle ();
      for (guint hidden = 0; hidden < CS_WINDOW_N_PAGES; hidden++)
        {
          g_autoptr (GPtrArray) all = probe_all (window->shown[hidden], GTK_TYPE_WIDGET);
          GtkWidget *before = gtk_window_get_focus (GTK_WINDOW (window));

          for (guint i = 0; hidden != shown && i < all->len; i++)
            asked += gtk_widget_grab_focus (g_ptr_array_index (all, i)) ? 1 : 0;
          probe_settle ();
          g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == before);
        }
    }
  g_assert_cmpuint (asked, >, 0);
  probe_destroy (window);
  sample_book_free (store);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
  g_test_add_func ("/window/empty", test_empty_window);
  g_test_add_func ("/window/hidden-focus", test_hidden_focus);
  g_test_add_func ("/window/book", test_book);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/actions", test_actions);
  g_test_add_func ("/window/papers", test_papers);
  g_test_add_func ("/window/minutes", test_minutes);
  g_test_add_func ("/window/other-book", test_other_book);
  g_test_add_func ("/window/undo-delete", test_undo_delete);
  g_test_add_func ("/window/file-gone", test_file_gone);
  g_test_add_func ("/window/clock", test_clock);
  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/application", test_application);
  return g_test_run ();
}
