/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/certificate.h"
#include "summary/result.h"

#include <glib.h>

G_BEGIN_DECLS

/* Words for values, in the reader's language; used by every page, so that one thing has one name. All
 * (transfer none) unless told otherwise. */
const char *cs_format_producer_kind (const char *kind);
const char *cs_format_dossier_kind (const char *kind);
const char *cs_format_status (CsResultStatus status);
const char *cs_format_role (CsRole role);
const char *cs_format_member_state (CsMemberState state);
const char *cs_format_certificate_state (const CsCertificate *certificate);

/* Returns: (transfer none): what the word of the state means, in a sentence. */
const char *cs_format_member_meaning (CsMemberState state);

/* Returns: (transfer full): the unit's name, with the unit above it when that is not @within: "Phường 4,
 * Thành phố Trà Vinh". @code itself when it is unknown. */
char *cs_format_unit (const CsUnitSet *units, const char *code, const char *within);

/* Returns: (transfer full): number and name, "7. Chế biến từ rau, củ, quả, hạt". */
char *cs_format_form (const CsForm *form);

/* Returns: (transfer full): "Đợt 1, cấp huyện (tháng 5)". */
char *cs_format_round (const CsRegulation *regulation, const CsRound *round);

/* Returns: (transfer full): the day of a time as the book stores it, "31/05/2024". */
char *cs_format_day (const char *timestamp);

/* Returns: the level's or paper kind's name in the reader's language. */
const char *cs_format_level (const CsLevel *level);
const char *cs_format_evidence_kind (const CsEvidenceKind *kind);

/* Returns: whether the reader's language is Vietnamese. */
gboolean cs_format_is_vietnamese (void);

/* Returns: (transfer none): who did something, as the book holds it; words for a person when nobody was told.
 */
const char *cs_format_who (const char *who);

G_END_DECLS
