/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/recusal.h"

void
cs_recusal_free (CsRecusal *recusal)
{
  if (recusal == NULL)
    return;
  g_free (recusal->uuid);
  g_free (recusal->member_uuid);
  g_free (recusal->member_key);
  g_free (recusal->dossier);
  g_free (recusal->producer);
  g_free (recusal->producer_uuid);
  g_free (recusal->reason);
  g_free (recusal->since);
  g_free (recusal->ended_at);
  g_free (recusal->end_reason);
  g_free (recusal);
}

const CsRecusal *
cs_recusal_of (const GPtrArray *recusals, const char *member_uuid)
{
  for (guint i = 0; recusals != NULL && i < recusals->len; i++)
    {
      const CsRecusal *recusal = g_ptr_array_index (recusals, i);

      if (g_str_equal (recusal->member_uuid, member_uuid))
        return recusal;
    }
  return NULL;
}
