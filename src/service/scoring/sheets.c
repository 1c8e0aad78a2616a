/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/sheets.h"
#include "service/scoring/evaluation-state-private.h"

#include "base/error.h"
#include "base/text.h"
#include "db/query.h"
#include "repo/typing-repo.h"

#include <glib/gi18n-lib.h>

CsSheet *
cs_sheets_get (CsStore *store, const CsDossier *dossier, const char *member_uuid, GError **error)
{
  /* the others' sheets are not even read */
  g_autoptr (CsEvaluationState) c = _cs_state_load_frame (store, dossier, error);
  const CsMember *member = c != NULL ? _cs_state_own_member (store, c, member_uuid, error) : NULL;
  g_autoptr (GPtrArray) own = NULL;

  if (member == NULL)
    return NULL;
  own = cs_sheet_repo_of_member (store->db, dossier->evaluation, c->form, member->id, error);
  if (own == NULL)
    return NULL;
  return own->len > 0 ? g_ptr_array_steal_index (own, own->len - 1)
                      : _cs_state_sheet_new (c, dossier, member);
}

GPtrArray *
cs_sheets_list (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (CsEvaluationState) c =
      _cs_sheets_may_list (store, dossier, error) ? _cs_state_load (store, dossier, error) : NULL;

  return c != NULL ? g_steal_pointer (&c->sheets) : NULL;
}

static gboolean
refuse_sealed (const CsDossier *dossier, GError **error)
{
  g_set_error (error, CS_ERROR, CS_ERROR_FROZEN, _ ("This sheet for %s is submitted and sealed."),
               dossier->code);
  return FALSE;
}

/* Is the stored sheet still the draft that @sheet was read from? */
static gboolean
is_fresh (CsStore *store, const CsDossier *dossier, const CsSheet *sheet, GError **error)
{
  CsQuery *q = cs_query (store->db, "SELECT id, state FROM sheet WHERE evaluation = :evaluation"
                                    " AND member = :member AND scoring_round = :round AND ended_at IS NULL");
  gint64 id = 0;
  gboolean sealed = FALSE;

  cs_query_set_int (q, ":evaluation", dossier->evaluation);
  cs_query_set_int (q, ":member", sheet->member);
  cs_query_set_int (q, ":round", sheet->scoring_round);
  if (cs_query_next (q))
    {
      id = cs_query_int (q, 0);
      sealed = g_strcmp0 (cs_query_text (q, 1), "draft") != 0;
    }
  if (!cs_query_done (q, error))
    return FALSE;
  if (sealed)
    return refuse_sealed (dossier, error);
  return id == sheet->id || _cs_sheets_refuse_stale (dossier, error);
}

/* Asked with every choice: somebody else may have noted meanwhile that the member is recused or has left, or
 * may sit here now. */
static gboolean
may_score (CsCommand *command, const CsDossier *dossier, const char *uuid, GError **error)
{
  g_autoptr (CsEvaluationState) c = _cs_state_load_frame (command->store, dossier, error);
  const CsMember *member = c != NULL ? _cs_state_own_member (command->store, c, uuid, error) : NULL;

  if (member != NULL)
    _cs_command_set_own (command, member);
  return member != NULL;
}

/* Begins a command on a draft, making the draft when it is new. */
static CsCommand *
begin_edit (CsStore *store, const CsDossier *dossier, CsSheet *sheet, const char *verb, GError **error)
{
  g_autoptr (CsCommand) command = NULL;

  if (sheet->submitted)
    {
      refuse_sealed (dossier, error);
      return NULL;
    }
  command = _cs_command_begin (store, verb, error);
  if (command == NULL || !_cs_evaluation_is_open (store, dossier, error)
      || !may_score (command, dossier, sheet->member_uuid, error) || !is_fresh (store, dossier, sheet, error))
    return NULL;
  if (sheet->id == 0 && !cs_sheet_repo_add (command->transaction, sheet, error))
    {
      sheet->id = 0;
      return NULL;
    }
  return g_steal_pointer (&command);
}

/* Is what is stored for the question still what @sheet shows? */
static gboolean
shows_stored (CsStore *store,
              const CsDossier *dossier,
              const CsSheet *sheet,
              const CsForm *form,
              guint question,
              GError **error)
{
  const CsCriterion *criterion = cs_form_question (form, question);
  g_autofree char *note = NULL;
  int choice;

  if (!cs_sheet_repo_read (store->db, sheet->id, dossier->regulation, form->no, criterion->no, &choice, &note,
                           error))
    return FALSE;
  /* what the form does not have is shown as open, see cs_store_check() */
  if (!cs_criterion_accepts (criterion, choice))
    choice = CS_CHOICE_OPEN;
  return (choice == sheet->choices[question] && g_strcmp0 (note, sheet->notes[question]) == 0)
         || _cs_sheets_refuse_stale (dossier, error);
}

