/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A popover to pick one of many by typing a part of its name: units, forms. Accents need not be typed. GtkDropDown's
 * own search in GTK 4.8 finds only beginnings and wants every accent. */

#define CS_TYPE_CHOOSER (cs_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CsChooser, cs_chooser, CS, CHOOSER, GtkPopover)

/**
 * CsChooser::chosen:
 * @id: of the choice
 *
 * A person picked a choice. Setting it by cs_chooser_set_chosen() is not told.
 */

GtkWidget *cs_chooser_new (void);

/* Takes all choices away. */
void cs_chooser_clear (CsChooser *self);

/**
 * cs_chooser_add:
 * @detail: (nullable): a second line in small type
 * @level: 0, or how far the line stands in
 */
void
cs_chooser_add (CsChooser *self, const char *id, const char *title, const char *detail, guint level);

/* @id: (nullable): the choice that bears the tick. */
void cs_chooser_set_chosen (CsChooser *self, const char *id);

/* Returns: (transfer none) (nullable): id of the choice with the tick. */
const char *cs_chooser_get_chosen (CsChooser *self);

/* Returns: (transfer none) (nullable): title of @id. */
const char *cs_chooser_get_title (CsChooser *self, const char *id);

/* The field to type in, so that a page can keep it visible by itself; and the list. For tests. */
GtkWidget *cs_chooser_get_search (CsChooser *self);

/* What a click on @id does. Returns: whether there is such a choice. */
gboolean cs_chooser_choose (CsChooser *self, const char *id);

/**
 * cs_chooser_add_units:
 * @root: code of the unit to begin with; it and everything below it are added
 */
struct _CsUnitSetTag;

G_END_DECLS
