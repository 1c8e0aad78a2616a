/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/rules-text.h"

static const CsCouncilRules defaults = {
  .quorum = { 3, 4 },
  .presence = CS_PRESENCE_LEADER,
  .spread_limit = 10,
  .minimum_rule = CS_MINIMUM_MEAN,
};

static void
test_same (void)
{
  CsCouncilRules rules = defaults;
  g_autofree char *changes = NULL;

  rules.spread_inclusive = 0;
  changes = cs_rules_changes (&defaults, &rules);
  g_assert_cmpstr (changes, ==, "");
}

/* Each rule that is another one has its line, and only those. */
static void
test_each (void)
{
  for (CsRule rule = 0; rule < CS_N_RULES; rule++)
    {
      CsCouncilRules rules = defaults;
      g_autofree char *changes = NULL;
      g_autofree char *before = cs_rule_text (&defaults, rule);
      g_autofree char *now = NULL;
      g_autofree char *expected = NULL;

      switch (rule)
        {
        case CS_RULE_QUORUM:
          rules.quorum = cs_fraction (1, 1);
          break;
        case CS_RULE_PRESENCE:
          rules.presence = CS_PRESENCE_CHAIR;
          break;
        case CS_RULE_SPREAD:
          rules.spread_inclusive = TRUE;
          break;
        case CS_RULE_MINIMUM:
          rules.minimum_rule = CS_MINIMUM_EVERY;
          break;
        case CS_RULE_FORMER:
          rules.leave_out_former = TRUE;
          break;
        case CS_RULE_MANNER:
        case CS_N_RULES:
        default:
          rules.written = TRUE;
          break;
        }
      now = cs_rule_text (&rules, rule);
      g_assert_cmpstr (now, !=, before);
      g_assert_false (cs_rule_is_same (&defaults, &rules, rule));
      expected = g_strdup_printf ("%s: %s (before: %s)", cs_rule_name (rule), now, before);
      changes = cs_rules_changes (&defaults, &rules);
      g_assert_cmpstr (changes, ==, expected);
    }
}

/* The limit itself is allowed, or is not. */
static void
test_spread (void)
{
  CsCouncilRules rules = defaults;
  g_autofree char *allowed = cs_rule_text (&rules, CS_RULE_SPREAD);
  g_autofree char *inclusive = NULL;

  g_assert_cmpstr (allowed, ==, "at most 10 points");
  rules.spread_limit = 1;
  rules.spread_inclusive = TRUE;
  inclusive = cs_rule_text (&rules, CS_RULE_SPREAD);
  g_assert_cmpstr (inclusive, ==, "less than 1 point");
}

static void
test_differences (void)
{
  CsCouncilRules rules = defaults;
  g_autofree char *text = NULL;

  rules.quorum = cs_fraction (6, 9);
  rules.written = TRUE;
  text = cs_rules_differences (&defaults, &rules);
  g_assert_cmpstr (text, ==,
                   "Quorum: at least 2/3 of the members who score (regulation: at least 3/4 of the members "
                   "who score)\n"
                   "Way of working: written opinions (regulation: a meeting)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules-text/same", test_same);
  g_test_add_func ("/rules-text/each", test_each);
  g_test_add_func ("/rules-text/spread", test_spread);
  g_test_add_func ("/rules-text/differences", test_differences);
  return g_test_run ();
}
