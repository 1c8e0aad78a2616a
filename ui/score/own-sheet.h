/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/closing.h"
#include "model/recusal.h"
#include "service/dossiers/dossiers.h"
#include "service/scoring/sheets.h"

G_BEGIN_DECLS

/* How a member stands to a product, as the member may know it: the own sheet, or why there is none. Nobody
 * else's choices are in here. */
typedef struct
{
  CsMemberState state;
  CsSheet *sheet;     /* (nullable): the own one; NULL where the member has no part in the product */
  gboolean former;    /* has left the council */
  char *why;          /* (nullable): why there is no form to fill, in a sentence */
  char *reason;       /* (nullable): of the recusal or absence */
  gboolean may_begin; /* although somebody else's sheet stands for the seat */
  CsRecusal *recusal; /* (nullable): in force */
} CsOwnSheet;

/**
 * cs_own_sheet_new:
 * @dossier: a dossier in a round
 * @member: key of a scoring member of @council
 *
 * Returns: (transfer full): NULL with @error when the book cannot be read
 */
CsOwnSheet *cs_own_sheet_new (
    CsStore *store, const CsDossier *dossier, const CsCouncil *council, const char *member, GError **error);
void cs_own_sheet_free (CsOwnSheet *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOwnSheet, cs_own_sheet_free)

G_END_DECLS
