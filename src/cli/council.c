/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/text.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/council/council-rules.h"
#include "summary/words/formats.h"
#include "summary/words/rules-text.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *council;
  char *quorum;
  char *chair_required;
  char *spread_limit;
  char *spread_inclusive;
  char *minimum_rule;
  char *former_sheets;
  char *manner;
  char *reason;
  char *decision;
  char *date;
  char *authority;
  char **working_group;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  { "council", 0, 0, G_OPTION_ARG_STRING, &options.council, N_ ("Only this council, like district-842"),
    N_ ("ID") },
  { "quorum", 0, 0, G_OPTION_ARG_STRING, &options.quorum,
    N_ ("Share of the members that must be there, like 3/4"), "N/M" },
  { "chair-required", 0, 0, G_OPTION_ARG_STRING, &options.chair_required,
    N_ ("Whether the chair or the vice-chair (yes), or the chair alone (chair), must be there"),
    "yes|no|chair" },
  { "spread-limit", 0, 0, G_OPTION_ARG_STRING, &options.spread_limit,
    N_ ("Points that two totals may lie apart"), "N" },
  { "spread-inclusive", 0, 0, G_OPTION_ARG_STRING, &options.spread_inclusive,
    N_ ("Whether the limit itself is too much"), N_ ("yes|no") },
  { "minimum-rule", 0, 0, G_OPTION_ARG_STRING, &options.minimum_rule,
    N_ ("What is held against the minima of a star"), "mean|majority|every" },
  { "former-sheets", 0, 0, G_OPTION_ARG_STRING, &options.former_sheets,
    N_ ("Whether sheets of members who left count for what is open"), "count|leave-out" },
  { "manner", 0, 0, G_OPTION_ARG_STRING, &options.manner, N_ ("How the council works"), "meeting|written" },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
    N_ ("Why rules change after the first sheet was submitted"), N_ ("TEXT") },
  { "decision", 0, 0, G_OPTION_ARG_STRING, &options.decision, N_ ("Number of the founding decision"),
    N_ ("NO") },
  { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("Day of the founding decision, like 2024-05-31"),
    N_ ("DATE") },
  { "authority", 0, 0, G_OPTION_ARG_STRING, &options.authority, N_ ("Who founded the council"), N_ ("NAME") },
  { "helper", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.working_group,
    N_ ("A member of the working group; give all of them"), N_ ("NAME[;ORGANISATION[;DUTY]]") },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

static gboolean
wrong (const char *option, const char *value, GError **error)
{
  g_set_error (error, CS_ERROR, CS_ERROR_USAGE, _ ("--%s: “%s” is not possible; see --help."), option, value);
  return FALSE;
}

static gboolean
read_yes (const char *option, const char *text, gboolean *value, GError **error)
{
  if (text == NULL)
    return TRUE;
  if (!g_str_equal (text, "yes") && !g_str_equal (text, "no"))
    return wrong (option, text, error);
  *value = g_str_equal (text, "yes");
  return TRUE;
}

/* One of two words: the second is TRUE. */
static gboolean
read_word (
    const char *option, const char *text, const char *no, const char *yes, gboolean *value, GError **error)
{
  if (text == NULL)
    return TRUE;
  if (!g_str_equal (text, no) && !g_str_equal (text, yes))
    return wrong (option, text, error);
  *value = g_str_equal (text, yes);
  return TRUE;
}

static gboolean
read_quorum (CsFraction *quorum, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (options.quorum != NULL ? options.quorum : "", "/", -1);
  int num, den;

  if (options.quorum == NULL)
    return TRUE;
  if (g_strv_length (parts) != 2 || !cs_text_to_int (parts[0], 1, 1000, &num)
      || !cs_text_to_int (parts[1], 1, 1000, &den) || num > den)
    return wrong ("quorum", options.quorum, error);
  *quorum = cs_fraction (num, den);
  return TRUE;
}

static gboolean
read_presence (CsPresence *presence, GError **error)
{
  gboolean yes = *presence != CS_PRESENCE_NONE;

  if (options.chair_required == NULL)
    return TRUE;
  if (g_str_equal (options.chair_required, "chair"))
    {
      *presence = CS_PRESENCE_CHAIR;
      return TRUE;
    }
  if (!read_yes ("chair-required", options.chair_required, &yes, error))
    return FALSE;
  *presence = yes ? CS_PRESENCE_LEADER : CS_PRESENCE_NONE;
  return TRUE;
}

