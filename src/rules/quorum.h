/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"

G_BEGIN_DECLS

typedef struct
{
  guint present;
  guint members;           /* who may score */
  guint needed;            /* the fraction of the members, rounded up */
  gboolean leader_present; /* who must be there by the rules is there */
  gboolean met;
} CsQuorum;

/**
 * cs_quorum:
 * @entitled: (element-type CsMember): who may take part: for a product those who are not recused from it
 * @present: (element-type utf8): keys of members who are there
 *
 * The default of three quarters with the chair or the authorised vice-chair is the regulation's; a council's
 * own rules may differ.
 */
CsQuorum cs_quorum (const CsCouncilRules *rules, const GPtrArray *entitled, GHashTable *present);

G_END_DECLS
