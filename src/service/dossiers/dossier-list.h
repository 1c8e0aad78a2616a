/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-query.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type CsDossierKey): the rows that @filter leaves, in its order; those
 * that are equal in it by code, then by evaluation. */
GArray *cs_dossiers_list (CsStore *store, const CsDossierFilter *filter, GError **error);

/* @counts: (out): rows by CsDossierState, all of them under CS_DOSSIER_ANY; the filter's own state does not
 * count. */
gboolean
cs_dossiers_count (CsStore *store, const CsDossierFilter *filter, CsStateCounts *counts, GError **error);

/* What lists, counts and overviews look at is read all at once when one of them is first asked for. A window
 * that must not stand still reads it before, some milliseconds at a time, as long as there is @more: (out).
 */
gboolean cs_dossiers_read_some (CsStore *store, gboolean *more, GError **error);

G_END_DECLS
