/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/new-book-draft.h"
#include "ui/app/new-book-window.h"
#include "ui/app/preferences-window.h"
#include "probe.h"
#include "ui/widgets/radio-row.h"
#include "ui/widgets/settings.h"
#include "ui/app/work-bar.h"

#include <glib/gstdio.h>

/* What a window is made of besides its pages: settings, dialogs, long work. */

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
  int width, height;
  gboolean maximized;

  cs_settings_set_window_size (settings, 900, 700, FALSE);
  cs_settings_set_window_size (settings, 100, 100, FALSE); /* no size to come back to */
  cs_settings_get_window_size (settings, &width, &height, &maximized);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 700);
  g_assert_false (maximized);
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
  probe_draw (dialog);
  g_assert_true (cs_radio_row_is_chosen (find_row (dialog, "26/2026/QĐ-TTg")));
  cs_radio_row_choose (find_row (dialog, "148/QĐ-TTg"));
  go_on (dialog);
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
  g_assert_null (find_row (dialog, "Xã Long Đức")); /* communes do not evaluate by this decision */
  cs_radio_row_choose (find_row (dialog, "Huyện Cầu Kè"));
  go_on (dialog);
  g_assert_nonnull (find_row (dialog, "No plan"));
  go_on (dialog);
  g_assert_true (probe_shows (dialog, "Huyện Cầu Kè"));
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  g_assert_nonnull (made);
  g_assert_cmpstr (cs_store_get_book (made)->unit, ==, "845");
  g_assert_cmpstr (cs_store_get_book (made)->plan, ==, "tra-vinh-2024");
  g_assert_cmpint (cs_store_get_book (made)->year, ==, 2024);
  probe_until (left == NULL);
  g_unlink (cs_store_get_path (made));
  g_assert_finalize_object (made);
}

static void
test_new_book_abandoned_must_not_fail (void)
{
  GtkWidget *dialog = cs_new_book_window_new (NULL);

  probe_draw (dialog);
  go_on (dialog);
  probe_destroy (dialog);
}

/* --- other dialogs --- */

static void
test_preferences (void)
{
  CsSettings *settings = cs_settings_get_default ();
  GtkWidget *dialog;

  cs_settings_set_large_text (settings, TRUE);
  dialog = cs_preferences_window_new (NULL);
  probe_draw (dialog);
  g_assert_true (probe_shows (dialog, "Large Text"));
  probe_destroy (dialog);
  g_assert_true (cs_settings_get_large_text (settings));
  g_assert_cmpint (cs_settings_get_color_scheme (settings), ==, CS_COLOR_SCHEME_DEFAULT);
  cs_settings_set_large_text (settings, FALSE);
}

static void
test_shortcuts (void)
{
  GtkBuilder *builder = gtk_builder_new_from_resource ("/vn/chamsao/ChamSao/app/shortcuts.ui");
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  probe_draw (dialog);
  g_assert_finalize_object (builder);
  probe_destroy (dialog);
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
  GPollFD cancelled;

  progress (1, 4, progress_data);
  g_atomic_int_set (&((Job *) data)->begun, 1);
  g_assert_true (g_cancellable_make_pollfd (cancellable, &cancelled));
  g_poll (&cancelled, 1, -1);
  g_cancellable_release_fd (cancellable);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
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
  probe_until (g_atomic_int_get (&job->freed) > 0);
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
  probe_draw (window);
  g_assert_true (cs_work_bar_run (bar, "mẫu", FALSE, quick_work, ended_cb, &quick, job_freed));
  wait_freed (&quick);
  g_assert_true (quick.ended);
  g_assert_false (quick.cancelled);
  g_assert_true (cs_work_bar_run (bar, "mẫu 2", TRUE, endless_work, ended_cb, &endless, job_freed));
  g_assert_true (cs_work_bar_is_busy (bar));
  g_assert_true (probe_shows (bar, "mẫu 2"));
  g_assert_false (cs_work_bar_run (bar, "mẫu 3", TRUE, quick_work, ended_cb, &refused, job_freed));
  g_assert_cmpint (refused.freed, ==, 1);
  probe_until (probe_shows (bar, "25 %")); /* it shows that it lives */
  cs_work_bar_cancel (bar);
  wait_freed (&endless);
  g_assert_true (endless.cancelled);
  g_assert_false (cs_work_bar_is_busy (bar));
  probe_destroy (window);
}

static void
test_work_left_behind (void)
{
  GtkWidget *window = gtk_window_new ();
  CsWorkBar *bar = CS_WORK_BAR (cs_work_bar_new ());
  Job endless = { 0 };

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bar));
  probe_draw (window);
  cs_work_bar_run (bar, "mẫu", TRUE, endless_work, ended_cb, &endless, job_freed);
  probe_destroy (window);
  wait_freed (&endless);
  g_assert_false (endless.ended); /* nobody is left to tell */
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
  g_test_add_func ("/shell/settings/recent", test_recent);
  g_test_add_func ("/shell/settings/members", test_members);
  g_test_add_func ("/shell/settings/size", test_size);
  g_test_add_func ("/shell/new-book/draft", test_draft);
  g_test_add_func ("/shell/new-book/window", test_new_book);
  g_test_add_func ("/shell/new-book/abandoned-must-not-fail", test_new_book_abandoned_must_not_fail);
  g_test_add_func ("/shell/preferences", test_preferences);
  g_test_add_func ("/shell/shortcuts", test_shortcuts);
  g_test_add_func ("/shell/work/run", test_work);
  g_test_add_func ("/shell/work/left-behind", test_work_left_behind);
  return g_test_run ();
}
