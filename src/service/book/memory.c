/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/memory.h"

#include "db/memory.h"
#include "service/book/store-private.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

void
cs_store_release_memory (CsStore *self)
{
  g_return_if_fail (CS_IS_STORE (self));

  cs_db_release_memory (self->db);
#ifdef __GLIBC__
  malloc_trim (0); /* pages of a file are many small pieces, which the C library keeps otherwise */
#endif
}
