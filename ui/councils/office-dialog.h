/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Letterhead, signature, recipients and number series of a council's papers. */

#define CS_TYPE_OFFICE_DIALOG (cs_office_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsOfficeDialog, cs_office_dialog, CS, OFFICE_DIALOG, AdwWindow)

/* @council: UUID */
void cs_office_dialog_present (GtkWidget *from, CsStore *store, const char *council);

G_END_DECLS
