/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for other working rules of a council whose rules are frozen, and why they change. */
#define CS_TYPE_RULES_DIALOG (cs_rules_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsRulesDialog, cs_rules_dialog, CS, RULES_DIALOG, AdwWindow)

/* @from: any widget of the window that asks; @council: UUID. */
void cs_rules_dialog_present (GtkWidget *from, CsStore *store, const char *council);

G_END_DECLS
