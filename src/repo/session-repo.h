/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"
#include "model/session.h"

G_BEGIN_DECLS

/* Sessions with their agenda and attendance. What is closed refuses every change by triggers of its own. */

/* Returns: (transfer full) (element-type CsSession): by council, round and number.
 * @council, @round: (nullable): only those of that council (UUID), of that round (id) */
GPtrArray *cs_session_repo_list (CsDb *db, const char *council, const char *round, GError **error);

/* Returns: (transfer full): CS_ERROR_NOT_FOUND. */
CsSession *cs_session_repo_find (CsDb *db, const char *uuid, GError **error);
CsSession *cs_session_repo_load (CsDb *db, gint64 id, GError **error);

/* Stores a planned session under the next number of its council and round; sets id, uuid, number. */
gboolean cs_session_repo_add (CsTransaction *transaction, CsSession *session, GError **error);

/* Writes day, place, state with its moments, and what is being discussed; CS_ERROR_CONFLICT when @session's
 * version is no longer the stored one. Moves the version on. */
gboolean cs_session_repo_update (CsTransaction *transaction, CsSession *session, GError **error);

/* Returns: whether another session of the council is open. */
gboolean cs_session_repo_is_other_open (CsDb *db, const CsSession *session, gboolean *open, GError **error);

/* --- agenda --- */

/* Writes the whole agenda.
 * @evaluations: (element-type gint64): in their order, none twice */
gboolean cs_session_repo_set_agenda (CsTransaction *transaction,
                                     gint64 session,
                                     const GArray *evaluations,
                                     GError **error);

/**
 * cs_session_repo_fits:
 * @fits: (out): whether the evaluation is of the session's council and round and its dossier not deleted
 */
gboolean
cs_session_repo_fits (CsDb *db, const CsSession *session, gint64 evaluation, gboolean *fits, GError **error);

/* Returns: (transfer full) (element-type gint64): evaluations of the session's council and round that are not
 * closed, by code; no rehearsals. */
GArray *cs_session_repo_open_evaluations (CsDb *db, const CsSession *session, GError **error);

/* Returns: (transfer full) (nullable) with @error unset: a session that has the dossier's @evaluation (0: any
 * of the dossier) on its agenda. A closed one comes first. */
CsSession *cs_session_repo_with_dossier (CsDb *db, gint64 dossier, gint64 evaluation, GError **error);

/* --- attendance --- */

/* Stores a stay or an absence; sets its id. */
gboolean cs_session_repo_add_attendance (CsTransaction *transaction,
                                         gint64 session,
                                         CsAttendance *attendance,
                                         GError **error);

/* Gives the stay @old other times; CS_ERROR_CONFLICT when the session no longer has it as @old says. */
gboolean cs_session_repo_set_stay (CsTransaction *transaction,
                                   gint64 session,
                                   const CsAttendance *old,
                                   const char *came_at,
                                   const char *left_at,
                                   GError **error);

/* Takes a row out; CS_ERROR_CONFLICT as above. */
gboolean cs_session_repo_remove_attendance (CsTransaction *transaction,
                                            gint64 session,
                                            const CsAttendance *old,
                                            GError **error);

/* Everybody who is still there leaves @at. */
gboolean
cs_session_repo_end_stays (CsTransaction *transaction, gint64 session, const char *at, GError **error);

G_END_DECLS
