/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "model/book.h"
#include "model/dossier-query.h"
#include "model/dossier.h"

G_BEGIN_DECLS

/* Lists over all dossiers: what a page or a command goes through. */

/* Returns: (transfer full) (element-type CsDossierRow): every row there is, in this order. */
GArray *cs_dossier_repo_rows (CsDb *db, CsDossierOrder order, gboolean descending, GError **error);

/* Returns: (transfer full) (element-type gint64): dossiers in which every word of @words begins a word. */
GArray *cs_dossier_repo_match (CsDb *db, const char *words, GError **error);

/* Returns: (transfer full) (element-type CsDossierKey): the rows that @filter leaves, in its order. */
GArray *cs_dossier_repo_list (CsDb *db, const CsDossierFilter *filter, GError **error);

/* Returns: (transfer full) (element-type CsProducer): at most @limit producers in whose name @words begin at
 * a word; the one called exactly so first. */
GPtrArray *cs_dossier_repo_producers (CsDb *db, const char *words, guint limit, GError **error);

/* Returns: (transfer full) (element-type CsFiling): the dossiers by which a certificate may be renewed,
 * oldest first; rehearsals and deleted ones are none, nor is one that every council it went to has decided on
 * and none in favour: it keeps no certificate alive any more. */
GPtrArray *cs_dossier_repo_filings (CsDb *db, GError **error);

G_END_DECLS
