/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "rules/quorum.h"

G_BEGIN_DECLS

/* Who is in the room, and whether that is enough. A stay holds from the second of coming up to, and without,
 * the second of leaving; who stayed to the end is there at the moment of closing, and nobody after it. So the
 * answer for a session is that of now while it is open, and that of its closed_at for ever after. */

/* Returns: (transfer container) (element-type CsMember): who is there at @moment, in the council's order,
 * also the secretary. They are owned by @council. */
GPtrArray *cs_attendance_at (const CsSession *session, const CsCouncil *council, const char *moment);

/**
 * cs_attendance_quorum:
 * @council: with the rules that hold for the session
 *
 * Over the members who sat at @moment: for now those of cs_member_sits(). A seat that changes hands later
 * changes nothing of what was.
 */
CsQuorum cs_attendance_quorum (const CsSession *session, const CsCouncil *council, const char *moment);

/* A moment at which the quorum was reached or lost. */
typedef struct
{
  const char *moment; /* (not owned): of session or council */
  CsQuorum quorum;    /* from this moment on */
} CsAttendanceChange;

/* Returns: (transfer full) (element-type CsAttendanceChange): by time; the first, if any, is the one that
 * reached it. It is lost with whoever leaves, not by the end of the session. */
GArray *cs_attendance_changes (const CsSession *session, const CsCouncil *council);

G_END_DECLS
