/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

G_BEGIN_DECLS

typedef struct _CsQuery CsQuery;

/**
 * cs_query:
 * @sql: (transfer none): static SQL with named parameters; statements are cached by this pointer
 *
 * A query remembers its first error and then does nothing more; cs_query_done() tells it. So a reading loop
 * has one place to look for failure.
 *
 * Returns: (transfer full): a query to bind and step
 */
CsQuery *cs_query (CsDb *db, const char *sql);
void cs_query_set_text (CsQuery *query, const char *name, const char *value); /* NULL binds NULL */
void cs_query_set_int (CsQuery *query, const char *name, gint64 value);
gboolean cs_query_takes (CsQuery *query, const char *name); /* has it a parameter called so? */
gboolean cs_query_next (CsQuery *query);
gint64 cs_query_int (CsQuery *query, int column);
const char *cs_query_text (CsQuery *query, int column); /* (transfer none) (nullable), until the next step */
gsize cs_query_length (CsQuery *query, int column);     /* of its text in bytes, also behind a NUL */
char *cs_query_dup (CsQuery *query, int column);        /* (transfer full): "" for NULL */
char *cs_query_dup_or_null (CsQuery *query, int column);
gboolean cs_query_is_null (CsQuery *query, int column);

/* cs_query_done: ends the query (it must not be used any more). Returns: FALSE with its first error. */
gboolean cs_query_done (CsQuery *query, GError **error);

/* cs_query_run: steps a query without rows to its end and frees it. */
gboolean cs_query_run (CsQuery *query, GError **error);

/* cs_query_run_changed: as cs_query_run(), and CS_ERROR_CONFLICT when no row was changed (a stale edit). */
gboolean cs_query_run_changed (CsQuery *query, GError **error);

/* cs_query_one_int: the first column of the first row into @value; FALSE without error when there is no row.
 */
gboolean cs_query_one_int (CsQuery *query, gint64 *value, GError **error);
void cs_query_free (CsQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsQuery, cs_query_free)

G_END_DECLS
