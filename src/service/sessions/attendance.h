/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Who is in the room, from when to when. */

/* How long before its opening in the book a session may have begun, as far as attendance goes. */
#define CS_SESSIONS_EARLIEST_HOURS 12

/* Moments of attendance are those of base/moment.h, not in the future, and not earlier than that:
 * CS_ERROR_INVALID. @member is a UUID; CS_ERROR_NOT_FOUND for that of
 * nobody in the council of the session. */

/* A member of the council comes to the open session; the secretary too. @at: (nullable): NULL for now. An
 * absence that was noted is taken back. CS_ERROR_CONFLICT when the member is there at that time already,
 * CS_ERROR_FORBIDDEN for who has left the council. */
gboolean cs_sessions_arrive (
    CsStore *store, const CsSession *session, const char *member, const char *at, GError **error);

/* A member who is there leaves. CS_ERROR_INVALID for who is not there, or came later than @at. */
gboolean cs_sessions_leave (
    CsStore *store, const CsSession *session, const char *member, const char *at, GError **error);

/* A whole stay at once, for who notes it afterwards; as the two above. */
gboolean cs_sessions_stay (CsStore *store,
                           const CsSession *session,
                           const char *member,
                           const char *came_at,
                           const char *left_at,
                           GError **error);

/* Why a member does not come, also before the session is opened; said again, the new reason holds.
 * CS_ERROR_CONFLICT for who was there. */
gboolean cs_sessions_absent (
    CsStore *store, const CsSession *session, const char *member, const char *reason, GError **error);

/* Another time for a stay that was noted wrongly. @stay: as it was shown. @left_at: (nullable): NULL when the
 * member is still there. */
gboolean cs_sessions_correct_attendance (CsStore *store,
                                         const CsSession *session,
                                         const CsAttendance *stay,
                                         const char *came_at,
                                         const char *left_at,
                                         GError **error);

/* Takes a stay or an absence back that never was. @attendance: as it was shown. */
gboolean cs_sessions_remove_attendance (CsStore *store,
                                        const CsSession *session,
                                        const CsAttendance *attendance,
                                        GError **error);

G_END_DECLS
