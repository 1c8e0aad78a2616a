/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

/* Tests name councils as people do, "district-842"; the service takes UUIDs.
 *
 * Returns: (transfer none): the UUID of the council called @key; @key itself when there is none */
static inline const char *
council_id (CsStore *store, const char *key)
{
  g_autoptr (CsCouncil) council = cs_store_find_council (store, key, NULL);

  return council != NULL ? g_intern_string (council->uuid) : key;
}
