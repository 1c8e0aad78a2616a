/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/evaluation-state-private.h"

#include "base/error.h"
#include "base/text.h"
#include "service/book/refusal-private.h"
#include "service/scoring/grounds.h"

#include <glib/gi18n-lib.h>

GPtrArray *
cs_grounds_list (CsStore *store, const CsDossier *dossier, GError **error)
{
  return cs_ground_repo_of_evaluation (store->db, dossier->evaluation, error);
}

gboolean
cs_grounds_add (CsStore *store, const CsDossier *dossier, CsGround *ground, GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  const CsRegulation *regulation = cs_store_get_regulation (store, dossier->regulation, error);

  if (regulation == NULL)
    return FALSE;
  if (cs_text_is_blank (ground->text) || cs_text_is_blank (ground->reason)
      || cs_text_is_blank (ground->person))
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_INVALID,
                           _ ("An elimination needs its ground, a reason and the person who found it."));
      return FALSE;
    }
  if (!_cs_require_fits (ground->text, CS_NAME_MAX, error)
      || !_cs_require_fits (ground->reason, CS_NAME_MAX, error)
      || !_cs_require_fits (ground->person, CS_NAME_MAX, error))
    return FALSE;
  if (ground->criterion != NULL
      && cs_form_find (cs_regulation_form (regulation, dossier->form), ground->criterion) < 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("The form of %s has no criterion %s."),
                   dossier->code, ground->criterion);
      return FALSE;
    }
  command = _cs_command_begin (store, "eliminate", error);
  if (command == NULL || !_cs_evaluation_is_open (store, dossier, error))
    return FALSE;
  g_free (ground->found_at);
  ground->found_at = g_strdup (command->at);
  return cs_ground_repo_add (command->transaction, dossier->evaluation, dossier->regulation, dossier->form,
                             ground, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code, dossier->uuid,
                                cs_ground_state_to_text (ground->state), ground->text, CS_CHANGE_EVALUATIONS,
                                error);
}

gboolean
cs_grounds_decide (CsStore *store,
                   const CsDossier *dossier,
                   const CsGround *ground,
                   gboolean confirmed,
                   const char *why,
                   GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *clean = NULL;
  CsGround decided = *ground;

  if (confirmed ? !_cs_require_fits (why, CS_NAME_MAX, error)
                : !_cs_require_text (why, CS_NAME_MAX, _ ("The reason"), error))
    return FALSE;
  command = _cs_command_begin (store, "eliminate-decide", error);
  if (command == NULL || !_cs_evaluation_is_open (store, dossier, error))
    return FALSE;
  clean = why != NULL ? cs_text_clean (why) : g_strdup ("");
  decided.state = confirmed ? CS_GROUND_CONFIRMED : CS_GROUND_DISMISSED;
  decided.decided_at = command->at;
  decided.decided_by = command->who;
  decided.decision = clean;
  return cs_ground_repo_decide (command->transaction, &decided, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code, dossier->uuid, ground->text,
                                cs_ground_state_to_text (decided.state), CS_CHANGE_EVALUATIONS, error);
}

gboolean
cs_grounds_remove (CsStore *store, const CsDossier *dossier, const CsGround *ground, GError **error)
{
  g_autoptr (CsCommand) command = NULL;

  command = _cs_command_begin (store, "eliminate-undo", error);
  return command != NULL && _cs_evaluation_is_open (store, dossier, error)
         && cs_ground_repo_remove (command->transaction, ground->uuid, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code, dossier->uuid, ground->text, NULL,
                                CS_CHANGE_EVALUATIONS, error);
}
