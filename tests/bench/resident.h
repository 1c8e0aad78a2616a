/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdio.h>
#include <unistd.h>

/* Returns: resident memory of this process in kilobytes. */
static inline long
resident_kilobytes (void)
{
  long size = 0, resident = 0;
  FILE *file = fopen ("/proc/self/statm", "r");

  if (file == NULL || fscanf (file, "%ld %ld", &size, &resident) != 2)
    resident = 0;
  if (file != NULL)
    fclose (file);
  return resident * (sysconf (_SC_PAGESIZE) / 1024);
}
