/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/pins/pins-private.h"

/* The same as the public ones at a given moment, like cs_moment_now(): so that delays can be tried out. */
gboolean
_cs_pins_unlock_at (CsStore *store, const char *member, const char *pin, const char *now, GError **error);

gboolean _cs_pins_set_at (CsStore *store,
                          const char *member,
                          const char *old_pin,
                          const char *new_pin,
                          const char *now,
                          GError **error);

/* For tests that count tries and do not measure them: cheap hashes. Nothing else may call it. */
void _cs_pins_use_cheap_hashes (CsStore *store);
