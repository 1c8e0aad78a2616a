/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/paper/product-summary.h"

/* Shared by product-summary.c (the product, its members, what came of it) and product-summary-rounds.c (the
 * tables).
 */

/* Fills @summary's rounds and the marks that stand in them. */
void _cs_product_rounds_fill (CsProductSummary *summary, const CsResult *result, const CsProductParts *parts);

/* For the rounds; clears one that was made there. */
void _cs_product_round_free (gpointer data);
