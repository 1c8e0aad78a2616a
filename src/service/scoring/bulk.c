/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/bulk.h"

#include "db/row-change.h"
#include "repo/dossier-repo.h"
#include "service/council/councils-private.h"
#include "service/council/councils.h"
#include "service/dossiers/dossiers-private.h"
#include "service/scoring/closing-private.h"
#include "service/scoring/closing.h"
#include "service/scoring/evaluation-state-private.h"
#include "service/scoring/rescoring-private.h"
#include "service/scoring/submission-private.h"

struct _CsBulk
{
  CsCommand *command;
};

CsBulk *
cs_bulk_begin (CsStore *store, const char *verb, const char *at, GError **error)
{
  CsCommand *command = _cs_command_begin (store, verb, error);
  CsBulk *bulk;

  if (command == NULL)
    return NULL;
  if (at != NULL)
    {
      g_free (command->at);
      command->at = g_strdup (at);
    }
  /* what is made by chance needs no history */
  cs_row_changes_pause (command->store->db);
  bulk = g_new0 (CsBulk, 1);
  bulk->command = command;
  return bulk;
}

void
cs_bulk_free (CsBulk *bulk)
{
  if (bulk == NULL)
    return;
  _cs_command_free (bulk->command);
  g_free (bulk);
}

gboolean
cs_bulk_commit (CsBulk *bulk, const char *object, GError **error)
{
  g_autoptr (CsBulk) owned = bulk;

  return _cs_command_commit (g_steal_pointer (&owned->command), object, NULL, NULL, NULL,
                             CS_CHANGE_DOSSIERS | CS_CHANGE_COUNCILS | CS_CHANGE_SHEETS
                                 | CS_CHANGE_EVALUATIONS,
                             error);
}

CsDossier *
cs_bulk_add_dossier (CsBulk *bulk, const CsNewDossier *wanted, GError **error)
{
  g_autofree char *code = _cs_dossiers_add_one (bulk->command, wanted, NULL, error);

  return code != NULL ? cs_dossier_repo_by_code (bulk->command->store->db, code, NULL, error) : NULL;
}

gboolean
cs_bulk_add_member (CsBulk *bulk, const CsNewMember *wanted, GError **error)
{
  return _cs_councils_add_member (bulk->command, wanted, error);
}

gboolean
cs_bulk_add_sheet (CsBulk *bulk,
                   const CsDossier *dossier,
                   const char *member_key,
                   int scoring_round,
                   const int *choices,
                   gboolean submit,
                   GError **error)
{
  g_autoptr (CsEvaluationState) c = _cs_state_load_frame (bulk->command->store, dossier, error);
  const CsMember *member = c != NULL ? _cs_state_member_of_key (c, member_key, error) : NULL;
  g_autoptr (CsSheet) sheet = NULL;

  if (member == NULL)
    return FALSE;
  sheet = _cs_state_sheet_new (c, dossier, member);
  sheet->scoring_round = scoring_round;
  if (!cs_sheet_repo_add (bulk->command->transaction, sheet, error))
    return FALSE;
  memcpy (sheet->choices, choices, sheet->n_questions * sizeof (int));
  if (!cs_sheet_repo_fill (bulk->command->transaction, sheet->id, dossier->regulation, c->form, choices,
                           error))
    return FALSE;
  return !submit || _cs_sheets_seal (bulk->command, c, dossier, sheet, error);
}

gboolean
cs_bulk_discuss (CsBulk *bulk, const CsDossier *dossier, const char *note, GError **error)
{
  return _cs_sheets_discuss (bulk->command, dossier, note, error);
}

gboolean
cs_bulk_close (CsBulk *bulk, const CsDossier *dossier, const char *reason, GError **error)
{
  return _cs_evaluation_close (bulk->command, dossier, &(CsCloseOptions){ .reason = reason }, error);
}
