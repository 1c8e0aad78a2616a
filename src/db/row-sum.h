/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

G_BEGIN_DECLS

/* Of every table the book keeps how many rows it has and the sum of their hashes, in the table row_sum. A
 * line of the log holds the digest of row_sum after its command, so that the log knows every row of the book.
 *
 * The hash of a row is the SHA-512 of one text: the table's name, then its cells in the order of the columns,
 * each as a letter for its type, its length in bytes, ":" and its bytes:
 *
 *   t6:member i2:17 t36:8f14e45f-… n0:        without the spaces
 *
 * i is an integer in decimal digits, t a text, b a blob, r the eight bytes of a real number, n a NULL. The
 * sum is eight numbers of 64 bits, each added without carry to the next, so it does not matter in which order
 * rows are stored or were written, and a change costs one hash. It is written as 128 hex digits: the sum of a
 * table with one row is the SHA-512 that everybody can work out. The digest is the first half of the SHA-512
 * of the lines "name rows sum\n" of row_sum, ordered by name; with every command they are all hashed, which
 * takes SHA-256 more than twice as long.
 *
 * While a transaction runs, SQLite tells of every row that is about to be inserted, updated or deleted; what
 * that does to the sums is collected and goes into row_sum with the line of the log. So there is no scan in
 * daily work. Not summed are the log (its lines have a chain of their own), row_sum itself, what is being
 * typed and no record yet (typing), and SQLite's own tables; those behind the search are. What is rolled back
 * to a savepoint is not told, so there are none.
 *
 * What this is good for: whoever changes the file with another program is found out, also after the program
 * has written further commands. What it is not: a signature. Nothing in it is secret, so who knows how it is
 * made can make rows, sums and log anew together; that shows only where a head of the log was kept: in a
 * package, on a paper. And a sum is less than one hash over all rows: other rows with the same sum are to be
 * had by a search, though one of some 2^44 hashes that needs millions of rows, so it is the harder way. */

/* Returns: (transfer full): the digest over row_sum as it is stored, "" when there are no sums; NULL on
 * error.
 */
char *cs_row_sums_digest (CsDb *db, GError **error);

/**
 * cs_row_sums_add:
 * @before: (out) (transfer full): the digest as it was, @after: (out) (transfer full): as it is now
 *
 * Brings into row_sum what the transaction changed since the last time.
 */
gboolean cs_row_sums_add (CsTransaction *transaction, char **before, char **after, GError **error);

/* cs_row_sums_fill: makes row_sum from all rows there are, for a book that has no sums yet; @after as above.
 */
gboolean cs_row_sums_fill (CsTransaction *transaction, char **after, GError **error);

/**
 * cs_row_sums_recount:
 * @prefix: of the names of the tables
 *
 * Sums the rows of some tables anew in place of what was known of them: for tables whose rows are no record
 * and were made again.
 */
gboolean cs_row_sums_recount (CsTransaction *transaction, const char *prefix, GError **error);

/**
 * cs_row_sums_count:
 * @tables: (array zero-terminated=1)
 *
 * Returns: how many rows of @tables this connection has inserted, updated and deleted since it was opened,
 * also in what was rolled back: what was read of them is as they are while the number stays. 0 for a
 * connection that only reads: nobody else can write.
 */
guint64 cs_row_sums_count (CsDb *db, const char *const *tables);

G_END_DECLS
