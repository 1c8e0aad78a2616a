/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/application.h"
#include "base/locale.h"
#include "config.h"

/* first-frame SINCE [BOOK]: the program as main() runs it, with a book or with its welcome page. Prints the
 * milliseconds from SINCE (monotonic, nanoseconds) to the end of the first frame of its window. */

static gint64 since;

static void
painted_cb (void)
{
  g_print ("%.3f\n", (double) (g_get_monotonic_time () - since / 1000) / 1000);
  _exit (0);
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect_after (window, "realize", G_CALLBACK (realized_cb), NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (CsApplication) application = NULL;

  g_assert_cmpint (argc, >=, 2);
  since = g_ascii_strtoll (argv[1], NULL, 10);
  argv[1] = argv[0];
  cs_locale_init ();
  gtk_disable_setlocale ();
  g_set_prgname (CS_APP_ID);
  application = cs_application_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc - 1, argv + 1);
}
