/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/store.h"
#include "summary/overview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The brands built in the year against the plan's target, with a button to add one. */
#define CS_TYPE_BRANDS_GROUP (cs_brands_group_get_type ())
G_DECLARE_FINAL_TYPE (CsBrandsGroup, cs_brands_group, CS, BRANDS_GROUP, AdwPreferencesGroup)

/* Shows the brands of @store, (nullable), against the target in @overview, (nullable). */
void cs_brands_group_show (CsBrandsGroup *self, CsStore *store, const CsOverview *overview);

G_END_DECLS
