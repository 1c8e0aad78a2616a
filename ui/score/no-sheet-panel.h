/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/score/own-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Stands where the form would be for a member who has no sheet to fill for a product: which kind of nothing
 * it is, why, and what can be done about it. Its buttons are actions of the score page. */

#define CS_TYPE_NO_SHEET_PANEL (cs_no_sheet_panel_get_type ())
G_DECLARE_FINAL_TYPE (CsNoSheetPanel, cs_no_sheet_panel, CS, NO_SHEET_PANEL, AdwBin)

void cs_no_sheet_panel_show (CsNoSheetPanel *self, const CsOwnSheet *place);

G_END_DECLS
