/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Measures of the benchmarks: each program prints "name milliseconds" lines, tests/bench/run makes the table.
 */

typedef struct
{
  GArray *samples; /* (element-type gint64): microseconds */
  gint64 since;
} Timing;

static inline void
timing_start (Timing *timing)
{
  if (timing->samples == NULL)
    timing->samples = g_array_new (FALSE, FALSE, sizeof (gint64));
  timing->since = g_get_monotonic_time ();
}

static inline void
timing_stop (Timing *timing)
{
  gint64 spent = g_get_monotonic_time () - timing->since;

  g_array_append_val (timing->samples, spent);
}

static inline int
timing_compare (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* Prints the median and the slowest. */
static inline void
timing_print (Timing *timing, const char *name)
{
  gint64 median, slowest;

  g_array_sort (timing->samples, timing_compare);
  median = g_array_index (timing->samples, gint64, timing->samples->len / 2);
  slowest = g_array_index (timing->samples, gint64, timing->samples->len - 1);
  g_print ("%s %" G_GINT64_FORMAT ".%03d\n", name, median / 1000, (int) (median % 1000));
  g_print ("%s.slowest %" G_GINT64_FORMAT ".%03d\n", name, slowest / 1000, (int) (slowest % 1000));
  g_clear_pointer (&timing->samples, g_array_unref);
}

/* Adds the median of @timing to @medians and forgets the rest. */
static inline void
timing_keep_median (Timing *timing, Timing *medians)
{
  g_array_sort (timing->samples, timing_compare);
  if (medians->samples == NULL)
    medians->samples = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (medians->samples, g_array_index (timing->samples, gint64, timing->samples->len / 2));
  g_clear_pointer (&timing->samples, g_array_unref);
}

static inline void
timing_print_slowest (Timing *timing, const char *name)
{
  gint64 slowest;

  g_array_sort (timing->samples, timing_compare);
  slowest = g_array_index (timing->samples, gint64, timing->samples->len - 1);
  g_print ("%s %" G_GINT64_FORMAT ".%03d\n", name, slowest / 1000, (int) (slowest % 1000));
  g_clear_pointer (&timing->samples, g_array_unref);
}

G_END_DECLS
