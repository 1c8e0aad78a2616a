/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"

G_BEGIN_DECLS

/* What is being typed and not left yet: no record, no line of the log, no part of the sums over rows. */

/* Keeps @text (nullable: nothing any more) as what is being typed in @field of @subject, a UUID. */
gboolean cs_typing_repo_keep (CsTransaction *transaction,
                              const char *subject,
                              const char *field,
                              const char *text,
                              const char *at,
                              GError **error);

/* Returns: (transfer full) (element-type utf8 utf8): field and text of what was being typed for @subject. */
GHashTable *cs_typing_repo_load (CsDb *db, const char *subject, GError **error);

G_END_DECLS
