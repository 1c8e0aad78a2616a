/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/robustness.h"
#include "summary/result.h"

G_BEGIN_DECLS

/* Returns: (transfer none): the member whose sheet is the @sheet-th of those that counted in @result. */
const CsMemberResult *cs_result_counted (const CsResult *result, guint sheet);

/* Returns: (transfer full): how firmly the verdict stands, in sentences for people (translated), one a line.
 */
char *cs_robustness_text (const CsResult *result, const CsRobustness *robustness);

/* Returns: (transfer full): the same in Vietnamese, for papers, whatever the reader speaks. */
char *cs_robustness_text_on_paper (const CsResult *result, const CsRobustness *robustness);

G_END_DECLS
