/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* The clock of the machine against the book's log. A clock that went back a little is noted in the log by the
 * next command; one that lies further back than CS_STORE_CLOCK_SLACK keeps every command from being done
 * until a person says that it is right: order in the log comes from its numbers, but days stand on papers. */

#define CS_STORE_CLOCK_SLACK 600 /* seconds */

/**
 * cs_store_is_clock_behind:
 * @told: (out) (transfer full) (optional): what to tell the person, with both moments
 *
 * Returns: whether the next command would be refused for the clock
 */
gboolean cs_store_is_clock_behind (CsStore *self, char **told);

/* cs_store_trust_clock: a person looked at the clock and says it is right: it is noted instead of refused. */
void cs_store_trust_clock (CsStore *self);

/* cs_store_look_at_day: to be called now and then, and when somebody comes back to the program: when another
 * day has begun in Vietnam since the last time, tells what depends on the day as changed. Returns: whether it
 * has */
gboolean cs_store_look_at_day (CsStore *self);

G_END_DECLS
