/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A popover to pick one of many by typing a part of its name; accents need not be typed.
 * GtkDropDown's own search in GTK 4.8 finds only beginnings and wants every accent. */

#define CS_TYPE_CHOOSER (cs_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CsChooser, cs_chooser, CS, CHOOSER, GtkPopover)

/**
 * CsChooser::chosen:
 * @id: of the choice
 *
 * A person picked a choice; setting it by cs_chooser_set_chosen() is not told.
 */

GtkWidget *cs_chooser_new (void);

/* Takes all choices away. */
void cs_chooser_clear (CsChooser *self);

/**
 * cs_chooser_add:
 * @detail: (nullable): a second line in small type
 * @level: how far the line stands in
 */
void cs_chooser_add (CsChooser *self, const char *id, const char *title, const char *detail, guint level);

/* @id: (nullable): the choice that bears the tick. */
void cs_chooser_set_chosen (CsChooser *self, const char *id);

/* Returns: (transfer none) (nullable): id of the choice with the tick. */
const char *cs_chooser_get_chosen (CsChooser *self);

/* What a click on @id does. Returns: whether there is such a choice. */
gboolean cs_chooser_choose (CsChooser *self, const char *id);

/* What typing @words into its field shows. Returns: how many choices. */
guint cs_chooser_search (CsChooser *self, const char *words);

G_END_DECLS
