/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One connection to a book. This folder is the only one that knows SQLite. */
typedef struct _CsDb CsDb;

/* A transaction on it, see db/transaction.h: what writes takes it as proof that there is one. */
typedef struct _CsTransaction CsTransaction;

/* Returns: the row of the last INSERT. */
gint64 cs_db_last_id (CsDb *db);

/* Returns: schema version of the open book. */
int cs_db_version (CsDb *db);

G_END_DECLS
