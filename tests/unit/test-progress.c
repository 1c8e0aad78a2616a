/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/progress.h"

/* Where a dossier stands, for everything that can be known of it. */

static void
test_all (void)
{
  for (guint bits = 0; bits < 16; bits++)
    for (int stars = 0; stars <= 5; stars++)
      {
        CsProgressState state = { .recognised = bits & 1 ? 4 : 0,
                                  .closed = (bits & 2) != 0,
                                  .decided = (bits & 4) != 0,
                                  .forwarded = (bits & 8) != 0,
                                  .stars = stars };
        CsProgress found = cs_progress (&state);

        /* each class by its own words, so that none can hide in the order of the others */
        g_assert_cmpint (found == CS_PROGRESS_RECOGNISED, ==, state.recognised > 0);
        g_assert_cmpint (found == CS_PROGRESS_PIPELINE, ==,
                         state.recognised == 0 && (!state.closed || (state.forwarded && !state.decided)));
        g_assert_cmpint (found == CS_PROGRESS_WAITING, ==,
                         state.recognised == 0 && state.closed && !state.decided && !state.forwarded
                             && stars >= 3);
        g_assert_cmpint (found == CS_PROGRESS_FAILED, ==,
                         state.recognised == 0 && state.closed
                             && (state.decided || (!state.forwarded && stars < 3)));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/all", test_all);
  return g_test_run ();
}
