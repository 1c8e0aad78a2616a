/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/paper/minutes.h"

G_BEGIN_DECLS

/* Adds the next product of the agenda. A rehearsal or open product gives no more than it may, whatever is in
 * @parts. */
void cs_minutes_add_item (CsMinutes *minutes, const CsResult *result, const CsMinutesParts *parts);

G_END_DECLS
