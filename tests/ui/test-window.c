/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application.h"
#include "base/error.h"
#include "nav-row.h"
#include "new-book-draft.h"
#include "new-book-window.h"
#include "notice-bar.h"
#include "preferences-window.h"
#include "radio-row.h"
#include "sample-book.h"
#include "service/dossiers.h"
#include "settings.h"
#include "welcome-page.h"
#include "window-private.h"

#include <glib/gstdio.h>

/* The shell: windows, welcome page, dialogs, settings, long work. */

static gboolean
timed_out (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
spin (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, timed_out, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Shows @window, so that everything in it is drawn once. */
static void
draw (gpointer window)
{
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

/* Destroys @window and sees that nothing holds on to it. */
static void
destroy (gpointer window)
{
  gpointer left = window;

  g_object_add_weak_pointer (window, &left);
  gtk_window_destroy (window);
  for (guint i = 0; left != NULL && i < 50; i++)
    spin (10);
  g_assert_null (left);
}

static gboolean
is_within (GtkWidget *widget, GType type, const char *property, const char *text)
{
  g_autofree char *value = NULL;

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_object_get (widget, property, &value, NULL);
  if (value != NULL && strstr (value, text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_within (child, type, property, text))
      return TRUE;
  return FALSE;
}

static gboolean
shows (gpointer widget, const char *text)
{
  return is_within (widget, GTK_TYPE_LABEL, "label", text);
}

/* --- settings --- */

static void
count_cb (CsSettings *settings, guint *n)
{
  (*n)++;
}

static void
test_recent (void)
{
  CsSettings *settings = cs_settings_get_default ();
  g_autoptr (GPtrArray) books = NULL;
  guint n = 0;
  gulong handler = g_signal_connect (settings, "changed::recent-books", G_CALLBACK (count_cb), &n);

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *path = g_strdup_printf ("/mau/%d.chamsao", i);

      cs_settings_add_recent (settings, path, "Huyện Càng Long", 2000 + i);
    }
  cs_settings_add_recent (settings, "/mau/5.chamsao", "Huyện Càng Long", 2005);
  cs_settings_remove_recent (settings, "/mau/11.chamsao");
  g_assert_cmpuint (n, ==, 14);
  books = cs_settings_list_recent (settings);
  g_assert_cmpuint (books->len, ==, 9);
  g_assert_cmpstr (((CsRecentBook *) g_ptr_array_index (books, 0))->path, ==, "/mau/5.chamsao");
  g_assert_cmpint (((CsRecentBook *) g_ptr_array_index (books, 0))->year, ==, 2005);
  g_assert_cmpint (((CsRecentBook *) g_ptr_array_index (books, 0))->opened, >, 0);
  g_assert_cmpstr (((CsRecentBook *) g_ptr_array_index (books, 1))->path, ==, "/mau/10.chamsao");
  for (guint i = 0; i < books->len; i++)
    cs_settings_remove_recent (settings, ((CsRecentBook *) g_ptr_array_index (books, i))->path);
  g_signal_handler_disconnect (settings, handler);
}

static void
test_members (void)
{
  CsSettings *settings = cs_settings_get_default ();
  g_autofree char *none = cs_settings_dup_member (settings, "a");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_null (none);
  cs_settings_set_member (settings, "a", "m1");
  cs_settings_set_member (settings, "b", "m2");
  cs_settings_set_member (settings, "a", "m3");
  first = cs_settings_dup_member (settings, "a");
  second = cs_settings_dup_member (settings, "b");
  g_assert_cmpstr (first, ==, "m3");
  g_assert_cmpstr (second, ==, "m2");
}

static void
test_size (void)
{
  CsSettings *settings = cs_settings_get_default ();
  CsWindow *window;
  int width, height;
  gboolean maximized;

  cs_settings_set_window_size (settings, 900, 700, FALSE);
  cs_settings_set_window_size (settings, 100, 100, FALSE); /* no size to come back to */
  cs_settings_get_window_size (settings, &width, &height, &maximized);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 700);
  g_assert_false (maximized);
  window = cs_window_new (NULL);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 900);
  destroy (window);
}

/* --- windows --- */

static void
test_empty_window (void)
{
  CsWindow *window = cs_window_new (NULL);

  draw (window);
  g_assert_true (shows (window, "New Book"));
  g_assert_false (gtk_widget_get_visible (window->sidebar));
  cs_window_show_page (window, "score"); /* without a book there is no page */
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "welcome");
  cs_window_set_notice (window, "Ổ USB (mẫu)");
  g_assert_true (shows (window, "Ổ USB (mẫu)"));
  cs_window_set_notice (window, NULL);
  g_assert_null (cs_notice_bar_get_text (window->notice));
  destroy (window);
}

