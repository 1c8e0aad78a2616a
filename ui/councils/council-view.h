/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One council: founding decision, members, recusals, working group, working rules. A value is written when
 * its row is left or Enter is pressed, a choice at once; what could not be written stays visible, also when
 * another council was looked at meanwhile. */

#define CS_TYPE_COUNCIL_VIEW (cs_council_view_get_type ())
G_DECLARE_FINAL_TYPE (CsCouncilView, cs_council_view, CS, COUNCIL_VIEW, AdwBin)

GtkWidget *cs_council_view_new (void);

/* @store: (nullable): what was typed for the old one is written first, or lost with it. */
void cs_council_view_set_store (CsCouncilView *self, CsStore *store);

/* Shows the council @key (nullable), NULL shows nothing. Returns: FALSE when it is not in the book. */
gboolean cs_council_view_show (CsCouncilView *self, const char *key);

/* Reads the council again; what is being typed stays. */
void cs_council_view_refresh (CsCouncilView *self);

/* Writes what is typed. Returns: whether nothing is left unsaved. */
gboolean cs_council_view_flush (CsCouncilView *self);

/* Puts the keyboard on the first row of the council. */
void cs_council_view_focus (CsCouncilView *self);

G_END_DECLS
