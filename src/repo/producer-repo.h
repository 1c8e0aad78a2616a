/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/transaction.h"
#include "model/dossier.h"

G_BEGIN_DECLS

/* Stores @producer and sets its id. */
gboolean cs_producer_repo_add (CsTransaction *transaction, CsProducer *producer, GError **error);

/* Writes all fields and makes its dossiers findable by them; CS_ERROR_CONFLICT when stale. */
gboolean cs_producer_repo_update (CsTransaction *transaction, const CsProducer *producer, GError **error);

/* Returns: (transfer full): CS_ERROR_NOT_FOUND. */
CsProducer *cs_producer_repo_get (CsDb *db, const char *uuid, GError **error);

/**
 * cs_producer_repo_find:
 * @name: cleaned; not folded: who writes another accent may mean somebody else
 * @commune: code of a unit
 *
 * Returns: (transfer full) (nullable) with @error unset: the first one of exactly this name, commune and kind
 */
CsProducer *
cs_producer_repo_find (CsDb *db, const char *name, const char *commune, const char *kind, GError **error);

/* Returns: (transfer full) (element-type CsProducer): at most @limit producers in whose name @words begin at
 * a word; the one called exactly so first. */
GPtrArray *cs_producer_repo_list (CsDb *db, const char *words, guint limit, GError **error);

/* Returns: (transfer full) (element-type CsProducer): those whose folded name is one of @names, by name. */
GPtrArray *cs_producer_repo_called (CsDb *db, const char *const *names, GError **error);

/* Returns: (transfer full) (element-type utf8): UUIDs of the dossiers of the producer and of those it is one
 * with, also deleted ones. */
GPtrArray *cs_producer_repo_dossiers (CsDb *db, gint64 producer, GError **error);

/* Returns: how many dossiers that are not deleted the producer itself has; -1 on error. */
gint64 cs_producer_repo_n_dossiers (CsDb *db, gint64 producer, GError **error);

/* Both are told apart by the triggers of the book from what is joined already. */
gboolean cs_producer_repo_join (CsTransaction *transaction,
                                gint64 producer,
                                gint64 kept,
                                const char *at,
                                const char *by,
                                const char *reason,
                                GError **error);
gboolean cs_producer_repo_separate (CsTransaction *transaction,
                                    gint64 producer,
                                    const char *at,
                                    const char *by,
                                    const char *reason,
                                    GError **error);

G_END_DECLS
