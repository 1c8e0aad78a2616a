/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How firmly the verdict of a closed product stands: what little would have changed the stars, and sheets
 * that are exactly alike. */

#define CS_TYPE_VERDICT_ROBUSTNESS (cs_verdict_robustness_get_type ())
G_DECLARE_FINAL_TYPE (CsVerdictRobustness, cs_verdict_robustness, CS, VERDICT_ROBUSTNESS, AdwBin)

/* Hides itself for an open product. */
void cs_verdict_robustness_show (CsVerdictRobustness *self, CsStore *store, const CsResult *result);

G_END_DECLS
