/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"
#include "model/closing.h"
#include "model/recusal.h"
#include "repo/id-set.h"

G_BEGIN_DECLS

/* What closings held fast, who is recused, what was said about a spread. */

/* Returns: (transfer full) (element-type GPtrArray): for each evaluation the closing (CsClosing) that stands:
 * a list of one, of none while it is open. */
GPtrArray *cs_closing_repo_of_set (CsDb *db, const CsIdSet *evaluations, GError **error);

/* Returns: (transfer full) (element-type CsClosing): all closings of the evaluation, oldest first, also those
 * that were opened again. */
GPtrArray *cs_closing_repo_history (CsDb *db, gint64 evaluation, GError **error);

/* Returns: (transfer full) (element-type GPtrArray): the same for each evaluation. */
GPtrArray *cs_closing_repo_history_of_set (CsDb *db, const CsIdSet *evaluations, GError **error);

/* Stores @closing with its members and its outcome; sets its id and uuid. The evaluation must still be open.
 */
gboolean cs_closing_repo_add (CsTransaction *transaction, CsClosing *closing, GError **error);

/* Notes that the evaluation's present closing no longer holds. */
gboolean cs_closing_repo_reopen (CsTransaction *transaction,
                                 gint64 evaluation,
                                 const char *at,
                                 const char *who,
                                 const char *reason,
                                 GError **error);

/* cs_closing_repo_session: the open session that has the evaluation on its agenda. @held_on, @opened_at:
 * (out) (transfer full) (nullable): NULL when there is none */
gboolean
cs_closing_repo_session (CsDb *db, gint64 evaluation, char **held_on, char **opened_at, GError **error);

/**
 * cs_closing_repo_attendance:
 * @here: (out): whether the member is in an open session that has the evaluation on its agenda, now
 * @absence: (out) (transfer full) (nullable): why not, as the session noted it
 */
gboolean cs_closing_repo_attendance (
    CsDb *db, gint64 evaluation, gint64 member, gboolean *here, char **absence, GError **error);

/* Returns: (transfer full) (element-type GPtrArray): for each evaluation the recusals (CsRecusal) in force
 * for its product, also by its producer. */
GPtrArray *cs_recusal_repo_of_set (CsDb *db, const CsIdSet *evaluations, GError **error);

/* Returns: (transfer full) (element-type gint64): the evaluations from which the member (UUID) is recused. */
GArray *cs_recusal_repo_evaluations (CsDb *db, const char *member, GError **error);

/* Returns: (transfer full) (element-type CsRecusal): all of the council, oldest first, also ended ones. */
GPtrArray *cs_recusal_repo_of_council (CsDb *db, gint64 council, GError **error);

/* Stores @recusal for dossier or producer (rows, one of them 0); sets its uuid. */
gboolean cs_recusal_repo_add (
    CsTransaction *transaction, CsRecusal *recusal, gint64 dossier, gint64 producer, GError **error);
gboolean cs_recusal_repo_end (
    CsTransaction *transaction, const char *uuid, const char *at, const char *reason, GError **error);

/* Returns: (transfer full) (element-type CsDiscussion): oldest first. */
GPtrArray *cs_discussion_repo_of_evaluation (CsDb *db, gint64 evaluation, GError **error);

/* Returns: (transfer full) (element-type GPtrArray): the same for each evaluation. */
GPtrArray *cs_discussion_repo_of_set (CsDb *db, const CsIdSet *evaluations, GError **error);

gboolean cs_discussion_repo_add (CsTransaction *transaction,
                                 gint64 evaluation,
                                 const CsDiscussion *discussion,
                                 GError **error);

G_END_DECLS
