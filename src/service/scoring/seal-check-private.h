/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/scoring/evaluation-state-private.h"

/* Returns: whether @sheet is what its member sealed; one that is not submitted has no seal to fit. @digest:
 * of the law */
gboolean
_cs_seal_fits (const CsSheet *sheet, const CsForm *form, const CsDossier *dossier, const char *digest);

/* The members whose sheets a closed product's verdict comes from and are missing or not as they were sealed:
 * no verdict may be told of it. @changed: (out) (transfer full) (nullable): their names; NULL when everything
 * fits. Returns: FALSE with
 * @error */
gboolean _cs_state_find_changed (
    CsStore *store, const CsDossier *dossier, const CsEvaluationState *state, char **changed, GError **error);
