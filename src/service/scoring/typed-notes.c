/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/typed-notes.h"

#include "base/text.h"
#include "repo/sheet-repo.h"
#include "service/book/typing.h"
#include "service/scoring/sheets.h"
#include "service/scoring/typed-notes-private.h"

gboolean
cs_sheets_type (CsStore *store,
                const CsDossier *dossier,
                CsSheet *sheet,
                guint question,
                const char *text,
                GError **error)
{
  const CsRegulation *regulation;
  const CsForm *form;

  /* a sheet begins with a command, under its member's name */
  if (sheet->id == 0)
    return cs_sheets_note (store, dossier, sheet, question, text, error);
  regulation = cs_store_get_regulation (store, dossier->regulation, error);
  form = regulation != NULL ? cs_regulation_form (regulation, dossier->form) : NULL;
  return form != NULL
         && cs_typing_keep (store, sheet->uuid, cs_form_question (form, question)->no, text, error);
}

gboolean
cs_sheets_take_typed (CsStore *store, const CsDossier *dossier, CsSheet *sheet, GError **error)
{
  const CsRegulation *regulation = cs_store_get_regulation (store, dossier->regulation, error);
  const CsForm *form = regulation != NULL ? cs_regulation_form (regulation, dossier->form) : NULL;
  g_autoptr (GHashTable) typed = NULL;

  if (form == NULL)
    return FALSE;
  if (sheet->id == 0 || sheet->submitted || dossier->closed || cs_store_is_reading_only (store))
    return TRUE;
  typed = cs_typing_list (store, sheet->uuid, error);
  if (typed == NULL)
    return FALSE;
  for (guint i = 0; i < sheet->n_questions; i++)
    {
      const char *note = g_hash_table_lookup (typed, cs_form_question (form, i)->no);

      if (note != NULL && !cs_sheets_note (store, dossier, sheet, i, note, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_cs_sheets_fold_typed (CsCommand *command,
                       const CsEvaluationState *c,
                       const CsDossier *dossier,
                       const CsSheet *sheet,
                       CsSheet **now,
                       GError **error)
{
  g_autoptr (GHashTable) typed = cs_typing_list (command->store, sheet->uuid, error);
  gboolean any = FALSE;

  *now = NULL;
  if (typed == NULL)
    return FALSE;
  for (guint i = 0; i < sheet->n_questions; i++)
    {
      const char *criterion = cs_form_question (c->form, i)->no;
      const char *text = g_hash_table_lookup (typed, criterion);
      g_autofree char *note = text != NULL ? cs_text_clean (text) : NULL;

      if (note == NULL)
        continue;
      any = TRUE;
      if (!cs_sheet_repo_note (command->transaction, sheet->id, dossier->regulation, dossier->form, criterion,
                               note, error))
        return FALSE;
    }
  if (any)
    *now = cs_sheet_repo_load (command->store->db, sheet->id, c->form, error);
  return !any || *now != NULL;
}
