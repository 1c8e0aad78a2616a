/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/words/rules-text.h"

#include "base/locale.h"

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
  g_assert_cmpstr (
      text, ==,
      "Quorum: at least 2/3 (66.7%) of the members who score (regulation: at least 3/4 (75%) of the members "
      "who score)\n"
      "Way of working: written opinions (regulation: a meeting)");
}

static void
speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  cs_locale_init ();
}

/* A paper says in Vietnamese, whatever the reader speaks, what a Vietnamese reader is told. */
static void
test_on_paper (void)
{
  static const CsCouncilRules cases[] = {
    { .quorum = { 3, 4 },
      .presence = CS_PRESENCE_LEADER,
      .spread_limit = 10,
      .minimum_rule = CS_MINIMUM_MEAN },
    { .quorum = { 1, 1 },
      .presence = CS_PRESENCE_CHAIR,
      .spread_limit = 1,
      .spread_inclusive = TRUE,
      .minimum_rule = CS_MINIMUM_EVERY,
      .leave_out_former = TRUE,
      .written = TRUE },
    { .quorum = { 2, 3 }, .presence = CS_PRESENCE_NONE, .minimum_rule = CS_MINIMUM_MAJORITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CsCouncilRules *before = &cases[(i + 1) % G_N_ELEMENTS (cases)];
      g_autofree char *changes = cs_rules_changes_on_paper (before, &cases[i]);
      g_autofree char *told = NULL;

      speak ("vi");
      told = cs_rules_changes (before, &cases[i]);
      g_assert_cmpstr (changes, ==, told);
      for (CsRule rule = 0; rule < CS_N_RULES; rule++)
        {
          g_autofree char *text = cs_rule_text (&cases[i], rule);
          g_autofree char *reader = g_strdup_printf ("%s: %s", cs_rule_name (rule), text);
          g_autofree char *paper = NULL;

          speak ("en");
          paper = cs_rule_line_on_paper (&cases[i], rule);
          speak ("vi");
          g_assert_cmpstr (paper, ==, reader);
        }
      speak ("en");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules-text/same", test_same);
  g_test_add_func ("/rules-text/each", test_each);
  g_test_add_func ("/rules-text/spread", test_spread);
  g_test_add_func ("/rules-text/differences", test_differences);
  g_test_add_func ("/rules-text/on-paper", test_on_paper);
  return g_test_run ();
}
