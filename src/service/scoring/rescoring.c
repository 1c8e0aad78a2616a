/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/rescoring.h"
#include "service/scoring/evaluation-state-private.h"

#include "base/error.h"
#include "base/text.h"
#include "repo/closing-repo.h"
#include "service/book/refusal-private.h"
#include "service/scoring/rescoring-private.h"

#include <glib/gi18n-lib.h>

CsSheet *
_cs_sheets_add_round (CsCommand *command,
                      const CsEvaluationState *c,
                      const CsDossier *dossier,
                      const CsMember *member,
                      int scoring_round,
                      CsEntry entry,
                      GError **error)
{
  const CsSheet *last = _cs_state_newest (c, member);
  g_autoptr (CsSheet) sheet = _cs_state_sheet_new (c, dossier, member);

  if (!cs_standing_may_rescore (c->standing, scoring_round))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("No scoring round %d is due for %s: the sheets of the round before are not all in, or "
                      "their totals "
                      "lie close enough together."),
                   scoring_round, dossier->code);
      return NULL;
    }
  sheet->scoring_round = scoring_round;
  sheet->entry = entry;
  if (!cs_sheet_repo_add (command->transaction, sheet, error))
    return NULL;
  /* second sheets start from the first */
  if (last == NULL)
    return g_steal_pointer (&sheet);
  memcpy (sheet->choices, last->choices, sheet->n_questions * sizeof (int));
  if (!cs_sheet_repo_fill (command->transaction, sheet->id, dossier->regulation, c->form, last->choices,
                           error))
    return NULL;
  return g_steal_pointer (&sheet);
}

/* --- what was said about it --- */

GPtrArray *
cs_sheets_discussions (CsStore *store, const CsDossier *dossier, GError **error)
{
  return cs_discussion_repo_of_evaluation (store->db, dossier->evaluation, error);
}

gboolean
_cs_sheets_discuss (CsCommand *command, const CsDossier *dossier, const char *note, GError **error)
{
  g_autoptr (CsEvaluationState) c = _cs_state_load (command->store, dossier, error);
  g_autofree char *clean = cs_text_clean (note);
  CsDiscussion discussion = { .note = clean, .noted_at = command->at, .noted_by = command->who };

  if (c == NULL || !_cs_evaluation_is_open (command->store, dossier, error))
    return FALSE;
  discussion.scoring_round = c->standing->scoring_round;
  /* the first round is due without any talk */
  if (discussion.scoring_round > 0 && cs_standing_may_rescore (c->standing, discussion.scoring_round + 1))
    return cs_discussion_repo_add (command->transaction, dossier->evaluation, &discussion, error);
  g_set_error (
      error, CS_ERROR, CS_ERROR_FORBIDDEN,
      _ ("%s: there is nothing to discuss. The sheets are not all in, or their totals lie close enough "
         "together."),
      dossier->code);
  return FALSE;
}

gboolean
cs_sheets_discuss (CsStore *store, const CsDossier *dossier, const char *note, GError **error)
{
  g_autoptr (CsCommand) command = NULL;

  if (!_cs_require_text (note, CS_TEXT_MAX, _ ("The note of the discussion"), error))
    return FALSE;
  command = _cs_command_begin (store, "discuss", error);
  return command != NULL && _cs_sheets_discuss (command, dossier, note, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code, dossier->uuid, NULL, NULL,
                                CS_CHANGE_EVALUATIONS, error);
}

static gboolean
has_note (const GPtrArray *notes, int scoring_round)
{
  for (guint i = 0; i < notes->len; i++)
    if (((CsDiscussion *) g_ptr_array_index (notes, i))->scoring_round == scoring_round)
      return TRUE;
  return FALSE;
}

/* Is there a note of the discussion that led to @scoring_round? */
static gboolean
is_discussed (
    CsStore *store, const CsEvaluationState *c, const CsDossier *dossier, int scoring_round, GError **error)
{
  g_autoptr (GPtrArray) notes = cs_discussion_repo_of_evaluation (store->db, dossier->evaluation, error);

  if (notes == NULL)
    return FALSE;
  /* who joins a round that others have begun, or that a list brought in, does not wait for a note */
  if (scoring_round <= c->standing->scoring_round || has_note (notes, scoring_round - 1))
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
               _ ("%s: the council discusses first. Write the note of the discussion, then score again."),
               dossier->code);
  return FALSE;
}

gboolean
cs_sheets_next_round (
    CsStore *store, const CsDossier *dossier, const CsSheet *sheet, CsNextRound *next, GError **error)
{
  g_autoptr (CsEvaluationState) c = _cs_state_load (store, dossier, error);
  g_autoptr (GPtrArray) notes =
      c != NULL ? cs_discussion_repo_of_evaluation (store->db, dossier->evaluation, error) : NULL;
  int present;

  *next = CS_NEXT_ROUND_NONE;
  if (notes == NULL)
    return FALSE;
  present = c->standing->scoring_round;
  if (dossier->closed || (sheet != NULL && !sheet->submitted))
    return TRUE;
  if (sheet != NULL && sheet->scoring_round + 1 == present)
    *next = CS_NEXT_ROUND_BEGIN;
  else if (cs_standing_is_apart (c->standing))
    *next = has_note (notes, present) ? CS_NEXT_ROUND_BEGIN : CS_NEXT_ROUND_DISCUSS;
  return TRUE;
}

CsSheet *
cs_sheets_begin_round (CsStore *store, const CsDossier *dossier, const CsSheet *sheet, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "sheet-rescore", error);
  g_autoptr (CsEvaluationState) c = command != NULL ? _cs_state_load (store, dossier, error) : NULL;
  const CsMember *member = c != NULL ? _cs_state_own_member (store, c, sheet->member_uuid, error) : NULL;
  g_autoptr (CsSheet) next = NULL;
  const CsSheet *newest;
  g_autofree char *object = NULL;

  if (member == NULL || !_cs_evaluation_is_open (store, dossier, error))
    return NULL;
  _cs_command_set_own (command, member);
  newest = _cs_state_newest (c, member);
  if (newest != NULL && newest->scoring_round > sheet->scoring_round)
    {
      _cs_sheets_refuse_stale (dossier, error);
      return NULL;
    }
  if (!is_discussed (store, c, dossier, sheet->scoring_round + 1, error))
    return NULL;
  next = _cs_sheets_add_round (command, c, dossier, member, sheet->scoring_round + 1, CS_ENTRY_OWN, error);
  if (next == NULL)
    return NULL;
  object = g_strdup_printf ("%s/%s/%d", dossier->code, next->member_key, next->scoring_round);
  if (!_cs_command_commit (g_steal_pointer (&command), object, dossier->uuid, NULL, NULL,
                           CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS, error))
    return NULL;
  return g_steal_pointer (&next);
}
