/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"
#include "summary/overview.h"

G_BEGIN_DECLS

/**
 * cs_results_overview:
 * @year: 0: the book's
 * @round: (nullable)
 *
 * Kept until something it counts changes. Returns: (transfer none): owned by the store until the next change
 */
const CsOverview *cs_results_overview (CsStore *store, int year, const char *round, GError **error);

G_END_DECLS
