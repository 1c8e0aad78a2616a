/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/row-hash-private.h"

#include <sodium.h>
#include <string.h>

/* Nothing here needs sodium_init(): nothing is drawn by chance and there is but one way to SHA-512. */

static const char letters[] = {
  [SQLITE_INTEGER] = 'i', [SQLITE_FLOAT] = 'r', [SQLITE_TEXT] = 't', [SQLITE_BLOB] = 'b', [SQLITE_NULL] = 'n'
};

/* Returns: where the digits of @number begin; they end at @end. By hand, since it is done for every cell. */
static char *
write_digits (guint64 number, char *end)
{
  do
    *--end = (char) ('0' + number % 10);
  while ((number /= 10) != 0);
  return end;
}

static void
add_bytes (GString *text, char letter, const void *bytes, gsize length)
{
  char head[24];
  char *start = head + sizeof head;

  *--start = ':';
  start = write_digits (length, start);
  *--start = letter;
  g_string_append_len (text, start, head + sizeof head - start);
  g_string_append_len (text, bytes, (gssize) length);
}

static void
add_real (GString *text, double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  bits = GUINT64_TO_BE (bits);
  add_bytes (text, 'r', &bits, sizeof bits);
}

void
_cs_row_hash_init (CsRowHash *hash, const char *table)
{
  hash->text = g_string_sized_new (1024);
  _cs_row_hash_text (hash, table);
  hash->start = hash->text->len;
}

void
_cs_row_hash_clear (CsRowHash *hash)
{
  g_string_free (hash->text, TRUE);
  hash->text = NULL;
}

void
_cs_row_hash_integer (CsRowHash *hash, gint64 number)
{
  char digits[24];
  char *end = digits + sizeof digits;
  char *start = write_digits (number < 0 ? -(guint64) number : (guint64) number, end);

  if (number < 0)
    *--start = '-';
  add_bytes (hash->text, 'i', start, (gsize) (end - start));
}

void
_cs_row_hash_text (CsRowHash *hash, const char *text)
{
  add_bytes (hash->text, 't', text, strlen (text));
}

void
_cs_row_hash_cell (CsRowHash *hash, sqlite3_value *cell)
{
  int type = sqlite3_value_type (cell);

  if (type == SQLITE_INTEGER)
    _cs_row_hash_integer (hash, sqlite3_value_int64 (cell));
  else if (type == SQLITE_FLOAT)
    add_real (hash->text, sqlite3_value_double (cell));
  else
    {
      /* in this order: the first may convert, the second counts what came of it */
      const void *bytes =
          type == SQLITE_TEXT ? (const void *) sqlite3_value_text (cell) : sqlite3_value_blob (cell);
      int length = sqlite3_value_bytes (cell);

      add_bytes (hash->text, letters[type], bytes != NULL ? bytes : "", bytes != NULL ? (gsize) length : 0);
    }
}

void
_cs_row_hash_end (CsRowHash *hash, CsRowSum *sum, gboolean add)
{
  guint64 parts[G_N_ELEMENTS (sum->lanes)];

  G_STATIC_ASSERT (sizeof parts == crypto_hash_sha512_BYTES);
  crypto_hash_sha512 ((unsigned char *) parts, (const unsigned char *) hash->text->str, hash->text->len);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    sum->lanes[i] += add ? GUINT64_FROM_BE (parts[i]) : -GUINT64_FROM_BE (parts[i]);
  sum->rows += add ? 1 : -1;
  g_string_truncate (hash->text, hash->start);
}

void
_cs_row_sum_add (CsRowSum *sum, const CsRowSum *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (sum->lanes); i++)
    sum->lanes[i] += other->lanes[i];
  sum->rows += other->rows;
}

void
_cs_row_sum_to_text (const CsRowSum *sum, char digits[CS_ROW_SUM_DIGITS + 1])
{
  guint64 bytes[G_N_ELEMENTS (sum->lanes)];

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    bytes[i] = GUINT64_TO_BE (sum->lanes[i]);
  sodium_bin2hex (digits, CS_ROW_SUM_DIGITS + 1, (const unsigned char *) bytes, sizeof bytes);
}

gboolean
_cs_row_sum_parse (CsRowSum *sum, const char *digits)
{
  guint64 bytes[G_N_ELEMENTS (sum->lanes)];
  size_t length = 0;
  gboolean good =
      digits != NULL
      && sodium_hex2bin ((unsigned char *) bytes, sizeof bytes, digits, strlen (digits), NULL, &length, NULL)
             == 0
      && length == sizeof bytes;

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    sum->lanes[i] = good ? GUINT64_FROM_BE (bytes[i]) : 0;
  return good;
}

char *
_cs_row_sums_digest_lines (const GString *lines)
{
  unsigned char hash[crypto_hash_sha512_BYTES];
  char *digits;

  if (lines->len == 0)
    return g_strdup ("");
  crypto_hash_sha512 (hash, (const unsigned char *) lines->str, lines->len);
  digits = g_malloc (crypto_hash_sha512_BYTES + 1);
  return sodium_bin2hex (digits, crypto_hash_sha512_BYTES + 1, hash, sizeof hash / 2);
}
