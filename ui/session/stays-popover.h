/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A member's coming and leaving in a session, a line a stay, to be corrected or taken back. It reads when it
 * is shown; what cannot be written stays with the reason below. */

#define CS_TYPE_STAYS_POPOVER (cs_stays_popover_get_type ())
G_DECLARE_FINAL_TYPE (CsStaysPopover, cs_stays_popover, CS, STAYS_POPOVER, GtkPopover)

GtkWidget *cs_stays_popover_new (void);

/* @member: key */
void cs_stays_popover_set_member (CsStaysPopover *self, CsSessionScene *scene, const char *member);

G_END_DECLS
