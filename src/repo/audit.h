/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"

G_BEGIN_DECLS

/* The log: one line a command, each holding the hash of the line before and, since the second version of the
 * book, the digest over all rows after the command (db/row-sum.h). */

/**
 * cs_audit_add:
 * @who: person or program; @verb: the command's name; @object: what it was done to; @before, @after:
 * (nullable)
 *
 * Written in the command's own transaction, after its changes, so that there is no change without its line
 * and no line without change. The first line that knows of the rows has them all read.
 */
gboolean cs_audit_add (CsTransaction *transaction,
                       const char *at,
                       const char *who,
                       const char *verb,
                       const char *object,
                       const char *before,
                       const char *after,
                       GError **error);

/* Returns: (transfer full): hash of the last line, 64 zeros when the log is empty; NULL on error. */
char *cs_audit_head (CsDb *db, GError **error);

/* cs_audit_lacks_sums: tells whether this book's rows were never summed: it was made by the first version. */
gboolean cs_audit_lacks_sums (CsDb *db, gboolean *lacks, GError **error);

/**
 * cs_audit_verify:
 * @findings: (element-type utf8): gets a sentence for what was changed outside the program
 *
 * Walks the chain and names the first line that does not fit; that is all that can be said then. If the log
 * is whole, reads all rows and names the first table that is not as the log knows it, and tells what is
 * missing or added in the schema.
 */
gboolean cs_audit_verify (CsDb *db, GPtrArray *problems, GError **error);

G_END_DECLS
