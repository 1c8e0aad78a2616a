/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Stands before what only one member may see: shows it to who sits here with that member's PIN, else asks for
 * the PIN. Where the book asks for no PINs it is always open.
 *
 * Within it there are the actions gate.lock and gate.change-pin. */

#define CS_TYPE_PIN_GATE (cs_pin_gate_get_type ())
G_DECLARE_FINAL_TYPE (CsPinGate, cs_pin_gate, CS, PIN_GATE, AdwBin)

/**
 * CsPinGate:content:
 * What it stands before.
 *
 * CsPinGate:asks:
 * Whether the book asks for PINs: then there is something to lock.
 */

GtkWidget *cs_pin_gate_new (void);

/**
 * cs_pin_gate_check:
 * @store: (nullable)
 * @council, @member: (nullable): whose sheets are to be shown
 *
 * To be called whenever that changes, and with CS_CHANGE_SITTER. Choosing somebody else than who sits locks.
 *
 * Returns: whether the member's sheets may be shown; when not, the PIN is asked for and the caller must not
 * leave anything of them in the content
 */
gboolean cs_pin_gate_check (CsPinGate *self, CsStore *store, CsCouncil *council, const CsMember *member);

/* Locks @store (nullable) for the window of @from: a note that is being typed is stored before, and questions
 * about what is no longer shown are withdrawn. */
void cs_pin_gate_lock (GtkWidget *from, CsStore *store);

G_END_DECLS
