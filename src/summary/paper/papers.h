/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/field.h"

G_BEGIN_DECLS

/* The papers whose words are in a template. */

#define CS_PAPER_SUMMARY "summary" /* of a unit: CsUnitSummary */
#define CS_PAPER_MINUTES "minutes" /* of a session: CsMinutes */
#define CS_PAPER_TABLE   "table"   /* of a closed product: CsProductSummary */
#define CS_PAPER_SHEET   "sheet"   /* of a member, or the empty form: CsSheetSummary */

/* Returns: (transfer none) (nullable): what a template for the paper @id may name, NULL when there is no such
 * paper. */
const CsField *cs_papers_fields (const char *id);

/* Returns: (transfer full): the ids of all papers, for a message. */
char *cs_papers_list (void);

G_END_DECLS