static void
assert_counts (CsWindow *window, const char *dossiers, const char *score, const char *results)
{
  for (guint i = 0; i < 10; i++)
    spin (10); /* counted when there is nothing else to do */
  g_assert_true (shows (window->rows[CS_WINDOW_DOSSIERS], dossiers));
  g_assert_true (shows (window->rows[CS_WINDOW_SCORE], score));
  g_assert_true (shows (window->rows[CS_WINDOW_RESULTS], results));
}

static void
test_book (void)
{
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);
  g_autofree char *code = NULL;
  g_autofree char *other = NULL;

  cs_window_set_store (window, store);
  draw (window);
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
  destroy (window);
  sample_book_free (store);
}

static void
test_pages (void)
{
  static const char *const names[] = { "overview", "dossiers", "score", "results" };
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);
  g_autofree char *page = NULL;

  cs_window_set_store (window, store);
  draw (window);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *shown;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", names[i]));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, names[i]);
      shown = gtk_stack_get_visible_child (window->pages);
      gtk_test_accessible_assert_state (window->welcome, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
      gtk_test_accessible_assert_state (shown, GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "nowhere");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "results");
  page = cs_settings_dup_page (cs_settings_get_default ());
  g_assert_cmpstr (page, ==, "results");
  destroy (window);
  sample_book_free (store);
}

static void
test_other_book (void)
{
  CsStore *first = sample_book_new ();
  CsStore *second = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);

  cs_window_set_store (window, first);
  draw (window);
  cs_window_show_page (window, "dossiers");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-book", NULL);
  g_assert_null (cs_window_get_store (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "welcome");
  cs_window_set_store (window, second);
  /* the page that was shown last, anew */
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "dossiers");
  draw (window);
  destroy (window);
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
  draw (window);
  g_assert_true (cs_dossiers_delete (store, dossier->id, &error));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-delete", "x", dossier->id);
  again = cs_dossiers_by_code (store, code, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (shows (window, "The dossier is back"));
  destroy (window);
  sample_book_free (store);
}

static void
test_file_gone (void)
{
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);
  g_autofree char *aside = g_strconcat (cs_store_get_path (store), ".aside", NULL);

  cs_window_set_store (window, store);
  draw (window);
  for (guint i = 0; !gtk_window_is_active (GTK_WINDOW (window)) && i < 100; i++)
    spin (10);
  g_assert_null (cs_notice_bar_get_text (window->notice));
  g_rename (cs_store_get_path (store), aside);
  g_object_notify (G_OBJECT (window), "is-active");
  g_assert_nonnull (strstr (cs_notice_bar_get_text (window->notice), "is gone"));
  g_rename (aside, cs_store_get_path (store));
  g_object_notify (G_OBJECT (window), "is-active");
  g_assert_null (cs_notice_bar_get_text (window->notice));
  destroy (window);
  sample_book_free (store);
}

/* --- welcome --- */

static void
test_welcome (void)
{
  CsSettings *settings = cs_settings_get_default ();
  CsStore *store = sample_book_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = cs_welcome_page_new ();

  gtk_window_set_child (GTK_WINDOW (window), page);
  draw (window);
  g_assert_false (shows (page, "Recent Books"));
  cs_settings_add_recent (settings, cs_store_get_path (store), "Tỉnh Trà Vinh", 2024);
  cs_settings_add_recent (settings, "/mau/gone.chamsao", "Huyện Cầu Kè", 2023);
  g_assert_true (shows (page, "Recent Books"));
  g_assert_true (shows (page, "Tỉnh Trà Vinh, 2024"));
  g_assert_true (shows (page, "Huyện Cầu Kè, 2023"));
  g_assert_true (shows (page, "no longer there"));
  gtk_widget_activate_action (page, "welcome.remove", "s", "/mau/gone.chamsao");
  g_assert_false (shows (page, "Huyện Cầu Kè, 2023"));
  cs_settings_remove_recent (settings, cs_store_get_path (store));
  destroy (window);
  sample_book_free (store);
}

/* --- new book --- */

