/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"
#include "model/book.h"
#include "model/dossier-query.h"
#include "model/dossier.h"

G_BEGIN_DECLS

/* Producers, products, dossiers, their evaluation in a round, and papers. */

/* Returns: (transfer full): dossier @id with its evaluation @evaluation (0: none), CS_ERROR_NOT_FOUND. */
CsDossier *cs_dossier_repo_load (CsDb *db, gint64 id, gint64 evaluation, GError **error);

/* Returns: (transfer full) (element-type CsDossier): those of @keys (element-type CsDossierKey), in their
 * order; CS_ERROR_NOT_FOUND when one is not there. */
GPtrArray *cs_dossier_repo_of_set (CsDb *db, const GArray *keys, GError **error);

/**
 * cs_dossier_repo_by_code:
 * @round: (nullable): NULL takes the newest evaluation
 *
 * Returns: (transfer full): the dossier, CS_ERROR_NOT_FOUND when there is no such code (deleted ones are not
 * found)
 */
CsDossier *cs_dossier_repo_by_code (CsDb *db, const char *code, const char *round, GError **error);

/* Stores product and dossier (the producer must have its id) and makes them findable; sets the ids. */
gboolean cs_dossier_repo_add (CsTransaction *transaction, CsDossier *dossier, GError **error);

/* Writes product name, description, code, form, unit, kind when @dossier's version is still the stored one.
 */
gboolean cs_dossier_repo_update (CsTransaction *transaction, const CsDossier *dossier, GError **error);
gboolean
cs_dossier_repo_set_deleted (CsTransaction *transaction, gint64 id, gboolean deleted, GError **error);

gboolean
cs_dossier_repo_set_rehearsal (CsTransaction *transaction, gint64 id, gboolean rehearsal, GError **error);

gboolean cs_dossier_repo_add_evaluation (
    CsTransaction *transaction, CsDossier *dossier, const char *round, gint64 council, GError **error);
gboolean cs_dossier_repo_move_evaluation (
    CsTransaction *transaction, gint64 evaluation, const char *round, gint64 council, GError **error);

/* Takes an open evaluation without sheets and findings away. */
gboolean cs_dossier_repo_remove_evaluation (CsTransaction *transaction, gint64 evaluation, GError **error);

/* Closes an open evaluation, after its closing was stored, or opens a closed one again. */
gboolean
cs_dossier_repo_set_closed (CsTransaction *transaction, gint64 evaluation, gboolean closed, GError **error);

/* Returns: how many sheets the evaluation has, -1 on error. */
gint64 cs_dossier_repo_n_sheets (CsDb *db, gint64 evaluation, GError **error);

/* Returns: how many sheets the dossier has in all its rounds, -1 on error. */
gint64 cs_dossier_repo_n_sheets_of_dossier (CsDb *db, gint64 dossier, GError **error);

/* Returns: the highest serial among codes that begin with @prefix and end with @suffix, 0 for none, -1 on
 * error. */
int cs_dossier_repo_last_serial (CsDb *db, const char *prefix, const char *suffix, GError **error);

G_END_DECLS
