/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/scoring/evaluation-state-private.h"
#include "summary/result.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the result of what was read, as who sits here may see it. Takes @dossier in any
 * case, and grounds and closing of @state (nullable: in no round). */
CsResult *_cs_result_of_state (CsStore *store, CsDossier *dossier, CsEvaluationState *state, GError **error);

G_END_DECLS
