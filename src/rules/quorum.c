/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/quorum.h"

static gboolean
is_role_among (const GPtrArray *members, GHashTable *only, CsRole role)
{
  for (guint i = 0; i < members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (members, i);

      if (member->role == role && (only == NULL || g_hash_table_contains (only, member->key)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_led (CsPresence presence, const GPtrArray *entitled, GHashTable *present)
{
  gboolean chair = is_role_among (entitled, present, CS_ROLE_CHAIR);
  gboolean vice = is_role_among (entitled, present, CS_ROLE_VICE);

  /* where the chair may not take part, the vice-chair leads */
  if (presence == CS_PRESENCE_CHAIR && is_role_among (entitled, NULL, CS_ROLE_CHAIR))
    return chair;
  return chair || vice;
}

CsQuorum
cs_quorum (const CsCouncilRules *rules, const GPtrArray *entitled, GHashTable *present)
{
  CsQuorum quorum = { .members = entitled->len };
  CsFraction share = rules->quorum;

  for (guint i = 0; i < entitled->len; i++)
    quorum.present += g_hash_table_contains (present, ((CsMember *) g_ptr_array_index (entitled, i))->key);
  quorum.leader_present = is_led (rules->presence, entitled, present);
  quorum.needed = (guint) ((quorum.members * share.num + share.den - 1) / share.den);
  quorum.met = quorum.members > 0 && quorum.present >= quorum.needed
               && (quorum.leader_present || rules->presence == CS_PRESENCE_NONE);
  return quorum;
}
