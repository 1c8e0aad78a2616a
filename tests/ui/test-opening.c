/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "probe.h"
#include "remove-tree.h"
#include "sample-book.h"
#include "service/book/snapshot.h"
#include "service/book/store-damaged.h"
#include "service/book/store-opening.h"
#include "service/book/unread.h"
#include "service/book/worker.h"
#include "service/book/store-copies.h"
#include "service/book/files.h"
#include "service/dossiers/dossier-list.h"
#include "service/dossiers/dossiers.h"
#include "service/dossiers/evidence.h"
#include "base/error.h"
#include "exchange/sample.h"
#include "ui/app/application.h"
#include "ui/app/copies-window.h"
#include "ui/app/findings-window.h"
#include "ui/app/window-files-private.h"
#include "ui/app/window-opening.h"
#include "ui/app/window-private.h"
#include "ui/print/preview-window.h"
#include "ui/widgets/settings.h"

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A window whose book is still looked through, and the program before it has opened its book. */

static const char *const pages[] = {
  "overview", "dossiers", "score", "session", "results", "councils", "log"
};

/* A check that lasts until it is let go. */
typedef struct
{
  CsOpening *opening; /* (owned) */
  GThread *thread;
  GMutex lock;
  GCond changed;
  gboolean begun, let_go;
} Held;

static void
hold_cb (guint done, guint total, gpointer data)
{
  Held *held = data;

  g_mutex_lock (&held->lock);
  held->begun = TRUE;
  g_cond_broadcast (&held->changed);
  while (!held->let_go)
    g_cond_wait (&held->changed, &held->lock);
  g_mutex_unlock (&held->lock);
}

static gpointer
check_cb (gpointer data)
{
  Held *held = data;

  cs_opening_run (held->opening, hold_cb, held, NULL, NULL);
  return NULL;
}

static void
hold (Held *held, CsStore *store)
{
  held->opening = cs_store_get_opening (store);
  g_assert_nonnull (held->opening);
  g_mutex_init (&held->lock);
  g_cond_init (&held->changed);
  held->thread = g_thread_new ("check", check_cb, held);
  g_mutex_lock (&held->lock);
  while (!held->begun)
    g_cond_wait (&held->changed, &held->lock);
  g_mutex_unlock (&held->lock);
}

static void
let_go (Held *held)
{
  g_mutex_lock (&held->lock);
  held->let_go = TRUE;
  g_cond_broadcast (&held->changed);
  g_mutex_unlock (&held->lock);
  g_thread_join (held->thread);
  cs_opening_unref (held->opening);
  g_mutex_clear (&held->lock);
  g_cond_clear (&held->changed);
}

static gboolean
is_settled (CsStore *store)
{
  g_autoptr (CsOpening) opening = cs_store_get_opening (store);

  return opening == NULL;
}

/* Returns: (transfer full): the path of a book with some products, closed again. */
static char *
make_book (void)
{
  CsStore *store = sample_book_new ();
  char *path = g_strdup (cs_store_get_path (store));

  g_free (sample_book_add_dossier (store, "29236", 1, "district-1"));
  g_free (sample_book_add_dossier (store, "29236", 2, "district-2"));
  g_object_unref (store);
  return path;
}

static CsStore *
open_early (const char *path)
{
  g_autoptr (GError) error = NULL;
  CsStore *store = cs_store_open_early (path, &error);

  g_assert_no_error (error);
  return store;
}

/* However long the check takes, frames are drawn and pages filled; what is written waits for it. */
static void
test_long_check (void)
{
  g_autofree char *path = make_book ();
  CsStore *store = open_early (path);
  CsWindow *window = cs_window_new (NULL);
  Held held = { 0 };

  hold (&held, store);
  cs_window_set_store (window, store);
  probe_draw (window);
  g_assert_true (probe_shows (window, "Tỉnh Trà Vinh"));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      cs_window_show_page (window, pages[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, pages[i]);
    }
  g_assert_false (is_settled (store));
  let_go (&held);
  while (!is_settled (store))
    g_main_context_iteration (NULL, TRUE);
  g_free (sample_book_add_dossier (store, "29236", 3, "district-1"));
  probe_destroy (window);
  cs_worker_stop ();
  sample_book_free (store);
}

