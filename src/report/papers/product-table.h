/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/document.h"
#include "summary/paper/product-summary.h"

G_BEGIN_DECLS

/**
 * cs_product_table_new:
 * The council's table of one closed product: all members and all criteria in every scoring round, what came
 * of it and why, for secretary and chair to sign. A large council makes it lie, a still larger one several
 * tables. In Vietnamese whatever the user's language.
 *
 * Returns: (transfer full): the paper
 */
CsDocument *cs_product_table_new (const CsProductSummary *summary);

G_END_DECLS
