/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One connection to a book. This folder is the only one that knows SQLite. */
typedef struct _CsDb CsDb;

/* A transaction on it, see db/transaction.h: what writes takes it as proof that there is one. */
typedef struct _CsTransaction CsTransaction;

/**
 * CsTransactionStep:
 * @done: of @total steps of work that grows with the rows that were changed are done
 *
 * Returns: FALSE with @error to give the transaction up
 */
typedef gboolean (*CsTransactionStep) (guint done, guint total, gpointer data, GError **error);

/* Returns: the row of the last INSERT. */
gint64 cs_db_last_id (CsDb *db);

/* Returns: schema version of the open book. */
int cs_db_version (CsDb *db);

G_END_DECLS
