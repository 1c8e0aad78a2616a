/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/id.h"

static GRand *seeded; /* (nullable) */

char *
cs_id_new (void)
{
  guint32 a, b, c, d;

  if (seeded == NULL)
    return g_uuid_string_random ();
  a = g_rand_int (seeded);
  b = g_rand_int (seeded);
  c = g_rand_int (seeded);
  d = g_rand_int (seeded);
  /* version 4, variant 1, as RFC 4122 lays it out */
  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", a, b >> 16, b & 0xfff, 0x8000 | (c >> 16 & 0x3fff),
                          c & 0xffff, d);
}

void
cs_id_use_seed (guint32 seed)
{
  cs_id_use_random ();
  seeded = g_rand_new_with_seed (seed);
}

void
cs_id_use_random (void)
{
  g_clear_pointer (&seeded, g_rand_free);
}
