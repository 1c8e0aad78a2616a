/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/**
 * cs_dossiers_may_rehearse:
 * Returns: whether @dossier may be made a rehearsal, or be one no more: only while it has no sheet in any
 * round. CS_ERROR_FROZEN tells why not.
 */
gboolean cs_dossiers_may_rehearse (CsStore *store, const CsDossier *dossier, GError **error);

/* Makes @dossier a rehearsal: all score it for calibration, and it appears in no statistic, export or
 * overview. What is scored as one never becomes real. CS_ERROR_CONFLICT when it is so already. */
gboolean
cs_dossiers_set_rehearsal (CsStore *store, const CsDossier *dossier, gboolean rehearsal, GError **error);

G_END_DECLS
