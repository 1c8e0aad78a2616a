/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): the folder of the data that come with the program: $CHAMSAO_DATADIR, else where
 * it was installed. */
char *cs_data_dir (void);

G_END_DECLS
