/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/register.h"

G_BEGIN_DECLS

/* What no recognition can say, whoever writes it: a verb, the window or a list. */

/**
 * cs_recognition_check:
 * @today: day of Vietnam
 * @field: (out) (nullable): "decided_on" or "valid_until"
 *
 * A decision is of the past and of this world, also when only its year or month is known; a certificate does
 * not end before it.
 *
 * Returns: (transfer full) (nullable): what is wrong and what to do, NULL when nothing is
 */
char *cs_recognition_check (const CsRecognition *recognition, const char *today, const char **field);

/* Returns: (transfer full) (nullable): what no two recognitions in force have alike, the certificate of one
 * decision; NULL when no number is told. */
char *cs_recognition_certificate_key (const CsRecognition *recognition);

G_END_DECLS
