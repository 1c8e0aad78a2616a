/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-query.h"
#include "rules/robustness.h"
#include "service/book/store.h"
#include "summary/result.h"

G_BEGIN_DECLS

/* Returns: (transfer full): one product's evaluation as the book has it now. Scores of a product that who
 * sits here is recused from are hidden, here and in cs_results_list(). */
CsResult *cs_results_of (CsStore *store, CsDossierKey key, GError **error);

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

G_END_DECLS
