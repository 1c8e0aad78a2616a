/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/level-powers.h"

gboolean
cs_level_recognises (const CsLevel *level, int stars)
{
  return stars >= CS_STAR_MIN && stars <= CS_STAR_MAX && level->recognises[stars];
}

const CsLevel *
cs_regulation_deciding_level (const CsRegulation *regulation, int stars)
{
  for (guint i = 0; i < regulation->levels->len; i++)
    if (cs_level_recognises (g_ptr_array_index (regulation->levels, i), stars))
      return g_ptr_array_index (regulation->levels, i);
  return NULL;
}

gboolean
cs_level_forwards (const CsLevel *level, CsFraction mean, gboolean eliminated)
{
  return !eliminated && level->forward_from >= 0 && cs_fraction_reaches (mean, level->forward_from);
}
