/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The page of dossiers: the list that can be searched, filtered and sorted, beside it (on a narrow window
 * instead of it) the dossier that is open.
 *
 * Activates win.score, win.show-result (s: code) and win.undo-delete (x: id of a dossier), which the window
 * provides. */

#define CS_TYPE_DOSSIERS_PAGE (cs_dossiers_page_get_type ())
G_DECLARE_FINAL_TYPE (CsDossiersPage, cs_dossiers_page, CS, DOSSIERS_PAGE, AdwBin)

GtkWidget *cs_dossiers_page_new (void);

/* @store: (nullable): the book shown; none shows an empty page. */
void cs_dossiers_page_set_store (CsDossiersPage *self, CsStore *store);

/* @round: (nullable): only the dossiers of this round; NULL shows those of all. */
void cs_dossiers_page_set_round (CsDossiersPage *self, const char *round);

/* Leaves of the list what was filed in @unit and below it, whatever was filtered before. */
void cs_dossiers_page_show_unit (CsDossiersPage *self, const char *unit);

/* Opens the dossier with @code, in the round shown if it is in that. Tells when there is none. */
void cs_dossiers_page_open (CsDossiersPage *self, const char *code);

/* Puts the cursor into the search. */
void cs_dossiers_page_focus_search (CsDossiersPage *self);

/* Opens the assistant for a new dossier, with what was typed before and not finished. */
void cs_dossiers_page_new_dossier (CsDossiersPage *self);

G_END_DECLS
