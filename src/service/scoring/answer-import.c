/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/answer-import.h"
#include "service/scoring/evaluation-state-private.h"

#include "base/error.h"
#include "repo/dossier-repo.h"
#include "service/scoring/rescoring-private.h"

#include <glib/gi18n-lib.h>

/* A list of answers: drafts for many members and products in one command. */

typedef struct
{
  CsCommand *command;
  GHashTable *dossiers; /* (element-type utf8 CsDossier): by code */
  GHashTable *cases;    /* (element-type utf8 CsEvaluationState): by code */
  GHashTable *sheets;   /* (element-type utf8 CsSheet): "code/member/round" */
  GHashTable *seen;     /* (element-type utf8): "code/member/round/criterion" */
} Import;

static void
import_clear (Import *import)
{
  g_hash_table_unref (import->seen);
  g_hash_table_unref (import->sheets);
  g_hash_table_unref (import->cases);
  g_hash_table_unref (import->dossiers);
}

static const CsDossier *
dossier_of (Import *import, const char *code, GError **error)
{
  CsDossier *dossier = g_hash_table_lookup (import->dossiers, code);

  if (dossier != NULL)
    return dossier;
  dossier = cs_dossier_repo_by_code (import->command->store->db, code, NULL, error);
  if (dossier != NULL)
    g_hash_table_insert (import->dossiers, g_strdup (code), dossier);
  return dossier;
}

static const CsEvaluationState *
case_of (Import *import, const CsDossier *dossier, GError **error)
{
  CsEvaluationState *c = g_hash_table_lookup (import->cases, dossier->code);

  if (c != NULL)
    return c;
  c = _cs_state_load (import->command->store, dossier, error);
  if (c != NULL)
    g_hash_table_insert (import->cases, g_strdup (dossier->code), c);
  return c;
}

static CsSheet *
new_sheet (Import *import,
           const CsEvaluationState *c,
           const CsDossier *dossier,
           const CsMember *member,
           int round,
           GError **error)
{
  g_autoptr (CsSheet) sheet = NULL;

  if (round > 1)
    return _cs_sheets_add_round (import->command, c, dossier, member, round, CS_ENTRY_LIST, error);
  sheet = _cs_state_sheet_new (c, dossier, member);
  sheet->entry = CS_ENTRY_LIST;
  return cs_sheet_repo_add (import->command->transaction, sheet, error) ? g_steal_pointer (&sheet) : NULL;
}

/* The draft that a row writes to; made at its first row. */
static CsSheet *
sheet_of (Import *import,
          const CsEvaluationState *c,
          const CsDossier *dossier,
          const CsAnswerRow *row,
          GError **error)
{
  const CsMember *member = _cs_state_member_of_key (c, row->member, error);
  CsSheet *existing = NULL;
  CsSheet *sheet;
  int round = row->scoring_round;
  g_autofree char *key = NULL;

  if (member == NULL)
    return NULL;
  if (round == 0)
    {
      existing = _cs_state_newest (c, member);
      round = existing != NULL ? existing->scoring_round : 1;
    }
  for (guint i = 0; i < c->sheets->len; i++)
    {
      CsSheet *s = g_ptr_array_index (c->sheets, i);

      if (s->scoring_round == round && s->member == member->id)
        existing = s;
    }
  if (existing != NULL && existing->submitted)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FROZEN,
                   _ ("the sheet of member %s for %s is submitted and sealed"), row->member, dossier->code);
      return NULL;
    }
  if (existing != NULL)
    return existing;
  key = g_strdup_printf ("%s/%s/%d", dossier->code, row->member, round);
  sheet = g_hash_table_lookup (import->sheets, key);
  if (sheet == NULL)
    {
      sheet = new_sheet (import, c, dossier, member, round, error);
      if (sheet != NULL)
        g_hash_table_insert (import->sheets, g_steal_pointer (&key), sheet);
    }
  return sheet;
}

