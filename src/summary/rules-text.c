/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/rules-text.h"

#include <glib/gi18n-lib.h>

const char *
cs_rule_name (CsRule rule)
{
  static const char *const names[CS_N_RULES] = {
    [CS_RULE_QUORUM] = N_ ("Quorum"),
    [CS_RULE_PRESENCE] = N_ ("Who must take part"),
    [CS_RULE_SPREAD] = N_ ("Spread of the totals"),
    [CS_RULE_MINIMUM] = N_ ("Minima of the stars"),
    [CS_RULE_FORMER] = N_ ("Sheets of former members"),
    [CS_RULE_MANNER] = N_ ("Way of working"),
  };

  return g_dgettext (GETTEXT_PACKAGE, names[rule]);
}

static char *
quorum_text (CsFraction share)
{
  g_autofree char *exact = cs_fraction_to_exact (share);

  if (share.num == share.den)
    return g_strdup (_ ("all members who score"));
  /* Translators: a share like 3/4 */
  return g_strdup_printf (_ ("at least %s of the members who score"), exact);
}

static const char *
presence_text (CsPresence presence)
{
  switch (presence)
    {
    case CS_PRESENCE_LEADER:
      return _ ("the chair or the vice-chair");
    case CS_PRESENCE_CHAIR:
      return _ ("the chair; the vice-chair where the chair may not take part");
    case CS_PRESENCE_NONE:
    default:
      return _ ("nobody in particular");
    }
}

static char *
spread_text (const CsCouncilRules *rules)
{
  guint limit = (guint) MAX (rules->spread_limit, 0);

  return rules->spread_inclusive
             ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "less than %u point", "less than %u points",
                                             limit),
                                limit)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "at most %u point", "at most %u points", limit),
                                limit);
}

static const char *
minimum_text (CsMinimumRule rule)
{
  switch (rule)
    {
    case CS_MINIMUM_MAJORITY:
      return _ ("more than half of the members reach them");
    case CS_MINIMUM_EVERY:
      return _ ("every member reaches them");
    case CS_MINIMUM_MEAN:
    default:
      return _ ("the members' mean reaches them");
    }
}

char *
cs_rule_text (const CsCouncilRules *rules, CsRule rule)
{
  switch (rule)
    {
    case CS_RULE_QUORUM:
      return quorum_text (rules->quorum);
    case CS_RULE_PRESENCE:
      return g_strdup (presence_text (rules->presence));
    case CS_RULE_SPREAD:
      return spread_text (rules);
    case CS_RULE_MINIMUM:
      return g_strdup (minimum_text (rules->minimum_rule));
    case CS_RULE_FORMER:
      return g_strdup (rules->leave_out_former ? _ ("do not count for products that are still open")
                                               : _ ("count"));
    case CS_RULE_MANNER:
      return g_strdup (rules->written ? _ ("written opinions") : _ ("a meeting"));
    case CS_N_RULES:
    default:
      g_return_val_if_reached (NULL);
    }
}

gboolean
cs_rule_is_same (const CsCouncilRules *a, const CsCouncilRules *b, CsRule rule)
{
  switch (rule)
    {
    case CS_RULE_QUORUM:
      return cs_fraction_compare (a->quorum, b->quorum) == 0;
    case CS_RULE_PRESENCE:
      return a->presence == b->presence;
    case CS_RULE_SPREAD:
      return a->spread_limit == b->spread_limit && !a->spread_inclusive == !b->spread_inclusive;
    case CS_RULE_MINIMUM:
      return a->minimum_rule == b->minimum_rule;
    case CS_RULE_FORMER:
      return !a->leave_out_former == !b->leave_out_former;
    case CS_RULE_MANNER:
      return !a->written == !b->written;
    case CS_N_RULES:
    default:
      g_return_val_if_reached (TRUE);
    }
}

/* Returns: (transfer full): a line for each rule that is another one; @line makes it of rule, what holds,
 * what is held against it. */
static char *
compare (const CsCouncilRules *other,
         const CsCouncilRules *rules,
         char *(*line) (const char *name, const char *text, const char *other))
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_null_terminated (CS_N_RULES, g_free, TRUE);

  for (CsRule rule = 0; rule < CS_N_RULES; rule++)
    {
      g_autofree char *theirs = NULL;
      g_autofree char *ours = NULL;

      if (cs_rule_is_same (other, rules, rule))
        continue;
      theirs = cs_rule_text (other, rule);
      ours = cs_rule_text (rules, rule);
      g_ptr_array_add (lines, line (cs_rule_name (rule), ours, theirs));
    }
  return lines->len > 0 ? g_strjoinv ("\n", (char **) lines->pdata) : g_strdup ("");
}

static char *
change_line (const char *name, const char *text, const char *before)
{
  /* Translators: name of a rule, what holds now, what held before: "Quorum: all members who score (before: at
   * least 3/4 of the members who score)" */
  return g_strdup_printf (_ ("%s: %s (before: %s)"), name, text, before);
}

static char *
difference_line (const char *name, const char *text, const char *defaults)
{
  /* Translators: name of a rule, what holds in this council, what the regulation says */
  return g_strdup_printf (_ ("%s: %s (regulation: %s)"), name, text, defaults);
}

char *
cs_rules_changes (const CsCouncilRules *before, const CsCouncilRules *rules)
{
  return compare (before, rules, change_line);
}

char *
cs_rules_differences (const CsCouncilRules *defaults, const CsCouncilRules *rules)
{
  return compare (defaults, rules, difference_line);
}
