/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "rules/quorum.h"
#include "service/store.h"
#include "summary/result.h"

G_BEGIN_DECLS

/* What is read of one session: itself, its council, and as far as somebody asks, the products of its agenda.
 * The parts of the page and the projector all look at the same one. It does not listen to the book: the page
 * says when to read again. */

#define CS_TYPE_SESSION_SCENE (cs_session_scene_get_type ())
G_DECLARE_FINAL_TYPE (CsSessionScene, cs_session_scene, CS, SESSION_SCENE, GObject)

/**
 * CsSessionScene::changed:
 * Everything may be another; what was lent before is gone.
 */

CsSessionScene *cs_session_scene_new (void);

/* Shows the session of this number; @store NULL for none. */
void
cs_session_scene_show (CsSessionScene *self, CsStore *store, const char *council, const char *round, int no);

/* Reads again what @changes (of CsChange) may have touched. */
void cs_session_scene_reload (CsSessionScene *self, guint changes);

CsStore *cs_session_scene_get_store (CsSessionScene *self);           /* (nullable) */
const CsSession *cs_session_scene_get_session (CsSessionScene *self); /* (nullable) */
const CsCouncil *cs_session_scene_get_council (CsSessionScene *self); /* (nullable) */

/* Returns: (transfer none) (nullable): how far the product on the agenda is; NULL also when it cannot be
 * read. */
const CsResult *cs_session_scene_get_result (CsSessionScene *self, gint64 evaluation);

/* Returns: who is there now, or was when the session was closed. */
CsQuorum cs_session_scene_get_quorum (CsSessionScene *self);

gboolean cs_session_scene_is_open (CsSessionScene *self);
gboolean cs_session_scene_is_frozen (CsSessionScene *self); /* closed, or none */

G_END_DECLS
