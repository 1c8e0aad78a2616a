/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "council-id.h"
#include "service/sessions/sessions.h"

/* Returns: (transfer full): session @no of the council called @council in the round. */
static inline CsSession *
session_of (CsStore *store, const char *council, const char *round, int no)
{
  g_autoptr (GPtrArray) sessions = cs_sessions_list (store, council_id (store, council), round, NULL);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    if (((CsSession *) g_ptr_array_index (sessions, i))->no == no)
      return g_ptr_array_steal_index (sessions, i);
  g_assert_not_reached ();
}
