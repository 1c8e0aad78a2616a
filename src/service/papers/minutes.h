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

/**
 * cs_minutes_give_number:
 * @kind: (nullable): letters of the kind of paper, CsTemplate.symbol; CS_ERROR_INVALID without any
 *
 * Gives the minutes of a session that was held the next number of the council's series. CS_ERROR_FORBIDDEN
 * while the session is not closed: a draft has no number.
 *
 * Returns: (transfer full): the number as it is written
 */
char *cs_minutes_give_number (CsStore *store, const CsSession *session, const char *kind, GError **error);

G_END_DECLS
