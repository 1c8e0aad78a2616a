/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the council has to talk about when the totals of a product lie too far apart: whose, and in which
 * criteria, never who gave more and not a single point. It takes the note of the discussion; only then
 * everybody can score again. */

#define CS_TYPE_SPREAD_PANEL (cs_spread_panel_get_type ())
G_DECLARE_FINAL_TYPE (CsSpreadPanel, cs_spread_panel, CS, SPREAD_PANEL, AdwBin)

/**
 * CsSpreadPanel::criterion:
 * @question: (as guint): one of the criteria was clicked
 *
 * CsSpreadPanel::again:
 * Somebody wants to score again.
 */

/* Shows what @result says; hides itself when its totals do not lie apart. What is being typed stays while it
 * is about the same product. */
void cs_spread_panel_show (CsSpreadPanel *self, CsStore *store, const CsResult *result);
void cs_spread_panel_hide (CsSpreadPanel *self);

/* Returns: whether the discussion is noted and everybody can score again. */
gboolean cs_spread_panel_is_discussed (CsSpreadPanel *self);

G_END_DECLS
