/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"
#include "model/ground.h"
#include "model/sheet.h"
#include "repo/id-set.h"

G_BEGIN_DECLS

/* Score sheets with their answers, and the grounds for elimination found in an evaluation. */

/**
 * cs_sheet_repo_of_set:
 * @forms: (array): of the evaluations' regulations, one a place of the set
 *
 * Returns: (transfer full) (element-type GPtrArray): for each evaluation its sheets (CsSheet), by member and
 * scoring round, without those that were taken back
 */
GPtrArray *
cs_sheet_repo_of_set (CsDb *db, const CsIdSet *evaluations, const CsForm *const *forms, GError **error);

/* Returns: (transfer full) (element-type CsSheet): the sheets of one member (row) alone. */
GPtrArray *
cs_sheet_repo_of_member (CsDb *db, gint64 evaluation, const CsForm *form, gint64 member, GError **error);

/* Returns: (transfer full) (element-type CsSheet): those that were returned or moved, in the same order. */
GPtrArray *
cs_sheet_repo_ended_of_set (CsDb *db, const CsIdSet *evaluations, const CsForm *const *forms, GError **error);
GPtrArray *cs_sheet_repo_ended (CsDb *db, gint64 evaluation, const CsForm *form, GError **error);

/* Takes a sheet back, as returned or moved; it stays in the book. */
gboolean cs_sheet_repo_end (CsTransaction *transaction,
                            gint64 sheet,
                            CsSheetEnd end,
                            const char *at,
                            const char *who,
                            const char *reason,
                            GError **error);

/* Returns: (transfer full): one sheet by its row; CS_ERROR_NOT_FOUND. */
CsSheet *cs_sheet_repo_load (CsDb *db, gint64 id, const CsForm *form, GError **error);

/* Makes an empty draft; sets @sheet's id and uuid. */
gboolean cs_sheet_repo_add (CsTransaction *transaction, CsSheet *sheet, GError **error);

/* Stores one choice; CS_CHOICE_OPEN takes the answer away. */
gboolean cs_sheet_repo_choose (CsTransaction *transaction,
                               gint64 sheet,
                               const char *regulation,
                               int form,
                               const char *criterion,
                               int choice,
                               GError **error);

/* Stores all answers of a draft that has none yet. @choices: (array): one a question of @form. */
gboolean cs_sheet_repo_fill (CsTransaction *transaction,
                             gint64 sheet,
                             const char *regulation,
                             const CsForm *form,
                             const int *choices,
                             GError **error);

/* Stores the note of a criterion; blank takes it away. */
gboolean cs_sheet_repo_note (CsTransaction *transaction,
                             gint64 sheet,
                             const char *regulation,
                             int form,
                             const char *criterion,
                             const char *note,
                             GError **error);

/* Reads what is stored for one criterion. @note: (out) (nullable) (transfer full). */
gboolean cs_sheet_repo_read (CsDb *db,
                             gint64 sheet,
                             const char *regulation,
                             int form,
                             const char *criterion,
                             int *choice,
                             char **note,
                             GError **error);
gboolean cs_sheet_repo_seal (
    CsTransaction *transaction, gint64 sheet, const char *at, const char *seal, GError **error);

/* Returns: (transfer full) (element-type GPtrArray): for each evaluation its grounds (CsGround). */
GPtrArray *cs_ground_repo_of_set (CsDb *db, const CsIdSet *evaluations, GError **error);

/* Returns: (transfer full) (element-type CsGround): in the order in which they were raised. */
GPtrArray *cs_ground_repo_of_evaluation (CsDb *db, gint64 evaluation, GError **error);
gboolean cs_ground_repo_add (CsTransaction *transaction,
                             gint64 evaluation,
                             const char *regulation,
                             int form,
                             const CsGround *ground,
                             GError **error);

/* Confirms or dismisses a ground that was raised. */
gboolean cs_ground_repo_decide (CsTransaction *transaction, const CsGround *ground, GError **error);
gboolean cs_ground_repo_remove (CsTransaction *transaction, const char *uuid, GError **error);

G_END_DECLS