/* A window that goes while its book is looked through does not wait for it. */
static void
test_closed_meanwhile (void)
{
  g_autofree char *path = make_book ();
  CsStore *store = open_early (path);
  CsWindow *window = cs_window_new (NULL);
  Held held = { 0 };

  hold (&held, store);
  cs_window_set_store (window, store);
  probe_draw (window);
  probe_destroy (window);
  let_go (&held);
  cs_worker_stop ();
  sample_book_free (store);
}

/* Whoever may do everything may also write where nobody may: gives that away, and takes it back. */
static void
set_powerful (gboolean powerful)
{
  struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct powers[2] = { 0 };

  g_assert_cmpint (syscall (SYS_capget, &header, powers), ==, 0);
  for (guint i = 0; i < 2; i++)
    powers[i].effective = powerful ? powers[i].permitted : 0;
  g_assert_cmpint (syscall (SYS_capset, &header, powers), ==, 0);
}

/* A book on a medium that cannot be written: all pages, and a strip that says so on each. */
static void
test_reading_only (void)
{
  g_autofree char *path = make_book (), *folder = g_path_get_dirname (path);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, length_after;
  CsWindow *window = cs_window_new (NULL);
  CsStore *store;

  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  set_powerful (FALSE);
  store = open_early (path);
  g_assert_true (cs_store_is_reading_only (store));
  cs_window_set_store (window, store);
  probe_draw (window);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      cs_window_show_page (window, pages[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, pages[i]);
      g_assert_true (probe_shows (window, "Reading only"));
    }
  g_assert_null (cs_dossiers_add (store,
                                  &(CsNewDossier){ .product = "Trà (mẫu)",
                                                   .producer = "Hộ Mẫu",
                                                   .producer_kind = "household",
                                                   .unit = "29236",
                                                   .form = 1,
                                                   .kind = "first",
                                                   .round = "district-1" },
                                  &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_READ_ONLY);
  probe_destroy (window);
  cs_worker_stop ();
  g_clear_object (&store);
  set_powerful (TRUE);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  sample_book_free (open_early (path));
}

static void
spoil (const char *path)
{
  FILE *file = fopen (path, "a");

  g_assert_nonnull (file);
  fputs ("what was cut off another file", file);
  fclose (file);
}

/* Of a book that is damaged what is left is shown, and nothing leaves the program; what is wrong is listed,
 * and the ways back are beside it. */
static void
test_damaged (void)
{
  g_autofree char *path = make_book (), *before = NULL, *after = NULL;
  CsWindow *window = cs_window_new (NULL);
  gsize length, length_after;
  g_autoptr (GError) error = NULL;
  CsStore *store;
  GtkWindow *list, *dialog;

  spoil (path);
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  store = open_early (path);
  cs_window_set_store (window, store);
  probe_draw (window);
  probe_until (cs_window_get_store (window) != store);
  g_clear_object (&store);
  probe_until (cs_window_get_store (window) != NULL);
  store = g_object_ref (cs_window_get_store (window));
  g_assert_true (cs_store_is_damaged (store) && cs_store_is_reading_only (store));
  probe_settle ();
  g_assert_true (probe_shows (window, "is damaged"));
  probe_click (window, "What Is _Wrong…");
  list = probe_find_window (CS_TYPE_FINDINGS_WINDOW);
  g_assert_nonnull (list);
  probe_draw (list);
  g_assert_true (probe_shows (list, "1 Finding"));
  g_assert_true (probe_shows (list, "is damaged"));
  probe_click (list, "Automatic _Copies…");
  list = probe_find_window (CS_TYPE_COPIES_WINDOW);
  g_assert_nonnull (list);
  gtk_window_destroy (list);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print", NULL);
  g_assert_null (probe_find_window (CS_TYPE_PREVIEW_WINDOW));
  dialog = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (probe_shows (dialog, "no paper, export or copy"));
  gtk_window_destroy (dialog);
  g_assert_null (cs_store_snapshot (store, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_CORRUPT);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      cs_window_show_page (window, pages[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      g_assert_true (probe_shows (window, "is damaged"));
    }
  probe_destroy (window);
  cs_worker_stop ();
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
  sample_book_free (store);
}

/* What is no book at all is refused, with what is known of it. */
static void
test_no_book (void)
{
  CsStore *store = sample_book_new ();
  g_autofree char *folder = g_path_get_dirname (cs_store_get_path (store));
  g_autofree char *path = g_build_filename (folder, "la.chamsao", NULL);
  CsWindow *window = cs_window_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) none = NULL;

  g_assert_true (g_file_set_contents (path, "no book", -1, NULL));
  none = cs_store_open_early (path, &error);
  g_assert_error (error, CS_ERROR, CS_ERROR_CORRUPT);
  probe_draw (window);
  cs_window_tell_failure (window, path, error);
  probe_until (window->findings != NULL);
  g_assert_null (cs_window_get_store (window));
  g_assert_true (probe_shows (window, "is not a book"));
  g_assert_false (probe_shows (window, "What Is _Wrong…"));
  probe_destroy (window);
  cs_worker_stop ();
  sample_book_free (store);
}

/* What cannot be read is told, wherever it is missing; what is no longer there is not. */
static void
test_unread (void)
{
  CsStore *store = sample_book_new ();
  CsWindow *window = cs_window_new (NULL);

  cs_window_set_store (window, store);
  probe_draw (window);
  g_set_error (cs_store_unread (store), CS_ERROR, CS_ERROR_NOT_FOUND, "gone");
  probe_settle ();
  g_assert_false (probe_shows (window, "could not be read"));
  g_set_error (cs_store_unread (store), CS_ERROR, CS_ERROR_CORRUPT, "the first");
  g_assert_null (*cs_store_unread (store));
  g_assert_true (probe_shows (window, "could not be read and is missing from what is shown. the first"));
  g_set_error (cs_store_unread (store), CS_ERROR, CS_ERROR_CORRUPT, "the second");
  probe_settle ();
  g_assert_true (probe_shows (window, "the second"));
  probe_destroy (window);
  sample_book_free (store);
}

static guint
n_copies (const char *path)
{
  g_autoptr (GPtrArray) copies = cs_copies_list (path, NULL);

  return copies->len;
}

static void
add_paper (CsStore *store, GFile *file)
{
  g_autoptr (GArray) keys = cs_dossiers_list (store, &(CsDossierFilter){ 0 }, NULL);
  CsEvidence *paper = cs_evidence_new ();
  g_autoptr (GError) error = NULL;

  paper->dossier = g_array_index (keys, CsDossierKey, 0).dossier;
  paper->kind = g_strdup ("registration");
  cs_evidence_put (store, paper, file, &error);
  g_assert_no_error (error);
  cs_evidence_free (paper);
}

/* Opened, a book that changed is copied beside itself; from there one that is damaged can be taken. */
static void
test_copies (void)
{
  g_autofree char *path = make_book (), *copied = NULL, *text = NULL;
  CsWindow *window = cs_window_new (NULL);
  CsStore *store = open_early (path);
  GtkWindow *list;

  probe_draw (window);
  cs_window_set_store (window, store);
  probe_until (n_copies (path) == 1);
  cs_window_set_store (window, NULL);
  probe_settle (); /* what was begun beside the window is given up */
  g_clear_object (&store);
  store = open_early (path);
  cs_window_set_store (window, store);
  probe_until (is_settled (store));
  probe_settle ();
  probe_finish_work ();
  g_assert_cmpuint (n_copies (path), ==, 1); /* it had not changed */
  cs_window_set_store (window, NULL);
  probe_settle (); /* what was begun beside the window is given up */
  g_clear_object (&store);

  spoil (path);
  store = open_early (path);
  cs_window_set_store (window, store);
  probe_until (cs_window_get_store (window) != store);
  g_clear_object (&store);
  probe_until (cs_window_get_store (window) != NULL);
  store = g_object_ref (cs_window_get_store (window));
  g_assert_true (probe_shows (window, "is damaged"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copies", NULL);
  list = probe_find_window (CS_TYPE_COPIES_WINDOW);
  g_assert_nonnull (list);
  probe_draw (list);
  g_assert_true (probe_shows (list, "When the book was opened"));
  gtk_window_destroy (list);
  probe_destroy (window);
  cs_worker_stop ();
  sample_book_free (store);
}

/* A book without the files of its papers says so, and gets them. */
static void
test_files (void)
{
  g_autofree char *path = make_book (), *folder = g_path_get_dirname (path);
  g_autofree char *paper = g_build_filename (folder, "giay.txt", NULL);
  g_autofree char *files = g_strconcat (path, ".files", NULL);
  g_autofree char *elsewhere = g_build_filename (folder, "noi-khac", NULL);
  g_autofree char *moved = g_build_filename (elsewhere, "so.chamsao.files", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (paper);
  g_autoptr (GPtrArray) digests = NULL;
  g_autoptr (GFile) place = g_file_new_for_path (elsewhere);
  g_autoptr (GError) error = NULL;
  CsWindow *window = cs_window_new (NULL);
  CsStore *store = open_early (path);
  guint found = 0;

  g_assert_true (g_file_set_contents (paper, "giấy (mẫu)", -1, NULL));
  add_paper (store, file);
  digests = cs_evidence_digests (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_cmpint (g_rename (files, moved), ==, 0);
  g_assert_finalize_object (store);
  store = open_early (path);
  probe_draw (window);
  cs_window_set_store (window, store);
  probe_until (probe_shows (window, "not beside the book"));
  g_assert_true (probe_shows (window, "_Find Them…"));
  cs_files_adopt (path, place, digests, NULL, NULL, NULL, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found, ==, digests->len);
  _cs_window_look_for_files (window);
  probe_until (cs_notice_bar_get_text (window->notice) == NULL);
  probe_destroy (window);
  cs_worker_stop ();
  sample_book_free (store);
}

/* Before the book is there the window shows what it will be, and a failure leads to the welcome page. */
static void
test_awaited (void)
{
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "mẫu");
  CsWindow *window = cs_window_new (NULL);

  cs_settings_add_recent (cs_settings_get_default (), "/mau/so.chamsao", "Huyện Mẫu", 2024);
  cs_window_await_book (window, "/mau/so.chamsao");
  probe_draw (window);
  g_assert_true (gtk_widget_get_visible (window->sidebar));
  g_assert_true (probe_shows (window, "Opening the book…"));
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "Huyện Mẫu");
  g_assert_null (window->welcome);
  cs_window_tell_failure (window, "x.chamsao", error);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "welcome");
  g_assert_false (gtk_widget_get_visible (window->sidebar));
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "Chấm Sao");
  probe_destroy (window);
  cs_settings_remove_recent (cs_settings_get_default (), "/mau/so.chamsao");
}

/* --- the program --- */

static guint frames_without_book, frames;

static void
painted_cb (GdkFrameClock *clock, CsWindow *window)
{
  frames++;
  frames_without_book += cs_window_get_store (window) == NULL;
  if (cs_window_get_store (window) != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect_after (window, "realize", G_CALLBACK (realized_cb), NULL);
}

static void
run_program (char *path)
{
  CsApplication *application = cs_application_new ();
  char *argv[] = { (char *) "chamsao", path, NULL };

  frames = frames_without_book = 0;
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 2, argv), ==, 0);
  g_assert_cmpuint (frames, >, frames_without_book);
  cs_settings_set_last_book (cs_settings_get_default (), NULL);
  g_assert_finalize_object (application);
  probe_settle (); /* the copy is given up */
  cs_worker_stop ();
}

/* A small book is there in the first frame. */
static void
test_small_book (void)
{
  g_autofree char *path = make_book ();

  run_program (path);
  g_assert_cmpuint (frames_without_book, ==, 0);
  sample_book_free (open_early (path));
}

/* With a large one the first frame comes before the book, the next ones show it. */
static void
test_large_book (void)
{
  CsSampleOptions options = { .products = 3000, .members = 2, .seed = 1 };
  g_autofree char *folder = g_dir_make_tmp ("chamsao-opening-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.chamsao", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf about;

  g_object_unref (cs_sample_create (path, &options, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_size, >, 4 * 1024 * 1024);
  run_program (path);
  g_assert_cmpuint (frames_without_book, >=, 1);
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
  g_test_add_func ("/opening/long-check", test_long_check);
  g_test_add_func ("/opening/closed-meanwhile", test_closed_meanwhile);
  g_test_add_func ("/opening/reading-only", test_reading_only);
  g_test_add_func ("/opening/damaged", test_damaged);
  g_test_add_func ("/opening/no-book", test_no_book);
  g_test_add_func ("/opening/unread", test_unread);
  g_test_add_func ("/opening/copies", test_copies);
  g_test_add_func ("/opening/files", test_files);
  g_test_add_func ("/opening/awaited", test_awaited);
  g_test_add_func ("/opening/small-book", test_small_book);
  g_test_add_func ("/opening/large-book", test_large_book);
  return g_test_run ();
}
