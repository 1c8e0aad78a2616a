/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/verb.h"
#include "exchange/library.h"
#include "service/book/store-create.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *regulation;
  char *unit;
  char *units;
  char *plan;
  char *title;
  int year;
} options;

static const GOptionEntry entries[] = {
  { "regulation", 0, 0, G_OPTION_ARG_STRING, &options.regulation, N_ ("Regulation: an id or an XML file"),
    N_ ("ID|FILE.xml") },
  { "unit", 0, 0, G_OPTION_ARG_STRING, &options.unit, N_ ("Code of the unit that keeps the book"),
    N_ ("CODE") },
  { "units", 0, 0, G_OPTION_ARG_STRING, &options.units, N_ ("List of units: an id or an XML file"),
    N_ ("ID|FILE.xml") },
  { "plan", 0, 0, G_OPTION_ARG_STRING, &options.plan, N_ ("Plan of the year: an id or an XML file"),
    N_ ("ID|FILE.xml") },
  { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_ ("Title of the book"), N_ ("TEXT") },
  { "year", 0, 0, G_OPTION_ARG_INT, &options.year, N_ ("Year of the book"), N_ ("YEAR") },
  G_OPTION_ENTRY_NULL,
};

static CsUnitSet *
choose_units (const CsPlan *plan, GError **error)
{
  if (options.units != NULL)
    return cs_library_units (options.units, error);
  if (plan != NULL)
    return cs_library_units (plan->units, error);
  return cs_library_units_with (options.unit, error);
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsRegulation) regulation = NULL;
  g_autoptr (CsPlan) plan = NULL;
  g_autoptr (CsUnitSet) units = NULL;
  g_autoptr (CsStore) store = NULL;
  CsNewBook wanted = { .unit = options.unit,
                       .year = options.year,
                       .title = options.title,
                       .person = cs_verb_get_name (),
                       .duty = cs_verb_get_duty () };

  if (options.regulation == NULL || options.unit == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("A new book needs --regulation and --unit."));
      return FALSE;
    }
  if (options.year < 0 || options.year > 9999)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Write the year with four digits."));
      return FALSE;
    }
  regulation = cs_library_regulation (options.regulation, error);
  if (regulation == NULL)
    return FALSE;
  if (options.plan != NULL && (plan = cs_library_plan (options.plan, error)) == NULL)
    return FALSE;
  units = choose_units (plan, error);
  if (units == NULL)
    return FALSE;
  wanted.regulation = regulation;
  wanted.plan = plan;
  wanted.units = units;
  store = cs_store_create (args[0], &wanted, error);
  if (store == NULL)
    return FALSE;
  g_printerr (_ ("Made %s: %s\n"), args[0], cs_store_get_book (store)->title);
  return TRUE;
}

const CsVerb cs_verb_new = { "new", "BOOK", N_ ("Make a book"), 1, 1, run, entries };
