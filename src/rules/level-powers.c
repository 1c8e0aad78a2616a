/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/level-powers.h"

gboolean
cs_level_recognises (const CsLevel *level, int stars)
{
  return stars >= CS_STAR_MIN && stars <= CS_STAR_MAX && level->recognises[stars];
}

gboolean
cs_level_forwards (const CsLevel *level, CsFraction mean, gboolean eliminated)
{
  return !eliminated && level->forward_from >= 0 && cs_fraction_reaches (mean, level->forward_from);
}
