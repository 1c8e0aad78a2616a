/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/id.h"

#include <string.h>

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

char *
cs_id_derive (const char *name)
{
  /* of this program's names: made once at random, never to be changed */
  static const guint8 names[16] = { 0x5d, 0x0e, 0x3b, 0x76, 0x1f, 0x84, 0x4c, 0x1a,
                                    0x9c, 0x52, 0xe7, 0x20, 0xd8, 0x63, 0x4b, 0xf5 };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 b[20];
  gsize length = sizeof b;

  g_checksum_update (checksum, names, sizeof names);
  g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (checksum, b, &length);
  b[6] = 0x50 | (b[6] & 0x0f);
  b[8] = 0x80 | (b[8] & 0x3f);
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1],
                          b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
                          b[15]);
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
