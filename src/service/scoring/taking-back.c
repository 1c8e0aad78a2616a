/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/taking-back.h"
#include "service/scoring/evaluation-state-private.h"

#include "base/error.h"
#include "base/text.h"
#include "service/book/refusal-private.h"
#include "service/pins/pins.h"
#include "service/scoring/submission-private.h"
#include "service/scoring/taking-back-private.h"
#include "service/scoring/typed-notes-private.h"

#include <glib/gi18n-lib.h>

/* Drafts that are taken away, and sheets that are taken back: returned by the chair for correction, or moved
 * because they were filled for the wrong product. The old sheet stays as it was sealed; a new draft begins
 * with its answers. */

static gboolean
copy_answers (CsCommand *command,
              const CsEvaluationState *c,
              const CsDossier *dossier,
              const CsSheet *from,
              CsSheet *to,
              GError **error)
{
  if (!cs_sheet_repo_add (command->transaction, to, error)
      || !cs_sheet_repo_fill (command->transaction, to->id, dossier->regulation, c->form, from->choices,
                              error))
    return FALSE;
  for (guint i = 0; i < from->n_questions; i++)
    if (from->notes[i] != NULL
        && !cs_sheet_repo_note (command->transaction, to->id, dossier->regulation, c->form->no,
                                cs_form_question (c->form, i)->no, from->notes[i], error))
      return FALSE;
  return TRUE;
}

gboolean
cs_sheets_return (CsStore *store,
                  const CsDossier *dossier,
                  const char *member_uuid,
                  const char *chair_uuid,
                  const char *reason,
                  GError **error)
{
  g_autoptr (CsEvaluationState) c = NULL;
  g_autoptr (CsCommand) command = NULL;
  g_autoptr (CsSheet) draft = NULL;
  const CsMember *member, *chair;
  const CsSheet *sheet;
  g_autofree char *object = NULL;

  if (!_cs_require_text (reason, CS_TEXT_MAX, _ ("The reason"), error))
    return FALSE;
  command = _cs_command_begin (store, "sheet-return", error);
  c = command != NULL ? _cs_state_load (store, dossier, error) : NULL;
  member = c != NULL ? _cs_state_member (c, member_uuid, error) : NULL;
  chair = member != NULL ? _cs_state_chair (c, chair_uuid, error) : NULL;
  if (chair == NULL || !_cs_evaluation_is_open (store, dossier, error))
    return FALSE;
  sheet = _cs_state_newest (c, member);
  if (sheet == NULL || !sheet->submitted)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("%s: %s has no submitted sheet that could be returned."), dossier->code, member->name);
      return FALSE;
    }
  draft = _cs_state_sheet_new (c, dossier, member);
  draft->scoring_round = sheet->scoring_round;
  object = g_strdup_printf ("%s/%s/%d", dossier->code, member->key, sheet->scoring_round);
  return cs_sheet_repo_end (command->transaction, sheet->id, CS_SHEET_RETURNED, command->at, chair->name,
                            reason, error)
         && copy_answers (command, c, dossier, sheet, draft, error)
         && _cs_command_commit (g_steal_pointer (&command), object, dossier->uuid, sheet->seal, reason,
                                CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS, error);
}

/* Can the answers of a sheet for @from stand on one for @to? */
static gboolean
fits (const CsDossier *from, const CsDossier *to, GError **error)
{
  if (!from->rehearsal != !to->rehearsal)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("A sheet of %s cannot stand for %s: one of them is a rehearsal, and its scores never "
                      "become real."),
                   from->code, to->code);
      return FALSE;
    }
  if (from->id != to->id && g_strcmp0 (from->council, to->council) == 0
      && g_strcmp0 (from->regulation, to->regulation) == 0 && from->form == to->form)
    return TRUE;
  g_set_error (
      error, CS_ERROR, CS_ERROR_INVALID,
      _ ("A sheet of %s cannot stand for %s: it takes another product of the same council and form."),
      from->code, to->code);
  return FALSE;
}

static gboolean
is_free (const CsEvaluationState *c, const CsDossier *to, const CsMember *member, GError **error)
{
  if (_cs_state_newest (c, member) == NULL)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT, _ ("%s has a sheet for %s already. Nothing was moved."),
               member->name, to->code);
  return FALSE;
}

/* The line of the log for where the sheet was, in the same transaction. */
static gboolean
log_origin (CsCommand *command,
            const CsDossier *from,
            const CsDossier *to,
            const CsSheet *sheet,
            const char *reason,
            GError **error)
{
  g_autofree char *object = g_strdup_printf ("%s/%s/%d", from->code, sheet->member_key, sheet->scoring_round);
  g_autofree char *after = g_strdup_printf ("→ %s: %s", to->code, reason);

  return _cs_command_log (command, object, from->uuid, sheet->seal, after, error);
}

