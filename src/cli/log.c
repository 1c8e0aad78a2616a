/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/moment.h"
#include "cli/option.h"
#include "cli/json-list.h"
#include "cli/verb.h"
#include "service/book/log.h"
#include "summary/words/log-text.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *who;
  char *since;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  { "product", 0, 0, G_OPTION_ARG_STRING, &options.product, N_ ("Only what is about this product"),
    N_ ("CODE") },
  { "who", 0, 0, G_OPTION_ARG_STRING, &options.who,
    N_ ("Only what this person did; a part of the name will do"), N_ ("NAME") },
  { "since", 0, 0, G_OPTION_ARG_STRING, &options.since, N_ ("Only what was done on this day and later"),
    N_ ("DAY") },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

static void
json_change (JsonBuilder *b, const CsLogChange *change)
{
  json_builder_begin_object (b);
  cs_json_text (b, "kind", change->kind);
  cs_json_text (b, "id", change->object);
  cs_json_text (b, "name", change->name);
  cs_json_text (b, "act", cs_log_act_to_text (change->act));
  cs_json_text (b, "field", *change->field != '\0' ? change->field : NULL);
  cs_json_text (b, "before", change->before);
  cs_json_text (b, "after", change->after);
  json_builder_end_object (b);
}

static void
json_line (JsonBuilder *b, const CsLogLine *line)
{
  json_builder_begin_object (b);
  cs_json_int (b, "line", line->seq);
  cs_json_text (b, "at", line->at);
  cs_json_text (b, "who", *line->who != '\0' ? line->who : NULL);
  cs_json_text (b, "verb", line->verb);
  cs_json_text (b, "object", line->object);
  cs_json_text (b, "id", *line->subject != '\0' ? line->subject : NULL);
  cs_json_text (b, "before", *line->before != '\0' ? line->before : NULL);
  cs_json_text (b, "after", *line->after != '\0' ? line->after : NULL);
  json_builder_set_member_name (b, "changes");
  json_builder_begin_array (b);
  for (guint i = 0; i < line->changes->len; i++)
    json_change (b, g_ptr_array_index (line->changes, i));
  json_builder_end_array (b);
  json_builder_end_object (b);
}

static void
print_line (const CsLogLine *line)
{
  g_autofree char *at = cs_moment_to_display (line->at);
  g_autofree char *text = cs_log_line_text (line);

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s%s%s\n", line->seq, at,
           *line->who != '\0' ? line->who : _ ("not told"), cs_log_verb_text (line->verb),
           cs_log_object_text (line), text != NULL ? "\t" : "", text != NULL ? text : "");
  for (guint i = 0; i < line->changes->len; i++)
    {
      g_autofree char *change = cs_log_change_text (line, g_ptr_array_index (line->changes, i));

      if (change != NULL)
        g_print ("\t%s\n", change);
    }
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = cs_verb_open (args[0], error);
  CsLogFilter filter = { .dossier = options.product, .who = options.who, .since = options.since };
  g_autoptr (GPtrArray) lines = store != NULL ? cs_log_list (store, &filter, error) : NULL;
  g_autoptr (CsJsonList) list = NULL;

  if (lines == NULL)
    return FALSE;
  if (!options.json)
    {
      for (guint i = lines->len; i > 0; i--)
        print_line (g_ptr_array_index (lines, i - 1));
      return TRUE;
    }
  list = cs_json_list_new (error);
  for (guint i = lines->len; list != NULL && i > 0; i--)
    {
      json_line (cs_json_list_builder (list), g_ptr_array_index (lines, i - 1));
      if (!cs_json_list_add (list, error))
        return FALSE;
    }
  return list != NULL && cs_json_list_print (list, error);
}

const CsVerb cs_verb_log = { "log",
                             "BOOK [--product CODE] [--who NAME] [--since DAY]",
                             N_ ("Show who did what, and what it changed"),
                             1,
                             1,
                             run,
                             entries };
