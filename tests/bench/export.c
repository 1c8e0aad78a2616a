/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export.h"
#include "timing.h"

/* export BOOK FILE: prints the milliseconds that the XML takes, without opening and checking the book. */

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = NULL;
  Timing timing = { 0 };

  g_assert_cmpint (argc, ==, 3);
  store = cs_store_open (argv[1], &error);
  g_assert_no_error (error);
  timing_start (&timing);
  cs_export_xml (store, argv[2], NULL, NULL, NULL, NULL, &error);
  timing_stop (&timing);
  g_assert_no_error (error);
  timing_print (&timing, "export");
  return 0;
}
