/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Plans a session: council, round, day and place. Everything that is not closed comes on its agenda. */

#define CS_TYPE_SESSION_DIALOG (cs_session_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsSessionDialog, cs_session_dialog, CS, SESSION_DIALOG, AdwWindow)

/**
 * CsSessionDialog::added:
 * @session: (type gpointer): the CsSession that was planned
 */

/* @round: (nullable): the one proposed. Returns: (transfer none): the window, shown already. */
GtkWidget *cs_session_dialog_present (GtkWidget *from, CsStore *store, const char *round);

G_END_DECLS