gboolean
cs_sheets_move (CsStore *store,
                const CsDossier *from,
                const CsDossier *to,
                const char *member_uuid,
                const char *reason,
                GError **error)
{
  g_autoptr (CsEvaluationState) here = NULL, there = NULL;
  g_autoptr (CsCommand) command = NULL;
  g_autoptr (CsSheet) draft = NULL;
  const CsMember *member;
  const CsSheet *sheet;
  g_autofree char *object = NULL, *after = NULL;

  if (!_cs_require_text (reason, CS_TEXT_MAX, _ ("The reason"), error) || !fits (from, to, error))
    return FALSE;
  command = _cs_command_begin (store, "sheet-move", error);
  here = command != NULL ? _cs_state_load (store, from, error) : NULL;
  there = here != NULL ? _cs_state_load (store, to, error) : NULL;
  member = there != NULL ? _cs_state_member (there, member_uuid, error) : NULL;
  if (member == NULL || !_cs_evaluation_is_open (store, from, error)
      || !_cs_evaluation_is_open (store, to, error) || !is_free (there, to, member, error))
    return FALSE;
  sheet = _cs_state_newest (here, member);
  if (sheet == NULL || sheet->scoring_round > 1)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                   _ ("%s: %s has no sheet of the first round that could be moved."), from->code,
                   member->name);
      return FALSE;
    }
  draft = _cs_state_sheet_new (there, to, member);
  draft->scoring_round = 1;
  object = g_strdup_printf ("%s/%s/1", to->code, member->key);
  after = g_strdup_printf ("← %s: %s", from->code, reason);
  _cs_command_touch (command, CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS, from->uuid);
  return cs_sheet_repo_end (command->transaction, sheet->id, CS_SHEET_MOVED, command->at, command->who,
                            reason, error)
         && log_origin (command, from, to, sheet, reason, error)
         && copy_answers (command, there, to, sheet, draft, error)
         && _cs_command_commit (g_steal_pointer (&command), object, to->uuid, NULL, after,
                                CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS, error);
}

/* Where members have PINs, a draft is the business of its member, of who leads the council and of who keeps
 * its papers. */
gboolean
_cs_sheets_may_withdraw (CsStore *store,
                         const CsEvaluationState *c,
                         const CsDossier *dossier,
                         const CsMember *member,
                         GError **error)
{
  const char *sitter = cs_pins_sitter (store);
  const CsMember *here = sitter != NULL ? cs_council_member_by_uuid (c->council, sitter) : NULL;

  if (!cs_pins_are_on (store) || here == member || (here != NULL && here->role != CS_ROLE_MEMBER))
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
               _ ("%s: the draft of %s is taken away by the member, the chair, the vice-chair or the "
                  "secretary, with the"
                  " own PIN."),
               dossier->code, member->name);
  return FALSE;
}

/* @object: (out) (transfer full): how the log calls the sheet */
static gboolean
end_draft (CsCommand *command,
           const CsEvaluationState *c,
           const CsDossier *dossier,
           const CsSheet *sheet,
           const char *reason,
           char **object,
           GError **error)
{
  g_autoptr (CsSheet) typed = NULL;

  *object = g_strdup_printf ("%s/%s/%d", dossier->code, sheet->member_key, sheet->scoring_round);
  return _cs_sheets_fold_typed (command, c, dossier, sheet, &typed, error)
         && cs_sheet_repo_end (command->transaction, sheet->id, CS_SHEET_WITHDRAWN, command->at, command->who,
                               reason, error);
}

gboolean
_cs_sheets_withdraw (CsCommand *command,
                     const CsEvaluationState *c,
                     const CsDossier *dossier,
                     const CsMember *member,
                     const char *reason,
                     GError **error)
{
  const CsSheet *sheet = _cs_state_newest (c, member);
  g_autofree char *object = NULL;

  if (sheet == NULL || sheet->submitted)
    return TRUE;
  _cs_command_touch (command, CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS, dossier->uuid);
  return end_draft (command, c, dossier, sheet, reason, &object, error)
         && _cs_command_log (command, object, dossier->uuid, NULL, reason, error);
}

gboolean
cs_sheets_withdraw (
    CsStore *store, const CsDossier *dossier, const char *member_uuid, const char *reason, GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autoptr (CsEvaluationState) c = NULL;
  const CsMember *member;
  const CsSheet *sheet;
  g_autofree char *object = NULL, *why = NULL;

  if (!_cs_require_text (reason, CS_TEXT_MAX, _ ("The reason"), error))
    return FALSE;
  command = _cs_command_begin (store, "sheet-withdraw", error);
  c = command != NULL && _cs_evaluation_is_open (store, dossier, error)
          ? _cs_state_load (store, dossier, error)
          : NULL;
  if (c == NULL)
    return FALSE;
  member = cs_council_member_by_uuid (c->council, member_uuid);
  sheet = member != NULL ? _cs_state_newest (c, member) : NULL;
  if (sheet == NULL || sheet->submitted)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN, _ ("%s: %s has no draft that could be taken away."),
                   dossier->code, member != NULL ? member->name : member_uuid);
      return FALSE;
    }
  why = cs_text_clean (reason);
  return _cs_sheets_may_withdraw (store, c, dossier, member, error)
         && end_draft (command, c, dossier, sheet, why, &object, error)
         && _cs_command_commit (g_steal_pointer (&command), object, dossier->uuid, NULL, why,
                                CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS, error);
}

