/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks which member has no part in which product or producer, and why. */
#define CS_TYPE_RECUSAL_DIALOG (cs_recusal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsRecusalDialog, cs_recusal_dialog, CS, RECUSAL_DIALOG, AdwWindow)

/**
 * cs_recusal_dialog_present:
 * @from: any widget of the window that asks
 * @council: UUID
 * @member: (nullable): UUID of the member proposed
 * @product: (nullable): code of the product proposed; then everything of its producer is proposed
 */
void cs_recusal_dialog_present (
    GtkWidget *from, CsStore *store, const char *council, const char *member, const char *product);

G_END_DECLS
