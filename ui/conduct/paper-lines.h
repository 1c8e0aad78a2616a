/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/form.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A form to type a sheet from paper into: one small field a criterion, in printed order, for the number of
 * the option; beside it what that option is and gives. Enter and Down go on, Up goes back. A number that the
 * criterion does not have is told at once. */

#define CS_TYPE_PAPER_LINES (cs_paper_lines_get_type ())
G_DECLARE_FINAL_TYPE (CsPaperLines, cs_paper_lines, CS, PAPER_LINES, AdwBin)

/**
 * CsPaperLines::changed:
 * Something was typed.
 *
 * CsPaperLines::finished:
 * Enter was pressed in the last line.
 */

GtkWidget *cs_paper_lines_new (void);

/* Builds the lines; @form must outlive the widget. */
void cs_paper_lines_set_form (CsPaperLines *self, const CsForm *form);

/* Returns: (transfer none) (array): one choice a question, CS_CHOICE_OPEN where nothing or something wrong
 * stands. */
const int *cs_paper_lines_get_choices (CsPaperLines *self);

/* Returns: whether nothing at all was typed. */
gboolean cs_paper_lines_is_empty (CsPaperLines *self);

/* Returns: index of the first question without a choice, or -1. */
int cs_paper_lines_first_open (CsPaperLines *self);

/* Puts the cursor into the line of @question. */
void cs_paper_lines_go_to (CsPaperLines *self, guint question);

/* Empties every line. */
void cs_paper_lines_clear (CsPaperLines *self);

G_END_DECLS
