/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/json-row.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/results/overview.h"

#include <glib/gi18n-lib.h>

static struct
{
  int year;
  char *round;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  { "year", 0, 0, G_OPTION_ARG_INT, &options.year, N_ ("Another year than the book's, from the register"),
    N_ ("YEAR") },
  CS_OPTION_ROUND (options.round),
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

static void
print_json (const CsOverview *overview)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  cs_json_int (b, "year", overview->year);
  cs_json_text (b, "unit", overview->unit);
  cs_json_text (b, "name", overview->unit_name);
  cs_json_text (b, "round", overview->round);
  cs_json_int (b, "target", overview->target);
  json_builder_set_member_name (b, "brands");
  json_builder_begin_object (b);
  cs_json_int (b, "target", overview->trademarks_target);
  cs_json_int (b, "done", overview->trademarks_done);
  json_builder_end_object (b);
  json_builder_set_member_name (b, "units");
  json_builder_begin_array (b);
  for (guint i = 0; i < overview->rows->len; i++)
    {
      const CsOverviewRow *row = g_ptr_array_index (overview->rows, i);

      json_builder_begin_object (b);
      cs_json_row (b, cs_overview_fields, row);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_set_member_name (b, "totals");
  json_builder_begin_object (b);
  cs_json_totals (b, cs_overview_fields, &overview->totals);
  json_builder_end_object (b);
  json_builder_end_object (b);
  cs_verb_print_json (b);
}

/* @row: NULL for the titles. */
static void
print_row (const char *name, const CsOverviewRow *row)
{
  g_print ("%s", name);
  for (const CsField *field = cs_overview_fields; field->id != NULL; field++)
    {
      g_autofree char *text = row != NULL ? cs_field_dup_text (field, row) : NULL;

      if (field->type == CS_FIELD_NUMBER && field->title != NULL)
        g_print ("\t%s", row == NULL ? _ (field->title) : text != NULL ? text : "–");
    }
  g_print ("\n");
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  const CsOverview *overview;

  if (options.year < 0 || options.year > 9999)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Write the year with four digits."));
      return FALSE;
    }
  store = cs_verb_open (args[0], error);
  if (store == NULL || !cs_store_require_round (store, options.round, error))
    return FALSE;
  overview = cs_results_overview (store, options.year, options.round, error);
  if (overview == NULL)
    return FALSE;
  if (options.json)
    {
      print_json (overview);
      return TRUE;
    }
  print_row (_ ("Unit"), NULL);
  for (guint i = 0; i < overview->rows->len; i++)
    {
      const CsOverviewRow *row = g_ptr_array_index (overview->rows, i);

      print_row (row->name, row);
    }
  print_row (_ ("total"), &overview->totals);
  return TRUE;
}

const CsVerb cs_verb_overview = {
  "overview", "BOOK [--year Y] [--round ID]", N_ ("Where units stand against the plan"), 1, 1, run, entries
};