static char *
place_text (const CsDossier *dossier, const CsSheet *sheet, const char *criterion)
{
  return g_strdup_printf ("%s/%s/%d/%s", dossier->code, sheet->member_key, sheet->scoring_round, criterion);
}

/* Ends an edit; a sheet that was made in a command that failed does not exist. */
static gboolean
end_edit (CsCommand *command,
          CsSheet *sheet,
          gboolean was_new,
          gboolean written,
          const char *object,
          const CsDossier *dossier,
          GError **error)
{
  if (!written)
    _cs_command_free (command);
  /* what was chosen or noted is no business of the log's before the product is closed, and sealed after it */
  else if (_cs_command_commit (command, object, dossier->uuid, NULL, NULL,
                               CS_CHANGE_SHEETS | (was_new ? CS_CHANGE_EVALUATIONS : 0), error))
    return TRUE;
  if (was_new)
    sheet->id = 0;
  return FALSE;
}

gboolean
cs_sheets_choose (
    CsStore *store, const CsDossier *dossier, CsSheet *sheet, guint question, int choice, GError **error)
{
  const CsRegulation *regulation = cs_store_get_regulation (store, dossier->regulation, error);
  const CsForm *form = regulation != NULL ? cs_regulation_form (regulation, dossier->form) : NULL;
  const CsCriterion *criterion;
  gboolean was_new = sheet->id == 0;
  CsCommand *command;
  g_autofree char *object = NULL;
  gboolean written;

  if (form == NULL)
    return FALSE;
  criterion = cs_form_question (form, question);
  if (choice != CS_CHOICE_OPEN && !cs_criterion_accepts (criterion, choice))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("Criterion %s has no option %d. Choose one that is printed."), criterion->no, choice);
      return FALSE;
    }
  command = begin_edit (store, dossier, sheet, "sheet-choose", error);
  if (command == NULL)
    return FALSE;
  written = shows_stored (store, dossier, sheet, form, question, error)
            && cs_sheet_repo_choose (command->transaction, sheet->id, dossier->regulation, dossier->form,
                                     criterion->no, choice, error);
  object = place_text (dossier, sheet, criterion->no);
  if (!end_edit (command, sheet, was_new, written, object, dossier, error))
    return FALSE;
  sheet->choices[question] = choice;
  return TRUE;
}

gboolean
cs_sheets_note (CsStore *store,
                const CsDossier *dossier,
                CsSheet *sheet,
                guint question,
                const char *note,
                GError **error)
{
  const CsRegulation *regulation = cs_store_get_regulation (store, dossier->regulation, error);
  const CsForm *form = regulation != NULL ? cs_regulation_form (regulation, dossier->form) : NULL;
  g_autofree char *clean = note != NULL ? cs_text_clean (note) : NULL;
  gboolean was_new = sheet->id == 0;
  CsCommand *command;
  g_autofree char *object = NULL;
  gboolean written;

  if (form == NULL)
    return FALSE;
  if (note != NULL && (clean == NULL || !cs_text_fits (clean, CS_TEXT_MAX)))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("The note to %s is longer than %d letters or no text at all. Shorten it."),
                   cs_form_question (form, question)->no, CS_TEXT_MAX);
      return FALSE;
    }
  command = begin_edit (store, dossier, sheet, "sheet-note", error);
  if (command == NULL)
    return FALSE;
  written = shows_stored (store, dossier, sheet, form, question, error)
            && cs_sheet_repo_note (command->transaction, sheet->id, dossier->regulation, dossier->form,
                                   cs_form_question (form, question)->no, clean, error)
            && cs_typing_repo_keep (command->transaction, sheet->uuid, cs_form_question (form, question)->no,
                                    NULL, command->at, error);
  object = place_text (dossier, sheet, cs_form_question (form, question)->no);
  if (!end_edit (command, sheet, was_new, written, object, dossier, error))
    return FALSE;
  g_free (sheet->notes[question]);
  sheet->notes[question] = cs_text_is_blank (clean) ? NULL : g_steal_pointer (&clean);
  return TRUE;
}
