/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a member who comes to a council: a further one, one who takes the seat of another, or the first of
 * a council that is founded by it. */
#define CS_TYPE_MEMBER_DIALOG (cs_member_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsMemberDialog, cs_member_dialog, CS, MEMBER_DIALOG, AdwWindow)

/**
 * CsMemberDialog::added:
 * @council: key of the council that the member belongs to now
 */

/**
 * cs_member_dialog_present:
 * @from: any widget of the window that asks
 * @council: (nullable): key; NULL founds a council, whose level and unit are asked for
 * @replaces: (nullable): key of the member whose seat is taken
 *
 * Returns: (transfer none): the dialog, shown
 */
CsMemberDialog *
cs_member_dialog_present (GtkWidget *from, CsStore *store, const char *council, const char *replaces);

G_END_DECLS