/* Returns: FALSE when an option makes no sense. */
static gboolean
read_rules (CsCouncilRules *rules, GError **error)
{
  if (!read_quorum (&rules->quorum, error) || !read_presence (&rules->presence, error)
      || !read_yes ("spread-inclusive", options.spread_inclusive, &rules->spread_inclusive, error))
    return FALSE;
  if (options.spread_limit != NULL && !cs_text_to_int (options.spread_limit, 0, 100, &rules->spread_limit))
    return wrong ("spread-limit", options.spread_limit, error);
  if (options.minimum_rule != NULL && !cs_minimum_rule_parse (options.minimum_rule, &rules->minimum_rule))
    return wrong ("minimum-rule", options.minimum_rule, error);
  return read_word ("former-sheets", options.former_sheets, "count", "leave-out", &rules->leave_out_former,
                    error)
         && read_word ("manner", options.manner, "meeting", "written", &rules->written, error);
}

static gboolean
changes_rules (void)
{
  return options.quorum != NULL || options.chair_required != NULL || options.spread_limit != NULL
         || options.spread_inclusive != NULL || options.minimum_rule != NULL || options.former_sheets != NULL
         || options.manner != NULL;
}

static gboolean
changes_decision (void)
{
  return options.decision != NULL || options.date != NULL || options.authority != NULL;
}

static void
replace_text (char **place, const char *text)
{
  if (text == NULL)
    return;
  g_free (*place);
  *place = g_strdup (text);
}

static gboolean
set_decision (CsStore *store, CsCouncil *council, GError **error)
{
  replace_text (&council->decision, options.decision);
  replace_text (&council->decided_on, options.date);
  replace_text (&council->authority, options.authority);
  return cs_councils_set_decision (store, council, error);
}

