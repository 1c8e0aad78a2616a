/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands where a member's sheets are locked: the member's name and a field for the PIN, or two to set
 * the first one. What is typed here stays here. */

#define CS_TYPE_PIN_PANEL (cs_pin_panel_get_type ())
G_DECLARE_FINAL_TYPE (CsPinPanel, cs_pin_panel, CS, PIN_PANEL, AdwBin)

GtkWidget *cs_pin_panel_new (void);

/* Asks @member, of @council, for the PIN. What is being typed stays when it is the same member as before. */
void cs_pin_panel_ask (CsPinPanel *self, CsStore *store, CsCouncil *council, const CsMember *member);

/* Asks nobody, and forgets what was typed. */
void cs_pin_panel_clear (CsPinPanel *self);

void cs_pin_panel_focus (CsPinPanel *self);

G_END_DECLS
