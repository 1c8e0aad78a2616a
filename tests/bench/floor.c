/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

/* floor SINCE: the least that a libadwaita program can do: an empty window. Prints the milliseconds from
 * SINCE (monotonic, nanoseconds) to the end of its first frame. */

static gint64 since;

static void
painted_cb (void)
{
  g_print ("%.3f\n", (double) (g_get_monotonic_time () - since / 1000) / 1000);
  _exit (0);
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
