/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/councils/rules-form.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* The working rules of a council on its page: to be chosen in place until the first sheet is handed in, told
 * with a lock afterwards; how they differ from the regulation's, and what they were before. Its buttons
 * activate "council.default-rules" and "council.change-rules". */

#define CS_TYPE_RULES_GROUP (cs_rules_group_get_type ())
G_DECLARE_FINAL_TYPE (CsRulesGroup, cs_rules_group, CS, RULES_GROUP, AdwBin)

/* Shows the rules of @council; @fresh: of another one than before, what was typed is dropped. */
void cs_rules_group_show (CsRulesGroup *self, CsStore *store, const CsCouncil *council, gboolean fresh);

/* Returns: (transfer none): the form. Its CsRulesForm::changed is for the page. */
CsRulesForm *cs_rules_group_get_form (CsRulesGroup *self);

G_END_DECLS
