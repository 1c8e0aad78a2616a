/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* PINs of members: setting one's own, and what the secretary does. The dialog does it and tells; whoever
 * shows PINs hears of it by the store's CS_CHANGE_SITTER. */

#define CS_TYPE_PIN_DIALOG (cs_pin_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsPinDialog, cs_pin_dialog, CS, PIN_DIALOG, AdwWindow)

/* Sets the first PIN of a member, or another one for who gives the present one. */
void cs_pin_dialog_present_set (GtkWidget *from, CsStore *store, const CsMember *member);

/* Takes the member's PIN away, by the secretary (see cs_pins_list_keepers()). */
void cs_pin_dialog_present_reset (GtkWidget *from, CsStore *store, const CsMember *member);

/* Asks for PINs no longer: by the secretary's PIN, or at once where no secretary has one. */
void cs_pin_dialog_present_off (GtkWidget *from, CsStore *store);

G_END_DECLS
