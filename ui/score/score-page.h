/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Scoring: the products of a member's council at the left, the official form in the middle, all criteria as
 * small squares at the right. Each choice is on disk before the next key is read. */

#define CS_TYPE_SCORE_PAGE (cs_score_page_get_type ())
G_DECLARE_FINAL_TYPE (CsScorePage, cs_score_page, CS, SCORE_PAGE, AdwBin)

GtkWidget *cs_score_page_new (void);

void cs_score_page_set_store (CsScorePage *self, CsStore *store);    /* (nullable) */
void cs_score_page_set_round (CsScorePage *self, const char *round); /* (nullable): all rounds */

/* Shows the product called @code. */
void cs_score_page_open (CsScorePage *self, const char *code);

G_END_DECLS
