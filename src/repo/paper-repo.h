/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/transaction.h"
#include "model/dossier.h"

G_BEGIN_DECLS

/* The evidence of a dossier. */

GPtrArray *cs_dossier_repo_papers (CsDb *db, gint64 dossier, GError **error); /* (element-type CsPaper) */

gboolean cs_dossier_repo_add_paper (CsTransaction *transaction, CsPaper *paper, GError **error);

gboolean cs_dossier_repo_update_paper (CsTransaction *transaction, const CsPaper *paper, GError **error);

gboolean cs_dossier_repo_remove_paper (CsTransaction *transaction, gint64 id, GError **error);

G_END_DECLS
