/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/register.h"
#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a brand that was built in the year and adds it to the book, or changes one. */
#define CS_TYPE_TRADEMARK_DIALOG (cs_trademark_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsTrademarkDialog, cs_trademark_dialog, CS, TRADEMARK_DIALOG, AdwWindow)

/* @from: any widget of the window that asks; @trademark: (nullable): the one to change. */
void cs_trademark_dialog_present (GtkWidget *from, CsStore *store, const CsTrademark *trademark);

G_END_DECLS
