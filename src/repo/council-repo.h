/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "model/council.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type CsCouncil): all councils of the book with their members, by key. */
GPtrArray *cs_council_repo_list (CsDb *db, GError **error);

/* Returns: (transfer full): the council called @key, CS_ERROR_NOT_FOUND. */
CsCouncil *cs_council_repo_by_key (CsDb *db, const char *key, GError **error);

/* Stores @council without its members; sets its id. */
gboolean cs_council_repo_add (CsTransaction *transaction, CsCouncil *council, GError **error);
gboolean
cs_council_repo_add_member (CsTransaction *transaction, gint64 council, CsMember *member, GError **error);

/* Writes the council's working rules. */
gboolean cs_council_repo_set_rules (CsTransaction *transaction,
                                    gint64 council,
                                    const CsCouncilRules *rules,
                                    GError **error);

/* Returns: whether a sheet of this council was submitted already: its rules are frozen then. */
gboolean cs_council_repo_has_submitted (CsDb *db, gint64 council, gboolean *has, GError **error);

G_END_DECLS
