/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A strip below the header that says what is wrong with the book and what to do; it stays until it is closed
 * or the cause is gone. */

#define CS_TYPE_NOTICE_BAR (cs_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (CsNoticeBar, cs_notice_bar, CS, NOTICE_BAR, AdwBin)

GtkWidget *cs_notice_bar_new (void);

/* @text: (nullable): NULL takes the strip away. */
void cs_notice_bar_set_text (CsNoticeBar *self, const char *text);

/* Gives the strip a button that activates @action, "score.recuse"; NULL for both takes it away. */
void cs_notice_bar_set_action (CsNoticeBar *self, const char *label, const char *action);

/* Returns: (nullable): what is shown. */
const char *cs_notice_bar_get_text (CsNoticeBar *self);

G_END_DECLS
