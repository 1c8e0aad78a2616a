/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/transaction.h"
#include "base/error.h"
#include "service/dossiers/dossiers.h"
#include "service/results/results.h"
#include "service/scoring/sheets.h"

G_BEGIN_DECLS

/* What the tests of the store share: a district's book in a folder of its own, and looking into its file from
 * outside, by SQLite itself, while the program does not hold it. */

typedef struct
{
  char *folder;
  char *path;
  CsStore *store; /* (nullable): open between book_open() and book_close() */
} Book;

/* For g_test_add(): an open book of unit 842 with a council of five (m1 chair, m2 vice, m3 to m5) and a
 * secretary s, and three products of form 1 in district-1. */
void book_set_up (Book *book, gconstpointer data);
void book_tear_down (Book *book, gconstpointer data);

/* For g_test_add(): only the folder and a path in it; nothing is made. */
void book_set_up_empty (Book *book, gconstpointer data);

void book_open (Book *book);
void book_close (Book *book);
/* Unpacks a book that an older version made: @name is that of a file in tests/data. */
void book_unpack (const char *name, const char *to);

/* Returns: how many files lie beside each other in the book's folder, without those that the program copied
 * by itself. */
guint book_n_files (const Book *book);

char *book_file (const Book *book, const char *name); /* a path in the book's folder */

/* Returns: (transfer full): a new book of unit 842, or of @unit, at @path by 148/QĐ-TTg; NULL with @error. */
CsStore *book_create (const char *path, GError **error);
CsStore *book_create_for (const char *path, const char *unit, GError **error);

/* Adds @n members m1 … to district-842 (chair, vice-chair, members) and a secretary s. */
void book_add_council (CsStore *store, guint n);
char *book_add_product (CsStore *store, const char *name, int form, const char *round); /* its code */

CsDossier *book_dossier (CsStore *store, const char *code);

/* Lets a text of a value be @value (nullable). */
void book_set (char **field, const char *value);

/* The code of the @i-th product, from 1. */
const char *book_code (guint i);

/* Answers by chance; @bias from -100 (the worst) to 100 (the best). */
void book_draw (const CsForm *form, int bias, int *choices);

/* The member answers every question, in one command, and hands in when @submit. */
void book_score (CsStore *store, const char *code, const char *member, int bias, gboolean submit);

/* All in and closed. */
void book_close_product (CsStore *store, const char *code, guint n_members, int bias);

/* The same with five sheets alike that come to exactly @stars: 0 (the least that can be answered), 3, 4 or 5.
 */
void book_close_with_stars (CsStore *store, const char *code, int stars);

/* Returns: (transfer full): "check" and "audit" of the book in lines, "" when all is in order. */
char *book_examine (CsStore *store);

/* book_examine() finds nothing. */
void book_assert_clean (Book *book);

/* Returns: (transfer full): of the @product-th product. */
CsResult *book_result (Book *book, guint product);

/* Returns: (transfer full): "m1=submitted m2=none": states of the members. */
char *book_states (Book *book, guint product);

/* Recuses @member from the @product-th product, or from all of its @producer. */
gboolean book_recuse (
    Book *book, const char *member, guint product, gboolean producer, const char *reason, GError **error);

/* --- from outside --- */

/* Runs SQL on a file; @sql may be several statements. It must succeed. */
void sql_run (const char *path, const char *sql);

/* The same, returning the SQLite result code. */
int sql_try (const char *path, const char *sql);

/* Returns: (transfer full): all rows of a query as text. */
char *sql_rows (const char *path, const char *sql);

/* Returns: (transfer full): the content of every table. */
char *sql_dump (const char *path);

/* Returns: (transfer full): what is sealed: sheets handed in, their answers and notes, and the log. */
char *sql_sealed (const char *path);

#define book_assert_states(book, product, wanted)                                                            \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *states = book_states (book, product);                                                   \
    g_assert_cmpstr (states, ==, wanted);                                                                    \
  }                                                                                                          \
  G_STMT_END

#define assert_error(error, wanted)                                                                          \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_assert_error (error, CS_ERROR, (int) (wanted));                                                        \
    g_clear_error (&(error));                                                                                \
  }                                                                                                          \
  G_STMT_END

/* Writes a line of the log, as a command does. */
gboolean book_log (CsTransaction *tx, const char *object, GError **error);

G_END_DECLS
