/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/closing.h"
#include "model/dossier.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Every closing a product had, and opening it again. */

/* Returns: (transfer full) (element-type CsClosing): every closing of the product in its round, oldest first.
 */
GPtrArray *cs_evaluation_closings (CsStore *store, const CsDossier *dossier, GError **error);

/* May the product be opened again, whoever asks? CS_ERROR_FORBIDDEN: it is not closed; CS_ERROR_FROZEN:
 * recognised. */
gboolean cs_evaluation_may_reopen (const CsDossier *dossier, GError **error);

/* Opens a closed product again. @chair: UUID, as for cs_sheets_return(). CS_ERROR_FROZEN once it is
 * recognised. */
gboolean cs_evaluation_reopen (
    CsStore *store, const CsDossier *dossier, const char *chair, const char *reason, GError **error);

G_END_DECLS
