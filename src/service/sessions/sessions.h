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
 * @council, @round: (nullable): only those of that council (UUID), of that round (id) */
GPtrArray *cs_sessions_list (CsStore *store, const char *council, const char *round, GError **error);

/* Returns: (transfer full): CS_ERROR_NOT_FOUND. */
CsSession *cs_sessions_get (CsStore *store, const char *uuid, GError **error);

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
  const char *council;         /* UUID */
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

/* What is being discussed now; NULL: nothing. It is on the agenda of this open session, CS_ERROR_INVALID, and
 * not closed yet, CS_ERROR_FROZEN. */
gboolean
cs_sessions_discuss (CsStore *store, const CsSession *session, const CsDossier *dossier, GError **error);

G_END_DECLS
