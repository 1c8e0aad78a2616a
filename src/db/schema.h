/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

G_BEGIN_DECLS

/* Returns: the version this program writes. */
int cs_db_current_version (void);

/**
 * cs_db_migrate:
 * Brings the file to the present version, all steps in the caller's transaction, which has to write how it
 * came about into the log (see repo/migration.h); for a new book too.
 */
gboolean cs_db_migrate (CsTransaction *transaction, GError **error);

/* cs_db_set_references: whether rows that others refer to are kept from vanishing; migrations make tables
 * anew. Only outside transactions. */
gboolean cs_db_set_references (CsDb *db, gboolean watched, GError **error);

/* cs_db_check_schema: are tables, triggers and views as the migrations up to the file's own version made
 * them? Appends a sentence for each that is not. @guards: whether a missing trigger is told as well: without
 * it the book reads as before, and only the audit of its log tells what was done meanwhile */
gboolean cs_db_check_schema (CsDb *db, gboolean guards, GPtrArray *problems, GError **error);

G_END_DECLS
