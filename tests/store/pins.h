/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "book.h"

G_BEGIN_DECLS

/* What the tests of PINs share. */

#define COUNCIL "district-842"

/* A book that asks for PINs. Where tries are counted, hashes are cheap. */
void pins_set_up (Book *book, gconstpointer data);

void pins_set_pin (Book *book, const char *member, const char *pin);

void pins_unlock (Book *book, const char *member, const char *pin);

/* Returns: (transfer full): who sits, "council/member" or "". */
char *pins_sitter (Book *book);

void pins_assert_sitter (Book *book, const char *wanted);

G_END_DECLS
