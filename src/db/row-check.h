/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

G_BEGIN_DECLS

/* Whether the rows of a book are those that its sums were made of, see db/row-sum.h. */

/* cs_row_sums_compare: reads all rows; appends a sentence on each table, by name, that is not as row_sum
 * says, and one on those behind the search together. */
gboolean cs_row_sums_compare (CsDb *db, GPtrArray *problems, GError **error);

G_END_DECLS
