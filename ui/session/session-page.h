/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A session of a council: agenda, the product in discussion, who is in the room, and the projector. */

#define CS_TYPE_SESSION_PAGE (cs_session_page_get_type ())
G_DECLARE_FINAL_TYPE (CsSessionPage, cs_session_page, CS, SESSION_PAGE, AdwBin)

GtkWidget *cs_session_page_new (void);

/* @store: (nullable): NULL when no book is open */
void cs_session_page_set_store (CsSessionPage *self, CsStore *store);

/* @round: (nullable): id; NULL shows the sessions of all rounds */
void cs_session_page_set_round (CsSessionPage *self, const char *round);

/* Opens the projector's window, or closes it. Returns: FALSE when there is no session to show. */
gboolean cs_session_page_toggle_projector (CsSessionPage *self);

/* Returns: (transfer none) (nullable): the projector's window while it is open. */
GtkWidget *cs_session_page_get_projector (CsSessionPage *self);

G_END_DECLS