static void
test_draft (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsNewBookDraft) draft = cs_new_book_draft_new (&error);
  g_autoptr (GPtrArray) plans = NULL;
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  /* the newest decision has communes at its lowest level, and the newest units have them */
  g_assert_cmpstr (draft->regulation->id, ==, "qd-26-2026");
  g_assert_cmpstr (draft->units->id, ==, "vinh-long-2026");
  g_assert_null (draft->unit);
  cs_new_book_draft_set_regulation (draft, g_ptr_array_index (draft->regulations, 1));
  g_assert_cmpstr (draft->units->id, ==, "tra-vinh-2023"); /* with districts */
  cs_new_book_draft_set_unit (draft, cs_unit_set_find (draft->units, "842"));
  plans = cs_new_book_draft_list_plans (draft);
  g_assert_cmpuint (plans->len, ==, 1);
  g_assert_cmpstr (draft->plan->id, ==, "tra-vinh-2024");
  g_assert_cmpint (draft->year, ==, 2024);
  name = cs_new_book_draft_suggest_name (draft);
  g_assert_cmpstr (name, ==, "OCOP 2024 Thành phố Trà Vinh.chamsao");
  g_assert_false (cs_new_book_draft_set_year (draft, "20x4"));
  g_assert_false (cs_new_book_draft_set_year (draft, "1999"));
  g_assert_true (cs_new_book_draft_set_year (draft, " 2025 "));
  cs_new_book_draft_set_path (draft, "/mau/so");
  g_assert_cmpstr (draft->path, ==, "/mau/so.chamsao");
  /* going back to another decision throws away what does not fit it */
  cs_new_book_draft_set_regulation (draft, g_ptr_array_index (draft->regulations, 0));
  g_assert_null (draft->unit);
  g_assert_null (draft->plan);
}

