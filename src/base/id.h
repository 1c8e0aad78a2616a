/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every entity gets a UUID once, where it is made, and keeps it in every package for ever. */

/* Returns: (transfer full): a new UUID. */
char *cs_id_new (void);

/**
 * cs_id_derive:
 * @name: what the thing is, in the words of all books alike: "council/vn-2025/86029/province/2025"
 *
 * For what every book makes by itself from the same lists, so that it is the same thing in all of them.
 *
 * Returns: (transfer full): the UUID of that name, of version 5 (RFC 4122, 4.3).
 */
char *cs_id_derive (const char *name);

/**
 * cs_id_use_seed:
 * From now on this process makes the same UUIDs for the same @seed. Only for generated sample books, which
 * must come out equal; ids of real books are random.
 */
void cs_id_use_seed (guint32 seed);

/* Back to random ones. */
void cs_id_use_random (void);

G_END_DECLS
