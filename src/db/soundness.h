/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

G_BEGIN_DECLS

/* Whether a file that SQLite finds in order is also the book that the program wrote. */

/* cs_db_check_references: appends a sentence for each row that refers to one that is not there. @tables:
 * (nullable): only rows of these, NULL for all */
gboolean cs_db_check_references (CsDb *db, const char *const *tables, GPtrArray *problems, GError **error);

/**
 * cs_db_is_sound:
 * @problems: (nullable): gets a sentence for everything that is wrong
 *
 * What no page of the file tells: does its schema stand as the program made it, and is everything there that
 * rows refer to? The answers of score sheets are left out: they are many, and the check of a book looks at
 * them.
 *
 * Returns: FALSE with CS_ERROR_CORRUPT that tells the first finding
 */
gboolean cs_db_is_sound (CsDb *db, GPtrArray *problems, GError **error);

/* cs_db_check: SQLite's own integrity and foreign key checks; appends a sentence for each finding. */
gboolean cs_db_check (CsDb *db, GPtrArray *problems, GError **error);

G_END_DECLS
