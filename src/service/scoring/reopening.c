/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/reopening.h"
#include "service/scoring/evaluation-state-private.h"

#include "base/error.h"
#include "base/text.h"
#include "repo/closing-repo.h"
#include "repo/dossier-repo.h"
#include "service/book/refusal-private.h"

#include <glib/gi18n-lib.h>

GPtrArray *
cs_evaluation_closings (CsStore *store, const CsDossier *dossier, GError **error)
{
  return cs_closing_repo_history (store->db, dossier->evaluation, error);
}

gboolean
cs_evaluation_may_reopen (const CsDossier *dossier, GError **error)
{
  if (dossier->evaluation == 0 || !dossier->closed)
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN, _ ("%s is not closed."), dossier->code);
  else if (dossier->recognised_on != NULL || dossier->decided_elsewhere)
    g_set_error (error, CS_ERROR, CS_ERROR_FROZEN,
                 _ ("%s is recognised by a decision. Withdraw the recognition first, then open it again."),
                 dossier->code);
  else
    return TRUE;
  return FALSE;
}

gboolean
cs_evaluation_reopen (
    CsStore *store, const CsDossier *dossier, const char *chair_uuid, const char *reason, GError **error)
{
  g_autoptr (CsEvaluationState) c = NULL;
  g_autoptr (CsCommand) command = NULL;
  const CsMember *chair;
  g_autofree char *after = NULL;
  gint64 evaluation = dossier->evaluation;

  if (!cs_evaluation_may_reopen (dossier, error)
      || !_cs_require_text (reason, CS_TEXT_MAX, _ ("The reason"), error))
    return FALSE;
  command = _cs_command_begin (store, "reopen", error);
  c = command != NULL ? _cs_state_load_frame (store, dossier, error) : NULL;
  chair = c != NULL ? _cs_state_chair (c, chair_uuid, error) : NULL;
  if (chair == NULL)
    return FALSE;
  after = g_strdup_printf ("%s: %s", chair->name, reason);
  if (!cs_closing_repo_reopen (command->transaction, evaluation, command->at, chair->name, reason, error)
      || !cs_dossier_repo_set_closed (command->transaction, evaluation, FALSE, error))
    return FALSE;
  /* what was found of that closing says nothing of the next one */
  if (store->changed != NULL)
    g_hash_table_remove (store->changed, &evaluation);
  return _cs_command_commit (g_steal_pointer (&command), dossier->code, dossier->uuid, "closed", after,
                             CS_CHANGE_EVALUATIONS, error);
}
