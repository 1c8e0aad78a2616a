/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/verdict.h"

G_BEGIN_DECLS

/* A sheet without which the stars would be others. */
typedef struct
{
  guint sheet;
  int stars; /* without it */
} CsLeftOut;

/* One answer of one member that would change the stars by itself. */
typedef struct
{
  gboolean possible; /* FALSE: no single answer does it, and the rest is 0 */
  guint sheet;
  guint question;
  int choice; /* the answer instead of the given one */
  int points; /* how many more the member would give, negative for fewer */
  int stars;  /* which would come of it */
} CsOneAnswer;

/* How firmly a verdict stands: what little would have changed it. It looks at stars alone; quorum and spread
 * are not asked again. It tells what single members gave, and therefore is for closed products only. */
typedef struct
{
  GArray
      *without;   /* (element-type CsLeftOut): in the order of the sheets, only those that change the stars */
  CsOneAnswer up; /* of those that raise the stars, the one that moves fewest points */
  CsOneAnswer down; /* of those that lower them */
  gboolean stable;  /* nothing of all this changes the stars */
} CsRobustness;

/**
 * cs_robustness_new:
 * @choices: (array length=n): one array of answers a counted sheet, without open ones
 * @n: how many sheets count, at least 1; of a single one nothing can be left out
 * @eliminated: whether a ground for elimination was found; then there are no stars, whatever is answered
 *
 * Among answers that move the points alike the first counts: by sheet, then in the form's order, then by
 * option, "none applies" before the first.
 *
 * Returns: (transfer full): what would change the stars of cs_verdict_new()
 */
CsRobustness *cs_robustness_new (const CsRegulation *regulation,
                                 const CsForm *form,
                                 const CsCouncilRules *rules,
                                 const int *const *choices,
                                 guint n,
                                 gboolean eliminated);
void cs_robustness_free (CsRobustness *robustness);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsRobustness, cs_robustness_free)

G_END_DECLS
