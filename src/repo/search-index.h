/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/transaction.h"

G_BEGIN_DECLS

/* The words dossiers are found by: those of product, producer and code, folded. Nothing in it is a record: it
 * is made again from the rows. */

/* Makes the dossier findable. */
gboolean cs_search_index_add (CsTransaction *transaction, gint64 dossier, GError **error);

/* Returns: (transfer full) (element-type gint64): dossiers in which every word of @words begins a word. */
GArray *cs_search_index_match (CsDb *db, const char *words, GError **error);

/* cs_search_index_remake: throws the index away, whatever is in it, and makes it anew from all dossiers; what
 * the sums of rows know of it is counted again. @n: (out): how many dossiers */
gboolean cs_search_index_remake (CsTransaction *transaction, guint *n, GError **error);

G_END_DECLS
