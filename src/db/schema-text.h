/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_schema_text_fold:
 * @sql: the text of a table, index, trigger or view as SQLite keeps it
 *
 * SQLite writes texts anew when a table is altered, and one version of it quotes or spaces them otherwise
 * than the next; what they say stays the same.
 *
 * Returns: (transfer full): the words and signs of @sql, each followed by a space: without comments, names
 * without quotes, in small letters but for texts
 */
char *cs_schema_text_fold (const char *sql);

G_END_DECLS
