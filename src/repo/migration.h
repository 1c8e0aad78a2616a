/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"

G_BEGIN_DECLS

/**
 * cs_migration_run:
 * Brings a book of an older version to the present one, in one transaction: before, its rows are held against
 * its log, since what somebody did from outside must not be summed with the rest; then the tables are made
 * anew, all rows are summed, and the log gets its line. A book that did not fit its log goes on not to fit,
 * and the line says what was found.
 *
 * A book of the present version is left as it is. After a failure the file is as it was, and @db has to be
 * closed.
 */
gboolean cs_migration_run (CsDb *db, GError **error);

G_END_DECLS
