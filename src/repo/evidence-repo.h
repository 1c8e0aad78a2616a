/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/transaction.h"
#include "model/dossier.h"
#include "repo/id-set.h"

G_BEGIN_DECLS

/* The evidence of a dossier. */

/* Returns: (transfer full) (element-type GPtrArray): for each dossier its evidence (CsEvidence). */
GPtrArray *cs_evidence_repo_of_set (CsDb *db, const CsIdSet *dossiers, GError **error);

GPtrArray *
cs_evidence_repo_of_dossier (CsDb *db, gint64 dossier, GError **error); /* (element-type CsEvidence) */

/* Returns: (transfer full) (element-type utf8): of the different files that papers name, also those of
 * deleted dossiers */
GPtrArray *cs_evidence_repo_digests (CsDb *db, GError **error);

gboolean cs_evidence_repo_add (CsTransaction *transaction, CsEvidence *paper, GError **error);

gboolean cs_evidence_repo_update (CsTransaction *transaction, const CsEvidence *paper, GError **error);

gboolean cs_evidence_repo_remove (CsTransaction *transaction, gint64 id, GError **error);

G_END_DECLS
