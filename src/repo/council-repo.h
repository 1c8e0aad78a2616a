/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"
#include "model/council.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type CsCouncil): all councils of the book with their members, by key. */
GPtrArray *cs_council_repo_list (CsDb *db, GError **error);

/* Returns: (transfer full): the council of @uuid, CS_ERROR_NOT_FOUND. */
CsCouncil *cs_council_repo_find (CsDb *db, const char *uuid, GError **error);

/* Returns: (transfer full): the council that people call @key, CS_ERROR_NOT_FOUND. */
CsCouncil *cs_council_repo_by_key (CsDb *db, const char *key, GError **error);

/* Returns: (transfer full) (element-type CsRulesVersion): the council's working rules as they were set,
 * oldest first. */
GPtrArray *cs_council_repo_rules_history (CsDb *db, gint64 council, GError **error);

/* Stores @council with its rules, without its members; sets its id. */
gboolean cs_council_repo_add (
    CsTransaction *transaction, CsCouncil *council, const char *at, const char *who, GError **error);

/* Writes founding decision, its day and authority. */
gboolean cs_council_repo_set_decision (CsTransaction *transaction, const CsCouncil *council, GError **error);

/* Writes the whole working group (element-type CsWorkingGroupMember). */
gboolean cs_council_repo_set_working_group (CsTransaction *transaction,
                                            gint64 council,
                                            const GPtrArray *working_group,
                                            GError **error);

/* Stores a member who came, with @replaces the one whose seat it was; sets its id. */
gboolean
cs_council_repo_add_member (CsTransaction *transaction, gint64 council, CsMember *member, GError **error);
gboolean cs_council_repo_end_member (
    CsTransaction *transaction, gint64 member, const char *at, const char *decision, GError **error);

/* Puts new working rules in force; those before are kept. */
gboolean cs_council_repo_add_rules (CsTransaction *transaction,
                                    gint64 council,
                                    const CsRulesVersion *version,
                                    GError **error);

/* Rewrites rules under which nothing was submitted yet. */
gboolean
cs_council_repo_correct_rules (CsTransaction *transaction, const CsRulesVersion *version, GError **error);

/* Returns: whether a sheet of this council was submitted already: its rules are frozen then. */
gboolean cs_council_repo_has_submitted (CsDb *db, gint64 council, gboolean *has, GError **error);

G_END_DECLS
