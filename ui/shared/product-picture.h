/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The picture of a product: the first image among the files of its papers, else a calm placeholder. */

#define CS_TYPE_PRODUCT_PICTURE (cs_product_picture_get_type ())
G_DECLARE_FINAL_TYPE (CsProductPicture, cs_product_picture, CS, PRODUCT_PICTURE, AdwBin)

GtkWidget *cs_product_picture_new (void);

/* Returns: (transfer none) (nullable): which of @papers (element-type CsEvidence) (nullable) shows the
 * product.
 */
const CsEvidence *cs_product_picture_choose (const GPtrArray *papers);

/**
 * cs_product_picture_show:
 * @dossier: row, 0 for none
 * @height: pixels the image is shown at; the file may be much larger
 */
void cs_product_picture_show (CsProductPicture *self, CsStore *store, gint64 dossier, int height);

G_END_DECLS
