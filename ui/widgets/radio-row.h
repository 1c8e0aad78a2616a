/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a list from which one is chosen; the whole row is the target. */

#define CS_TYPE_RADIO_ROW (cs_radio_row_get_type ())
G_DECLARE_FINAL_TYPE (CsRadioRow, cs_radio_row, CS, RADIO_ROW, AdwActionRow)

/**
 * CsRadioRow::chosen:
 * The row became the chosen one of its group.
 */

/**
 * cs_radio_row_new:
 * @value: what the row stands for; must outlive it
 * @subtitle: (nullable)
 * @group: (nullable): a row of the same group
 */
GtkWidget *cs_radio_row_new (gconstpointer value, const char *title, const char *subtitle, GtkWidget *group);

gconstpointer cs_radio_row_get_value (CsRadioRow *self);

/* Does nothing when it is chosen already; else emits CsRadioRow::chosen. */
void cs_radio_row_choose (CsRadioRow *self);

gboolean cs_radio_row_is_chosen (CsRadioRow *self);

G_END_DECLS