/* Returns: (nullable): the row called @title in @widget. */
static CsRadioRow *
find_row (GtkWidget *widget, const char *title)
{
  if (CS_IS_RADIO_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return CS_RADIO_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      CsRadioRow *row = find_row (child, title);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static void
go_on (gpointer dialog)
{
  GtkWidget *next = gtk_window_get_default_widget (dialog);

  g_assert_true (gtk_widget_get_sensitive (next));
  g_signal_emit_by_name (next, "clicked");
  gtk_test_widget_wait_for_draw (dialog);
}

static void
made_cb (GtkWidget *dialog, CsStore *store, CsStore **made)
{
  *made = g_object_ref (store);
}

static void
test_new_book (void)
{
  GtkWidget *dialog = cs_new_book_window_new (NULL);
  gpointer left = dialog;
  CsStore *made = NULL;

  g_object_add_weak_pointer (G_OBJECT (dialog), &left);
  g_signal_connect (dialog, "made", G_CALLBACK (made_cb), &made);
  draw (dialog);
  g_assert_true (cs_radio_row_is_chosen (find_row (dialog, "26/2026/QĐ-TTg")));
  cs_radio_row_choose (find_row (dialog, "148/QĐ-TTg"));
  go_on (dialog);
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
  g_assert_null (find_row (dialog, "Xã Long Đức")); /* communes do not evaluate by this decision */
  cs_radio_row_choose (find_row (dialog, "Huyện Cầu Kè"));
  go_on (dialog);
  g_assert_nonnull (find_row (dialog, "No plan"));
  go_on (dialog);
  g_assert_true (shows (dialog, "Huyện Cầu Kè"));
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  g_assert_nonnull (made);
  g_assert_cmpstr (cs_store_get_book (made)->unit, ==, "845");
  g_assert_cmpstr (cs_store_get_book (made)->plan, ==, "tra-vinh-2024");
  g_assert_cmpint (cs_store_get_book (made)->year, ==, 2024);
  for (guint i = 0; left != NULL && i < 50; i++)
    spin (10);
  g_assert_null (left);
  g_unlink (cs_store_get_path (made));
  g_assert_finalize_object (made);
}

static void
test_new_book_abandoned (void)
{
  GtkWidget *dialog = cs_new_book_window_new (NULL);

  draw (dialog);
  go_on (dialog);
  destroy (dialog);
}

/* --- other dialogs --- */

static void
test_preferences (void)
{
  CsSettings *settings = cs_settings_get_default ();
  GtkWidget *dialog;

  cs_settings_set_large_text (settings, TRUE);
  dialog = cs_preferences_window_new ();
  draw (dialog);
  g_assert_true (shows (dialog, "Large Text"));
  destroy (dialog);
  g_assert_true (cs_settings_get_large_text (settings));
  g_assert_cmpint (cs_settings_get_color_scheme (settings), ==, CS_COLOR_SCHEME_DEFAULT);
  cs_settings_set_large_text (settings, FALSE);
}

static void
test_shortcuts (void)
{
  GtkBuilder *builder = gtk_builder_new_from_resource ("/vn/chamsao/ChamSao/shortcuts.ui");
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  draw (dialog);
  g_assert_finalize_object (builder);
  destroy (dialog);
}

/* --- long work --- */

typedef struct
{
  gint begun;
  gint freed;
  gboolean ended;
  gboolean cancelled;
} Job;

static gboolean
quick_work (
    gpointer data, CsProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  progress (1, 2, progress_data);
  g_atomic_int_set (&((Job *) data)->begun, 1);
  return TRUE;
}

static gboolean
endless_work (
    gpointer data, CsProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_atomic_int_set (&((Job *) data)->begun, 1);
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_usleep (1000);
  return FALSE;
}

static void
ended_cb (CsWorkBar *bar, gpointer data, const GError *error)
{
  Job *job = data;

  job->ended = TRUE;
  job->cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
job_freed (gpointer data)
{
  g_atomic_int_inc (&((Job *) data)->freed);
}

static void
wait_freed (Job *job)
{
  for (guint i = 0; g_atomic_int_get (&job->freed) == 0 && i < 200; i++)
    spin (10);
  g_assert_cmpint (g_atomic_int_get (&job->freed), ==, 1);
}

static void
test_work (void)
{
  GtkWidget *window = gtk_window_new ();
  CsWorkBar *bar = CS_WORK_BAR (cs_work_bar_new ());
  Job quick = { 0 };
  Job endless = { 0 };
  Job refused = { 0 };

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bar));
  draw (window);
  g_assert_true (cs_work_bar_run (bar, "mẫu", FALSE, quick_work, ended_cb, &quick, job_freed));
  wait_freed (&quick);
  g_assert_true (quick.ended);
  g_assert_false (quick.cancelled);
  g_assert_true (cs_work_bar_run (bar, "mẫu 2", TRUE, endless_work, ended_cb, &endless, job_freed));
  g_assert_true (cs_work_bar_is_busy (bar));
  g_assert_true (shows (bar, "mẫu 2"));
  g_assert_false (cs_work_bar_run (bar, "mẫu 3", TRUE, quick_work, ended_cb, &refused, job_freed));
  g_assert_cmpint (refused.freed, ==, 1);
  spin (250); /* it shows that it lives */
  cs_work_bar_cancel (bar);
  wait_freed (&endless);
  g_assert_true (endless.cancelled);
  g_assert_false (cs_work_bar_is_busy (bar));
  destroy (window);
}

static void
test_work_left_behind (void)
{
  GtkWidget *window = gtk_window_new ();
  CsWorkBar *bar = CS_WORK_BAR (cs_work_bar_new ());
  Job endless = { 0 };

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bar));
  draw (window);
  cs_work_bar_run (bar, "mẫu", TRUE, endless_work, ended_cb, &endless, job_freed);
  destroy (window);
  wait_freed (&endless);
  g_assert_false (endless.ended); /* nobody is left to tell */
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
  spin (100);
  while (n_windows (application) > 0)
    destroy (window_at (application, 0));
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

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/shell/settings/recent", test_recent);
  g_test_add_func ("/shell/settings/members", test_members);
  g_test_add_func ("/shell/settings/size", test_size);
  g_test_add_func ("/shell/window/empty", test_empty_window);
  g_test_add_func ("/shell/window/book", test_book);
  g_test_add_func ("/shell/window/pages", test_pages);
  g_test_add_func ("/shell/window/other-book", test_other_book);
  g_test_add_func ("/shell/window/undo-delete", test_undo_delete);
  g_test_add_func ("/shell/window/file-gone", test_file_gone);
  g_test_add_func ("/shell/welcome", test_welcome);
  g_test_add_func ("/shell/new-book/draft", test_draft);
  g_test_add_func ("/shell/new-book/window", test_new_book);
  g_test_add_func ("/shell/new-book/abandoned", test_new_book_abandoned);
  g_test_add_func ("/shell/preferences", test_preferences);
  g_test_add_func ("/shell/shortcuts", test_shortcuts);
  g_test_add_func ("/shell/work/run", test_work);
  g_test_add_func ("/shell/work/left-behind", test_work_left_behind);
  g_test_add_func ("/shell/application", test_application);
  return g_test_run ();
}
