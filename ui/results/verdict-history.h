/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What happened to a product on its way, oldest first: sheets that were returned or moved, discussions,
 * closings and openings, each with its reason, person and day. No points. */

#define CS_TYPE_VERDICT_HISTORY (cs_verdict_history_get_type ())
G_DECLARE_FINAL_TYPE (CsVerdictHistory, cs_verdict_history, CS, VERDICT_HISTORY, AdwBin)

/* Hides itself when nothing happened that has to be told. */
void cs_verdict_history_show (CsVerdictHistory *self, CsStore *store, const CsResult *result);

G_END_DECLS
