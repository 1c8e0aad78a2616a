/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where the year stands against its plan: four numbers, the units as bars or as a table (T), brands and what
 * else is planned. */
#define CS_TYPE_OVERVIEW_PAGE (cs_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (CsOverviewPage, cs_overview_page, CS, OVERVIEW_PAGE, AdwBin)

GtkWidget *cs_overview_page_new (void);

/* @store: (nullable): NULL when no book is open */
void cs_overview_page_set_store (CsOverviewPage *self, CsStore *store);

/* @round: (nullable): id; NULL shows the whole year */
void cs_overview_page_set_round (CsOverviewPage *self, const char *round);

G_END_DECLS
