/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/field-row.h"
#include "model/council.h"

G_BEGIN_DECLS

/* The working rules of a council, to be chosen. Used in place while they may change freely, and in the dialog
 * that asks for a reason. It writes nothing itself. */

#define CS_TYPE_RULES_FORM (cs_rules_form_get_type ())
G_DECLARE_FINAL_TYPE (CsRulesForm, cs_rules_form, CS, RULES_FORM, AdwBin)

/**
 * CsRulesForm::changed:
 * A person chose something else. The handler writes it and then calls cs_rules_form_set_rules() with what
 * holds now, or cs_rules_form_set_problem().
 */

/* Shows @rules; what is being typed stays. */
void cs_rules_form_set_rules (CsRulesForm *self, const CsCouncilRules *rules);

/* Shows @rules whatever was typed: they are those of another council. */
void cs_rules_form_reset (CsRulesForm *self, const CsCouncilRules *rules);

/* Returns: (transfer none): the rules as they are chosen. */
const CsCouncilRules *cs_rules_form_get_rules (CsRulesForm *self);

/* Says beside the value that was typed why it was not taken. Returns: FALSE when nothing was being typed. */
gboolean cs_rules_form_set_problem (CsRulesForm *self, const char *problem);

/* Takes what is typed, as Enter does. Returns: whether nothing is left that is no value. */
gboolean cs_rules_form_commit (CsRulesForm *self);

/* The rows to type in, for who keeps what is typed in them: the share of the quorum, the spread. */
CsFieldRow *cs_rules_form_get_share_row (CsRulesForm *self);
CsFieldRow *cs_rules_form_get_spread_row (CsRulesForm *self);

G_END_DECLS
