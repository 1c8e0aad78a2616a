/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/form.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A form to type a sheet from paper into: one small field a criterion, in printed order, for the number of
 * the option; beside it what that option is and gives. Enter and Down go on, Up goes back. A number that the
 * criterion does not have is told at once. */

#define CS_TYPE_SHEET_TYPING_LINES (cs_sheet_typing_lines_get_type ())
G_DECLARE_FINAL_TYPE (CsSheetTypingLines, cs_sheet_typing_lines, CS, SHEET_TYPING_LINES, AdwBin)

/**
 * CsSheetTypingLines::changed:
 * Something was typed.
 *
 * CsSheetTypingLines::finished:
 * Enter was pressed in the last line.
 */

GtkWidget *cs_sheet_typing_lines_new (void);

/* Builds the lines; @form must outlive the widget. */
void cs_sheet_typing_lines_set_form (CsSheetTypingLines *self, const CsForm *form);

/* Returns: (transfer none) (array): one choice a question, CS_CHOICE_OPEN where nothing or something wrong
 * stands. */
const int *cs_sheet_typing_lines_get_choices (CsSheetTypingLines *self);

/* Returns: whether nothing at all was typed. */
gboolean cs_sheet_typing_lines_is_empty (CsSheetTypingLines *self);

/* Returns: index of the first question without a choice, or -1. */
int cs_sheet_typing_lines_first_open (CsSheetTypingLines *self);

/* Puts the cursor into the line of @question. */
void cs_sheet_typing_lines_go_to (CsSheetTypingLines *self, guint question);

/* Empties every line. */
void cs_sheet_typing_lines_clear (CsSheetTypingLines *self);

G_END_DECLS
