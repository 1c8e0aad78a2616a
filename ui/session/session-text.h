/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "service/book/store.h"
#include "summary/result.h"

G_BEGIN_DECLS

/* What the page of sessions and the projector say. Nothing here knows a score of a product that is not
 * closed. */

const char *cs_session_text_state (CsSessionState state);

/* Returns: (transfer full): "Council of Thành phố Trà Vinh". */
char *cs_session_text_council (const CsUnitSet *units, const CsCouncil *council);

/* Returns: (transfer full): "Session 2, Council of …". */
char *cs_session_text_title (const CsUnitSet *units, const CsCouncil *council, const CsSession *session);

/* Returns: (transfer full): "31/05/2024, Hội trường". */
char *cs_session_text_when (const CsSession *session);

/* Returns: (transfer full): "5 of 7 there, 6 needed: not enough". */
char *cs_session_text_quorum (const CsQuorum *quorum, CsSessionState state);

/* Returns: (nullable): who must be there and is not. */
const char *cs_session_text_leader (const CsQuorum *quorum, const CsCouncilRules *rules);

/* Returns: (transfer full): "08:05–09:30, 10:00–"; "" for who never came. */
char *cs_session_text_stays (const CsSession *session, const char *member);

/**
 * cs_session_text_state_of:
 * @reason: (out) (transfer none): of a recusal or absence, ""
 *
 * Returns: how @member stands to an open product: who has no sheet and is known not to come is absent, though
 * the product is not closed yet.
 */
CsMemberState
cs_session_text_state_of (const CsSession *session, const CsMemberResult *member, const char **reason);

/* Returns: (transfer full): how far the sheets of an open product are; "" of a closed one. */
char *cs_session_text_sheets (const CsSession *session, const CsResult *result);

/* Returns: how many sheets one still waits for. */
guint cs_session_text_n_missing (const CsSession *session, const CsResult *result);

/**
 * cs_session_text_apart:
 * Returns: (transfer full): who should talk about which criteria, without a score and without telling who
 * gave more
 */
char *cs_session_text_apart (const CsResult *result);

/* How a member stands to a product. */
const char *cs_session_text_member_icon (CsMemberState state);

/* Icon for how far a product is. */
const char *cs_session_text_status_icon (CsResultStatus status);

G_END_DECLS
