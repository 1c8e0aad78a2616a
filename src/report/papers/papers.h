/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/template.h"
#include "report/page/document.h"
#include "summary/paper/minutes.h"
#include "summary/paper/product-summary.h"
#include "summary/paper/sheet-summary.h"
#include "summary/paper/unit-summary.h"

G_BEGIN_DECLS

/* The papers there are: what each tells, in the words of a template for it. In Vietnamese whatever the user's
 * language: they are official papers. Each returns (transfer full): the paper. */

/**
 * cs_summary_paper_new:
 * @template: for CS_PAPER_SUMMARY
 *
 * The table in which a council tells the level above what a unit's products reached in a round. A product
 * that is not closed has no figure, whatever stands in its row.
 */
CsDocument *cs_summary_paper_new (const CsUnitSummary *summary, const CsTemplate *template);

/**
 * cs_minutes_paper_new:
 * @template: for CS_PAPER_MINUTES
 *
 * The minutes of a session; marked as a draft while it is open.
 */
CsDocument *cs_minutes_paper_new (const CsMinutes *minutes, const CsTemplate *template);

/**
 * cs_product_paper_new:
 * @template: for CS_PAPER_TABLE
 *
 * How a closed product's result came about: every member's points in every round, and what followed.
 */
CsDocument *cs_product_paper_new (const CsProductSummary *summary, const CsTemplate *template);

/**
 * cs_sheet_paper_new:
 * @template: for CS_PAPER_SHEET
 *
 * One member's sheet, or the empty form to be filled by hand.
 */
CsDocument *cs_sheet_paper_new (const CsSheetSummary *summary, const CsTemplate *template);

G_END_DECLS
