/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/scoring/evaluation-state-private.h"

/* Returns: whether @sheet is what its member sealed; one that is not submitted has no seal to fit. @digest:
 * of the law */
gboolean
_cs_seal_fits (const CsSheet *sheet, const CsForm *form, const CsDossier *dossier, const char *digest);

/* Returns: whether what lists and overviews read of the closing is what its sheets come to; also when there
 * is no closing. */
gboolean _cs_outcome_fits (const CsEvaluationState *state);

/* What was changed outside the program of what a closed product's verdict comes from: no verdict may be told
 * of it.
 * @changed: (out) (transfer full) (nullable): the names of the members whose sheets are missing or not as
 * they were sealed, or "" when it is the closing itself; NULL when everything fits. Returns: FALSE with
 * @error */
gboolean _cs_state_find_changed (
    CsStore *store, const CsDossier *dossier, const CsEvaluationState *state, char **changed, GError **error);
