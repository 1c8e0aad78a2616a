/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/closing.h"
#include "model/dossier.h"
#include "model/sheet.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Totals that lie too far apart: the talk about them, and scoring again. */

/* Returns: (transfer full): a draft of the next scoring round that begins with the answers of @sheet;
 * CS_ERROR_FORBIDDEN when none is due, or the discussion that leads to it has no note. */
CsSheet *
cs_sheets_begin_round (CsStore *store, const CsDossier *dossier, const CsSheet *sheet, GError **error);

/* What a further scoring round waits for. */
typedef enum
{
  CS_NEXT_ROUND_NONE,    /* none is due */
  CS_NEXT_ROUND_DISCUSS, /* the council's talk, with its note */
  CS_NEXT_ROUND_BEGIN,   /* nothing: it can begin, or others have begun it */
} CsNextRound;

/* Tells it for who owns @sheet; (nullable): for the council as a whole. */
gboolean cs_sheets_next_round (
    CsStore *store, const CsDossier *dossier, const CsSheet *sheet, CsNextRound *next, GError **error);

/* Notes what the council said about totals that lie too far apart; a further scoring round waits for it. */
gboolean cs_sheets_discuss (CsStore *store, const CsDossier *dossier, const char *note, GError **error);

/* Returns: (transfer full) (element-type CsDiscussion): oldest first. */
GPtrArray *cs_sheets_discussions (CsStore *store, const CsDossier *dossier, GError **error);

G_END_DECLS
