/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "exchange/library.h"
#include "exchange/regulation-reader.h"
#include "model/regulation-digest.h"

#include <glib/gi18n-lib.h>

static struct
{
  int form;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  { "form", 0, 0, G_OPTION_ARG_INT, &options.form, N_ ("Show only this form, as a tree"), "N" },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

/* --- list --- */

static gboolean
list (GError **error)
{
  g_autoptr (GPtrArray) ids = cs_library_list_regulations (error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (ids == NULL)
    return FALSE;
  json_builder_begin_array (b);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (CsRegulation) regulation = cs_library_regulation (g_ptr_array_index (ids, i), error);
      g_autofree char *digest = regulation != NULL ? cs_regulation_digest (regulation) : NULL;

      if (digest == NULL)
        return FALSE;
      if (!options.json)
        g_print ("%s\t%s\t%s\n", regulation->id, regulation->number, regulation->date);
      json_builder_begin_object (b);
      cs_json_text (b, "id", regulation->id);
      cs_json_text (b, "number", regulation->number);
      cs_json_text (b, "date", regulation->date);
      cs_json_text (b, "valid_from", regulation->valid_from);
      cs_json_text (b, "valid_to", regulation->valid_to);
      cs_json_int (b, "forms", regulation->forms->len);
      cs_json_text (b, "digest", digest);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  if (options.json)
    cs_verb_print_json (b);
  return TRUE;
}

/* --- show --- */

static void
json_criterion (JsonBuilder *b, const CsCriterion *criterion)
{
  json_builder_begin_object (b);
  cs_json_text (b, "no", criterion->no);
  cs_json_text (b, "title", criterion->title);
  cs_json_int (b, "max", criterion->max);
  cs_json_bool (b, "container", criterion->container);
  cs_json_text (b, "note", *criterion->note != '\0' ? criterion->note : NULL);
  json_builder_set_member_name (b, "options");
  json_builder_begin_array (b);
  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (criterion->options, i);

      json_builder_begin_object (b);
      cs_json_int (b, "option", i + 1);
      cs_json_int (b, "points", option->points);
      if (option->min_star != 0)
        cs_json_int (b, "min_star", option->min_star);
      else
        cs_json_null (b, "min_star");
      cs_json_text (b, "label", option->label);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
}

static void
json_form (JsonBuilder *b, const CsForm *form)
{
  json_builder_begin_object (b);
  cs_json_int (b, "no", form->no);
  cs_json_text (b, "name", form->name);
  cs_json_bool (b, "verified", form->verified);
  cs_json_text (b, "note", *form->note != '\0' ? form->note : NULL);
  json_builder_set_member_name (b, "parts");
  json_builder_begin_array (b);
  for (guint p = 0; p < form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      json_builder_begin_object (b);
      cs_json_text (b, "code", part->code);
      cs_json_text (b, "title", part->title);
      cs_json_int (b, "max", part->max);
      json_builder_set_member_name (b, "sections");
      json_builder_begin_array (b);
      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);

          json_builder_begin_object (b);
          cs_json_text (b, "no", section->no);
          cs_json_text (b, "title", section->title);
          cs_json_int (b, "max", section->max);
          json_builder_set_member_name (b, "criteria");
          json_builder_begin_array (b);
          for (guint c = 0; c < section->criteria->len; c++)
            json_criterion (b, g_ptr_array_index (section->criteria, c));
          json_builder_end_array (b);
          json_builder_end_object (b);
        }
      json_builder_end_array (b);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
}

static void
print_criterion (const CsCriterion *criterion)
{
  g_print ("    %s %s (%d)\n", criterion->no, criterion->title, criterion->max);
  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (criterion->options, i);

      g_print ("      %u. [%d] %s", i + 1, option->points, option->label);
      if (option->min_star != 0)
        g_print (" *%d★", option->min_star);
      g_print ("\n");
    }
  if (!criterion->container && !cs_criterion_prints_zero (criterion))
    g_print ("      0. [0] %s\n", _ ("none applies"));
}

static void
print_form (const CsForm *form)
{
  g_print ("%d. %s%s\n", form->no, form->name, form->verified ? "" : _ (" [transcription not verified]"));
  if (*form->note != '\0')
    g_print ("  %s\n", form->note);
  for (guint p = 0; p < form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      g_print ("  %s %s (%d)\n", part->code, part->title, part->max);
      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);

          g_print ("   %s %s (%d)\n", section->no, section->title, section->max);
          for (guint c = 0; c < section->criteria->len; c++)
            print_criterion (g_ptr_array_index (section->criteria, c));
        }
    }
}

static gboolean
show_all (const CsRegulation *regulation)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_array (b);
  for (guint i = 0; i < regulation->forms->len; i++)
    {
      const CsForm *form = g_ptr_array_index (regulation->forms, i);

      if (options.json)
        json_form (b, form);
      else
        g_print ("%2d. %s%s\n", form->no, form->name,
                 form->verified ? "" : _ (" [transcription not verified]"));
    }
  json_builder_end_array (b);
  if (options.json)
    cs_verb_print_json (b);
  return TRUE;
}

static gboolean
show (const char *id, GError **error)
{
  g_autoptr (CsRegulation) regulation = cs_library_regulation (id, error);
  g_autoptr (JsonBuilder) b = NULL;
  const CsForm *form;

  if (regulation == NULL)
    return FALSE;
  if (options.form == 0)
    return show_all (regulation);
  form = cs_regulation_form (regulation, options.form);
  if (form == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("%s has no form %d."), regulation->id,
                   options.form);
      return FALSE;
    }
  if (!options.json)
    {
      print_form (form);
      return TRUE;
    }
  b = json_builder_new ();
  json_form (b, form);
  cs_verb_print_json (b);
  return TRUE;
}

/* --- check --- */

static gboolean
check (const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failed = NULL;
  g_autoptr (CsRegulation) regulation = cs_regulation_read_checked (path, problems, warnings, &failed);
  guint n;

  if (regulation != NULL && warnings->len == 0)
    {
      g_printerr (_ ("%s: %u forms, in order\n"), path, regulation->forms->len);
      return TRUE;
    }
  if (regulation == NULL && problems->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  cs_verb_print_lines (warnings);
  cs_verb_print_lines (problems);
  n = warnings->len + problems->len;
  g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "%s: %u finding. Correct it and check again.",
                            "%s: %u findings. Correct them and check again.", n),
               path, n);
  return FALSE;
}

static gboolean
run (char **args, int n, GError **error)
{
  if (g_str_equal (args[0], "list") && n == 1)
    return list (error);
  if (g_str_equal (args[0], "show") && n == 2)
    return show (args[1], error);
  if (g_str_equal (args[0], "check") && n == 2)
    return check (args[1], error);
  g_set_error (error, CS_ERROR, CS_ERROR_USAGE, _ ("Usage: %s"),
               "chamsao-cli regulation list | show ID [--form N] | check FILE.xml");
  return FALSE;
}

const CsVerb cs_verb_regulation = {
  "regulation", "list | show ID [--form N] | check FILE.xml", N_ ("Show or check regulations"), 1, 2, run,
  entries
};
