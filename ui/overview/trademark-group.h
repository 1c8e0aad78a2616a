/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"
#include "summary/overview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The brands built in the year against the plan's target, with a button to add one. */
#define CS_TYPE_TRADEMARK_GROUP (cs_trademark_group_get_type ())
G_DECLARE_FINAL_TYPE (CsTrademarkGroup, cs_trademark_group, CS, TRADEMARK_GROUP, AdwPreferencesGroup)

/* Shows the brands of @store, (nullable), against the target in @overview, (nullable). */
void cs_trademark_group_show (CsTrademarkGroup *self, CsStore *store, const CsOverview *overview);

G_END_DECLS
