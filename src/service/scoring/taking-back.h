/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/sheet.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Sheets that are returned or moved, drafts that are taken away, and sheets typed from paper. */

/**
 * cs_sheets_return:
 * @chair: (nullable): UUID of the chair or vice-chair who returns it, NULL takes the chair
 *
 * Returns the submitted sheet of the member (UUID) for correction. It is kept as it was sealed; a draft
 * begins with its answers.
 */
gboolean cs_sheets_return (CsStore *store,
                           const CsDossier *dossier,
                           const char *member,
                           const char *chair,
                           const char *reason,
                           GError **error);

/* Moves a sheet of the first round that was filled for the wrong product: the old one is kept and marked, a
 * draft begins at @to. The log has a line on both. */
gboolean cs_sheets_move (CsStore *store,
                         const CsDossier *from,
                         const CsDossier *to,
                         const char *member,
                         const char *reason,
                         GError **error);

/**
 * cs_sheets_withdraw:
 * @reason: kept in the book, and printed where the product's sheets are told
 *
 * Takes the draft of the member (UUID) away: begun by mistake, or by one who will not finish it, also one who
 * has left or is recused. It is kept and counts nowhere; the member may begin another one.
 *
 * Returns: FALSE with CS_ERROR_FORBIDDEN when there is no draft, or where members have PINs and neither the
 * member nor one who leads the council or keeps its papers sits here
 */
gboolean cs_sheets_withdraw (
    CsStore *store, const CsDossier *dossier, const char *member, const char *reason, GError **error);

/* Returns: (transfer full) (element-type CsSheet): sheets that were returned, moved or taken away, whoever
 * asks: as cs_sheets_list(). */
GPtrArray *cs_sheets_ended (CsStore *store, const CsDossier *dossier, GError **error);

/* A sheet on paper, typed by one person and checked by another. */
typedef struct
{
  const char *member; /* UUID */
  const int *choices; /* (array): one a question, none open */
  int total;          /* as the paper says */
  const char *typed_by;
  const char *checked_by;
} CsTypedSheet;

/* cs_sheets_enter: stores and seals it; CS_ERROR_INVALID when the options do not come to the paper's total.
 */
gboolean
cs_sheets_enter (CsStore *store, const CsDossier *dossier, const CsTypedSheet *paper, GError **error);

G_END_DECLS
