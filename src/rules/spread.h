/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/form.h"

G_BEGIN_DECLS

#define CS_SPREAD_QUESTIONS 3 /* so many criteria are named at most */

/* What lies behind a spread, for the discussion: the two sheets that lie farthest apart, and where. It tells
 * nobody who of the two is higher: @a stands before @b in the order given, whatever they scored. */
typedef struct
{
  guint a; /* index of a sheet, less than @b */
  guint b;
  int difference;    /* of the totals, more than 0 */
  GArray *questions; /* (element-type guint): where the two differ most, by falling difference of points, then
                        in the form's order; at most CS_SPREAD_QUESTIONS */
} CsSpreadPair;

/**
 * cs_spread_pair:
 * @choices: (array length=n): one array of answers a counted sheet, without open ones
 * @n: how many sheets there are
 *
 * Among pairs that differ alike the first counts, by @a, then by @b.
 *
 * Returns: (transfer full) (nullable): the two whose totals differ most, or NULL when all totals are the same
 */
CsSpreadPair *cs_spread_pair (const CsForm *form, const int *const *choices, guint n);
void cs_spread_pair_free (CsSpreadPair *pair);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSpreadPair, cs_spread_pair_free)

G_END_DECLS
