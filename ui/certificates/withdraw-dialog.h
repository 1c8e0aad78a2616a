/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/register.h"
#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks on which ground and when a recognition was withdrawn. */
#define CS_TYPE_WITHDRAW_DIALOG (cs_withdraw_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsWithdrawDialog, cs_withdraw_dialog, CS, WITHDRAW_DIALOG, AdwWindow)

/**
 * cs_withdraw_dialog_present:
 * @from: any widget of the window that asks
 * @recognition: (transfer full)
 */
void cs_withdraw_dialog_present (GtkWidget *from, CsStore *store, CsRecognition *recognition);

G_END_DECLS
