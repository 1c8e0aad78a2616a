/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/regulation.h"
#include "rules/tally.h"

G_BEGIN_DECLS

/* A minimum that is not reached. */
typedef struct
{
  int star;
  guint question;
  CsFraction have;  /* the members' mean of the criterion */
  int needed;       /* points */
  guint reached_by; /* members who reach it, of CsVerdict.counted */
} CsUnmet;

/* From points to stars: shared/domain section 2 (decisions 148/QĐ-TTg and 26/2026/QĐ-TTg, the forms and their
 * notes). */
typedef struct
{
  guint counted; /* sheets */
  int sum;
  CsFraction mean;
  guint n_parts;
  int part_sums[CS_FORM_PARTS_MAX];
  CsFraction part_means[CS_FORM_PARTS_MAX];
  int lowest, highest, spread; /* totals of members */
  gboolean spread_exceeded;
  int band;                         /* stars by points alone */
  gboolean minima[CS_STAR_MAX + 1]; /* by star, cumulative: all minima up to that star hold */
  GArray *unmet;                    /* (element-type CsUnmet): by star, then in the form's order */
  gboolean eliminated;
  int stars; /* min (band, highest star whose minima hold), 0 when eliminated */
} CsVerdict;

/**
 * cs_verdict_new:
 * @rules: of the council (minimum rule, spread)
 * @choices: (array length=n): one array of answers a counted sheet, without open ones
 * @n: how many sheets count, at least 1; absent and recused members are not among them
 * @eliminated: whether a ground for elimination was found
 *
 * Returns: (transfer full): the verdict
 */
CsVerdict *cs_verdict_new (const CsRegulation *regulation,
                           const CsForm *form,
                           const CsCouncilRules *rules,
                           const int *const *choices,
                           guint n,
                           gboolean eliminated);
void cs_verdict_free (CsVerdict *verdict);

/* cs_spread_exceeds: is a difference of @spread points between two totals more than the council allows? */
gboolean cs_spread_exceeds (const CsCouncilRules *rules, int spread);

/* Returns: the unmet minimum that keeps the stars below the band, or NULL when the band decides. */
const CsUnmet *cs_verdict_limit (const CsVerdict *verdict);

/* Returns: (transfer none) (nullable): the minimum for exactly @star in @question, when it is not reached. */
const CsUnmet *cs_verdict_find_unmet (const CsVerdict *verdict, int star, guint question);

/**
 * cs_verdict_best:
 * @choices: one member's answers, some still open
 *
 * Returns: the most stars that this sheet can still reach by itself
 */
int cs_verdict_best (const CsRegulation *regulation,
                     const CsForm *form,
                     const CsCouncilRules *rules,
                     const int *choices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsVerdict, cs_verdict_free)

G_END_DECLS
