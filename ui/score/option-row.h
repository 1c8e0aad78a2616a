/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/form.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cs_option_row_new:
 * @criterion: the criterion it answers
 * @choice: option number, or CS_CHOICE_NONE for "none applies"
 *
 * A radio button as wide as the card: the key that chooses it, points in a fixed column, the text, and the
 * stars it is the least for. Group it with gtk_check_button_set_group().
 *
 * Returns: (transfer floating): a GtkCheckButton
 */
GtkWidget *cs_option_row_new (const CsCriterion *criterion, int choice);

G_END_DECLS
