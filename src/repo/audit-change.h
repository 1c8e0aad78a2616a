/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/transaction.h"

G_BEGIN_DECLS

/* What a command changed, field by field, beside its line of the log (table audit_change). Choices, notes and
 * PINs are never told: nobody reads them out of the log before their product is closed. */

/* cs_audit_changes_keep: from now on what is done to the rows of the book is kept for the log. */
gboolean cs_audit_changes_keep (CsDb *db, GError **error);

/* cs_audit_changes_add: writes down what changed since the last line, for the line that gets the number
 * @line.
 */
gboolean cs_audit_changes_add (CsTransaction *transaction, gint64 line, GError **error);

/* Returns: (transfer none) (array zero-terminated=1): tables of which every change is told. */
const char *const *cs_audit_changes_tables (void);

/* Returns: whether a change of @column is told: some are only how the book is built, or secret. */
gboolean cs_audit_changes_tells (const char *table, const char *column);

G_END_DECLS
