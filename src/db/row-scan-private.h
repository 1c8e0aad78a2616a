/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle-private.h"
#include "db/row-hash-private.h"

/* Reading all rows, to make or to check the sums. */

/* The tables that are summed, as a condition on sqlite_schema m; what has no root page has no rows itself. */
#define CS_SUMMED                                                                                            \
  " m.type = 'table' AND m.rootpage > 0 AND m.name NOT IN ('audit', 'row_sum', 'typing')"                    \
  " AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "

/* Returns: (transfer full) (element-type utf8): the tables that are summed, by name; NULL on error. */
GPtrArray *_cs_row_scan_tables (CsDb *db, GError **error);

/* Sums all rows of @table. */
gboolean _cs_row_scan_sum (CsDb *db, const char *table, CsRowSum *sum, GError **error);
