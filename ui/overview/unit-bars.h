/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/overview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  CS_UNIT_ORDER_GAP,  /* who misses most comes first */
  CS_UNIT_ORDER_PLAN, /* as the plan lists them */
} CsUnitOrder;

/* One bar a unit against its target: recognised solid in shades by stars, what is on its way hatched, the
 * target as a line with its number. Up, Down, Home and End move between the bars, Enter shows the unit's
 * dossiers; Tab leaves. */
#define CS_TYPE_UNIT_BARS (cs_unit_bars_get_type ())
G_DECLARE_FINAL_TYPE (CsUnitBars, cs_unit_bars, CS, UNIT_BARS, GtkWidget)

GtkWidget *cs_unit_bars_new (void);

/* Shows the rows of @overview, which are copied; (nullable). A bar that has the focus keeps it. */
void cs_unit_bars_set_overview (CsUnitBars *self, const CsOverview *overview);

void cs_unit_bars_set_order (CsUnitBars *self, CsUnitOrder order);

/* Orders two rows of an overview, @place_a and @place_b being their places in it. Returns: like strcmp(). */
int cs_unit_order_compare (CsUnitOrder order, int gap_a, guint place_a, int gap_b, guint place_b);

G_END_DECLS
