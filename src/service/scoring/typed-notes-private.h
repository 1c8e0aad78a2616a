/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/scoring/evaluation-state-private.h"

/* What is being typed for a draft becomes its notes, inside a command that ends the draft.
 * @now: (out) (transfer full) (nullable): the sheet as it is then, NULL when nothing was being typed */
gboolean _cs_sheets_fold_typed (CsCommand *command,
                                const CsEvaluationState *c,
                                const CsDossier *dossier,
                                const CsSheet *sheet,
                                CsSheet **now,
                                GError **error);
