/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/document.h"
#include "summary/paper/sheet-summary.h"

G_BEGIN_DECLS

/**
 * cs_sheet_paper_new:
 * One member's sheet as the form prints it, filled or empty. A draft says on every page that it is one and
 * has no seal; a sheet that was taken back says so; the seal of a submitted one stands at the foot of every
 * page. In Vietnamese whatever the user's language.
 *
 * Returns: (transfer full): the paper
 */
CsDocument *cs_sheet_paper_new (const CsSheetSummary *summary);

G_END_DECLS
