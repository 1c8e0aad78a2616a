/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/safe-file.h"
#include "base/text.h"
#include "cli/session-choice.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "exchange/library.h"
#include "report/page/document.h"
#include "report/page/pdf.h"
#include "report/papers/papers.h"
#include "service/papers/minutes.h"
#include "service/papers/product-papers.h"
#include "service/papers/unit-paper.h"
#include "summary/paper/papers.h"

#include <glib/gi18n-lib.h>

#define VERSION_MAX 1000

static struct
{
  char *unit;
  char *round;
  char *product;
  char *member;
  char *version;
  char *pin_file;
  gboolean number;
  gboolean blank;
  char *council;
  int session;
  char *template;
  char *out;
} options;

static char *warning; /* (nullable) */

static const GOptionEntry entries[] = {
  { "unit", 0, 0, G_OPTION_ARG_STRING, &options.unit, N_ ("The unit, by its code; default is the book's"),
    "C" },
  { "round", 0, 0, G_OPTION_ARG_STRING, &options.round, N_ ("The round; default is the whole year"),
    N_ ("ID") },
  CS_OPTION_PRODUCT (options.product),
  CS_OPTION_MEMBER (options.member),
  { "version", 0, 0, G_OPTION_ARG_STRING, &options.version,
    N_ ("The member's sheet number N, counted from the first; default is the one that counts"), "N" },
  { "pin-file", 0, 0, G_OPTION_ARG_FILENAME, &options.pin_file,
    N_ ("File whose first line is the member's PIN, where the book asks for it"), N_ ("FILE") },
  { "blank", 0, 0, G_OPTION_ARG_NONE, &options.blank, N_ ("The empty form, to be filled by hand"), NULL },
  { "council", 0, 0, G_OPTION_ARG_STRING, &options.council, N_ ("The session's council, like district-842"),
    N_ ("ID") },
  { "session", 0, 0, G_OPTION_ARG_INT, &options.session, N_ ("The number of the session"), "N" },
  { "template", 0, 0, G_OPTION_ARG_FILENAME, &options.template,
    N_ ("The words of the paper: an id or a file; default is the paper's own"), N_ ("ID|FILE.xml") },
  { "number", 0, 0, G_OPTION_ARG_NONE, &options.number,
    N_ ("Give minutes the next number of the council's series, if they have none"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_ ("The PDF file to write"), N_ ("FILE.pdf") },
  G_OPTION_ENTRY_NULL,
};

/* The words of a paper; its own template bears its name. */
static CsTemplate *
find_template (const char *paper, GError **error)
{
  return cs_library_template (options.template != NULL ? options.template : paper, paper, error);
}

/* Keeps what the paper itself says of a product that has no result, for the end of the verb. */
static void
take_warning (const CsPaperHead *head)
{
  g_free (warning);
  warning = g_strdup (head->warning);
}

static CsDocument *
make_summary (const char *book, GError **error)
{
  g_autoptr (CsTemplate) template = find_template (CS_PAPER_SUMMARY, error);
  g_autoptr (CsStore) store = template != NULL ? cs_verb_open (book, error) : NULL;
  g_autoptr (CsUnitSummary) summary =
      store != NULL ? cs_unit_paper_summary (store, options.unit, options.round, error) : NULL;

  if (summary != NULL)
    take_warning (&summary->head);
  return summary != NULL ? cs_summary_paper_new (summary, template) : NULL;
}

static CsDocument *
make_sheet (const char *book, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsSheetSummary) summary = NULL;
  g_autoptr (CsTemplate) template = NULL;
  CsSheetWanted wanted = { .blank = options.blank };

  if (options.member == NULL && !options.blank)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                         _ ("Name the member with --member, or ask for the empty form with --blank."));
  else if (options.version != NULL && options.blank)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                         _ ("The empty form has no versions. Leave --version or --blank away."));
  else if (options.version != NULL && !cs_text_to_int (options.version, 1, VERSION_MAX, &wanted.version))
    g_set_error (error, CS_ERROR, CS_ERROR_USAGE, _ ("“%s” is no number of a version. Count from 1."),
                 options.version);
  else if (cs_verb_open_product (book, options.product, options.round, &store, &dossier, error)
           && (options.member == NULL
               || cs_verb_unlock_sheet (store, dossier, options.member, options.pin_file, error)))
    {
      wanted.member = cs_verb_member_uuid (store, dossier, options.member);
      summary = cs_product_papers_sheet (store, dossier, &wanted, error);
    }
  if (summary == NULL)
    return NULL;
  template = find_template (CS_PAPER_SHEET, error);
  return template != NULL ? cs_sheet_paper_new (summary, template) : NULL;
}

