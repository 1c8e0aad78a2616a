/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "service/dossiers/dossier-list.h"
#include "ui/app/import-window.h"
#include "probe.h"
#include "sample-book.h"
#include "service/dossiers/dossiers.h"

#include <glib/gstdio.h>

/* The window reads a list before anything is kept, names what is wrong, and imports only what is whole. */

typedef struct
{
  CsStore *store;
  GtkWidget *window;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  int fd = g_file_open_tmp ("list-XXXXXX.csv", &fixture->path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  fixture->store = sample_book_new ();
  fixture->window = g_object_ref (cs_import_window_new (NULL, fixture->store));
  probe_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      g_assert_finalize_object (fixture->window);
    }
  g_unlink (fixture->path);
  g_free (fixture->path);
  sample_book_free (fixture->store);
}

static void
show (Fixture *fixture, const char *rows)
{
  g_autofree char *text = g_strconcat ("product,producer,producer_kind,unit,form,kind,round\n", rows, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  cs_import_window_set_file (CS_IMPORT_WINDOW (fixture->window), file);
  probe_finish_work ();
}

/* A list that takes long enough for somebody to get impatient. */
static void
show_many (Fixture *fixture, guint n)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows, "Gạo số %u (mẫu),Hợp tác xã Mẫu %u,cooperative,29236,3,first,district-1\n",
                            i, i / 3);
  show (fixture, rows->str);
}

static guint
n_dossiers (Fixture *fixture)
{
  CsDossierFilter all = { 0 };
  g_autoptr (GArray) keys = cs_dossiers_list (fixture->store, &all, NULL);

  return keys->len;
}

static void
test_good (Fixture *fixture, gconstpointer data)
{
  show (fixture, "Gạo mẫu,Hợp tác xã Mẫu,cooperative,29236,3,first,district-1\n");
  g_assert_cmpuint (n_dossiers (fixture), ==, 0); /* only looked at */
  g_assert_true (gtk_widget_activate_action (fixture->window, "import.run", NULL));
  g_clear_object (&fixture->window); /* it closes itself */
  probe_finish_work ();
  g_assert_cmpuint (n_dossiers (fixture), ==, 1);
}

typedef struct
{
  Fixture *fixture;
  double seen; /* of the progress bar */
  gboolean tried;
} Impatient;

/* Runs while rows are taken: the window lives, nobody else writes, and somebody closes it. */
static gboolean
close_cb (gpointer data)
{
  Impatient *impatient = data;
  GtkWidget *window = impatient->fixture->window;
  GtkProgressBar *progress = probe_first (window, GTK_TYPE_PROGRESS_BAR);
  g_autoptr (GError) error = NULL;

  impatient->seen = gtk_progress_bar_get_fraction (progress);
  if (impatient->seen <= 0)
    return G_SOURCE_CONTINUE;
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (progress)));
  g_assert_false (gtk_widget_get_sensitive (probe_button (window, "_Import")));
  g_free (cs_dossiers_add (impatient->fixture->store,
                           &(CsNewDossier){ .product = "Trà (mẫu)",
                                            .producer = "Hộ Mẫu",
                                            .producer_kind = "household",
                                            .unit = "29236",
                                            .form = 1,
                                            .kind = "first",
                                            .round = "district-1" },
                           &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_CONFLICT);
  gtk_window_close (GTK_WINDOW (window));
  impatient->tried = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  Impatient impatient = { fixture };

  show_many (fixture, 2000);
  g_assert_true (probe_shows (fixture->window, "2000 rows in order"));
  g_timeout_add (1, close_cb, &impatient);
  g_assert_true (gtk_widget_activate_action (fixture->window, "import.run", NULL));
  probe_finish_work ();
  g_assert_true (impatient.tried);
  g_assert_cmpuint (n_dossiers (fixture), ==, 0);
  /* it closed when the work had ended, and the book takes commands again */
  g_assert_false (gtk_widget_get_visible (fixture->window));
  g_clear_object (&fixture->window);
  g_free (sample_book_add_dossier (fixture->store, "29236", 1, "district-1"));
  g_assert_cmpuint (n_dossiers (fixture), ==, 1);
}

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  show (fixture, "Gạo mẫu,Hợp tác xã Mẫu,cooperative,29236,3,first,district-1\nBánh mẫu,Hộ "
                 "Mẫu,bakery,29236,5,first,district-1\n");
  gtk_widget_activate_action (fixture->window, "import.run", NULL); /* switched off */
  probe_finish_work ();
  g_assert_cmpuint (n_dossiers (fixture), ==, 0);
  g_assert_true (probe_shows (fixture->window, ":3: producer_kind:"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/import/good", Fixture, NULL, set_up, test_good, tear_down);
  g_test_add ("/import/bad", Fixture, NULL, set_up, test_bad, tear_down);
  g_test_add ("/import/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  return g_test_run ();
}
