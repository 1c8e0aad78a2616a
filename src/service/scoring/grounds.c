/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/evaluation-state-private.h"

#include "base/error.h"
#include "base/text.h"
#include "service/book/refusal-private.h"
#include "service/scoring/grounds.h"

#include <glib/gi18n-lib.h>

GPtrArray *
cs_sheets_findings (CsStore *store, const CsDossier *dossier, GError **error)
{
  return cs_finding_repo_of_evaluation (store->db, dossier->evaluation, error);
}

gboolean
cs_sheets_add_finding (CsStore *store, const CsDossier *dossier, CsFinding *finding, GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  const CsRegulation *regulation = cs_store_get_regulation (store, dossier->regulation, error);

  if (regulation == NULL)
    return FALSE;
  if (cs_text_is_blank (finding->ground) || cs_text_is_blank (finding->reason)
      || cs_text_is_blank (finding->person))
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_INVALID,
                           _ ("An elimination needs its ground, a reason and the person who found it."));
      return FALSE;
    }
  if (!_cs_require_fits (finding->ground, CS_NAME_MAX, error)
      || !_cs_require_fits (finding->reason, CS_NAME_MAX, error)
      || !_cs_require_fits (finding->person, CS_NAME_MAX, error))
    return FALSE;
  if (finding->criterion != NULL
      && cs_form_find (cs_regulation_form (regulation, dossier->form), finding->criterion) < 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("The form of %s has no criterion %s."),
                   dossier->code, finding->criterion);
      return FALSE;
    }
  command = _cs_command_begin (store, "eliminate", error);
  if (command == NULL || !_cs_sheets_is_open (store, dossier, error))
    return FALSE;
  g_free (finding->found_at);
  finding->found_at = g_strdup (command->at);
  return cs_finding_repo_add (command->transaction, dossier->evaluation, dossier->regulation, dossier->form,
                              finding, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code,
                                cs_finding_state_to_text (finding->state), finding->ground,
                                CS_CHANGE_EVALUATIONS, error);
}

gboolean
cs_sheets_decide_finding (CsStore *store,
                          const CsDossier *dossier,
                          const CsFinding *finding,
                          gboolean confirmed,
                          const char *why,
                          GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *clean = NULL;
  CsFinding decided = *finding;

  if (confirmed ? !_cs_require_fits (why, CS_NAME_MAX, error)
                : !_cs_require_text (why, CS_NAME_MAX, _ ("The reason"), error))
    return FALSE;
  command = _cs_command_begin (store, "eliminate-decide", error);
  if (command == NULL || !_cs_sheets_is_open (store, dossier, error))
    return FALSE;
  clean = why != NULL ? cs_text_clean (why) : g_strdup ("");
  decided.state = confirmed ? CS_FINDING_CONFIRMED : CS_FINDING_DISMISSED;
  decided.decided_at = command->at;
  decided.decided_by = store->person;
  decided.decision = clean;
  return cs_finding_repo_decide (command->transaction, &decided, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code, finding->ground,
                                cs_finding_state_to_text (decided.state), CS_CHANGE_EVALUATIONS, error);
}

gboolean
cs_sheets_remove_finding (CsStore *store, const CsDossier *dossier, const CsFinding *finding, GError **error)
{
  g_autoptr (CsCommand) command = NULL;

  command = _cs_command_begin (store, "eliminate-undo", error);
  return command != NULL && _cs_sheets_is_open (store, dossier, error)
         && cs_finding_repo_remove (command->transaction, finding->uuid, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code, finding->ground, NULL,
                                CS_CHANGE_EVALUATIONS, error);
}
