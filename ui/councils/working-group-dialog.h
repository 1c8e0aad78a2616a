/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for one of the working group of a council: a new one, or what is to be corrected about one. */
#define CS_TYPE_WORKING_GROUP_DIALOG (cs_working_group_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsWorkingGroupDialog, cs_working_group_dialog, CS, WORKING_GROUP_DIALOG, AdwWindow)

/**
 * cs_working_group_dialog_present:
 * @from: any widget of the window that asks
 * @council: UUID
 * @uuid: (nullable): of whom it is about, NULL adds one
 */
void cs_working_group_dialog_present (GtkWidget *from, CsStore *store, const char *council, const char *uuid);

G_END_DECLS