GPtrArray *
cs_sheets_ended (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (CsEvaluationState) c =
      _cs_sheets_may_list (store, dossier, error) ? _cs_state_load_frame (store, dossier, error) : NULL;

  return c != NULL ? cs_sheet_repo_ended (store->db, dossier->evaluation, c->form, error) : NULL;
}

/* --- sheets typed from paper --- */

static gboolean
check_paper (const CsEvaluationState *c, const CsMember *member, const CsTypedSheet *paper, GError **error)
{
  CsTally tally;
  guint n = cs_form_n_questions (c->form);

  if (!_cs_require_text (paper->typed_by, CS_NAME_MAX, _ ("The name of who typed the sheet"), error)
      || !_cs_require_text (paper->checked_by, CS_NAME_MAX, _ ("The name of who checked the sheet"), error))
    return FALSE;
  if (cs_text_equal (paper->typed_by, paper->checked_by) || cs_text_equal (paper->typed_by, member->name))
    {
      g_set_error_literal (
          error, CS_ERROR, CS_ERROR_INVALID,
          _ ("A sheet from paper is typed by one person and checked by another, and the member is not "
             "the one who types it."));
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (!cs_criterion_accepts (cs_form_question (c->form, i), paper->choices[i]))
      {
        g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                     paper->choices[i] == CS_CHOICE_OPEN
                         ? _ ("Criterion %s has no number yet. Type the option's number.")
                         : _ ("Criterion %s has no such option. Look at the paper again."),
                     cs_form_question (c->form, i)->no);
        return FALSE;
      }
  tally = cs_tally (c->form, paper->choices);
  if (tally.total == paper->total)
    return TRUE;
  g_set_error (
      error, CS_ERROR, CS_ERROR_INVALID,
      _ ("The options come to %d points, the paper says %d. Compare them line by line; nothing was stored."),
      tally.total, paper->total);
  return FALSE;
}

/* Which round a sheet from paper is of: the first, or the next one that is due. 0: none, with @error. */
static int
paper_round (const CsEvaluationState *c, const CsDossier *dossier, const CsMember *member, GError **error)
{
  const CsSheet *last = _cs_state_newest (c, member);
  int round = last == NULL ? 1 : last->scoring_round + 1;

  if ((last == NULL || last->submitted) && cs_standing_may_rescore (c->standing, round))
    return round;
  g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT, _ ("%s has a sheet for %s already."), member->name,
               dossier->code);
  return 0;
}

gboolean
cs_sheets_enter (CsStore *store, const CsDossier *dossier, const CsTypedSheet *paper, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "sheet-enter", error);
  g_autoptr (CsEvaluationState) c = command != NULL ? _cs_state_load (store, dossier, error) : NULL;
  const CsMember *member = c != NULL ? _cs_state_member (c, paper->member, error) : NULL;
  g_autoptr (CsSheet) sheet = NULL;
  g_autofree char *object = NULL, *after = NULL;
  int round;

  if (member == NULL || !_cs_evaluation_is_open (store, dossier, error)
      || !check_paper (c, member, paper, error))
    return FALSE;
  round = paper_round (c, dossier, member, error);
  if (round == 0)
    return FALSE;
  sheet = _cs_state_sheet_new (c, dossier, member);
  sheet->scoring_round = round;
  sheet->entry = CS_ENTRY_TYPED;
  sheet->typed_by = cs_text_clean (paper->typed_by);
  sheet->checked_by = cs_text_clean (paper->checked_by);
  memcpy (sheet->choices, paper->choices, sheet->n_questions * sizeof (int));
  object = g_strdup_printf ("%s/%s/%d", dossier->code, member->key, round);
  after = g_strdup_printf ("%s, %s", sheet->typed_by, sheet->checked_by);
  return cs_sheet_repo_add (command->transaction, sheet, error)
         && cs_sheet_repo_fill (command->transaction, sheet->id, dossier->regulation, c->form, sheet->choices,
                                error)
         && _cs_sheets_seal (command, c, dossier, sheet, error)
         && _cs_command_commit (g_steal_pointer (&command), object, dossier->uuid, NULL, after,
                                CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS, error);
}
