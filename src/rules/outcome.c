/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/outcome.h"

#include "rules/level-powers.h"

CsOutcome
cs_outcome_of (const CsVerdict *verdict, const CsLevel *level)
{
  CsOutcome outcome = { 0 };

  if (verdict == NULL)
    return outcome;
  outcome.counted = (int) verdict->counted;
  outcome.sum = verdict->sum;
  outcome.spread = verdict->spread;
  outcome.stars = verdict->stars;
  if (level == NULL)
    return outcome;
  outcome.decides = cs_level_recognises (level, verdict->stars);
  outcome.forwarded = cs_level_forwards (level, verdict->mean, verdict->eliminated);
  return outcome;
}

gboolean
cs_outcome_equal (const CsOutcome *a, const CsOutcome *b)
{
  return a->counted == b->counted && a->sum == b->sum && a->spread == b->spread && a->stars == b->stars
         && a->decides == b->decides && a->forwarded == b->forwarded;
}
