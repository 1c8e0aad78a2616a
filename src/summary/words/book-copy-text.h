/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/book-copy.h"

G_BEGIN_DECLS

/* Returns: (transfer full): why the copy was made, what it holds and how large it is, in the reader's
 * language. */
char *cs_book_copy_text (const CsBookCopy *copy);

G_END_DECLS
