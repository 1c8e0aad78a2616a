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

/* Notes what was said about totals that lie too far apart, as a part of @command. */
gboolean _cs_sheets_discuss (CsCommand *command, const CsDossier *dossier, const char *note, GError **error);
