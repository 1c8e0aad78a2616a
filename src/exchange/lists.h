/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/list-kind.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/**
 * cs_list_import:
 * @table: the list as it was read; that may be done in another thread. Its columns get their names
 * @dry_run: everything is checked, nothing is kept
 * @problems: (element-type utf8): gets "file:line: column: message" for every bad row
 * @notes: (element-type utf8): gets what was taken but deserves a look, such as a row that could not be
 * placed
 * @n_rows: (out): rows in the list
 *
 * Takes a list into the book: all rows or none. What was set with cs_store_set_step() is asked between rows.
 *
 * Returns: FALSE with CS_ERROR_INVALID when any row is bad, with G_IO_ERROR_CANCELLED, or with another error
 * of the book
 */
gboolean cs_list_import (CsStore *store,
                         CsListKind kind,
                         CsCsvTable *table,
                         gboolean dry_run,
                         GPtrArray *problems,
                         GPtrArray *notes,
                         guint *n_rows,
                         GError **error);

G_END_DECLS
