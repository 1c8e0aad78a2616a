/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Handing sheets in. */

/**
 * cs_sheets_submit:
 * @member: (nullable): UUID; NULL submits every open sheet of the product, unless members have PINs
 *
 * Seals; CS_ERROR_INVALID names a criterion that is still open, CS_ERROR_NOT_FOUND when there is no open
 * sheet.
 */
gboolean cs_sheets_submit (CsStore *store, const CsDossier *dossier, const char *member, GError **error);

G_END_DECLS
