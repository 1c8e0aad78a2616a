/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sheet.h"
#include "service/dossiers/dossiers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who scores, and which products this member's council has: each with how the member stands to it, as a ring
 * and in a word. */

#define CS_TYPE_SCORE_PRODUCTS (cs_score_products_get_type ())
G_DECLARE_FINAL_TYPE (CsScoreProducts, cs_score_products, CS, SCORE_PRODUCTS, AdwBin)

/**
 * CsScoreProducts::selected:
 * Another product or another member was chosen.
 */

GtkWidget *cs_score_products_new (void);

void cs_score_products_set_store (CsScoreProducts *self, CsStore *store);    /* (nullable) */
void cs_score_products_set_round (CsScoreProducts *self, const char *round); /* (nullable) */

/* Reads again what @changes are about, keeping the selection. */
void cs_score_products_refresh (CsScoreProducts *self, const CsChangeSet *changes);

/* Shows how far the member is with the selected product, as @sheet stands: nothing is read. */
void cs_score_products_show_draft (CsScoreProducts *self, CsSheet *sheet);

/* Returns: (transfer full) (nullable): the selected product. */
CsDossier *cs_score_products_dup_dossier (CsScoreProducts *self);

/* Returns: (transfer none) (nullable): the council and the key of the member. */
CsCouncil *cs_score_products_get_council (CsScoreProducts *self);
const char *cs_score_products_get_member (CsScoreProducts *self);

/* Chooses council (UUID) and member (its key there; NULL: the first). Returns: FALSE when there is no such
 * council or member who scores. */
gboolean cs_score_products_choose_member (CsScoreProducts *self, const char *council, const char *member);

/* Chooses the product and, when needed, its council. */
gboolean cs_score_products_choose_product (CsScoreProducts *self, const char *code);

/* Moves by @step products. */
void cs_score_products_move (CsScoreProducts *self, int step);

G_END_DECLS
