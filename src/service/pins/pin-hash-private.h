/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Argon2id, and nothing else of libsodium. These functions know no book and may run in any thread. */

/* What a hash costs; the more, the dearer is guessing. */
typedef struct
{
  int passes;
  int memory; /* KiB */
} CsPinCost;

/* libsodium's MODERATE: about 0.7 s and 256 MiB */
#define CS_PIN_COST ((CsPinCost){ .passes = 3, .memory = 256 * 1024 })

/* Returns: (transfer full): "$argon2id$…"; CS_ERROR_FAILED when there is not enough memory. */
char *_cs_pin_hash_new (const char *pin, const CsPinCost *cost, GError **error);

/**
 * _cs_pin_hash_check:
 * @most: what a hash may cost. A book comes from anywhere: it must not be able to ask for all memory and the
 *   rest of the day
 * @right: (out): whether @hash is of @pin
 *
 * Returns: FALSE with CS_ERROR_CORRUPT when @hash is none of ours
 */
gboolean _cs_pin_hash_check (
    const char *hash, const char *pin, const CsPinCost *most, gboolean *right, GError **error);

/* Overwrites and frees. */
void _cs_pin_forget (char *pin); /* (nullable) (transfer full) */

G_END_DECLS
