/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "service/book/store-copies.h"

/**
 * _cs_copies_before:
 * Before something is done that changes much. That there is no copy does not keep anybody from working: it is
 * told by the signal "copy-failed", or by cs_store_get_copy_problem() where the book is just being opened.
 *
 * Returns: (transfer full) (nullable): the copy, to be taken away when nothing is done after all; NULL when
 * none was needed or made
 */
char *_cs_copies_before (CsStore *store, CsBookCopyReason reason);

/* It was done: takes away the copies that need not be kept any more. */
void _cs_copies_rotate (CsStore *store);
