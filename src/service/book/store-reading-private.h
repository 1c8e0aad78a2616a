/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

/* Opens a copy of a book that cannot be written, for reading only. Returns: (transfer full): the book; errors
 * as cs_store_open() */
CsStore *_cs_store_open_reading (const char *path, GError **error);

/* Returns: (transfer full): a book that has no connection yet, with the empty file for its private copy. */
CsStore *_cs_store_prepare_reading (const char *path, GError **error);
