/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/overview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The units of an overview against their targets, as a picture or as a table, in one of two orders. */
#define CS_TYPE_UNITS_PANEL (cs_units_panel_get_type ())
G_DECLARE_FINAL_TYPE (CsUnitsPanel, cs_units_panel, CS, UNITS_PANEL, AdwBin)

/* Shows @overview, which is copied; (nullable). */
void cs_units_panel_set_overview (CsUnitsPanel *self, const CsOverview *overview);

/* Changes between picture and table. Returns: FALSE when there is nothing to show. */
gboolean cs_units_panel_toggle_table (CsUnitsPanel *self);

G_END_DECLS
