/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "probe.h"
#include "remove-tree.h"
#include "exchange/sample.h"
#include "sample-book.h"
#include "service/book/store-opening.h"
#include "ui/app/import-window.h"
#include "ui/app/window-private.h"
#include "ui/dossiers/dossiers-page.h"
#include "ui/print/preview-window.h"
#include "ui/results/results-page.h"
#include "ui/shared/dossier-order.h"
#include "ui/widgets/settings.h"

#include <glib/gstdio.h>
#include <time.h>

/* With a book of some thousand products no turn of the main loop takes so long that a person would see the
 * window stand still. What counts is the time that the thread had, not what passed meanwhile: other programs
 * that want the machine must not let this fail. */

#define PRODUCTS 3000
#define ROWS     5000
#define MEMBERS  5
#ifdef __OPTIMIZE__
#define LONGEST 100.0 /* milliseconds */
#else
#define LONGEST 150.0 /* our own part is slower then, which the labels below do not show */
#endif

/* How long making so many labels takes where the limit was set, by the program as it is released: a slower
 * processor, a debugging build, checks of the memory or a sanitizer get more. */
#define LABELS    3000
#define LABELS_MS 45.0

/* GTK throws the widgets of 200 rows away at once when a list gets another order. */
#define REORDERED 1.5

static double last_out, longest, allowed, usual;
static const char *doing = "";

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static int
poll_cb (GPollFD *fds, guint n, int timeout)
{
  double turn = cpu_ms () - last_out;
  int ready;

  if (turn > longest)
    longest = turn;
  if (turn > allowed)
    g_error ("%s: a turn of the main loop took %.0f ms, %.0f are allowed", doing, turn, allowed);
  ready = g_poll (fds, n, timeout);
  last_out = cpu_ms ();
  return ready;
}

static double
measure_labels (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  double from = cpu_ms ();

  for (guint i = 0; i < LABELS; i++)
    gtk_box_append (GTK_BOX (box), gtk_label_new ("Sản phẩm"));
  g_object_unref (box);
  return cpu_ms () - from;
}

static void
begin (const char *what)
{
  allowed = usual;
  g_test_message ("%s; the longest turn until now took %.0f of %.0f ms", what, longest, allowed);
  doing = what;
  longest = 0;
  last_out = cpu_ms ();
}

static char *
make_book (void)
{
  CsSampleOptions options = { .products = PRODUCTS, .members = MEMBERS, .seed = 1 };
  g_autofree char *folder = g_dir_make_tmp ("chamsao-frames-XXXXXX", NULL);
  char *path = g_build_filename (folder, "large.chamsao", NULL);
  g_autoptr (GError) error = NULL;
  CsStore *store = cs_sample_create (path, &options, NULL, NULL, &error);

  g_assert_no_error (error);
  g_object_unref (store);
  return path;
}

static void
remove_book (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  remove_tree (folder);
}

static gboolean
is_settled (CsStore *store)
{
  g_autoptr (CsOpening) opening = cs_store_get_opening (store);

  return opening == NULL;
}

/* Without the form of the scoring page and the council's view, which are made of hundreds of rows whose texts
 * wrap. */
static void
show_pages (CsWindow *window)
{
  static const char *const names[] = { "dossiers", "session", "results", "log", "overview" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      begin (names[i]);
      cs_window_show_page (window, names[i]);
      probe_settle ();
    }
}

/* By every column, and back. */
static void
sort_page (CsWindow *window, const char *name, GType type)
{
  GtkColumnView *view;

  cs_window_show_page (window, name);
  probe_settle ();
  view = probe_find (probe_first (window, type), GTK_TYPE_COLUMN_VIEW, "view");
  for (int order = 0; order < CS_DOSSIER_N_ORDERS; order++)
    for (int descending = 0; descending < 2; descending++)
      {
        begin ("sorting");
        allowed = usual * REORDERED;
        cs_dossier_order_set (view, (CsDossierOrder) order, descending != 0);
        probe_settle ();
      }
}

static void
search_page (CsWindow *window)
{
  static const char *const typed[] = { "m", "ma", "mau", "mau 1", "", "bu", "84 842", "xyz", "" };
  GtkWidget *page = probe_first (window, CS_TYPE_DOSSIERS_PAGE);
  gpointer entry = probe_find (page, GTK_TYPE_SEARCH_ENTRY, "search");

  cs_window_show_page (window, "dossiers");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      begin ("searching");
      allowed = usual * REORDERED;
      gtk_editable_set_text (entry, typed[i]);
      g_signal_emit_by_name (entry, "search-changed");
      probe_settle ();
    }
}

static void
preview_summary (CsWindow *window)
{
  GtkWidget *preview;

  begin ("the summary");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-summary", "(ss)", "", "");
  preview = probe_find_window (CS_TYPE_PREVIEW_WINDOW);
  g_assert_nonnull (preview);
  probe_finish_work ();
  probe_settle ();
  g_assert_true (probe_shows (preview, " pages"));
  gtk_widget_activate_action (preview, "preview.zoom-in", NULL);
  probe_settle ();
  probe_destroy (preview);
}

/* Looked at, taken into the book, and all that comes of it. */
static void
import_list (CsWindow *window, CsStore *store, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) rows = g_string_new ("product,producer,producer_kind,unit,form,kind,round\n");
  GtkWidget *import = cs_import_window_new (GTK_WINDOW (window), store);
  gpointer left = import;

  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf (rows, "Gạo số %u (mẫu),Hợp tác xã Mẫu %u,cooperative,29236,3,first,district-1\n",
                            i, i / 3);
  g_assert_true (g_file_set_contents (path, rows->str, (gssize) rows->len, NULL));
  probe_draw (import);
  begin ("looking at a list");
  cs_import_window_set_file (CS_IMPORT_WINDOW (import), file);
  probe_finish_work ();
  g_assert_true (probe_shows (import, "rows in order"));
  begin ("importing it");
  g_object_add_weak_pointer (G_OBJECT (import), &left);
  g_assert_true (gtk_widget_activate_action (import, "import.run", NULL));
  probe_finish_work ();
  probe_until (left == NULL);
  probe_settle ();
  g_unlink (path);
}

static void
test_frames (void)
{
  g_autofree char *path = make_book (), *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  CsStore *store;
  CsWindow *window = cs_window_new (NULL);

  usual = LONGEST * MAX (1, measure_labels () / LABELS_MS);
  probe_draw (window);
  g_main_context_set_poll_func (NULL, poll_cb);
  g_test_message ("%d labels took %.1f ms of %.1f", LABELS, usual / LONGEST * LABELS_MS, LABELS_MS);
  begin ("opening");
  store = cs_store_open_early (path, &error);
  g_assert_no_error (error);
  cs_window_set_store (window, store);
  probe_until (is_settled (store));
  probe_settle ();
  g_assert_true (probe_shows (window, "Tỉnh Trà Vinh"));
  show_pages (window);
  sort_page (window, "dossiers", CS_TYPE_DOSSIERS_PAGE);
  sort_page (window, "results", CS_TYPE_RESULTS_PAGE);
  search_page (window);
  preview_summary (window);
  import_list (window, store, folder);
  begin ("closing");
  g_main_context_set_poll_func (NULL, NULL);
  probe_destroy (window);
  g_object_unref (store);
  remove_book (path);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/frames", test_frames);
  return g_test_run ();
}
