/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "book.h"

G_BEGIN_DECLS

/* What the tests of the export share: a book with everything in it, its export, and asking what that says. */

char *exported_path (const Book *book);

void exported_make (Book *book, const char *unit, const char *round);

gboolean exported_is_valid (const char *path);

void exported_assert_valid (Book *book);

void exported_set_up (Book *book, gconstpointer data);

G_END_DECLS
