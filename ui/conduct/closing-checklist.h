/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

#include "ui/shared/person-group.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What must be settled before a product is closed, line by line: quorum, sheets, spread, grounds, and why
 * each member without a sheet has none. Not a single point is in here. */

#define CS_TYPE_CLOSING_CHECKLIST (cs_closing_checklist_get_type ())
G_DECLARE_FINAL_TYPE (CsClosingChecklist, cs_closing_checklist, CS, CLOSING_CHECKLIST, AdwBin)

/**
 * CsClosingChecklist::changed:
 * Something was typed.
 */

/* Where the dialog asks who decides. */
void cs_closing_checklist_set_person_group (CsClosingChecklist *self, CsPersonGroup *group);

/* Reads what is settled; reasons that were typed stay. */
void cs_closing_checklist_show (CsClosingChecklist *self, CsStore *store, const CsResult *result);

/* Returns: how many lines still keep the product from being closed. */
guint cs_closing_checklist_count_missing (CsClosingChecklist *self);

/* Returns: (transfer full) (nullable): why it is closed although the totals lie too far apart. */
char *cs_closing_checklist_dup_reason (CsClosingChecklist *self);

/* Returns: (transfer container) (element-type utf8 utf8): why members have no sheet, by key; only what was
 * typed. */
GHashTable *cs_closing_checklist_dup_absences (CsClosingChecklist *self);

G_END_DECLS
