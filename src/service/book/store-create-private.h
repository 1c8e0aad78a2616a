/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store-private.h"

/* Returns: (transfer full): the council that sits for @unit in @round; made with the regulation's defaults
 * when it does not exist yet. CS_ERROR_INVALID when no unit above @unit sits at the round's level. */
CsCouncil *_cs_store_ensure_council (
    CsCommand *command, const CsRegulation *regulation, const char *round, const char *unit, GError **error);
