/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks which ground for elimination was found, why and by whom, and adds it to an open product. */
#define CS_TYPE_ELIMINATION_DIALOG (cs_elimination_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsEliminationDialog, cs_elimination_dialog, CS, ELIMINATION_DIALOG, AdwWindow)

/**
 * cs_elimination_dialog_present:
 * @from: any widget of the window that asks
 * @result: an open product; read here, not kept
 */
void cs_elimination_dialog_present (GtkWidget *from, CsStore *store, const CsResult *result);

/* The same for @person, a member who only raises the ground: the council decides on it before the product is
 * closed. */
void cs_elimination_dialog_present_raise (GtkWidget *from,
                                          CsStore *store,
                                          const CsResult *result,
                                          const char *person);

G_END_DECLS
