/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/regulation.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One criterion of the scoring form: number and title, help, its options, its papers beside it, a note. */

#define CS_TYPE_CRITERION_CARD (cs_criterion_card_get_type ())
G_DECLARE_FINAL_TYPE (CsCriterionCard, cs_criterion_card, CS, CRITERION_CARD, AdwBin)

/**
 * CsCriterionCard::chosen:
 * @choice: option number or CS_CHOICE_NONE: a person chose it; the card already shows it
 *
 * CsCriterionCard::noted:
 * @note: text of the note, when its field is left
 * Returns: whether it was stored; what was refused stays in the field
 *
 * CsCriterionCard::typing:
 * @text: (nullable): what is being typed, every two seconds; NULL: what is stored again
 *
 * CsCriterionCard::paper:
 * @id: (as gint64): row of the paper to open
 */

/* @question: its index among the form's questions. */
GtkWidget *cs_criterion_card_new (const CsCriterion *criterion, guint question);

guint cs_criterion_card_get_question (CsCriterionCard *self);

/* Shows a stored choice (CS_CHOICE_OPEN: none) and note without telling it as chosen. */
void cs_criterion_card_set_answer (CsCriterionCard *self, int choice, const char *note);
int cs_criterion_card_get_choice (CsCriterionCard *self);

/* Chooses as a person would by a key. Returns: FALSE when the criterion does not offer it. */
gboolean cs_criterion_card_choose (CsCriterionCard *self, int choice);

/* A note that is being typed is told now, before the card is for something else. */
void cs_criterion_card_store_note (CsCriterionCard *self);

/* A sealed sheet shows its choices and takes none. */
void cs_criterion_card_set_sealed (CsCriterionCard *self, gboolean sealed);

/* @papers: (element-type CsEvidence): of the dossier; those of the criterion's kinds are shown. */
void cs_criterion_card_set_evidence (CsCriterionCard *self,
                                     const CsRegulation *regulation,
                                     const GPtrArray *papers);

/* Opens the first paper, if there is one. Returns: whether there was. */
gboolean cs_criterion_card_open_evidence (CsCriterionCard *self);

/* Shows the note's field and puts the cursor there. */
void cs_criterion_card_edit_note (CsCriterionCard *self);

/* Marks the card as the one that keys speak to. */
void cs_criterion_card_set_current (CsCriterionCard *self, gboolean current);

G_END_DECLS
