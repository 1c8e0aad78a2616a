/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A closed product on a scale of 0 to 100 points: the bands of the stars, the mean as a line, every member's
 * total as a dot. */
#define CS_TYPE_SCORE_SCALE (cs_score_scale_get_type ())
G_DECLARE_FINAL_TYPE (CsScoreScale, cs_score_scale, CS, SCORE_SCALE, GtkWidget)

/* Shows @result, which is copied; without a verdict there is nothing to show. */
void cs_score_scale_show (CsScoreScale *self, const CsResult *result);

/* Returns: (transfer none) (nullable): what a screen reader says. */
const char *cs_score_scale_get_text (CsScoreScale *self);

G_END_DECLS
