/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-query.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type CsDossierKey): rows for a list. */
GArray *cs_dossiers_list (CsStore *store, const CsDossierFilter *filter, GError **error);

/* @counts: (out): rows by CsDossierState, all of them under CS_DOSSIER_ANY; the filter's own state does not
 * count. */
gboolean
cs_dossiers_count (CsStore *store, const CsDossierFilter *filter, CsStateCounts *counts, GError **error);

G_END_DECLS
