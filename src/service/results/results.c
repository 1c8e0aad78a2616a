/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/results.h"

#include "base/error.h"
#include "service/dossiers/dossier-list.h"
#include "repo/dossier-repo.h"
#include "service/results/result-of-state-private.h"
#include "service/results/result-listing.h"

#include <glib/gi18n-lib.h>

CsResult *
cs_results_of (CsStore *store, CsDossierKey key, GError **error)
{
  g_autoptr (CsDossier) dossier = cs_dossier_repo_load (store->db, key.dossier, key.evaluation, error);
  g_autoptr (CsEvaluationState) state = NULL;

  if (dossier == NULL
      || (dossier->evaluation != 0 && (state = _cs_state_load (store, dossier, error)) == NULL))
    return NULL;
  return _cs_result_of_state (store, g_steal_pointer (&dossier), state, error);
}

CsRobustness *
cs_results_robustness (CsStore *store, const CsResult *result, GError **error)
{
  g_autoptr (CsEvaluationState) state = NULL;
  g_autofree const int **choices = NULL;

  if (result->closing == NULL || result->verdict == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN, _ ("%s is not closed."), result->dossier->code);
      return NULL;
    }
  state = _cs_state_load (store, result->dossier, error);
  if (state == NULL)
    return NULL;
  choices = cs_standing_choices (state->standing);
  return cs_robustness_new (result->regulation, result->form, &result->rules, choices,
                            state->standing->counted->len, result->eliminated);
}

GPtrArray *
cs_results_list (CsStore *store, const char *round, const char *code, const char *unit, GError **error)
{
  g_autoptr (CsResultListing) listing = cs_result_listing_new (store, round, unit, error);
  gboolean more = FALSE;

  if (listing == NULL)
    return NULL;
  if (code != NULL)
    {
      g_autoptr (CsDossier) dossier = cs_dossier_repo_by_code (store->db, code, round, error);
      CsResult *result =
          dossier != NULL ? cs_results_of (store, (CsDossierKey){ dossier->id, dossier->evaluation }, error)
                          : NULL;
      GPtrArray *one =
          result != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) cs_result_free) : NULL;

      if (one != NULL)
        g_ptr_array_add (one, result);
      return one;
    }
  return cs_result_listing_step (listing, G_MAXUINT, &more, error) ? cs_result_listing_take (listing) : NULL;
}
