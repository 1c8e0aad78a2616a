/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/scoring/rescoring.h"
#include "service/scoring/evaluation-state-private.h"

/* Adds a draft for @scoring_round that begins with the answers of the member's last sheet. */
CsSheet *_cs_sheets_add_round (CsCommand *command,
                               const CsEvaluationState *c,
                               const CsDossier *dossier,
                               const CsMember *member,
                               int scoring_round,
                               CsEntry entry,
                               GError **error);
