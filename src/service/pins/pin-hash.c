/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/pins/pin-hash-private.h"

#include "base/error.h"
#include "base/text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define HEAD "$argon2id$v=19$"

G_STATIC_ASSERT (crypto_pwhash_MEMLIMIT_MODERATE == 256 * 1024 * 1024);
G_STATIC_ASSERT (crypto_pwhash_OPSLIMIT_MODERATE == 3);

static gboolean
prepare (GError **error)
{
  static gsize state;

  if (g_once_init_enter (&state))
    g_once_init_leave (&state, sodium_init () >= 0 ? 1 : 2);
  if (state == 1)
    return TRUE;
  g_set_error_literal (error, CS_ERROR, CS_ERROR_FAILED,
                       _ ("The library for PINs, libsodium, does not work on this machine."));
  return FALSE;
}

static gboolean
refuse_memory (int memory, GError **error)
{
  g_set_error (error, CS_ERROR, CS_ERROR_FAILED,
               _ ("There is not enough memory for a PIN: %d MiB are needed. Close other programs, then try "
                  "again."),
               memory / 1024);
  return FALSE;
}

static gboolean
refuse_hash (GError **error)
{
  g_set_error_literal (error, CS_ERROR, CS_ERROR_CORRUPT,
                       _ ("What is stored of this PIN is damaged. The secretary can take it away; then set "
                          "another one."));
  return FALSE;
}

char *
_cs_pin_hash_new (const char *pin, const CsPinCost *cost, GError **error)
{
  char hash[crypto_pwhash_STRBYTES];

  if (!prepare (error))
    return NULL;
  if (crypto_pwhash_str_alg (hash, pin, strlen (pin), (unsigned long long) cost->passes,
                             (gsize) cost->memory * 1024, crypto_pwhash_ALG_ARGON2ID13)
      == 0)
    return g_strdup (hash);
  refuse_memory (cost->memory, error);
  return NULL;
}

/* "$argon2id$v=19$m=262144,t=3,p=1$…": does checking it cost no more than @most? */
static gboolean
is_bearable (const char *hash, const CsPinCost *most)
{
  g_auto (GStrv) parts = NULL;
  int memory, passes;

  if (!g_str_has_prefix (hash, HEAD) || strlen (hash) >= crypto_pwhash_STRBYTES)
    return FALSE;
  parts = g_strsplit_set (hash + strlen (HEAD), "=,$", -1);
  return g_strv_length (parts) == 8 && g_str_equal (parts[0], "m") && g_str_equal (parts[2], "t")
         && g_str_equal (parts[4], "p") && cs_text_to_int (parts[1], 1, most->memory, &memory)
         && cs_text_to_int (parts[3], 1, most->passes, &passes) && g_str_equal (parts[5], "1");
}

gboolean
_cs_pin_hash_check (const char *hash, const char *pin, const CsPinCost *most, gboolean *right, GError **error)
{
  if (!prepare (error))
    return FALSE;
  if (!is_bearable (hash, most))
    return refuse_hash (error);
  errno = 0;
  *right = crypto_pwhash_str_verify (hash, pin, strlen (pin)) == 0;
  /* only a wrong PIN is told by EINVAL; what could not be computed must not count against the member */
  if (*right || errno == EINVAL)
    return TRUE;
  return errno == ENOMEM ? refuse_memory (most->memory, error) : refuse_hash (error);
}

void
_cs_pin_forget (char *pin)
{
  if (pin == NULL)
    return;
  sodium_memzero (pin, strlen (pin));
  g_free (pin);
}
