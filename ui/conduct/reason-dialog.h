/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for the reason of something that goes into the book for ever, and perhaps for one choice with it: who
 * decides, how far it reaches, which product. What is refused is told in the dialog, and what was typed
 * stays.
 */

#define CS_TYPE_REASON_DIALOG (cs_reason_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CsReasonDialog, cs_reason_dialog, CS, REASON_DIALOG, AdwWindow)

/**
 * CsReasonDo:
 * @reason: without outer white space, never blank
 * @choice: (nullable): id of the choice
 *
 * Does what the dialog asks for; FALSE with @error keeps the dialog open.
 */
typedef gboolean (*CsReasonDo) (const char *reason, const char *choice, gpointer data, GError **error);

/**
 * cs_reason_dialog_new:
 * @body: what it means
 * @verb: label of the button, with mnemonic
 */
CsReasonDialog *cs_reason_dialog_new (CsStore *store, const char *title, const char *body, const char *verb);

/* What is asked for, when it is not called a reason: the decision by which a member leaves. */
void cs_reason_dialog_set_label (CsReasonDialog *self, const char *label);

/* Adds a choice below the heading @group; the first one decides on the heading. @subtitle: (nullable). */
void cs_reason_dialog_add_choice (
    CsReasonDialog *self, const char *group, const char *id, const char *title, const char *subtitle);

/* Chooses beforehand. */
void cs_reason_dialog_choose (CsReasonDialog *self, const char *id);

/* Offers the chair and the vice-chair of @council, chosen is the first of them. */
void cs_reason_dialog_add_leaders (CsReasonDialog *self, const CsCouncil *council);

/* Shows the dialog above the window of @from. @data_free: (nullable). */
void cs_reason_dialog_present (
    CsReasonDialog *self, GtkWidget *from, CsReasonDo execute, gpointer data, GDestroyNotify data_free);

/* Types and chooses as a person would, then presses the button; for tests. Returns: whether it could be
 * pressed. */
gboolean cs_reason_dialog_answer (CsReasonDialog *self, const char *reason, const char *choice);

G_END_DECLS
