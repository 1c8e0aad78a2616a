/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

G_BEGIN_DECLS

/**
 * cs_transaction_begin:
 * @what: static text: the command on whose behalf; named when somebody else commits
 *
 * BEGIN IMMEDIATE. Writing functions of repositories take the transaction as proof that there is one.
 * Dropping it without cs_transaction_commit() rolls back.
 */
CsTransaction *cs_transaction_begin (CsDb *db, const char *what, GError **error);

/* cs_transaction_commit: refuses when a statement failed before (what it had done is undone, so half of the
 * command is missing), and when rows were changed after the last line of the log. */
gboolean cs_transaction_commit (CsTransaction *transaction, GError **error);
void cs_transaction_free (CsTransaction *transaction);
CsDb *cs_transaction_db (CsTransaction *transaction);

/* @step: (nullable) */
void cs_transaction_set_step (CsTransaction *transaction, CsTransactionStep step, gpointer data);
gboolean cs_transaction_step (CsTransaction *transaction, guint done, guint total, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTransaction, cs_transaction_free)

G_END_DECLS
