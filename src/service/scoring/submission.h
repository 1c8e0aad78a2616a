/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Handing sheets in. */

/* What came of handing in. */
typedef struct
{
  guint sealed;
  guint open; /* drafts of members who sit and score, left as they are because criteria are still open */
} CsSubmitted;

/**
 * cs_sheets_submit:
 * @member: (nullable): UUID; NULL submits what is complete of the members who sit and may score, unless
 * members have PINs. A draft of one who left, is recused or is noted as absent is nobody's to hand in
 * @done: (out) (optional)
 *
 * Seals; CS_ERROR_INVALID names a criterion that is still open when that keeps every sheet from being
 * submitted, CS_ERROR_NOT_FOUND when there is no open sheet.
 */
gboolean cs_sheets_submit (
    CsStore *store, const CsDossier *dossier, const char *member, CsSubmitted *done, GError **error);

G_END_DECLS
