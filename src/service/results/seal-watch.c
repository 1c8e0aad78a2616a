/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/seal-watch.h"

#include "service/book/store-private.h"
#include "service/dossiers/dossier-list.h"
#include "service/results/result-walk.h"
#include "summary/words/verdict-text.h"

void
cs_seal_findings_free (CsSealFindings *findings)
{
  if (findings == NULL)
    return;
  g_array_unref (findings->evaluations);
  g_ptr_array_unref (findings->findings);
  g_free (findings);
}

static void
note (CsSealFindings *findings, const CsResult *result)
{
  g_autoptr (GError) error = NULL;

  if (cs_result_is_sealed (result, &error))
    return;
  g_array_append_val (findings->evaluations, result->dossier->evaluation);
  g_ptr_array_add (findings->findings, g_strdup (error->message));
}

CsSealFindings *
cs_seals_verify (CsStore *snapshot, GCancellable *cancellable, GError **error)
{
  CsDossierFilter closed = { .state = CS_DOSSIER_CLOSED, .with_rehearsals = TRUE };
  g_autoptr (CsSealFindings) findings = g_new0 (CsSealFindings, 1);
  GArray *keys = cs_dossiers_list (snapshot, &closed, error);
  g_autoptr (CsResultWalk) walk = keys != NULL ? cs_result_walk_new (snapshot, keys) : NULL;

  findings->evaluations = g_array_new (FALSE, FALSE, sizeof (gint64));
  findings->findings = g_ptr_array_new_with_free_func (g_free);
  while (walk != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_autoptr (CsResult) result = cs_result_walk_next (walk, error);

      if (result == NULL)
        return cs_result_walk_is_over (walk) ? g_steal_pointer (&findings) : NULL;
      note (findings, result);
    }
  return NULL;
}

void
cs_seals_note (CsStore *store, const CsSealFindings *findings)
{
  g_clear_pointer (&store->changed, g_hash_table_unref);
  store->changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < findings->evaluations->len; i++)
    g_hash_table_add (store->changed,
                      g_memdup2 (&g_array_index (findings->evaluations, gint64, i), sizeof (gint64)));
  _cs_store_tell (store, CS_CHANGE_EVALUATIONS);
}
