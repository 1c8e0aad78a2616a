/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/sheet.h"
#include "summary/result.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What stays in sight while the form scrolls: product, member, how far, points of the parts, stars with the
 * reason. It knows only the member's own sheet. */

#define CS_TYPE_SCORE_HEADER (cs_score_header_get_type ())
G_DECLARE_FINAL_TYPE (CsScoreHeader, cs_score_header, CS, SCORE_HEADER, AdwBin)

GtkWidget *cs_score_header_new (void);

void cs_score_header_set_product (CsScoreHeader *self,
                                  const CsDossier *dossier,
                                  const CsForm *form,
                                  const CsMember *member);
void cs_score_header_set_sheet (CsScoreHeader *self,
                                const CsRegulation *regulation,
                                const CsForm *form,
                                const CsCouncilRules *rules,
                                const CsSheet *sheet);

/* Shows nothing of anybody. */
void cs_score_header_clear (CsScoreHeader *self);
/* There is no sheet to show: leaves the product and the member, without any points. */
void cs_score_header_clear_sheet (CsScoreHeader *self);

/* Returns: (transfer none): the sentence shown, for tests. */
const char *cs_score_header_get_sentence (CsScoreHeader *self);

G_END_DECLS
