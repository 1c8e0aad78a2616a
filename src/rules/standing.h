/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/closing.h"
#include "model/council.h"
#include "model/recusal.h"
#include "model/sheet.h"
#include "rules/quorum.h"
#include "rules/verdict.h"

G_BEGIN_DECLS

/* How a member stands to one product. */
typedef struct
{
  CsMember *member; /* (not owned) */
  CsMemberState state;
  CsSheet *sheet;     /* (not owned) (nullable): the one that counts */
  const char *reason; /* (not owned) (nullable): of the recusal or absence */
} CsSeatState;

/* How far a council is with a product: who has handed in, whose sheet is still open, whether the totals lie
 * too far apart. It knows scores and therefore never leaves the rules before the product is closed. */
typedef struct
{
  GArray *
      places; /* (element-type CsSeatState): who scores, in the council's order; who left only with a sheet */
  CsQuorum quorum;     /* who submitted counts as present, who is recused does not count at all */
  GPtrArray *counted;  /* (element-type CsSheet) (not owned): of each member the newest submitted sheet */
  GPtrArray *drafting; /* (element-type CsMember) (not owned): whose sheet is open */
  GPtrArray *silent;   /* (element-type CsMember) (not owned): scoring members without any sheet */
  int scoring_round;   /* the highest any sheet is of; 0 when there is none */
  int spread;
  gboolean spread_exceeded;
  gboolean rescoring; /* a second round has begun, or is due because all are in and lie too far apart */
} CsStanding;

/**
 * cs_standing_new:
 * @sheets: (element-type CsSheet): sheets of the evaluation; returned and moved ones are passed over
 * @recusals: (nullable) (element-type CsRecusal): those that are in force for the product
 *
 * Where a seat changed hands, the sheet its former holder had submitted counts until the successor begins
 * one, unless the rules leave such sheets out.
 *
 * Returns: (transfer full): of a product that is open
 */
CsStanding *cs_standing_new (const CsCouncil *council,
                             const CsForm *form,
                             const GPtrArray *sheets,
                             const GPtrArray *recusals);

/* Returns: (transfer full): of a closed product, as its closing holds it. @closing must outlive it. */
CsStanding *cs_standing_of_closing (const CsCouncil *council,
                                    const CsForm *form,
                                    const GPtrArray *sheets,
                                    const CsClosing *closing);
void cs_standing_free (CsStanding *standing);

/* Returns: (transfer full): what is held fast when a product that stands so is closed now: rules, states,
 * sheets.
 * @absences: (nullable) (element-type utf8 utf8): reason by UUID of the member */
CsClosing *cs_standing_close (const CsStanding *standing, const CsCouncil *council, GHashTable *absences);

/* Returns: (transfer full): the verdict over the counted sheets, NULL when none counts. */
CsVerdict *cs_standing_verdict (const CsStanding *standing,
                                const CsRegulation *regulation,
                                const CsForm *form,
                                const CsCouncilRules *rules,
                                gboolean eliminated);

/* Returns: (transfer container) (array length=counted): the answers of the counted sheets, in their order. */
const int **cs_standing_choices (const CsStanding *standing);

/* cs_standing_may_rescore: may a sheet of @scoring_round be begun? The first always, a further one only when
 * the round before is all in and lies too far apart. */
gboolean cs_standing_may_rescore (const CsStanding *standing, int scoring_round);

/* cs_standing_is_apart: is everybody in, and do the totals lie too far apart? Then the council must talk. */
gboolean cs_standing_is_apart (const CsStanding *standing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsStanding, cs_standing_free)

G_END_DECLS
