/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for the decision that recognises a closed product, and its certificate. */
#define CS_TYPE_RECOGNISE_DIALOG (cs_recognise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsRecogniseDialog, cs_recognise_dialog, CS, RECOGNISE_DIALOG, AdwWindow)

/**
 * cs_recognise_dialog_present:
 * @from: any widget of the window that asks
 * @result: a closed product that may be recognised; read here, not kept
 */
void cs_recognise_dialog_present (GtkWidget *from, CsStore *store, const CsResult *result);

G_END_DECLS
