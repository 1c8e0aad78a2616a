/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/scoring/evaluation-state-private.h"

/* Ends the member's draft inside a command, with a line of the log about it. Does nothing when there is none.
 */
gboolean _cs_sheets_withdraw (CsCommand *command,
                              const CsEvaluationState *c,
                              const CsDossier *dossier,
                              const CsMember *member,
                              const char *reason,
                              GError **error);

/* Whether who sits here may take a draft of @member away, where the book asks for PINs. */
gboolean _cs_sheets_may_withdraw (CsStore *store,
                                  const CsEvaluationState *c,
                                  const CsDossier *dossier,
                                  const CsMember *member,
                                  GError **error);
