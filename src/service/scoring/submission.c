/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/evaluation-state-private.h"

#include "base/error.h"
#include "repo/closing-repo.h"
#include "service/pins/pins.h"
#include "service/scoring/submission-private.h"
#include "service/scoring/submission.h"
#include "service/scoring/typed-notes-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_complete (const CsEvaluationState *c, const CsDossier *dossier, const CsSheet *sheet, GError **error)
{
  int open = cs_sheet_next_open (sheet, 0);
  guint n = sheet->n_questions - cs_sheet_n_answered (sheet);

  if (open < 0)
    return TRUE;
  g_set_error (
      error, CS_ERROR, CS_ERROR_INVALID,
      g_dngettext (GETTEXT_PACKAGE,
                   "%s: the sheet of member %s has %u criterion open, first %s. Answer it, then submit.",
                   "%s: the sheet of member %s has %u criteria open, first %s. Answer them, then submit.", n),
      dossier->code, sheet->member_key, n, cs_form_question (c->form, (guint) open)->no);
  return FALSE;
}

gboolean
_cs_sheets_seal (CsCommand *command,
                 const CsEvaluationState *c,
                 const CsDossier *dossier,
                 const CsSheet *draft,
                 GError **error)
{
  CsStore *store = command->store;
  const char *digest = _cs_store_digest (store, dossier->regulation, error);
  g_autofree char *wanted = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (CsSheet) read_back = NULL, typed = NULL;
  const CsSheet *sheet;

  if (digest == NULL || !is_complete (c, dossier, draft, error)
      || !_cs_sheets_fold_typed (command, c, dossier, draft, &typed, error))
    return FALSE;
  sheet = typed != NULL ? typed : draft;
  wanted = cs_sheet_seal (sheet, c->form, dossier->evaluation_uuid, digest);
  if (!cs_sheet_repo_seal (command->transaction, sheet->id, command->at, wanted, error))
    return FALSE;
  read_back = cs_sheet_repo_load (store->db, sheet->id, c->form, error);
  if (read_back == NULL)
    return FALSE;
  stored = cs_sheet_seal (read_back, c->form, dossier->evaluation_uuid, digest);
  if (g_str_equal (stored, wanted))
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT,
               _ ("%s: the stored sheet of member %s differs from what was entered. It was not submitted; "
                  "check the disk."),
               dossier->code, sheet->member_key);
  return FALSE;
}

/* Where members open their sheets themselves, nobody hands them in for them. */
static gboolean
may_submit (
    CsStore *store, const CsEvaluationState *c, const CsDossier *dossier, const char *member, GError **error)
{
  if (member != NULL)
    return _cs_state_own_member (store, c, member, error) != NULL;
  if (cs_pins_are_on (store))
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                 _ ("%s: each member submits the own sheet with the own PIN. Name the member."),
                 dossier->code);
  return !cs_pins_are_on (store);
}

/* Is the draft one that may be handed in with all others? What was begun before the member left, was recused
 * or went home is handed in by nobody. @may: (out). Returns: FALSE with @error */
static gboolean
is_handed_in (const CsEvaluationState *c,
              const CsDossier *dossier,
              CsStore *store,
              const CsSheet *sheet,
              gboolean *may,
              GError **error)
{
  const CsMember *member = cs_council_member_by_uuid (c->council, sheet->member_uuid);
  g_autofree char *absence = NULL;
  gboolean here = FALSE;

  *may = FALSE;
  if (member == NULL || member->left_at != NULL || !cs_role_scores (member->role)
      || cs_recusal_of (c->recusals, sheet->member_uuid) != NULL)
    return TRUE;
  if (!cs_closing_repo_attendance (store->db, dossier->evaluation, member->id, &here, &absence, error))
    return FALSE;
  *may = here || absence == NULL;
  return TRUE;
}

/* @done: (inout). Returns: FALSE with @error */
static gboolean
submit_all (CsCommand *command,
            const CsEvaluationState *c,
            const CsDossier *dossier,
            CsSubmitted *done,
            GError **error)
{
  const CsSheet *unfinished = NULL;

  for (guint i = 0; i < c->sheets->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (c->sheets, i);
      gboolean may;

      if (sheet->submitted)
        continue;
      if (!is_handed_in (c, dossier, command->store, sheet, &may, error))
        return FALSE;
      if (!may)
        continue;
      if (cs_sheet_next_open (sheet, 0) >= 0)
        {
          unfinished = unfinished != NULL ? unfinished : sheet;
          done->open++;
          continue;
        }
      if (!_cs_sheets_seal (command, c, dossier, sheet, error))
        return FALSE;
      done->sealed++;
    }
  /* nothing was complete: it tells of the first that is not */
  return done->sealed > 0 || unfinished == NULL || is_complete (c, dossier, unfinished, error);
}

static gboolean
submit_one (CsCommand *command,
            const CsEvaluationState *c,
            const CsDossier *dossier,
            const CsMember *member,
            CsSubmitted *done,
            GError **error)
{
  const CsSheet *sheet = _cs_state_newest (c, member);

  if (sheet == NULL || sheet->submitted)
    return TRUE;
  if (!_cs_sheets_seal (command, c, dossier, sheet, error))
    return FALSE;
  done->sealed++;
  return TRUE;
}

gboolean
cs_sheets_submit (
    CsStore *store, const CsDossier *dossier, const char *member, CsSubmitted *done, GError **error)
{
  CsSubmitted result = { 0 };
  const CsMember *own = NULL;
  g_autoptr (CsEvaluationState) c = NULL;
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *count = NULL;

  if (_cs_evaluation_refuse_closed (dossier, error))
    return FALSE;
  command = _cs_command_begin (store, "sheet-submit", error);
  if (command == NULL || !_cs_evaluation_is_open (store, dossier, error))
    return FALSE;
  c = _cs_state_load (store, dossier, error);
  if (c == NULL || !may_submit (store, c, dossier, member, error))
    return FALSE;
  if (member != NULL)
    {
      own = cs_council_member_by_uuid (c->council, member);
      _cs_command_set_own (command, own);
    }
  if (own != NULL ? !submit_one (command, c, dossier, own, &result, error)
                  : !submit_all (command, c, dossier, &result, error))
    return FALSE;
  if (done != NULL)
    *done = result;
  if (result.sealed == 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("%s: there is no open sheet to submit."),
                   dossier->code);
      return FALSE;
    }
  count = g_strdup_printf ("%u", result.sealed);
  return _cs_command_commit (g_steal_pointer (&command), dossier->code, dossier->uuid, NULL, count,
                             CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS, error);
}
