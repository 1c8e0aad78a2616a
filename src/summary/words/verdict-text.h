/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/result.h"

G_BEGIN_DECLS

/* The reason of a star in one sentence, for screen, paper and terminal alike (translated). */

/* Returns: (transfer full): the number with the reader's decimal sign: "78,2" becomes "78,20" in Vietnamese.
 */
char *cs_decimal_text (const CsRegulation *regulation, CsFraction value);

/* @text: (transfer full): "78.20". Returns: (transfer full): the same with the reader's decimal sign. */
char *cs_decimal_shown (char *text);

/**
 * cs_verdict_sentence:
 * Returns: (transfer full): "78,20 points: band of 4 stars; held at 3 stars because 1.5 has 7/5 of 2"
 */
char *cs_verdict_sentence (const CsRegulation *regulation, const CsForm *form, const CsVerdict *verdict);

/* Returns: (transfer full): the same in Vietnamese, for papers, whatever the reader speaks. */
char *
cs_verdict_sentence_on_paper (const CsRegulation *regulation, const CsForm *form, const CsVerdict *verdict);

/**
 * cs_sheet_sentence:
 * @choices: one member's answers, some perhaps open
 *
 * Returns: (transfer full): the same for one's own sheet; while criteria are open, how many and what can
 * still be reached, never a star that counts open criteria as zero
 */
char *cs_sheet_sentence (const CsRegulation *regulation,
                         const CsForm *form,
                         const CsCouncilRules *rules,
                         const int *choices);

/**
 * cs_outcome_sentence:
 * @result: of a closed product
 *
 * Returns: (transfer full): what follows from the verdict by the regulation: who decides on the stars,
 * whether the dossier goes up, that the producer is told; also what was decided since
 */
char *cs_outcome_sentence (const CsResult *result);

/* Returns: (transfer full): "★★★", "" for 0. */
char *cs_stars_text (int stars);

/* Returns: (transfer full): what stands in the place of a verdict whose sheets were changed outside the
 * program. */
char *cs_changed_sentence (const CsResult *result);

/* Returns: whether a verdict may be told of @result, FALSE with CS_ERROR_CORRUPT. */
gboolean cs_result_is_sealed (const CsResult *result, GError **error);

G_END_DECLS