static CsDocument *
make_table (const char *book, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsTemplate) template = find_template (CS_PAPER_TABLE, error);
  g_autoptr (CsProductSummary) summary = NULL;

  if (template != NULL
      && cs_verb_open_product (book, options.product, options.round, &store, &dossier, error))
    summary = cs_product_papers_table (store, dossier, error);
  return summary != NULL ? cs_product_paper_new (summary, template) : NULL;
}

static CsDocument *
make_minutes (const char *book, GError **error)
{
  const CsSessionChoice choice = { options.council, options.round, options.session };
  g_autoptr (CsTemplate) template = find_template (CS_PAPER_MINUTES, error);
  g_autoptr (CsStore) store = template != NULL ? cs_verb_open (book, error) : NULL;
  g_autoptr (CsSession) session = store != NULL ? cs_verb_find_session (store, &choice, "oc", error) : NULL;
  g_autoptr (CsMinutes) minutes = NULL;
  g_autofree char *number = NULL;

  if (session == NULL)
    return NULL;
  if (options.number)
    {
      number = cs_minutes_give_number (store, session, template->symbol, error);
      if (number == NULL)
        return NULL;
    }
  minutes = cs_minutes_of_session (store, session, error);
  if (minutes != NULL)
    take_warning (&minutes->head);
  return minutes != NULL ? cs_minutes_paper_new (minutes, template) : NULL;
}

typedef enum
{
  SUMMARY = 1 << 0,
  SHEET = 1 << 1,
  TABLE = 1 << 2,
  MINUTES = 1 << 3,
} Papers;

/* What belongs to another paper is refused: nobody should think that it was heard. */
static gboolean
check_options (Papers paper, const char *name, GError **error)
{
  const struct
  {
    const char *name;
    gboolean given;
    Papers papers;
  } rules[] = {
    { "unit", options.unit != NULL, SUMMARY },       { "product", options.product != NULL, SHEET | TABLE },
    { "member", options.member != NULL, SHEET },     { "version", options.version != NULL, SHEET },
    { "pin-file", options.pin_file != NULL, SHEET }, { "blank", options.blank, SHEET },
    { "council", options.council != NULL, MINUTES }, { "session", options.session != 0, MINUTES },
    { "number", options.number, MINUTES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].given && (rules[i].papers & paper) == 0)
      {
        g_set_error (error, CS_ERROR, CS_ERROR_USAGE,
                     _ ("--%s does not belong to the paper “%s”. Leave it away, or name another paper."),
                     rules[i].name, name);
        return FALSE;
      }
  return TRUE;
}

static const struct
{
  const char *name;
  Papers paper;
  CsDocument *(*make) (const char *book, GError **error);
} papers[] = {
  { "summary", SUMMARY, make_summary },
  { "sheet", SHEET, make_sheet },
  { "table", TABLE, make_table },
  { "minutes", MINUTES, make_minutes },
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsDocument) document = NULL;
  g_autoptr (CsLayout) layout = NULL;
  g_autofree char *boxes = NULL;
  guint i = 0;

  while (i < G_N_ELEMENTS (papers) && !g_str_equal (args[1], papers[i].name))
    i++;
  if (i == G_N_ELEMENTS (papers))
    {
      gboolean later = g_str_equal (args[1], "letter") || g_str_equal (args[1], "overview");

      g_set_error (error, CS_ERROR, CS_ERROR_USAGE,
                   later ? _ (
                       "The paper “%s” comes in a later version. Write summary, sheet, table or minutes.")
                         : _ ("“%s” is no paper. Write summary, sheet, table or minutes."),
                   args[1]);
      return FALSE;
    }
  if (options.out == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the file to write with -o."));
      return FALSE;
    }
  /* before a number is given to what could not be written */
  if (!cs_safe_file_check (options.out, error)
      || (options.template != NULL && cs_safe_file_is_source (options.out, options.template, error)))
    return FALSE;
  document = check_options (papers[i].paper, args[1], error) ? papers[i].make (args[0], error) : NULL;
  layout = document != NULL ? cs_document_layout (document, error) : NULL;
  if (layout == NULL || !cs_layout_write_pdf (layout, options.out, error))
    return FALSE;
  g_printerr (_ ("Written to %s\n"), options.out);
  boxes = cs_layout_dup_warning (layout);
  if (boxes != NULL)
    g_printerr ("%s\n", boxes);
  if (warning != NULL)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_CORRUPT, warning);
  return warning == NULL;
}

const CsVerb cs_verb_print = {
  "print",
  "BOOK summary|sheet|table|minutes [--unit C] [--round ID] [--product CODE] "
  "[--member ID] [--blank] [--version N] [--council ID] [--session N] [--number] "
  "[--template ID|FILE.xml] -o FILE.pdf",
  N_ ("Make a paper"),
  2,
  2,
  run,
  entries
};
