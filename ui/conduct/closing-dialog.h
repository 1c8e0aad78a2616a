/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Closes a product: shows what is settled and what is not, takes the reasons that go into the minutes, and
 * tells what it means. No point is seen before. */

#define CS_TYPE_CLOSING_DIALOG (cs_closing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsClosingDialog, cs_closing_dialog, CS, CLOSING_DIALOG, AdwWindow)

/**
 * cs_closing_dialog_present:
 * @from: any widget of the window concerned
 * @result: an open product; read here, not kept
 */
void cs_closing_dialog_present (GtkWidget *from, CsStore *store, const CsResult *result);

G_END_DECLS
