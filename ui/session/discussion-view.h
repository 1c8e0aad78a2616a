/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The product that a session is about just now: what it is, who has handed in, whether the council must talk,
 * and what can be done. Until it is closed there is no score in it. */

#define CS_TYPE_DISCUSSION_VIEW (cs_discussion_view_get_type ())
G_DECLARE_FINAL_TYPE (CsDiscussionView, cs_discussion_view, CS, DISCUSSION_VIEW, AdwBin)

void cs_discussion_view_set_scene (CsDiscussionView *self, CsSessionModel *scene);

/* @selected: evaluation that is selected in the agenda, 0 for none: it is shown where nothing is being
 * discussed any more, and can be put into discussion where something can. */
void cs_discussion_view_set_selected (CsDiscussionView *self, gint64 selected);

G_END_DECLS
