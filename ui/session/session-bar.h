/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The head of the page of sessions: which one, when and where, and what can be done with it as a whole. */

#define CS_TYPE_SESSION_BAR (cs_session_bar_get_type ())
G_DECLARE_FINAL_TYPE (CsSessionBar, cs_session_bar, CS, SESSION_BAR, AdwBin)

/**
 * CsSessionBar::chosen:
 * @position: of the session in the list that cs_session_bar_set_sessions() gave
 */

void cs_session_bar_set_scene (CsSessionBar *self, CsSessionModel *scene);

/* @sessions: (element-type CsSession), @councils: (element-type CsCouncil): theirs */
void cs_session_bar_set_sessions (CsSessionBar *self,
                                  CsStore *store,
                                  const GPtrArray *sessions,
                                  const GPtrArray *councils);

G_END_DECLS
