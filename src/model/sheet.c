/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sheet.h"

#include "base/text.h"

static const char *const entry_texts[] = { "own", "list", "paper" };

const char *
cs_entry_to_text (CsEntry entry)
{
  return entry_texts[entry];
}

gboolean
cs_entry_parse (const char *text, CsEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (entry_texts); i++)
    if (g_strcmp0 (text, entry_texts[i]) == 0)
      {
        *entry = (CsEntry) i;
        return TRUE;
      }
  return FALSE;
}

CsSheet *
cs_sheet_new (guint n_questions)
{
  CsSheet *sheet = g_new0 (CsSheet, 1);

  sheet->n_questions = n_questions;
  sheet->scoring_round = 1;
  sheet->choices = g_new (int, n_questions);
  for (guint i = 0; i < n_questions; i++)
    sheet->choices[i] = CS_CHOICE_OPEN;
  sheet->notes = g_new0 (char *, n_questions);
  return sheet;
}

void
cs_sheet_free (CsSheet *sheet)
{
  if (sheet == NULL)
    return;
  for (guint i = 0; i < sheet->n_questions; i++)
    g_free (sheet->notes[i]);
  g_free (sheet->notes);
  g_free (sheet->choices);
  g_free (sheet->uuid);
  g_free (sheet->member_uuid);
  g_free (sheet->member_key);
  g_free (sheet->submitted_at);
  g_free (sheet->seal);
  g_free (sheet->typed_by);
  g_free (sheet->checked_by);
  g_free (sheet->ended_at);
  g_free (sheet->ended_by);
  g_free (sheet->end_reason);
  g_free (sheet);
}

guint
cs_sheet_n_answered (const CsSheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < sheet->n_questions; i++)
    n += sheet->choices[i] != CS_CHOICE_OPEN;
  return n;
}

int
cs_sheet_next_open (const CsSheet *sheet, guint from)
{
  for (guint step = 0; step < sheet->n_questions; step++)
    {
      guint i = (from + step) % sheet->n_questions;

      if (sheet->choices[i] == CS_CHOICE_OPEN)
        return (int) i;
    }
  return -1;
}

char *
cs_sheet_seal (const CsSheet *sheet,
               const CsForm *form,
               const char *evaluation_uuid,
               const char *regulation_digest)
{
  int version = sheet->seal_version != 0 ? sheet->seal_version : CS_SEAL_VERSION;
  g_autoptr (GString) text = g_string_new (NULL);

  /* the first one named the member by the short key, which another council gives to somebody else */
  g_string_append_printf (text, "chamsao-sheet-%d\n%s\n%s\n%s\n%s\n%d\n", version, sheet->uuid,
                          evaluation_uuid, regulation_digest,
                          version == 1 ? sheet->member_key : sheet->member_uuid, sheet->scoring_round);
  for (guint i = 0; i < sheet->n_questions; i++)
    {
      const char *note = sheet->notes[i] != NULL ? sheet->notes[i] : "";

      g_string_append_printf (text, "%s=%d %zu:%s\n", cs_form_question (form, i)->no, sheet->choices[i],
                              strlen (note), note);
    }
  return cs_text_sha256 (text->str);
}
