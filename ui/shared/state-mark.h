/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/closing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a member stands to a product, as a small picture: a ring for a sheet that is expected, filled as far as
 * the sheet is, ticked when it is submitted; every kind of nothing has a shape of its own, so that they are
 * told apart without colour. It is never alone: the word stands beside it, and screen readers read that. */

#define CS_TYPE_STATE_MARK (cs_state_mark_get_type ())
G_DECLARE_FINAL_TYPE (CsStateMark, cs_state_mark, CS, STATE_MARK, GtkWidget)

/**
 * CsStateMark:size:
 * Width and height in pixels.
 */

GtkWidget *cs_state_mark_new (guint size);

/* @done of @all: how far a sheet that was begun is; 0 of 0 when that is not to be told. */
void cs_state_mark_set (CsStateMark *self, CsMemberState state, guint done, guint all);

CsMemberState cs_state_mark_get_state (CsStateMark *self);

G_END_DECLS
