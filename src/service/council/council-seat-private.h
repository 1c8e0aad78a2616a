/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store-private.h"

/* Which council sits where; it is made with the regulation's defaults when it does not exist yet. */

/* Returns: (transfer full): the council of @level that sits in @unit. */
CsCouncil *_cs_councils_ensure (CsCommand *command,
                                const CsRegulation *regulation,
                                const CsLevel *level,
                                const CsUnit *unit,
                                GError **error);

/* Returns: (transfer full): the council that sits for @unit in @round. CS_ERROR_INVALID when no unit above
 * @unit sits at the round's level. */
CsCouncil *_cs_councils_ensure_for (
    CsCommand *command, const CsRegulation *regulation, const char *round, const char *unit, GError **error);
