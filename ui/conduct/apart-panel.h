/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the council has to talk about when the totals of a product lie too far apart: whose, and in which
 * criteria, never who gave more and not a single point. It takes the note of the discussion; only then
 * everybody can score again. */

#define CS_TYPE_APART_PANEL (cs_apart_panel_get_type ())
G_DECLARE_FINAL_TYPE (CsApartPanel, cs_apart_panel, CS, APART_PANEL, AdwBin)

/**
 * CsApartPanel::criterion:
 * @question: (as guint): one of the criteria was clicked
 *
 * CsApartPanel::again:
 * Somebody wants to score again.
 */

/* Shows what @result says; hides itself when its totals do not lie apart. What is being typed stays while it
 * is about the same product. */
void cs_apart_panel_show (CsApartPanel *self, CsStore *store, const CsResult *result);
void cs_apart_panel_hide (CsApartPanel *self);

/* Returns: whether the discussion is noted and everybody can score again. */
gboolean cs_apart_panel_is_discussed (CsApartPanel *self);

G_END_DECLS
