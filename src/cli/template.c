/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "exchange/library.h"
#include "exchange/template-reader.h"
#include "summary/paper/papers.h"

#include <glib/gi18n-lib.h>

static struct
{
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

static gboolean
list (GError **error)
{
  g_autoptr (GPtrArray) ids = cs_library_list_templates (error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (ids == NULL)
    return FALSE;
  json_builder_begin_array (b);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (CsTemplate) template = cs_library_template (id, NULL, error);

      if (template == NULL)
        return FALSE;
      if (!options.json)
        g_print ("%s\t%s\t%s\n", id, template->paper, template->name);
      json_builder_begin_object (b);
      cs_json_text (b, "id", id);
      cs_json_text (b, "paper", template->paper);
      cs_json_text (b, "name", template->name);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  if (options.json)
    cs_verb_print_json (b);
  return TRUE;
}

/* The file itself: an office begins with a copy of it. */
static gboolean
show (const char *id, GError **error)
{
  g_autofree char *text = cs_library_template_source (id, error);

  if (text != NULL)
    g_print ("%s", text);
  return text != NULL;
}

/* --- fields --- */

static const char *
type_name (CsFieldType type)
{
  static const char *const names[] = {
    [CS_FIELD_TEXT] = "text", [CS_FIELD_NUMBER] = "number", [CS_FIELD_DECIMAL] = "decimal",
    [CS_FIELD_DATE] = "date", [CS_FIELD_STARS] = "stars",   [CS_FIELD_FLAG] = "flag",
    [CS_FIELD_LIST] = "list", [CS_FIELD_PART] = "part",
  };

  return names[type];
}

/* @b: (nullable): NULL prints text, those of a list indented by one more. */
static void
tell_fields (JsonBuilder *b, const CsField *fields, int indent)
{
  for (const CsField *field = fields; field->id != NULL; field++)
    {
      if (field->type == CS_FIELD_PART)
        {
          tell_fields (b, field->fields, indent);
          continue;
        }
      if (b == NULL)
        g_print ("%*s%s\t%s\n", indent, "", field->id, type_name (field->type));
      else
        {
          json_builder_begin_object (b);
          cs_json_text (b, "id", field->id);
          cs_json_text (b, "type", type_name (field->type));
        }
      if (field->type == CS_FIELD_LIST)
        {
          if (b != NULL)
            json_builder_begin_array (json_builder_set_member_name (b, "fields"));
          tell_fields (b, field->fields, indent + 2);
          if (b != NULL)
            json_builder_end_array (b);
        }
      if (b != NULL)
        json_builder_end_object (b);
    }
}

static gboolean
show_fields (const char *paper, GError **error)
{
  const CsField *fields = cs_papers_fields (paper);
  g_autoptr (JsonBuilder) b = options.json ? json_builder_new () : NULL;

  if (fields == NULL)
    {
      g_autofree char *papers = cs_papers_list ();

      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                   _ ("There is no paper “%s” with a template. Write one of: %s."), paper, papers);
      return FALSE;
    }
  if (b != NULL)
    json_builder_begin_array (b);
  tell_fields (b, fields, 0);
  if (b != NULL)
    {
      json_builder_end_array (b);
      cs_verb_print_json (b);
    }
  return TRUE;
}

/* --- check --- */

static gboolean
check (const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failed = NULL;
  g_autoptr (CsTemplate) template = cs_template_read_file (path, problems, &failed);

  if (template != NULL)
    {
      g_printerr (_ ("%s: a template for the paper “%s”, in order\n"), path, template->paper);
      return TRUE;
    }
  if (problems->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  cs_verb_print_lines (problems);
  g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "%s: %u finding. Correct it and check again.",
                            "%s: %u findings. Correct them and check again.", problems->len),
               path, problems->len);
  return FALSE;
}

static gboolean
run (char **args, int n, GError **error)
{
  if (g_str_equal (args[0], "list") && n == 1)
    return list (error);
  if (g_str_equal (args[0], "show") && n == 2)
    return show (args[1], error);
  if (g_str_equal (args[0], "fields") && n == 2)
    return show_fields (args[1], error);
  if (g_str_equal (args[0], "check") && n == 2)
    return check (args[1], error);
  g_set_error (error, CS_ERROR, CS_ERROR_USAGE, _ ("Usage: %s"),
               "chamsao-cli template list | show ID | fields PAPER | check FILE.xml");
  return FALSE;
}

const CsVerb cs_verb_template = { "template",
                                  "list | show ID | fields PAPER | check FILE.xml",
                                  N_ ("Show or check the words of papers"),
                                  1,
                                  2,
                                  run,
                                  entries };