static gboolean
set_working_group (CsStore *store, CsCouncil *council, GError **error)
{
  g_ptr_array_set_size (council->working_group, 0);
  for (guint i = 0; options.working_group[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (options.working_group[i], ";", 3);
      guint n = g_strv_length (parts);
      CsWorkingGroupMember *helper = cs_council_add_working_group_member (council);

      helper->name = g_strdup (n > 0 ? parts[0] : "");
      helper->organisation = g_strdup (n > 1 ? parts[1] : "");
      helper->duty = g_strdup (n > 2 ? parts[2] : "");
    }
  return cs_councils_set_working_group (store, council->uuid, council->working_group, error);
}

static gboolean
change (CsStore *store, GError **error)
{
  g_autoptr (CsCouncil) council = NULL;
  CsCouncilRules rules;

  if (options.council == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the council with --council."));
      return FALSE;
    }
  council = cs_store_find_council (store, options.council, error);
  if (council == NULL)
    return FALSE;
  rules = council->rules;
  if (!read_rules (&rules, error))
    return FALSE;
  return (!changes_rules () || cs_councils_set_rules (store, council, &rules, options.reason, error))
         && (!changes_decision () || set_decision (store, council, error))
         && (options.working_group == NULL || set_working_group (store, council, error));
}

static void
json_rules (JsonBuilder *b, const CsCouncilRules *rules)
{
  g_autofree char *quorum = cs_fraction_to_exact (rules->quorum);

  cs_json_text (b, "quorum", quorum);
  cs_json_bool (b, "chair_required", rules->presence != CS_PRESENCE_NONE);
  cs_json_text (b, "presence", cs_presence_to_text (rules->presence));
  cs_json_int (b, "spread_limit", rules->spread_limit);
  cs_json_bool (b, "spread_inclusive", rules->spread_inclusive);
  cs_json_text (b, "minimum_rule", cs_minimum_rule_to_text (rules->minimum_rule));
  cs_json_text (b, "former_sheets", rules->leave_out_former ? "leave-out" : "count");
  cs_json_text (b, "manner", rules->written ? "written" : "meeting");
}

static void
json_members (JsonBuilder *b, const CsCouncil *council)
{
  json_builder_set_member_name (b, "members");
  json_builder_begin_array (b);
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);
      const CsMember *replaced =
          member->replaces != 0 ? cs_council_member_by_id (council, member->replaces) : NULL;

      json_builder_begin_object (b);
      cs_json_text (b, "member", member->key);
      cs_json_text (b, "name", member->name);
      cs_json_text (b, "role", cs_role_to_text (member->role));
      cs_json_text (b, "organisation", member->organisation);
      cs_json_text (b, "added_at", member->added_at);
      cs_json_text (b, "added_by", member->added_by);
      cs_json_text (b, "left_at", member->left_at);
      cs_json_text (b, "left_by", member->left_at != NULL ? member->left_by : NULL);
      cs_json_text (b, "replaces", replaced != NULL ? replaced->key : NULL);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
json_working_group (JsonBuilder *b, const CsCouncil *council)
{
  json_builder_set_member_name (b, "working_group");
  json_builder_begin_array (b);
  for (guint i = 0; i < council->working_group->len; i++)
    {
      const CsWorkingGroupMember *helper = g_ptr_array_index (council->working_group, i);

      json_builder_begin_object (b);
      cs_json_text (b, "name", helper->name);
      cs_json_text (b, "organisation", helper->organisation);
      cs_json_text (b, "duty", helper->duty);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
json_history (JsonBuilder *b, const GPtrArray *history)
{
  json_builder_set_member_name (b, "rules_history");
  json_builder_begin_array (b);
  for (guint i = 0; i < history->len; i++)
    {
      const CsRulesVersion *version = g_ptr_array_index (history, i);

      json_builder_begin_object (b);
      cs_json_int (b, "no", version->no);
      cs_json_text (b, "set_at", version->set_at);
      cs_json_text (b, "reason", version->reason);
      json_rules (b, &version->rules);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
json_council (JsonBuilder *b, const CsCouncil *council, const GPtrArray *history)
{
  json_builder_begin_object (b);
  cs_json_text (b, "council", council->key);
  cs_json_text (b, "level", council->level);
  cs_json_text (b, "unit", council->unit);
  cs_json_text (b, "decision", council->decision);
  cs_json_text (b, "decided_on", council->decided_on);
  cs_json_text (b, "authority", council->authority);
  json_rules (b, &council->rules);
  json_members (b, council);
  json_working_group (b, council);
  json_history (b, history);
  json_builder_end_object (b);
}

static void
print_council (const CsCouncil *council)
{
  g_print ("%s\n", council->key);
  for (CsRule rule = 0; rule < CS_N_RULES; rule++)
    {
      g_autofree char *text = cs_rule_text (&council->rules, rule);

      g_print ("  %s: %s\n", cs_rule_name (rule), text);
    }
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      g_print ("  %s\t%s\t%s\t%s\n", member->key, cs_format_role (member->role), member->name,
               member->organisation);
    }
}

static gboolean
show (CsStore *store, GError **error)
{
  g_autoptr (GPtrArray) councils = cs_store_list_councils (store, error);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  g_autoptr (CsCouncil) wanted = NULL;

  if (councils == NULL)
    return FALSE;
  if (options.council != NULL && (wanted = cs_store_find_council (store, options.council, error)) == NULL)
    return FALSE;
  json_builder_begin_array (b);
  for (guint i = 0; i < councils->len; i++)
    {
      const CsCouncil *council = g_ptr_array_index (councils, i);
      g_autoptr (GPtrArray) history = NULL;

      if (options.council != NULL && !g_str_equal (council->key, options.council))
        continue;
      history = cs_councils_rules_history (store, council, error);
      if (history == NULL)
        return FALSE;
      json_council (b, council, history);
      if (!options.json)
        print_council (council);
    }
  json_builder_end_array (b);
  if (options.json)
    cs_verb_print_json (b);
  return TRUE;
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = cs_verb_open (args[0], error);

  if (store == NULL)
    return FALSE;
  if (changes_rules () || changes_decision () || options.working_group != NULL)
    return change (store, error);
  return show (store, error);
}

const CsVerb cs_verb_council = {
  "council",
  "BOOK [--council ID] [--minimum-rule R] [--spread-limit N] …",
  N_ ("Show councils, or set founding decision, rules and working group of one"),
  1,
  1,
  run,
  entries
};
