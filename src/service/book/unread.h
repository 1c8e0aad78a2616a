/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* What shows a part of the book and has no place of its own to say why that cannot be read: it must not look
 * as if there were none. Whoever shows the book says so, by the signal "unread" of the store. */

/**
 * cs_store_unread:
 *
 * Returns: where one call that reads for the screen puts its error: told when the main loop has its turn, or
 * by the next such call. Told is only that the book is damaged or its disk fails. For the main thread
 */
GError **cs_store_unread (CsStore *self);

/* Tells one at once. */
void cs_store_tell_unread (CsStore *self, const GError *error);

G_END_DECLS
