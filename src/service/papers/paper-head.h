/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"
#include "summary/paper/paper-head.h"
#include "summary/result.h"

G_BEGIN_DECLS

/**
 * cs_paper_head_fill:
 * @head: empty
 * @regulation: the paper is written by
 * @unit: code of a unit: the paper is of the council that sits for it
 * @round: (nullable): id of a round, NULL for a paper of the whole year
 *
 * Fills everything but the number and who signs. cs_paper_head_sign() does the latter; the log's head is left
 * out unless cs_paper_head_take_log() puts it in. What the council's office has set goes before what is
 * derived.
 */
gboolean cs_paper_head_fill (CsPaperHead *head,
                             CsStore *store,
                             const CsRegulation *regulation,
                             const char *unit,
                             const char *round,
                             GError **error);

/* @council: (out) (transfer full) (nullable): the council that the paper is of, NULL when the book has none.
 * Returns: FALSE with @error */
gboolean cs_paper_head_find_council (CsStore *store,
                                     const CsRegulation *regulation,
                                     const char *unit,
                                     const char *round,
                                     CsCouncil **council,
                                     GError **error);

/* Ties the paper to the log as it is now. */
gboolean cs_paper_head_take_log (CsPaperHead *head, CsStore *store, GError **error);

/* Lets the chair and, when there is one, the secretary of @council sign. */
void cs_paper_head_sign (CsPaperHead *head, const CsCouncil *council);

/**
 * cs_paper_head_let_vice_sign:
 * @results: (element-type CsResult): what the paper tells
 *
 * The vice-chair signs for a chair of @council who had no part in any of the closed ones ("KT. CHỦ TỊCH"),
 * when the same vice-chair had one in all of them.
 */
void cs_paper_head_let_vice_sign (CsPaperHead *head, const GPtrArray *results, const CsCouncil *council);

/* Notes the first product of the paper that has no result because it was changed outside the program. */
void cs_paper_head_warn (CsPaperHead *head, const CsResult *result);

G_END_DECLS
