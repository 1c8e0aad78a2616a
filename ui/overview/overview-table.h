/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/overview/unit-bars.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The numbers behind CsUnitBars: a row a unit, and their totals as the last row. Enter or a double click
 * shows the unit's dossiers. */
#define CS_TYPE_OVERVIEW_TABLE (cs_overview_table_get_type ())
G_DECLARE_FINAL_TYPE (CsOverviewTable, cs_overview_table, CS, OVERVIEW_TABLE, AdwBin)

/* Shows the rows of @overview, which are copied; (nullable). */
void cs_overview_table_set_overview (CsOverviewTable *self, const CsOverview *overview);

void cs_overview_table_set_order (CsOverviewTable *self, CsUnitOrder order);

G_END_DECLS
