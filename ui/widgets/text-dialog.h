/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for one text, a reason or a paper, and keeps it on the screen until it was taken. */
#define CS_TYPE_TEXT_DIALOG (cs_text_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsTextDialog, cs_text_dialog, CS, TEXT_DIALOG, AdwWindow)

/* Does what the text was asked for. Returns: FALSE with @error when it cannot be; then the dialog tells it
 * and stays. */
typedef gboolean (*CsTextTaken) (const char *text, gpointer data, GError **error);

/**
 * cs_text_dialog_present:
 * @from: any widget of the window that asks
 * @about: what will happen, in a sentence or two
 * @label: what the text is
 * @verb: label of the button that goes on, with mnemonic
 * @data_free: (nullable)
 */
void cs_text_dialog_present (GtkWidget *from,
                             const char *title,
                             const char *about,
                             const char *label,
                             const char *verb,
                             CsTextTaken taken,
                             gpointer data,
                             GDestroyNotify data_free);

G_END_DECLS
