/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "service/book/store.h"
#include "summary/paper/product-summary.h"
#include "summary/paper/sheet-summary.h"

G_BEGIN_DECLS

/* What the papers of one product show. Secrecy is kept here, so that no paper can forget it. */

typedef struct
{
  const char *member; /* (nullable): UUID; NULL only for an empty form without a name */
  gboolean blank;     /* the empty form */
  int version; /* 0: the sheet that counts; else the member's n-th sheet in the order they were begun, also
                  returned, moved and earlier ones */
} CsSheetWanted;

/**
 * cs_product_papers_sheet:
 * Before the product is closed a sheet is its member's alone: it is got as cs_sheets_get() gives it, and what
 * that refuses is refused here. Once closed every sheet may be printed, and only then other versions.
 *
 * Returns: (transfer full): CS_ERROR_NOT_FOUND when the member has no such sheet, CS_ERROR_FORBIDDEN for
 * another version while the product is open
 */
CsSheetSummary *cs_product_papers_sheet (CsStore *store,
                                         const CsDossier *dossier,
                                         const CsSheetWanted *wanted,
                                         GError **error);

/**
 * cs_product_papers_table:
 * Returns: (transfer full): every member's points; CS_ERROR_FORBIDDEN while the product is open
 */
CsProductSummary *cs_product_papers_table (CsStore *store, const CsDossier *dossier, GError **error);

G_END_DECLS
