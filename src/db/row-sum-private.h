/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle-private.h"

/* Begins to watch the rows of all tables; not before the schema is the present one. */
gboolean _cs_row_sums_watch (CsDb *db, GError **error);
void _cs_row_sums_free (CsRowSums *sums);

/* Forgets what was collected, since it was rolled back. */
void _cs_row_sums_drop (CsDb *db);

/* Returns: whether rows were changed that row_sum does not know of. */
gboolean _cs_row_sums_is_behind (CsDb *db);
