/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"
#include "model/log.h"

G_BEGIN_DECLS

/**
 * cs_log_repo_list:
 * @dossier: (nullable): UUID; @code: (nullable): its code, for lines of before there were UUIDs in the log
 * @since: (nullable): moment
 * @below: only lines with a lower number
 * @takes: whether a line is wanted; the list ends when it has @most of those (0: never)
 *
 * What a member chose or noted is told never, and what was said about it (why a sheet was returned, what was
 * discussed) not before the product is closed.
 *
 * Returns: (transfer full) (element-type CsLogLine): the newest first; NULL on error
 */
GPtrArray *cs_log_repo_list (CsDb *db,
                             const char *dossier,
                             const char *code,
                             const char *since,
                             gint64 below,
                             guint most,
                             gboolean (*takes) (const CsLogLine *line, gpointer data),
                             gpointer data,
                             GError **error);

/* Returns: (transfer full) (element-type utf8): every name that signs a line, by name. */
GPtrArray *cs_log_repo_people (CsDb *db, GError **error);

G_END_DECLS
