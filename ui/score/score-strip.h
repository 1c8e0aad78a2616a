/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/regulation.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All criteria as small squares: open, answered, below a minimum. A click jumps there. */

#define CS_TYPE_SCORE_STRIP (cs_score_strip_get_type ())
G_DECLARE_FINAL_TYPE (CsScoreStrip, cs_score_strip, CS, SCORE_STRIP, AdwBin)

/**
 * CsScoreStrip::jump:
 * @question: (as guint)
 */

GtkWidget *cs_score_strip_new (void);

/* @form: (nullable) */
void cs_score_strip_set_form (CsScoreStrip *self, const CsForm *form);
void cs_score_strip_set_choices (CsScoreStrip *self, const int *choices);

G_END_DECLS
