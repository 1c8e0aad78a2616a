/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/template.h"
#include "report/page/document.h"
#include "summary/paper/unit-summary.h"

G_BEGIN_DECLS

/**
 * cs_summary_paper_new:
 * @template: for CS_PAPER_SUMMARY
 *
 * The table in which a council tells the level above what a unit's products reached in a round. No official
 * form exists for it; columns as in the domain's section 6, layout by Decree 30/2020. In Vietnamese whatever
 * the user's language: it is an official paper.
 *
 * A product that is not closed has no figure, whatever stands in its row. A form whose transcription does not
 * add up is marked (*) and explained below the table. A round without products gives a paper that says so.
 *
 * Returns: (transfer full): the paper
 */
CsDocument *cs_summary_paper_new (const CsUnitSummary *summary, const CsTemplate *template);

G_END_DECLS
