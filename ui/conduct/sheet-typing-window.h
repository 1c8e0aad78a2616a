/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A member's sheet that was filled on paper is typed in by one person and checked by another. It is stored
 * only when the options come to the paper's total; what is refused loses nothing of what was typed. After one
 * sheet the window waits for the next of the same product. */

#define CS_TYPE_SHEET_TYPING_WINDOW (cs_sheet_typing_window_get_type ())
G_DECLARE_FINAL_TYPE (CsSheetTypingWindow, cs_sheet_typing_window, CS, SHEET_TYPING_WINDOW, AdwWindow)

/**
 * cs_sheet_typing_window_present:
 * @from: any widget of the window that asks
 * @key: an open product in a round
 * @member: (nullable): whose sheet, when it can be typed
 *
 * Says so and shows nothing when no member's sheet can be typed.
 */
void cs_sheet_typing_window_present (GtkWidget *from, CsStore *store, CsDossierKey key, const char *member);

G_END_DECLS
