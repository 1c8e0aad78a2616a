/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/scoring/evaluation-state-private.h"

/* Seals one complete sheet and reads it back in the same transaction: what was shown is what is stored. */
gboolean _cs_sheets_seal (CsCommand *command,
                          const CsEvaluationState *c,
                          const CsDossier *dossier,
                          const CsSheet *sheet,
                          GError **error);
