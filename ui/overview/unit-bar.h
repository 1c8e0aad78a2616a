/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/overview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One unit of CsUnitBars: its name and its bar against its target. Enter or a click shows its dossiers. */
#define CS_TYPE_UNIT_BAR (cs_unit_bar_get_type ())
G_DECLARE_FINAL_TYPE (CsUnitBar, cs_unit_bar, CS, UNIT_BAR, GtkWidget)

GtkWidget *cs_unit_bar_new (void);

/* Shows @row, which is copied. @place: of the unit in the plan, from 0. */
void cs_unit_bar_set_row (CsUnitBar *self, const CsOverviewRow *row, guint place);

const char *cs_unit_bar_get_unit (CsUnitBar *self);
guint cs_unit_bar_get_place (CsUnitBar *self);

/* Returns: products that are still missing to the target, negative when there are more. */
int cs_unit_bar_get_gap (CsUnitBar *self);

/* Returns: the highest number that this bar has to show. */
int cs_unit_bar_get_extent (CsUnitBar *self);

/* Returns: pixels that the name needs. */
int cs_unit_bar_measure_name (CsUnitBar *self);

/**
 * cs_unit_bar_set_scale:
 * @maximum: number at the right end, the same for all bars below each other
 * @name_width: pixels for the name; 0 puts it above the bar
 */
void cs_unit_bar_set_scale (CsUnitBar *self, int maximum, int name_width);

G_END_DECLS
