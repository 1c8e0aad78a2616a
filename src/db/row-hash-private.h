/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/* Hashes of rows and their sums; row-sum.h says what they are made of. */

#define CS_ROW_SUM_DIGITS 128

typedef struct
{
  guint64 lanes[8];
  gint64 rows;
} CsRowSum;

/* The text of a row in the making. */
typedef struct
{
  GString *text;
  gsize start; /* where the cells begin: before them stands the table's name */
} CsRowHash;

void _cs_row_hash_init (CsRowHash *hash, const char *table);
void _cs_row_hash_clear (CsRowHash *hash);
void _cs_row_hash_cell (CsRowHash *hash, sqlite3_value *cell);
void _cs_row_hash_integer (CsRowHash *hash, gint64 number);
void _cs_row_hash_text (CsRowHash *hash, const char *text);

/* Adds the row to @sum, or takes it away, and begins the next one. */
void _cs_row_hash_end (CsRowHash *hash, CsRowSum *sum, gboolean add);

void _cs_row_sum_add (CsRowSum *sum, const CsRowSum *other);
void _cs_row_sum_to_text (const CsRowSum *sum, char digits[CS_ROW_SUM_DIGITS + 1]);

/* Returns: FALSE when @digits is no such number; then the lanes are zero. */
gboolean _cs_row_sum_parse (CsRowSum *sum, const char *digits);

/* Returns: (transfer full): the digest over the lines of row_sum, "" when there are none. */
char *_cs_row_sums_digest_lines (const GString *lines);
