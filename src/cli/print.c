/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/verb.h"
#include "report/document.h"
#include "report/summary-paper.h"
#include "service/results.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *unit;
  char *round;
  char *out;
} options;

static const GOptionEntry entries[] = {
  { "unit", 0, 0, G_OPTION_ARG_STRING, &options.unit, N_ ("The unit, by its code; default is the book's"),
    "C" },
  { "round", 0, 0, G_OPTION_ARG_STRING, &options.round, N_ ("The round; default is the whole year"),
    N_ ("ID") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_ ("The PDF file to write"), N_ ("FILE.pdf") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsUnitSummary) summary = NULL;
  g_autoptr (CsDocument) document = NULL;
  g_autoptr (CsLayout) layout = NULL;

  if (!g_str_equal (args[1], "summary"))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_USAGE, _ ("“%s” is no paper. Write summary."), args[1]);
      return FALSE;
    }
  if (options.out == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the file to write with -o."));
      return FALSE;
    }
  store = cs_store_open (args[0], error);
  summary = store != NULL ? cs_results_unit_summary (store, options.unit, options.round, error) : NULL;
  if (summary == NULL)
    return FALSE;
  document = cs_summary_paper_new (summary);
  layout = cs_document_layout (document, error);
  return layout != NULL && cs_layout_write_pdf (layout, options.out, error);
}

const CsVerb cs_verb_print = {
  "print", "BOOK summary [--unit C] [--round ID] -o FILE.pdf", N_ ("Make a paper"), 2, 2, run, entries
};
