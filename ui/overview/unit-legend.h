/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says what the fills and the line of CsUnitBars mean; breaks into lines when there is little room. */
#define CS_TYPE_UNIT_LEGEND (cs_unit_legend_get_type ())
G_DECLARE_FINAL_TYPE (CsUnitLegend, cs_unit_legend, CS, UNIT_LEGEND, AdwBin)

G_END_DECLS
