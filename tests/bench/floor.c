/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "resident.h"

#include <adwaita.h>

/* floor SINCE: the least that a libadwaita program can do: an empty window. Prints the milliseconds from
 * SINCE (monotonic, nanoseconds) to the end of its first frame, and the kilobytes that are resident when
 * nothing is left to do. */

static gint64 since;
static gboolean painted;

static gboolean
nothing_left_cb (gpointer data)
{
  g_print ("resident %ld\n", resident_kilobytes ());
  _exit (0);
}

static void
painted_cb (void)
{
  gint64 spent = g_get_monotonic_time () - since / 1000;

  if (painted)
    return;
  painted = TRUE;
  g_print ("frame %" G_GINT64_FORMAT ".%03d\n", spent / 1000, (int) (spent % 1000));
  g_timeout_add_full (G_PRIORITY_LOW + 100, 20, nothing_left_cb, NULL, NULL);
}

static void
activated_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  gtk_widget_realize (window);
  g_signal_connect (gtk_native_get_surface (GTK_NATIVE (window)) != NULL ? gtk_widget_get_frame_clock (window)
                                                                         : NULL,
                    "after-paint", G_CALLBACK (painted_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("vn.chamsao.Floor", G_APPLICATION_NON_UNIQUE);

  g_assert_cmpint (argc, ==, 2);
  since = g_ascii_strtoll (argv[1], NULL, 10);
  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}
