/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every entity gets a UUID once, where it is made, and keeps it in every package for ever. */

/* Returns: (transfer full): a new UUID. */
char *cs_id_new (void);

/**
 * cs_id_use_seed:
 * From now on this process makes the same UUIDs for the same @seed. Only for generated sample books, which
 * must come out equal; ids of real books are random.
 */
void cs_id_use_seed (guint32 seed);

/* Back to random ones. */
void cs_id_use_random (void);

G_END_DECLS
