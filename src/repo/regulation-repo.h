/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"
#include "model/regulation.h"

G_BEGIN_DECLS

/* The frozen copy of a decision in a book. */

/* Stores @regulation with its digest; once, never changed. */
gboolean cs_regulation_repo_add (CsTransaction *transaction, const CsRegulation *regulation, GError **error);

/* Returns: (transfer full) (element-type utf8): ids of all regulations in the book. */
GPtrArray *cs_regulation_repo_list (CsDb *db, GError **error);

/* Returns: (transfer full): the digest stored when the copy was made. */
char *cs_regulation_repo_digest (CsDb *db, const char *id, GError **error);

G_END_DECLS
