/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/paper/product-summary.h"

/* Shared by product-summary.c (the product, its members, what came of it) and product-summary-rounds.c (the
 * tables), product-summary-fields.c (what templates may name).
 */

/* Fills @summary's rounds and the marks that stand in them. */
void _cs_product_rounds_fill (CsProductSummary *summary, const CsResult *result, const CsProductParts *parts);

/* Returns: (transfer none): a new table of @round for the members [first, end) of @n, numbered from 1. */
CsProductPoints *_cs_product_round_add_table (CsProductRound *round, guint first, guint end, guint n);

/* Returns: (transfer none): a new line of @points with empty cells. */
CsProductLine *_cs_product_points_add_line (
    CsProductPoints *points, CsProductLineKind kind, const char *no, const char *title, int max);

/* For the rounds; clears one that was made there. */
void _cs_product_round_free (gpointer data);