static gboolean
choice_of (
    const CsCriterion *criterion, const CsAnswerRow *row, int *choice, const char **column, GError **error)
{
  *column = row->option != CS_CHOICE_OPEN ? "option" : "points";
  if (row->option != CS_CHOICE_OPEN)
    {
      *choice = row->option;
      if (cs_criterion_accepts (criterion, *choice))
        return TRUE;
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   *choice == CS_CHOICE_NONE
                       ? _ ("option %d: criterion %s prints an option of 0 points, choose that one")
                       : _ ("option %d: criterion %s has no such option"),
                   *choice, criterion->no);
      return FALSE;
    }
  *choice = cs_criterion_option_of_points (criterion, row->points);
  if (*choice != -1)
    return TRUE;
  g_set_error (
      error, CS_ERROR, CS_ERROR_INVALID,
      _ ("points %d: criterion %s has no or more than one option of so many points; give the option"),
      row->points, criterion->no);
  return FALSE;
}

/* @column: (out): where the row is wrong */
static gboolean
write_row (Import *import, const CsAnswerRow *row, const char **column, GError **error)
{
  const CsDossier *dossier = dossier_of (import, row->product, error);
  const CsEvaluationState *c = dossier != NULL ? case_of (import, dossier, error) : NULL;
  g_autofree char *place = NULL;
  CsSheet *sheet;
  int question, choice;

  *column = "product";
  if (c == NULL)
    return FALSE;
  if (dossier->closed)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FROZEN, _ ("%s is closed: its scores can no longer be changed."),
                   dossier->code);
      return FALSE;
    }
  *column = "criterion";
  question = cs_form_find (c->form, row->criterion);
  if (question < 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("form %d has no criterion “%s” to answer"),
                   c->form->no, row->criterion);
      return FALSE;
    }
  if (!choice_of (cs_form_question (c->form, (guint) question), row, &choice, column, error))
    return FALSE;
  *column = row->scoring_round != 0 && cs_council_member (c->council, row->member) != NULL ? "scoring_round"
                                                                                           : "member";
  sheet = sheet_of (import, c, dossier, row, error);
  if (sheet == NULL)
    return FALSE;
  *column = "criterion";
  place = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", sheet->id, row->criterion);
  if (!g_hash_table_add (import->seen, g_steal_pointer (&place)))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                   _ ("criterion %s stands twice for member %s and product %s"), row->criterion, row->member,
                   row->product);
      return FALSE;
    }
  return cs_sheet_repo_choose (import->command->transaction, sheet->id, dossier->regulation, dossier->form,
                               row->criterion, choice, error);
}

/* An error of the environment ends the import; one of the data is told and the next row looked at. */
static gboolean
is_about_data (const GError *error)
{
  return cs_error_exit_status (error) == 1 && !g_error_matches (error, CS_ERROR, CS_ERROR_CORRUPT);
}

gboolean
cs_answers_import (CsStore *store,
                   const GArray *rows,
                   const guint *lines,
                   const char *file,
                   GPtrArray *problems,
                   GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "import-list", error);
  g_autofree char *count = g_strdup_printf ("%u", rows->len);
  Import import = { command };
  gboolean good = command != NULL;

  if (command == NULL)
    return FALSE;
  import.dossiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cs_dossier_free);
  import.cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) _cs_state_free);
  import.sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cs_sheet_free);
  import.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; good && i < rows->len; i++)
    {
      g_autoptr (GError) failed = NULL;
      const char *column = "product";

      if (!cs_store_step (store, i, rows->len, error))
        {
          good = FALSE;
          break;
        }
      if (write_row (&import, &g_array_index (rows, CsAnswerRow, i), &column, &failed))
        continue;
      good = is_about_data (failed);
      if (good)
        g_ptr_array_add (problems,
                         g_strdup_printf ("%s:%u: %s: %s", file, lines[i], column, failed->message));
      else
        g_propagate_error (error, g_steal_pointer (&failed));
    }
  import_clear (&import);
  if (!good || problems->len > 0)
    return FALSE;
  return _cs_command_commit (g_steal_pointer (&command), "answers", NULL, NULL, count,
                             CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS, error);
}
