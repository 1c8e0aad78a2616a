/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The members' totals in every scoring round of a closed product that was scored more than once, side by
 * side.
 */

#define CS_TYPE_VERDICT_ROUNDS (cs_verdict_rounds_get_type ())
G_DECLARE_FINAL_TYPE (CsVerdictRounds, cs_verdict_rounds, CS, VERDICT_ROUNDS, AdwBin)

/* Hides itself for an open product, and for one with a single scoring round. */
void cs_verdict_rounds_show (CsVerdictRounds *self, CsStore *store, const CsResult *result);

G_END_DECLS
