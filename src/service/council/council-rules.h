/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* By which decision and by which rules a council works. */

/* Writes founding decision, its day (nullable) and authority as they stand in @council. */
gboolean cs_councils_set_decision (CsStore *store, const CsCouncil *council, GError **error);

/* Writes the working group (element-type CsWorkingGroupMember) of @council (UUID); their uuids may be NULL.
 */
gboolean cs_councils_set_working_group (CsStore *store,
                                        const char *council,
                                        const GPtrArray *working_group,
                                        GError **error);

/**
 * cs_councils_set_rules:
 * @council: as the new rules were made from it
 * @reason: (nullable): needed once a sheet is submitted, CS_ERROR_FROZEN without it
 */
gboolean cs_councils_set_rules (CsStore *store,
                                const CsCouncil *council,
                                const CsCouncilRules *rules,
                                const char *reason,
                                GError **error);

/* Returns: (transfer full) (element-type CsRulesVersion): rules as they were set, oldest first. */
GPtrArray *cs_councils_rules_history (CsStore *store, const CsCouncil *council, GError **error);

/* cs_councils_are_frozen: was a sheet submitted under the council's rules already? */
gboolean cs_councils_are_frozen (CsStore *store, const CsCouncil *council, gboolean *frozen, GError **error);

G_END_DECLS
