/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/results.h"

#include "base/error.h"
#include "service/dossiers/dossier-list.h"
#include "repo/dossier-repo.h"
#include "service/results/result-of-state-private.h"
#include "service/results/result-walk.h"

#include <glib/gi18n-lib.h>

CsResult *
cs_results_of (CsStore *store, CsDossier *owned, GError **error)
{
  g_autoptr (CsDossier) dossier = owned;
  g_autoptr (CsEvaluationState) state = NULL;

  if (dossier->evaluation != 0 && (state = _cs_state_load (store, dossier, error)) == NULL)
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

static gboolean
known (CsStore *store, const char *round, const char *unit, GError **error)
{
  if (round != NULL && cs_store_find_round (store, round) == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("There is no round “%s” in this book."), round);
      return FALSE;
    }
  if (unit != NULL && cs_unit_set_find (store->units, unit) == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("There is no unit “%s” in this book."), unit);
      return FALSE;
    }
  return TRUE;
}

/* Leaves of each dossier only its newest evaluation: the one in the last round of the book's calendar. */
static void
keep_newest (CsStore *store, GPtrArray *results)
{
  for (guint i = 0; i + 1 < results->len;)
    {
      const CsResult *a = g_ptr_array_index (results, i);
      const CsResult *b = g_ptr_array_index (results, i + 1);
      guint place_a = 0, place_b = 0;

      if (a->dossier->id != b->dossier->id)
        {
          i++;
          continue;
        }
      g_ptr_array_find (store->rounds, cs_store_find_round (store, a->dossier->round), &place_a);
      g_ptr_array_find (store->rounds, cs_store_find_round (store, b->dossier->round), &place_b);
      g_ptr_array_remove_index (results, place_a > place_b ? i + 1 : i);
    }
}

GPtrArray *
cs_results_list (CsStore *store, const char *round, const char *code, const char *unit, GError **error)
{
  CsDossierFilter filter = { .round = round, .unit = unit };
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_result_free);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (CsResultWalk) walk = NULL;
  CsResult *result;

  if (!known (store, round, unit, error))
    return NULL;
  if (code != NULL)
    {
      CsDossier *dossier = cs_dossier_repo_by_code (store->db, code, round, error);

      result = dossier != NULL ? cs_results_of (store, dossier, error) : NULL;
      if (result == NULL)
        return NULL;
      g_ptr_array_add (results, result);
      return g_steal_pointer (&results);
    }
  keys = cs_dossiers_list (store, &filter, error);
  if (keys == NULL)
    return NULL;
  walk = cs_result_walk_new (store, g_steal_pointer (&keys));
  while ((result = cs_result_walk_next (walk, error)) != NULL)
    g_ptr_array_add (results, result);
  if (!cs_result_walk_is_over (walk))
    return NULL;
  keep_newest (store, results);
  return g_steal_pointer (&results);
}
