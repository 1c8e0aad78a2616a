/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"

G_BEGIN_DECLS

/* The working rules of a council in words, for screen, paper and terminal alike (translated). */

typedef enum
{
  CS_RULE_QUORUM,
  CS_RULE_PRESENCE,
  CS_RULE_SPREAD,
  CS_RULE_MINIMUM,
  CS_RULE_FORMER,
  CS_RULE_MANNER,
  CS_N_RULES
} CsRule;

/* Returns: (transfer none): what the rule is about, "Quorum". */
const char *cs_rule_name (CsRule rule);

/* Returns: (transfer full): what holds by @rules, "at least 3/4 of the members who score". */
char *cs_rule_text (const CsCouncilRules *rules, CsRule rule);

/* Returns: (transfer full): name and text in Vietnamese, for papers, whatever the reader speaks. */
char *cs_rule_line_on_paper (const CsCouncilRules *rules, CsRule rule);

/* Returns: whether both say the same about @rule. */
gboolean cs_rule_is_same (const CsCouncilRules *a, const CsCouncilRules *b, CsRule rule);

/* Returns: (transfer full): what @rules say otherwise than @before, which held until then, one rule a line;
 * "" when nothing. */
char *cs_rules_changes (const CsCouncilRules *before, const CsCouncilRules *rules);

/* Returns: (transfer full): the same in Vietnamese, for papers, whatever the reader speaks. */
char *cs_rules_changes_on_paper (const CsCouncilRules *before, const CsCouncilRules *rules);

/* Returns: (transfer full): the lines of cs_rules_changes() against the @defaults of a regulation. */
char *cs_rules_differences (const CsCouncilRules *defaults, const CsCouncilRules *rules);

G_END_DECLS
