/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a PIN looks like, and how long who guesses has to wait. */

#define CS_PIN_LEAST 4 /* digits */
#define CS_PIN_MOST  12

/* Returns: whether @pin (nullable) is nothing but so many digits. */
gboolean cs_pin_is_well_formed (const char *pin);

/* Returns: seconds to wait after @failures wrong tries in a row: nothing up to two, then 30 and twice as many
 * with each further one, an hour at most. */
int cs_pin_delay (int failures);

/**
 * cs_pin_wait:
 * @failed_at: (nullable): when the last wrong try was, in UTC like cs_moment_now()
 * @now: the present moment, of the same form
 * @untimely: (out): whether @failed_at lies after @now, or is no moment: the clock went back. Nothing can be
 *   told of how long ago it was, so the whole delay is left, and the caller must store @now as the moment to
 *   count from: else it would never get less.
 *
 * Returns: seconds that are left of the delay, 0 when the next try is free
 */
int cs_pin_wait (int failures, const char *failed_at, const char *now, gboolean *untimely);

G_END_DECLS
