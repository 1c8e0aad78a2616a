/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"
#include "summary/paper/unit-summary.h"

G_BEGIN_DECLS

/**
 * cs_unit_paper_summary:
 * @unit: (nullable): NULL takes the book's own
 * @round: (nullable): NULL takes the whole year
 *
 * Returns: (transfer full): everything the paper for a unit and round shows; CS_ERROR_FORBIDDEN when scores
 * are hidden from who sits here: a paper is whole or it is none
 */
CsUnitSummary *cs_unit_paper_summary (CsStore *store, const char *unit, const char *round, GError **error);

/* The same some products at a time. */
typedef struct _CsUnitPaper CsUnitPaper;

CsUnitPaper *cs_unit_paper_new (CsStore *store, const char *unit, const char *round, GError **error);
void cs_unit_paper_free (CsUnitPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsUnitPaper, cs_unit_paper_free)

/* Returns: (transfer none): what stands above the paper, for its title. */
const CsPaperHead *cs_unit_paper_get_head (CsUnitPaper *self);

/* Reads @n more products. @more: (out): whether there are more still */
gboolean cs_unit_paper_step (CsUnitPaper *self, guint n, gboolean *more, GError **error);

/* Returns: (transfer full): the paper, once there are no more. */
CsUnitSummary *cs_unit_paper_take (CsUnitPaper *self, GError **error);

G_END_DECLS
