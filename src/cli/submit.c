/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/product-choice.h"
#include "cli/verb.h"
#include "service/scoring/submission.h"

#include <glib/gi18n-lib.h>

static struct
{
  CsProductChoice choice;
  char *member;
  char *pin_file;
} options;

static const GOptionEntry entries[] = {
  CS_OPTIONS_PRODUCTS (options.choice),
  { "member", 0, 0, G_OPTION_ARG_STRING, &options.member, N_ ("Only this member's sheet"), N_ ("ID") },
  { "pin-file", 0, 0, G_OPTION_ARG_FILENAME, &options.pin_file,
    N_ ("File whose first line is the member's PIN, where the book asks for it"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* Where nobody has begun there is nothing to submit. */
static gboolean
has_draft (const CsResult *result)
{
  for (guint i = 0; i < result->members->len; i++)
    if (((const CsMemberResult *) g_ptr_array_index (result->members, i))->state == CS_MEMBER_DRAFT)
      return TRUE;
  return FALSE;
}

static gboolean
submit (CsStore *store, const CsDossier *dossier, GString *told, GError **error)
{
  CsSubmitted done;

  if (!cs_verb_unlock_sheet (store, dossier, options.member, options.pin_file, error)
      || !cs_sheets_submit (store, dossier, cs_verb_member_uuid (store, dossier, options.member), &done,
                            error))
    return FALSE;
  /* Translators: code of a product, number of score sheets */
  g_string_append_printf (told,
                          g_dngettext (GETTEXT_PACKAGE, "%s: %u sheet submitted\n",
                                       "%s: %u sheets submitted\n", done.sealed),
                          dossier->code, done.sealed);
  if (done.open > 0)
    g_string_append_printf (told,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%s: %u sheet has criteria open and was left as it is\n",
                                         "%s: %u sheets have criteria open and were left as they are\n",
                                         done.open),
                            dossier->code, done.open);
  return TRUE;
}

static gboolean
run (char **args, int n, GError **error)
{
  if (options.pin_file != NULL && options.member == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the member with --member."));
      return FALSE;
    }
  if (options.pin_file != NULL && cs_product_choice_is_several (&options.choice, n))
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                           _ ("With a PIN one product is submitted at a time. Name it with --product."));
      return FALSE;
    }
  return cs_verb_for_products (args, n, &options.choice, CS_DOSSIER_SCORING, has_draft, submit, error);
}

const CsVerb cs_verb_submit = {
  "submit",
  "BOOK --product CODE [--member ID [--pin-file FILE]] | BOOK --round ID --all | BOOK -",
  N_ ("Submit score sheets"),
  1,
  2,
  run,
  entries
};
