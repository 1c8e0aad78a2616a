/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The councils of the book and the one that is chosen among them. */

#define CS_TYPE_COUNCILS_PAGE (cs_councils_page_get_type ())
G_DECLARE_FINAL_TYPE (CsCouncilsPage, cs_councils_page, CS, COUNCILS_PAGE, AdwBin)

GtkWidget *cs_councils_page_new (void);

/* @store: (nullable) */
void cs_councils_page_set_store (CsCouncilsPage *self, CsStore *store);

/* @round: (nullable): councils outlast rounds, so all are shown whatever the round. */
void cs_councils_page_set_round (CsCouncilsPage *self, const char *round);

/* Shows the council called @key, if there is one. */
void cs_councils_page_open (CsCouncilsPage *self, const char *key);

G_END_DECLS
