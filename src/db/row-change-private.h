/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle-private.h"

/* For the hook of row-sum.c: a row of @table is about to be changed. Returns: FALSE when it cannot be read.
 */
gboolean _cs_row_changes_note (CsRowChanges *self, sqlite3 *handle, int operation, const char *table);

/* Forgets what was kept: the transaction has ended. */
void _cs_row_changes_drop (CsDb *db);
void _cs_row_changes_free (CsRowChanges *self);
