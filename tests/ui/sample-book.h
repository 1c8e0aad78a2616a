/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* Books for the tests of the pages, made with the library's data through the services. Everything in them is
 * invented and says so ("mẫu"). */

/* Returns: (transfer full): an empty book of province 84 for the plan of 2024, in a folder of its own. */
CsStore *sample_book_new (void);

/* Removes the book's folder; @store is released. */
void sample_book_free (CsStore *store);

/* Gives the council @n scoring members m1, m2 … (m1 chairs, m2 is vice-chair) and a secretary. */
void sample_book_add_council (CsStore *store, const char *council, guint n);

/* Returns: (transfer full): code of a new dossier of @unit (a commune or district) in @round, (nullable). */
char *sample_book_add_dossier (CsStore *store, const char *unit, int form, const char *round);

/* Answers every criterion so that the total comes near @total; overwrites what is there, submits nothing. */
void sample_book_score (CsStore *store, const char *code, const char *member, int total);

/* Submits all open sheets of @code; closes it, perhaps with a @reason. */
void sample_book_submit (CsStore *store, const char *code);
void sample_book_close (CsStore *store, const char *code, const char *reason);

/* All of the @n members m1 … answer alike, so that it comes to exactly @stars (3 to 5), and it is closed. */
void sample_book_close_with_stars (CsStore *store, const char *code, guint n, int stars);

G_END_DECLS
