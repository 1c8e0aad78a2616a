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

G_END_DECLS
