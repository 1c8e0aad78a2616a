/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/closing.h"
#include "rules/verdict.h"

G_BEGIN_DECLS

/**
 * cs_outcome_of:
 * @verdict: (nullable): NULL when no sheet counted
 * @level: (nullable): of the council that closed the product
 *
 * Returns: what the closing comes to: the stars, whether the level decides on them itself, whether it sends
 * the dossier up (rules/level-powers.h)
 */
CsOutcome cs_outcome_of (const CsVerdict *verdict, const CsLevel *level);

gboolean cs_outcome_equal (const CsOutcome *a, const CsOutcome *b);

G_END_DECLS
