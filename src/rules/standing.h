/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "model/sheet.h"
#include "rules/quorum.h"
#include "rules/verdict.h"

G_BEGIN_DECLS

/* How far a council is with a product: who has handed in, whose sheet is still open, whether the totals lie
 * too far apart. It knows scores and therefore never leaves the rules before the product is closed. */
typedef struct
{
  CsQuorum quorum;     /* who submitted counts as present */
  GPtrArray *counted;  /* (element-type CsSheet) (not owned): of each member the newest submitted sheet */
  GPtrArray *drafting; /* (element-type CsMember) (not owned): whose sheet is open */
  GPtrArray *silent;   /* (element-type CsMember) (not owned): scoring members without any sheet */
  int scoring_round;   /* the highest any sheet is of; 0 when there is none */
  int spread;
  gboolean spread_exceeded;
  gboolean rescoring; /* a second round has begun, or is due because all are in and lie too far apart */
} CsStanding;

/* @sheets: (element-type CsSheet): all sheets of the evaluation. Returns: (transfer full). */
CsStanding *cs_standing_new (const CsCouncil *council, const CsForm *form, const GPtrArray *sheets);
void cs_standing_free (CsStanding *standing);

/* Returns: (transfer full): the verdict over the counted sheets, NULL when none counts. */
CsVerdict *cs_standing_verdict (const CsStanding *standing,
                                const CsRegulation *regulation,
                                const CsForm *form,
                                const CsCouncilRules *rules,
                                gboolean eliminated);

/* cs_standing_may_rescore: may a sheet of @scoring_round be begun? The first always, a further one only when
 * the round before is all in and lies too far apart. */
gboolean cs_standing_may_rescore (const CsStanding *standing, int scoring_round);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsStanding, cs_standing_free)

G_END_DECLS
