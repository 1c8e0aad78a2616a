/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A large button with an icon, a title and a sentence. Properties for templates: "symbol" (name of an icon),
 * "title", "text"; the action as of any button. */

#define CS_TYPE_CHOICE_CARD (cs_choice_card_get_type ())
G_DECLARE_FINAL_TYPE (CsChoiceCard, cs_choice_card, CS, CHOICE_CARD, GtkButton)

GtkWidget *cs_choice_card_new (const char *symbol, const char *title, const char *text);

G_END_DECLS
