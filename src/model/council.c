/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/council.h"

static const char *const role_texts[] = { "chair", "vice", "member", "secretary" };

const char *
cs_role_to_text (CsRole role)
{
  return role_texts[role];
}

gboolean
cs_role_parse (const char *text, CsRole *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (role_texts); i++)
    if (g_strcmp0 (text, role_texts[i]) == 0)
      {
        *role = (CsRole) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
cs_role_scores (CsRole role)
{
  return role != CS_ROLE_SECRETARY;
}

static void
member_free (gpointer data)
{
  CsMember *member = data;

  g_free (member->uuid);
  g_free (member->key);
  g_free (member->name);
  g_free (member->organisation);
  g_free (member->added_at);
  g_free (member->added_by);
  g_free (member->left_at);
  g_free (member->left_by);
  g_free (member);
}

static void
working_group_member_free (gpointer data)
{
  CsWorkingGroupMember *helper = data;

  g_free (helper->uuid);
  g_free (helper->name);
  g_free (helper->organisation);
  g_free (helper->duty);
  g_free (helper);
}

void
cs_rules_version_free (CsRulesVersion *version)
{
  g_free (version->set_at);
  g_free (version->set_by);
  g_free (version->reason);
  g_free (version);
}

char *
cs_council_key (const char *level, const char *unit)
{
  return g_strdup_printf ("%s-%s", level, unit);
}

CsCouncil *
cs_council_new (void)
{
  CsCouncil *council = g_new0 (CsCouncil, 1);

  council->ref_count = 1;
  council->members = g_ptr_array_new_with_free_func (member_free);
  council->working_group = g_ptr_array_new_with_free_func (working_group_member_free);
  return council;
}

CsCouncil *
cs_council_ref (CsCouncil *council)
{
  g_atomic_int_inc (&council->ref_count);
  return council;
}

void
cs_council_unref (CsCouncil *council)
{
  if (council == NULL || !g_atomic_int_dec_and_test (&council->ref_count))
    return;
  g_free (council->uuid);
  g_free (council->key);
  g_free (council->level);
  g_free (council->unit);
  g_free (council->decision);
  g_free (council->decided_on);
  g_free (council->authority);
  g_ptr_array_unref (council->members);
  g_ptr_array_unref (council->working_group);
  g_free (council);
}

CsMember *
cs_council_add_member (CsCouncil *council)
{
  CsMember *member = g_new0 (CsMember, 1);

  g_ptr_array_add (council->members, member);
  return member;
}

CsWorkingGroupMember *
cs_council_add_working_group_member (CsCouncil *council)
{
  CsWorkingGroupMember *helper = g_new0 (CsWorkingGroupMember, 1);

  g_ptr_array_add (council->working_group, helper);
  return helper;
}

const CsMember *
cs_council_member (const CsCouncil *council, const char *key)
{
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (g_str_equal (member->key, key))
        return member;
    }
  return NULL;
}

const CsMember *
cs_council_member_by_id (const CsCouncil *council, gint64 id)
{
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (member->id == id)
        return member;
    }
  return NULL;
}

const CsMember *
cs_council_member_by_uuid (const CsCouncil *council, const char *uuid)
{
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (g_strcmp0 (member->uuid, uuid) == 0)
        return member;
    }
  return NULL;
}

const CsMember *
cs_council_successor (const CsCouncil *council, const CsMember *member)
{
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *other = g_ptr_array_index (council->members, i);

      if (other->replaces != 0 && other->replaces == member->id)
        return other;
    }
  return NULL;
}

gboolean
cs_member_sits (const CsMember *member)
{
  return cs_role_scores (member->role) && member->left_at == NULL;
}

guint
cs_council_n_scoring (const CsCouncil *council)
{
  guint n = 0;

  for (guint i = 0; i < council->members->len; i++)
    n += cs_member_sits (g_ptr_array_index (council->members, i));
  return n;
}
