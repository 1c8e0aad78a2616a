/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/results.h"
#include "service/results/results-private.h"

#include "base/error.h"
#include "repo/closing-repo.h"
#include "repo/council-repo.h"
#include "repo/dossier-list.h"
#include "repo/dossier-repo.h"
#include "repo/sheet-repo.h"
#include "service/council/council-cache-private.h"
#include "service/pins/pins-private.h"

#include <glib/gi18n-lib.h>

CsResult *
_cs_results_with (CsStore *store, CsDossier *owned, const GPtrArray *councils, GError **error)
{
  g_autoptr (CsDossier) dossier = owned;
  const CsRegulation *regulation = cs_store_get_regulation (store, dossier->regulation, error);
  const CsCouncil *council = NULL;
  CsResultParts parts = { .regulation = regulation, .units = store->units };
  g_autoptr (GPtrArray) sheets = NULL, recusals = NULL, grounds = NULL;
  g_autoptr (CsClosing) closing = NULL;

  if (regulation == NULL)
    return NULL;
  for (guint i = 0; council == NULL && i < councils->len; i++)
    if (g_strcmp0 (((CsCouncil *) g_ptr_array_index (councils, i))->key, dossier->council) == 0)
      council = g_ptr_array_index (councils, i);
  if (dossier->evaluation != 0)
    {
      sheets = cs_sheet_repo_of_evaluation (store->db, dossier->evaluation,
                                            cs_regulation_form (regulation, dossier->form), 0, error);
      grounds = sheets != NULL ? cs_ground_repo_of_evaluation (store->db, dossier->evaluation, error) : NULL;
      recusals = grounds != NULL ? _cs_recusals_kept (store, dossier->evaluation, error) : NULL;
      if (recusals == NULL || !cs_closing_repo_load (store->db, dossier->evaluation, &closing, error))
        return NULL;
    }
  parts.council = council;
  parts.sheets = sheets;
  parts.recusals = recusals;
  return cs_result_new (g_steal_pointer (&dossier), &parts, g_steal_pointer (&grounds),
                        g_steal_pointer (&closing));
}

/* As who sits here may see it: a recused member cannot see the product's scores. */
static CsResult *
result_as_seen (CsStore *store, CsDossier *dossier, const GPtrArray *councils, GError **error)
{
  g_autoptr (CsResult) result = _cs_results_with (store, dossier, councils, error);
  gboolean hide = FALSE;

  if (result == NULL || !_cs_pins_hide (store, result->dossier->evaluation, &hide, error))
    return NULL;
  if (hide)
    cs_result_hide (result);
  return g_steal_pointer (&result);
}

CsResult *
cs_results_of (CsStore *store, CsDossier *dossier, GError **error)
{
  const GPtrArray *councils = _cs_councils_kept (store, error);

  if (councils == NULL)
    {
      cs_dossier_free (dossier);
      return NULL;
    }
  return result_as_seen (store, dossier, councils, error);
}

CsRobustness *
cs_results_robustness (CsStore *store, const CsResult *result, GError **error)
{
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (CsCouncil) council = NULL;
  g_autoptr (CsStanding) standing = NULL;
  g_autofree const int **choices = NULL;

  if (result->closing == NULL || result->verdict == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN, _ ("%s is not closed."), result->dossier->code);
      return NULL;
    }
  council = _cs_councils_get (store, result->dossier->council, error);
  sheets = council != NULL
               ? cs_sheet_repo_of_evaluation (store->db, result->dossier->evaluation, result->form, 0, error)
               : NULL;
  if (sheets == NULL)
    return NULL;
  standing = cs_standing_of_closing (council, result->form, sheets, result->closing);
  choices = cs_standing_choices (standing);
  return cs_robustness_new (result->regulation, result->form, &result->rules, choices, standing->counted->len,
                            result->eliminated);
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
  const GPtrArray *councils;
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_result_free);
  g_autoptr (GArray) keys = NULL;

  if (!known (store, round, unit, error))
    return NULL;
  councils = _cs_councils_kept (store, error);
  if (councils == NULL)
    return NULL;
  if (code != NULL)
    {
      CsDossier *dossier = cs_dossier_repo_by_code (store->db, code, round, error);
      CsResult *result = dossier != NULL ? result_as_seen (store, dossier, councils, error) : NULL;

      if (result == NULL)
        return NULL;
      g_ptr_array_add (results, result);
      return g_steal_pointer (&results);
    }
  keys = cs_dossier_repo_list (store->db, &filter, error);
  if (keys == NULL)
    return NULL;
  for (guint i = 0; i < keys->len; i++)
    {
      CsDossierKey key = g_array_index (keys, CsDossierKey, i);
      CsDossier *dossier = cs_dossier_repo_load (store->db, key.dossier, key.evaluation, error);
      CsResult *result = dossier != NULL ? result_as_seen (store, dossier, councils, error) : NULL;

      if (result == NULL)
        return NULL;
      g_ptr_array_add (results, result);
    }
  keep_newest (store, results);
  return g_steal_pointer (&results);
}
