/* SPDX-License-Identifier: GPL-3.0-or-later */
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
  g_assert_cmpuint (n_dossiers (fixture), ==, 1);
}

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  show (fixture, "Gạo mẫu,Hợp tác xã Mẫu,cooperative,29236,3,first,district-1\nBánh mẫu,Hộ "
                 "Mẫu,bakery,29236,5,first,district-1\n");
  gtk_widget_activate_action (fixture->window, "import.run", NULL); /* switched off */
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
  return g_test_run ();
}
