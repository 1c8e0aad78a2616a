/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/robustness.h"
#include "service/book/store.h"
#include "summary/overview.h"
#include "summary/result.h"
#include "summary/paper/unit-summary.h"

G_BEGIN_DECLS

/* Returns: (transfer full): one product's evaluation; takes @dossier in any case. Scores of a product that
 * who sits here is recused from are hidden, here and in cs_results_list(). */
CsResult *cs_results_of (CsStore *store, CsDossier *dossier, GError **error);

/* Returns: (transfer full): what little would have changed the verdict of a closed product; its sheets are
 * the members of the result that have points, in their order. CS_ERROR_FORBIDDEN while it is open. */
CsRobustness *cs_results_robustness (CsStore *store, const CsResult *result, GError **error);

/**
 * cs_results_list:
 * @round: (nullable): only this round; else of each product its newest evaluation
 * @code: (nullable): only this product
 * @unit: (nullable): only this unit and what lies below it
 *
 * Returns: (transfer full) (element-type CsResult): ordered by code; CS_ERROR_NOT_FOUND when @code, @round or
 * @unit is unknown
 */
GPtrArray *
cs_results_list (CsStore *store, const char *round, const char *code, const char *unit, GError **error);

/**
 * cs_results_overview:
 * @year: 0: the book's
 * @round: (nullable)
 *
 * Kept until something it counts changes. Returns: (transfer none): owned by the store until the next change
 */
const CsOverview *cs_results_overview (CsStore *store, int year, const char *round, GError **error);

/**
 * cs_results_unit_summary:
 * @unit: (nullable): NULL takes the book's own
 * @round: (nullable): NULL takes the whole year
 *
 * Returns: (transfer full): everything the paper for a unit and round shows; CS_ERROR_FORBIDDEN when scores
 * are hidden from who sits here: a paper is whole or it is none
 */
CsUnitSummary *cs_results_unit_summary (CsStore *store, const char *unit, const char *round, GError **error);

typedef struct
{
  GPtrArray *dossiers;     /* (element-type CsDossier) */
  GPtrArray *recognitions; /* (element-type CsRecognition) */
} CsSearch;

/* @limit: 0 for all. Returns: (transfer full). */
CsSearch *cs_search_new (CsStore *store, const char *words, guint limit, GError **error);
void cs_search_free (CsSearch *search);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSearch, cs_search_free)

G_END_DECLS
