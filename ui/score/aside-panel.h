/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/score/member-place.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Stands where the form would be for a member who has no sheet to fill for a product: which kind of nothing
 * it is, why, and what can be done about it. Its buttons are actions of the score page. */

#define CS_TYPE_ASIDE_PANEL (cs_aside_panel_get_type ())
G_DECLARE_FINAL_TYPE (CsAsidePanel, cs_aside_panel, CS, ASIDE_PANEL, AdwBin)

void cs_aside_panel_show (CsAsidePanel *self, const CsMemberPlace *place);

G_END_DECLS
