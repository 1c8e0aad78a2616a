/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/session.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Sessions of councils: round, day, place, agenda, attendance, and what is being discussed.
 *
 * Whoever changes the session itself or its agenda gives it as it was shown: CS_ERROR_CONFLICT when it was
 * changed meanwhile. Attendance may be noted by two people at once. A closed session takes no change at all:
 * CS_ERROR_FROZEN. Every change tells CS_CHANGE_SESSIONS; names of products and members come with
 * CS_CHANGE_DOSSIERS and CS_CHANGE_COUNCILS, whether an item is closed with CS_CHANGE_EVALUATIONS. */

/* --- reading --- */

/* Returns: (transfer full) (element-type CsSession): by council, round and number.
 * @council, @round: (nullable): only those */
GPtrArray *cs_sessions_list (CsStore *store, const char *council, const char *round, GError **error);

/* Returns: (transfer full): CS_ERROR_NOT_FOUND. */
CsSession *cs_sessions_get (CsStore *store, const char *council, const char *round, int no, GError **error);

/* Returns: (transfer full): the session's council for cs_attendance_quorum(): with the rules in force now, or
 * those that were in force when the session was closed. */
CsCouncil *cs_sessions_council (CsStore *store, const CsSession *session, GError **error);

/* --- the session --- */

/* Several changes as one command, made in this order; what is left out stays as it is. */
typedef struct
{
  const char *held_on;     /* (nullable): ISO */
  const char *place;       /* (nullable) */
  const GArray *agenda;    /* (nullable) (element-type gint64): evaluations in their order */
  gboolean fill_agenda;    /* see cs_sessions_fill_agenda() */
  gboolean open;           /* see cs_sessions_open() */
  gboolean set_discussing; /* see cs_sessions_discuss() */
  gint64 discussing;       /* evaluation, 0 for none */
  gboolean close;          /* see cs_sessions_close() */
} CsSessionChange;

typedef struct
{
  const char *council;         /* key */
  const char *round;           /* id, of the council's level */
  const char *held_on;         /* (nullable): ISO, NULL: today */
  const char *place;           /* (nullable) */
  const CsSessionChange *then; /* (nullable): what happens to it at once, in the same command */
} CsNewSession;

/* Plans a session under the next number. Returns: (transfer full): it; CS_ERROR_NOT_FOUND, CS_ERROR_INVALID.
 */
CsSession *cs_sessions_add (CsStore *store, const CsNewSession *wanted, GError **error);

gboolean
cs_sessions_change (CsStore *store, const CsSession *session, const CsSessionChange *change, GError **error);
gboolean cs_sessions_set_date (CsStore *store, const CsSession *session, const char *held_on, GError **error);
gboolean cs_sessions_set_place (CsStore *store, const CsSession *session, const char *place, GError **error);

/* Opens a planned session: members can come. CS_ERROR_CONFLICT while another session of the council is open,
 * in whatever round. */
gboolean cs_sessions_open (CsStore *store, const CsSession *session, GError **error);

/* Closes an open session for ever. Whoever is still there leaves at this moment; nothing is discussed any
 * more. */
gboolean cs_sessions_close (CsStore *store, const CsSession *session, GError **error);

/* --- agenda --- */

/**
 * cs_sessions_set_agenda:
 * @evaluations: (element-type gint64): all of the session's council and round, also rehearsals and closed
 * ones; CS_ERROR_INVALID for others, for deleted dossiers and for one that is named twice
 *
 * What is being discussed can only leave the agenda when the discussion has ended: CS_ERROR_FORBIDDEN.
 */
gboolean
cs_sessions_set_agenda (CsStore *store, const CsSession *session, const GArray *evaluations, GError **error);

/* Every product of the council and round that is not closed joins the agenda, by code and behind what is on
 * it already. Rehearsals do not join by themselves. */
gboolean cs_sessions_fill_agenda (CsStore *store, const CsSession *session, GError **error);

/* Moves a product on the agenda to @position, from 0; the others close up. */
gboolean cs_sessions_move (
    CsStore *store, const CsSession *session, gint64 evaluation, guint position, GError **error);

/* What is being discussed now; NULL: nothing. It is on the agenda of this open session, CS_ERROR_INVALID, and
 * not closed yet, CS_ERROR_FROZEN. */
gboolean
cs_sessions_discuss (CsStore *store, const CsSession *session, const CsDossier *dossier, GError **error);

/* --- attendance --- */

/* How long before its opening in the book a session may have begun, as far as attendance goes. */
#define CS_SESSIONS_EARLIEST_HOURS 12

/* Moments of attendance are those of base/moment.h, not in the future, and not earlier than that:
 * CS_ERROR_INVALID. @member is a key. */

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
