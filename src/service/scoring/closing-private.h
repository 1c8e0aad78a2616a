/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store-private.h"
#include "service/scoring/closing.h"

/* Closes a product inside @command when quorum, sheets and spread allow it. */
gboolean _cs_evaluation_close (CsCommand *command,
                               const CsDossier *dossier,
                               const CsCloseOptions *options,
                               GError **error);
