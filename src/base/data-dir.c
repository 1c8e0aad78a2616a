/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/data-dir.h"

#include "config.h"

char *
cs_data_dir (void)
{
  const char *dir = g_getenv ("CHAMSAO_DATADIR");

  return g_strdup (dir != NULL && *dir != '\0' ? dir : CS_DATADIR);
}
