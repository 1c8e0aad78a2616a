/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "rules/quorum.h"
#include "service/book/store.h"
#include "summary/result.h"

G_BEGIN_DECLS

/* What is read of one session: itself, its council, and as far as somebody asks, the products of its agenda.
 * The parts of the page and the projector all look at the same one. It does not listen to the book: the page
 * says when to read again. */

#define CS_TYPE_SESSION_MODEL (cs_session_model_get_type ())
G_DECLARE_FINAL_TYPE (CsSessionModel, cs_session_model, CS, SESSION_MODEL, GObject)

/**
 * CsSessionModel::changed:
 * Everything may be another; what was lent before is gone.
 */

CsSessionModel *cs_session_model_new (void);

/* Shows the session of this number; @store NULL for none. */
void cs_session_model_show (CsSessionModel *self, CsStore *store, const char *uuid);

/* Reads again what @changes (of CsChange) may have touched. */
void cs_session_model_reload (CsSessionModel *self, const CsChangeSet *changes);

CsStore *cs_session_model_get_store (CsSessionModel *self);           /* (nullable) */
const CsSession *cs_session_model_get_session (CsSessionModel *self); /* (nullable) */
const CsCouncil *cs_session_model_get_council (CsSessionModel *self); /* (nullable) */

/* Returns: (transfer none) (nullable): how far the product on the agenda is; NULL also when it cannot be
 * read. */
const CsResult *cs_session_model_get_result (CsSessionModel *self, gint64 evaluation);

/* Returns: who is there now, or was when the session was closed. */
CsQuorum cs_session_model_get_quorum (CsSessionModel *self);

gboolean cs_session_model_is_open (CsSessionModel *self);
gboolean cs_session_model_is_frozen (CsSessionModel *self); /* closed, or none */

G_END_DECLS
