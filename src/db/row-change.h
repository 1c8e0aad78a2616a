/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

G_BEGIN_DECLS

/* What a transaction does to the rows of chosen tables, as SQLite tells it: no command can forget to say it.
 */

typedef struct
{
  const char *table;
  const char *const *columns; /* (array zero-terminated=1) */
  char **before;              /* (nullable) (array): one text a column, each nullable; NULL: the row is new */
  char **after;               /* (nullable) (array): NULL: the row is gone */
} CsRowChange;

/* cs_row_changes_keep: from now on the changes of @tables (zero-terminated) are kept. A second call does
 * nothing. */
gboolean cs_row_changes_keep (CsDb *db, const char *const *tables, GError **error);

/* cs_row_changes_pause: keeps nothing until the transaction that runs has ended. */
void cs_row_changes_pause (CsDb *db);

/* Returns: (transfer full) (element-type CsRowChange): what changed since the last time, in its order. */
GPtrArray *cs_row_changes_take (CsDb *db);

/* Returns: (transfer none) (nullable): the text of a column: as it is now or, of a row that is gone, was. */
const char *cs_row_change_cell (const CsRowChange *change, const char *column);

G_END_DECLS
