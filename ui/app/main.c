/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/application.h"
#include "base/locale.h"
#include "config.h"

#include <signal.h>

int
main (int argc, char **argv)
{
  g_autoptr (CsApplication) application = NULL;

  cs_locale_init ();
  signal (SIGXFSZ, SIG_IGN); /* a file too large is an error like a full disk, not the end */
  gtk_disable_setlocale ();
  /* the name under which the desktop and assistive technology know the program */
  g_set_prgname (CS_APP_ID);
  application = cs_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
