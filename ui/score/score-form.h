/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sheet.h"
#include "model/regulation.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The scoring form of one regulation as cards under headings, with its keys: digits choose, Up and Down move,
 * Enter goes to the next open criterion, N writes a note, E opens the evidence. It shows a sheet and tells
 * what a person wants; storing is the page's. */

#define CS_TYPE_SCORE_FORM (cs_score_form_get_type ())
G_DECLARE_FINAL_TYPE (CsScoreForm, cs_score_form, CS, SCORE_FORM, AdwBin)

/**
 * CsScoreForm::chosen:
 * @question: (as guint)
 * @choice: (as int)
 *
 * CsScoreForm::noted:
 * @question: (as guint)
 * @note: text
 * Returns: whether it was stored; what was refused stays in its field
 *
 * CsScoreForm::typing:
 * @question: (as guint)
 * @text: (nullable): what stands in the note's field and is not left yet; NULL: what is stored again
 *
 * CsScoreForm::paper:
 * @id: (as gint64): row of the paper to open
 */

GtkWidget *cs_score_form_new (void);

/* Builds the cards, unless @form is already shown. Both must outlive the widget or be replaced; NULL empties
 * it. */
void cs_score_form_set_form (CsScoreForm *self, const CsRegulation *regulation, const CsForm *form);

/* A note that is being typed is told now: to be asked before the form is for another sheet. */
void cs_score_form_store_notes (CsScoreForm *self);

/* Shows a whole sheet. */
void cs_score_form_set_sheet (CsScoreForm *self, const CsSheet *sheet);

/* Shows one answer again, for example after undo or a refused command. */
void cs_score_form_set_answer (CsScoreForm *self, guint question, int choice, const char *note);
void cs_score_form_set_evidence (CsScoreForm *self, const GPtrArray *papers);

/* Points of the sections, under their titles. */
void cs_score_form_show_points (CsScoreForm *self, const int *choices);

/* Makes @question the current one and scrolls it to the place where the eye is. */
void cs_score_form_go_to (CsScoreForm *self, guint question);
guint cs_score_form_get_current (CsScoreForm *self);

G_END_DECLS
