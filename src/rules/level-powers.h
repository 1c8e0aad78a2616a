/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/regulation.h"

G_BEGIN_DECLS

/* What a level may do with a verdict: recognise the star itself, send the dossier up. Both can be true
 * (148/QĐ-TTg: 78 points held at 3 stars by a minimum), and for 1 and 2 stars neither is. */

/* cs_level_recognises: does @level decide on @stars itself? */
gboolean cs_level_recognises (const CsLevel *level, int stars);

/* Returns: (transfer none) (nullable): the level that decides on @stars, wherever they were found; the lowest
 * when several may. NULL: nobody recognises so few. */
const CsLevel *cs_regulation_deciding_level (const CsRegulation *regulation, int stars);

/* cs_level_forwards: does @level send a dossier with this exact @mean up? An eliminated one never. */
gboolean cs_level_forwards (const CsLevel *level, CsFraction mean, gboolean eliminated);

G_END_DECLS
