/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/transaction.h"

G_BEGIN_DECLS

/* cs_search_table_empty: throws away all that the table "search" and those behind it hold, whatever was
 * damaged of them. */
gboolean cs_search_table_empty (CsTransaction *transaction, GError **error);

G_END_DECLS
