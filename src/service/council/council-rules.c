/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/council/council-rules.h"

#include "base/date.h"
#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "repo/council-repo.h"
#include "service/book/refusal-private.h"
#include "service/book/store-private.h"

#include <glib/gi18n-lib.h>

/* By what a council works: its founding decision, its working group, and its rules, which are frozen with the
 * first submitted sheet. */

static gboolean
are_equal (const CsCouncilRules *a, const CsCouncilRules *b)
{
  return cs_fraction_compare (a->quorum, b->quorum) == 0 && a->presence == b->presence
         && a->spread_limit == b->spread_limit && !a->spread_inclusive == !b->spread_inclusive
         && a->minimum_rule == b->minimum_rule && !a->leave_out_former == !b->leave_out_former
         && !a->written == !b->written;
}

/* For the log. */
static char *
describe (const CsCouncilRules *rules)
{
  g_autofree char *quorum = cs_fraction_to_exact (rules->quorum);

  return g_strdup_printf ("quorum %s, presence %s, spread %s %d, minimum %s, former sheets %s, %s", quorum,
                          cs_presence_to_text (rules->presence), rules->spread_inclusive ? ">=" : ">",
                          rules->spread_limit, cs_minimum_rule_to_text (rules->minimum_rule),
                          rules->leave_out_former ? "left out" : "count",
                          rules->written ? "written" : "meeting");
}

/* Can a council work by these rules, and are the present ones those that @council was shown with? */
static gboolean
may_set_rules (CsStore *store, const CsCouncil *council, const CsCouncilRules *rules, GError **error)
{
  g_autoptr (CsCouncil) stored = NULL;

  if (rules->quorum.num <= 0 || rules->quorum.den <= 0 || rules->quorum.num > rules->quorum.den
      || rules->spread_limit < 0)
    {
      g_set_error (
          error, CS_ERROR, CS_ERROR_INVALID,
          _ ("The council %s cannot work by these rules: the quorum is a share above 0 and at most 1, the "
             "spread at least 0 points."),
          council->key);
      return FALSE;
    }
  stored = cs_council_repo_find (store->db, council->uuid, error);
  if (stored == NULL)
    return FALSE;
  if (!are_equal (&stored->rules, &council->rules))
    g_set_error (
        error, CS_ERROR, CS_ERROR_CONFLICT,
        _ ("The rules of the council %s were changed somewhere else meanwhile. Look at them again, then "
           "repeat your change."),
        council->key);
  return are_equal (&stored->rules, &council->rules);
}

static gboolean
refuse_frozen (const CsCouncil *council, GError **error)
{
  g_set_error (
      error, CS_ERROR, CS_ERROR_FROZEN,
      _ ("The council %s has submitted sheets: its working rules are frozen. A change needs a reason, "
         "which goes into the minutes."),
      council->key);
  return FALSE;
}

gboolean
cs_councils_set_rules (
    CsStore *store, const CsCouncil *council, const CsCouncilRules *rules, const char *reason, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "council-rules", error);
  g_autofree char *before = describe (&council->rules), *after = describe (rules);
  g_autofree char *told =
      cs_text_is_blank (reason) ? g_strdup (after) : g_strdup_printf ("%s: %s", after, reason);
  CsRulesVersion version = { .id = council->rules_id, .rules = *rules, .reason = (char *) "" };
  gboolean frozen = TRUE, written;

  if (command == NULL || !may_set_rules (store, council, rules, error)
      || !cs_council_repo_has_submitted (store->db, council->id, &frozen, error))
    return FALSE;
  if (frozen && cs_text_is_blank (reason))
    return refuse_frozen (council, error);
  if (frozen && !_cs_require_text (reason, CS_TEXT_MAX, _ ("The reason"), error))
    return FALSE;
  version.set_at = command->at;
  version.set_by = command->who;
  version.reason = (char *) (frozen ? reason : "");
  written = frozen ? cs_council_repo_add_rules (command->transaction, council->id, &version, error)
                   : cs_council_repo_correct_rules (command->transaction, &version, error);
  _cs_command_touch (command, CS_CHANGE_EVALUATIONS, NULL);
  return written
         && _cs_command_commit (g_steal_pointer (&command), council->key, council->uuid, before, told,
                                CS_CHANGE_COUNCILS, error);
}

GPtrArray *
cs_councils_rules_history (CsStore *store, const CsCouncil *council, GError **error)
{
  return cs_council_repo_rules_history (store->db, council->id, error);
}

gboolean
cs_councils_are_frozen (CsStore *store, const CsCouncil *council, gboolean *frozen, GError **error)
{
  return cs_council_repo_has_submitted (store->db, council->id, frozen, error);
}

gboolean
cs_councils_set_decision (CsStore *store, const CsCouncil *council, GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *after = NULL;

  if (council->decided_on != NULL && !_cs_require_past_day (NULL, NULL, council->decided_on, error))
    return FALSE;
  if (!cs_text_fits (council->decision, CS_NAME_MAX) || !cs_text_fits (council->authority, CS_NAME_MAX))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("A founding decision has a number and an authority of at most %d letters."),
                   CS_NAME_MAX);
      return FALSE;
    }
  command = _cs_command_begin (store, "council-decision", error);
  after = g_strdup_printf ("%s, %s, %s", council->decision,
                           council->decided_on != NULL ? council->decided_on : "", council->authority);
  return command != NULL && cs_council_repo_set_decision (command->transaction, council, error)
         && _cs_command_commit (g_steal_pointer (&command), council->key, council->uuid, NULL, after,
                                CS_CHANGE_COUNCILS, error);
}

gboolean
cs_councils_set_working_group (CsStore *store,
                               const char *uuid,
                               const GPtrArray *working_group,
                               GError **error)
{
  g_autoptr (CsCouncil) council = cs_council_repo_find (store->db, uuid, error);
  g_autoptr (CsCommand) command = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (council == NULL)
    return FALSE;
  for (guint i = 0; i < working_group->len; i++)
    {
      CsWorkingGroupMember *helper = g_ptr_array_index (working_group, i);

      if (!_cs_require_text (helper->name, CS_NAME_MAX, _ ("The name of a member of the working group"),
                             error))
        return FALSE;
      if (!_cs_require_fits (helper->organisation, CS_TEXT_MAX, error)
          || !_cs_require_fits (helper->duty, CS_TEXT_MAX, error))
        return FALSE;
      if (helper->uuid == NULL)
        helper->uuid = cs_id_new ();
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", helper->name);
    }
  command = _cs_command_begin (store, "council-helpers", error);
  return command != NULL
         && cs_council_repo_set_working_group (command->transaction, council->id, working_group, error)
         && _cs_command_commit (g_steal_pointer (&command), council->key, uuid, NULL, names->str,
                                CS_CHANGE_COUNCILS, error);
}
