/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

/* Tests name members as people do, by the key in their council; the service takes UUIDs.
 *
 * Returns: (transfer none) (nullable): the UUID of the first council's member called @key, @key itself when
 * there is none; NULL for NULL */
static inline const char *
member_id (CsStore *store, const char *key)
{
  g_autoptr (GPtrArray) councils = cs_store_list_councils (store, NULL);

  for (guint i = 0; key != NULL && councils != NULL && i < councils->len; i++)
    {
      const CsMember *member = cs_council_member (g_ptr_array_index (councils, i), key);

      if (member != NULL)
        return g_intern_string (member->uuid);
    }
  return key;
}

/* The same in the council called @council, where several have a member of that key. */
static inline const char *
member_id_in (CsStore *store, const char *council, const char *key)
{
  g_autoptr (CsCouncil) found = cs_store_find_council (store, council, NULL);
  const CsMember *member = found != NULL ? cs_council_member (found, key) : NULL;

  return member != NULL ? g_intern_string (member->uuid) : key;
}
