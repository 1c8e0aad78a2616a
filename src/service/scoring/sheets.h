/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/sheet.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Scoring: a member's own sheet, handing it in, grounds for elimination, closing a product. */

/**
 * cs_sheets_get:
 * @dossier: a dossier in a round
 * @member: UUID of a scoring member of the council that sits for it; CS_ERROR_NOT_FOUND for one of another
 * council
 *
 * As all that is a member's own work here (reading, choosing, notes, beginning a round, submitting) it is
 * CS_ERROR_FORBIDDEN where PINs are asked and somebody else sits, see cs_pins_unlock().
 *
 * Returns: (transfer full): the member's newest sheet, or an empty one with id 0 when there is none yet. When
 * a further scoring round is due, the newest is that of the round before; see cs_sheets_begin_round().
 */
CsSheet *cs_sheets_get (CsStore *store, const CsDossier *dossier, const char *member, GError **error);

/* Returns: (transfer full) (element-type CsSheet): all sheets of the product, whoever asks: for export and
 * checks, never for a page. CS_ERROR_FORBIDDEN only while somebody sits here who is recused from it. */
GPtrArray *cs_sheets_list (CsStore *store, const CsDossier *dossier, GError **error);

/* Stores one choice at once; makes the sheet when it is new. @sheet is brought up to date. CS_ERROR_FROZEN
 * when it is sealed or the product closed. */
gboolean cs_sheets_choose (
    CsStore *store, const CsDossier *dossier, CsSheet *sheet, guint question, int choice, GError **error);

/* The same for the note of a criterion. */
gboolean cs_sheets_note (CsStore *store,
                         const CsDossier *dossier,
                         CsSheet *sheet,
                         guint question,
                         const char *note,
                         GError **error);

/* --- taking back --- */

/* --- closing --- */

/* --- lists --- */

G_END_DECLS
