/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* cs_store_release_memory: for when nothing is asked of the book for a while: gives back to the system what
 * was read in case it is wanted again. */
void cs_store_release_memory (CsStore *self);

G_END_DECLS
