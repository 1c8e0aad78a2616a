/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/memory.h"

#include "db/handle-private.h"

void
cs_db_release_memory (CsDb *db)
{
  sqlite3_db_release_memory (db->handle);
}
