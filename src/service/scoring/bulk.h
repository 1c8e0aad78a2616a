/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/council/councils.h"
#include "service/dossiers/dossiers.h"
#include "model/sheet.h"

G_BEGIN_DECLS

/* Many changes as one command: for generated books. The same checks as one by one, one commit at the end. */

typedef struct _CsBulk CsBulk;

/* @at: (nullable): the moment written everywhere, NULL for now. */
CsBulk *cs_bulk_begin (CsStore *store, const char *verb, const char *at, GError **error);

/* Returns: (transfer full): the dossier as stored. */
CsDossier *cs_bulk_add_dossier (CsBulk *bulk, const CsNewDossier *wanted, GError **error);
gboolean cs_bulk_add_member (CsBulk *bulk, const CsNewMember *wanted, GError **error);

/* Adds a sheet of a scoring round, from 1, with @choices, sealed when @submit. */
gboolean cs_bulk_add_sheet (CsBulk *bulk,
                            const CsDossier *dossier,
                            const char *member,
                            int scoring_round,
                            const int *choices,
                            gboolean submit,
                            GError **error);

/* Notes what the council said about totals that lie too far apart, which leads to the next scoring round. */
gboolean cs_bulk_discuss (CsBulk *bulk, const CsDossier *dossier, const char *note, GError **error);
gboolean cs_bulk_close (CsBulk *bulk, const CsDossier *dossier, const char *reason, GError **error);

/* Ends and frees it in any case. */
gboolean cs_bulk_commit (CsBulk *bulk, const char *object, GError **error);
void cs_bulk_free (CsBulk *bulk); /* rolls back */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsBulk, cs_bulk_free)

G_END_DECLS
