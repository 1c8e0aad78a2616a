/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Moves a product on the agenda to @position, from 0; the others close up. */
gboolean cs_sessions_move (
    CsStore *store, const CsSession *session, gint64 evaluation, guint position, GError **error);

G_END_DECLS
