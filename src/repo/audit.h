/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"

G_BEGIN_DECLS

/* The log: one line a command, each holding the hash of the line before and, since the second version of the
 * book, the digest over all rows after the command (db/row-sum.h). */

/* One line as it is written; what is NULL is written as "". */
typedef struct
{
  const char *at;
  const char *who;     /* as it is written; "": not told */
  const char *verb;    /* the command's name */
  const char *object;  /* what it was done to, as people call it */
  const char *subject; /* (nullable): its UUID */
  const char *member;  /* (nullable): UUID of the member who sits there */
  const char *before;  /* (nullable) */
  const char *after;   /* (nullable) */
} CsAuditLine;

/**
 * cs_audit_add:
 * Written in the command's own transaction, after its changes, so that there is no change without its line
 * and no line without change; beside it stands what changed, see audit-change.h. The first line that knows of
 * the rows has them all read.
 *
 * @hash: (out) (transfer full) (optional): of the line
 */
gboolean cs_audit_add (CsTransaction *transaction, const CsAuditLine *line, char **hash, GError **error);

/**
 * cs_audit_add_migration:
 * @fitted: whether the rows were those that the log knew
 *
 * The same after the tables were made anew: all rows are read and summed.
 */
gboolean
cs_audit_add_migration (CsTransaction *transaction, const CsAuditLine *line, gboolean fitted, GError **error);

/* Returns: (transfer full) (nullable): the moment of the last line; NULL when the log is empty or on error.
 */
char *cs_audit_last_moment (CsDb *db, GError **error);

/* Returns: (transfer full): hash of the last line, 64 zeros when the log is empty; NULL on error. */
char *cs_audit_head (CsDb *db, GError **error);

/**
 * cs_audit_verify:
 * @findings: (element-type utf8): gets a sentence for what was changed outside the program
 *
 * Walks the chain and names the first line that does not fit; that is all that can be said then. If the log
 * is whole, reads all rows and names the tables that are not as the log knows them, and tells what is
 * missing or added in the schema.
 */
gboolean cs_audit_verify (CsDb *db, GPtrArray *problems, GError **error);

G_END_DECLS
