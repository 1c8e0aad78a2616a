/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/chooser.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that shows one choice of many below its title; the whole row opens the list to pick another one from.
 * The title is set as that of any row. */

#define CS_TYPE_CHOICE_ROW (cs_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (CsChoiceRow, cs_choice_row, CS, CHOICE_ROW, AdwActionRow)

/**
 * CsChoiceRow::chosen:
 * @id: of the choice that a person picked
 */

GtkWidget *cs_choice_row_new (void);

/* Returns: (transfer none): the list; what is to be chosen from is added to it. */
CsChooser *cs_choice_row_get_chooser (CsChoiceRow *self);

/* @id: (nullable); @shown: what is to be read in the row. */
void cs_choice_row_set_chosen (CsChoiceRow *self, const char *id, const char *shown);

/* @problem: (nullable): what is wrong with the choice; shown in its place. */
void cs_choice_row_set_problem (CsChoiceRow *self, const char *problem);

G_END_DECLS
