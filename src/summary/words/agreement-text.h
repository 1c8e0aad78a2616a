/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/agreement.h"

G_BEGIN_DECLS

/* Returns: what the coefficients mean, as other programs read it: "alike", "mostly", "different", "none". */
const char *cs_agreement_code (const CsAgreement *agreement);

/* Returns: (transfer full): what the coefficients mean, in a sentence for people (translated), with a warning
 * when there are too few products for them to say much. The borders are the usual reading of Kendall's W. */
char *cs_agreement_sentence (const CsAgreement *agreement);

/* Returns: (transfer full): the same in Vietnamese, for papers, whatever the reader speaks. */
char *cs_agreement_sentence_on_paper (const CsAgreement *agreement);

G_END_DECLS
