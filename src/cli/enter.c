/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/text.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/scoring/taking-back.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *member;
  char *answers;
  char *total;
  char *typed_by;
  char *checked_by;
  char *round;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_PRODUCT (options.product),
  CS_OPTION_MEMBER (options.member),
  { "answers", 0, 0, G_OPTION_ARG_STRING, &options.answers,
    N_ ("Numbers of the options in the form's order, 0 for none applies, with commas between"), "N,N,…" },
  { "total", 0, 0, G_OPTION_ARG_STRING, &options.total, N_ ("The total on the paper"), "N" },
  { "typed-by", 0, 0, G_OPTION_ARG_STRING, &options.typed_by, N_ ("Who typed it"), N_ ("NAME") },
  { "checked-by", 0, 0, G_OPTION_ARG_STRING, &options.checked_by, N_ ("Who checked it"), N_ ("NAME") },
  CS_OPTION_ROUND_OF_PRODUCT (options.round),
  G_OPTION_ENTRY_NULL,
};

/* Returns: (transfer full): one choice a question of @form. */
static int *
read_answers (const CsForm *form, GError **error)
{
  g_auto (GStrv) words = g_strsplit (options.answers, ",", -1);
  guint n = cs_form_n_questions (form);
  g_autofree int *choices = g_new0 (int, n);

  if (g_strv_length (words) != n)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("The form %d has %u criteria, but there are %u answers."), form->no, n,
                   g_strv_length (words));
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    if (!cs_text_to_int (g_strstrip (words[i]), 0, 1000, &choices[i]))
      {
        g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                     _ ("“%s” for criterion %s is no number of an option."), words[i],
                     cs_form_question (form, i)->no);
        return NULL;
      }
  return g_steal_pointer (&choices);
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autofree int *choices = NULL;
  const CsRegulation *regulation;
  CsTypedSheet paper = { 0 };

  if (options.member == NULL || options.answers == NULL || options.total == NULL
      || !cs_text_to_int (options.total, 0, 1000, &paper.total))
    {
      g_set_error_literal (
          error, CS_ERROR, CS_ERROR_USAGE,
          _ ("A sheet from paper needs --product, --member, --answers, --total, --typed-by and "
             "--checked-by."));
      return FALSE;
    }
  if (!cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error))
    return FALSE;
  regulation = cs_store_get_regulation (store, dossier->regulation, error);
  choices = regulation != NULL ? read_answers (cs_regulation_form (regulation, dossier->form), error) : NULL;
  if (choices == NULL)
    return FALSE;
  paper.member = cs_verb_member_uuid (store, dossier, options.member);
  paper.choices = choices;
  paper.typed_by = options.typed_by;
  paper.checked_by = options.checked_by;
  return cs_sheets_enter (store, dossier, &paper, error);
}

const CsVerb cs_verb_enter = {
  "enter",
  "BOOK --product CODE --member ID --answers N,N,… --total N --typed-by NAME --checked-by NAME",
  N_ ("Store a sheet that was filled on paper"),
  1,
  1,
  run,
  entries
};
