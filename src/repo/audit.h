/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"

G_BEGIN_DECLS

/* The log: one line a command, each holding the hash of the line before. */

/**
 * cs_audit_add:
 * @who: person or program; @verb: the command's name; @object: what it was done to; @before, @after:
 * (nullable)
 *
 * Written in the command's own transaction, so that there is no change without its line and no line without
 * change.
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

/* cs_audit_verify: walks the chain; appends a sentence naming the first line that does not fit, if any. */
gboolean cs_audit_verify (CsDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
