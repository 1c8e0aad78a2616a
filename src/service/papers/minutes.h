/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "service/book/store.h"
#include "summary/paper/minutes.h"

G_BEGIN_DECLS

/**
 * cs_minutes_of_session:
 * @session: read again: what a caller holds may be older
 *
 * Everything the minutes of a session show; of a session that is still open as far as it is. Products that
 * are not closed tell no more than who has submitted, rehearsals nothing.
 *
 * Returns: (transfer full): CS_ERROR_FORBIDDEN for a session that was not opened yet
 */
CsMinutes *cs_minutes_of_session (CsStore *store, const CsSession *session, GError **error);

G_END_DECLS
