/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"
#include "model/book.h"
#include "model/dossier.h"
#include "model/register.h"

G_BEGIN_DECLS

/* The book's own row, its units and its plan. */

gboolean cs_book_repo_add_units (CsTransaction *transaction, const CsUnitSet *units, GError **error);
gboolean cs_book_repo_add (CsTransaction *transaction, const CsBook *book, GError **error);

/* Rounds of the plan, or of the regulation where there is no plan; targets and activities of the plan. */
gboolean cs_book_repo_add_rounds (CsTransaction *transaction, const GPtrArray *rounds, GError **error);
gboolean cs_book_repo_add_plan (CsTransaction *transaction, const CsPlan *plan, GError **error);

CsBook *cs_book_repo_load (CsDb *db, GError **error);

/* Whether members open their sheets with a PIN. */
gboolean cs_book_repo_set_pins (CsTransaction *transaction, gboolean on, GError **error);
CsUnitSet *cs_book_repo_load_units (CsDb *db, const char *set_id, GError **error);
GPtrArray *cs_book_repo_load_rounds (CsDb *db, GError **error);     /* (element-type CsRound) */
GPtrArray *cs_book_repo_load_targets (CsDb *db, GError **error);    /* (element-type CsTarget) */
GPtrArray *cs_book_repo_load_activities (CsDb *db, GError **error); /* (element-type CsActivity) */

gboolean
cs_book_repo_add_trademark (CsTransaction *transaction, const CsTrademark *trademark, GError **error);

/* Both find it by its UUID; CS_ERROR_CONFLICT when it is not there any more. */
gboolean
cs_book_repo_update_trademark (CsTransaction *transaction, const CsTrademark *trademark, GError **error);
gboolean cs_book_repo_remove_trademark (CsTransaction *transaction, const char *uuid, GError **error);
GPtrArray *cs_book_repo_load_trademarks (CsDb *db, GError **error); /* (element-type CsTrademark) */

gboolean
cs_book_repo_add_recognition (CsTransaction *transaction, const CsRecognition *recognition, GError **error);
GPtrArray *cs_book_repo_load_recognitions (CsDb *db, GError **error); /* (element-type CsRecognition) */

/* Returns: (transfer full) (element-type CsRecognition): at most @limit (0: all) of past years, in whose
 * names every word of @words begins a word. */
GPtrArray *cs_book_repo_find_past (CsDb *db, const char *words, guint limit, GError **error);

/**
 * cs_book_repo_load_recognition:
 * @recognition: (out) (transfer full) (nullable): what recognises the verdict in its round, or what another
 * level decided; when that was withdrawn the last one that did, NULL when there never was one
 */
gboolean cs_book_repo_load_recognition (CsDb *db,
                                        const CsDossier *dossier,
                                        CsRecognition **recognition,
                                        GError **error);

/* CS_ERROR_CONFLICT when it is withdrawn already. */
gboolean cs_book_repo_withdraw_recognition (
    CsTransaction *transaction, gint64 id, const char *on, const char *ground, GError **error);

G_END_DECLS
