/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/result-of-state-private.h"

#include "service/pins/pins-private.h"
#include "service/scoring/seal-check-private.h"

/* A recused member cannot see the product's scores. */
CsResult *
_cs_result_of_state (CsStore *store, CsDossier *owned, CsEvaluationState *state, GError **error)
{
  g_autoptr (CsDossier) dossier = owned;
  CsResultParts parts = { .units = store->units };
  g_autoptr (CsResult) result = NULL;
  gboolean hide = FALSE;
  g_autofree char *changed = NULL;

  parts.regulation = cs_store_get_regulation (store, dossier->regulation, error);
  if (parts.regulation == NULL || !_cs_pins_hide (store, dossier->evaluation, &hide, error))
    return NULL;
  if (state == NULL)
    return cs_result_new (g_steal_pointer (&dossier), &parts, NULL, NULL);
  if (!_cs_state_find_changed (store, dossier, state, &changed, error))
    return NULL;
  parts.changed = changed;
  parts.council = state->council;
  parts.standing = state->standing;
  parts.begun = state->sheets->len > 0;
  result = cs_result_new (g_steal_pointer (&dossier), &parts, g_steal_pointer (&state->grounds),
                          g_steal_pointer (&state->closing));
  if (hide)
    cs_result_hide (result);
  return g_steal_pointer (&result);
}
