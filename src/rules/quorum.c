/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/quorum.h"

CsQuorum
cs_quorum (const CsCouncil *council, GHashTable *present)
{
  CsQuorum quorum = { 0 };
  CsFraction share = council->rules.quorum;

  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (!cs_role_scores (member->role))
        continue;
      quorum.members++;
      if (!g_hash_table_contains (present, member->key))
        continue;
      quorum.present++;
      if (member->role == CS_ROLE_CHAIR || member->role == CS_ROLE_VICE)
        quorum.leader_present = TRUE;
    }
  quorum.needed = (guint) ((quorum.members * share.num + share.den - 1) / share.den);
  quorum.met = quorum.members > 0 && quorum.present >= quorum.needed
               && (quorum.leader_present || !council->rules.chair_required);
  return quorum;
}
