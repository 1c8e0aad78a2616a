/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shared/dossier-item.h"
#include "ui/score/own-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A product in the list of who scores: name, how the member stands to it as a ring and in a word, producer.
 */

#define CS_TYPE_SCORE_PRODUCT_ROW (cs_score_product_row_get_type ())
G_DECLARE_FINAL_TYPE (CsScoreProductRow, cs_score_product_row, CS, SCORE_PRODUCT_ROW, AdwBin)

GtkWidget *cs_score_product_row_new (void);

/* @place: (nullable): of the member who scores; NULL when it cannot be told */
void cs_score_product_row_show (CsScoreProductRow *self,
                                CsDossierItem *item,
                                const CsOwnSheet *place,
                                gboolean closed);

G_END_DECLS
