/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "probe.h"
#include "service/book/store-opening.h"
#include "service/book/worker.h"
#include "ui/app/window-opening.h"
#include "ui/app/window-private.h"
#include "ui/shared/dossier-model.h"
#include "ui/widgets/settings.h"

#include <stdio.h>

/* Shows the books whose names come on standard input, one after the other, on every page of a window, and
 * answers a line each. What is refused is well: it must only end, in time and without a word of GLib. A
 * program, so that it may crash. */

static void
show_pages (CsWindow *window)
{
  static const char *const pages[] = { "overview", "dossiers", "score", "session",
                                       "results",  "councils", "log" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      cs_window_show_page (window, pages[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      probe_settle ();
    }
}

static void
show_book (const char *path)
{
  CsWindow *window = cs_window_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = cs_store_open_early (path, &error);

  if (store != NULL)
    cs_window_set_store (window, store);
  else
    cs_window_tell_failure (window, path, error);
  g_clear_object (&store);
  probe_draw (window);
  /* the book is looked through, and what is left of a damaged one is opened */
  probe_finish_work ();
  probe_finish_work ();
  probe_settle ();
  if (cs_window_get_store (window) != NULL)
    show_pages (window);
  probe_destroy (window);
  cs_worker_stop ();
}

int
main (int argc, char **argv)
{
  char line[4096];

  gtk_init ();
  adw_init ();
  probe_use_style ();
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_autofree char *path = g_strdup (g_strstrip (line));

      show_book (path);
      puts ("read");
      fflush (stdout);
    }
  return 0;
}
