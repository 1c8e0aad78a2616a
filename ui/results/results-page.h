/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The results of a round as a list; a row opens its verdict below. */
#define CS_TYPE_RESULTS_PAGE (cs_results_page_get_type ())
G_DECLARE_FINAL_TYPE (CsResultsPage, cs_results_page, CS, RESULTS_PAGE, AdwBin)

GtkWidget *cs_results_page_new (void);

/* @store: (nullable): NULL when no book is open */
void cs_results_page_set_store (CsResultsPage *self, CsStore *store);

/* @round: (nullable): id; NULL shows the whole year */
void cs_results_page_set_round (CsResultsPage *self, const char *round);

/* Opens the verdict of the dossier @code, in the round shown or else in its newest. */
void cs_results_page_open (CsResultsPage *self, const char *code);

G_END_DECLS
