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
  g_free (member);
}

CsCouncil *
cs_council_new (void)
{
  CsCouncil *council = g_new0 (CsCouncil, 1);

  council->members = g_ptr_array_new_with_free_func (member_free);
  return council;
}

void
cs_council_free (CsCouncil *council)
{
  if (council == NULL)
    return;
  g_free (council->key);
  g_free (council->level);
  g_free (council->unit);
  g_ptr_array_unref (council->members);
  g_free (council);
}

CsMember *
cs_council_add_member (CsCouncil *council)
{
  CsMember *member = g_new0 (CsMember, 1);

  g_ptr_array_add (council->members, member);
  return member;
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

static gboolean
was_there (const CsMember *member, const char *moment)
{
  return moment == NULL || member->added_at == NULL || strcmp (member->added_at, moment) <= 0;
}

static void
copy_member (CsCouncil *council, const CsMember *member)
{
  CsMember *copy = cs_council_add_member (council);

  *copy = *member;
  copy->uuid = g_strdup (member->uuid);
  copy->key = g_strdup (member->key);
  copy->name = g_strdup (member->name);
  copy->organisation = g_strdup (member->organisation);
  copy->added_at = g_strdup (member->added_at);
}

CsCouncil *
cs_council_at (const CsCouncil *council, const char *moment)
{
  guint later = 0;
  CsCouncil *then;

  for (guint i = 0; i < council->members->len; i++)
    later += !was_there (g_ptr_array_index (council->members, i), moment);
  if (later == 0)
    return NULL;
  then = cs_council_new ();
  then->id = council->id;
  then->key = g_strdup (council->key);
  then->level = g_strdup (council->level);
  then->unit = g_strdup (council->unit);
  then->rules = council->rules;
  for (guint i = 0; i < council->members->len; i++)
    if (was_there (g_ptr_array_index (council->members, i), moment))
      copy_member (then, g_ptr_array_index (council->members, i));
  return then;
}

guint
cs_council_n_scoring (const CsCouncil *council)
{
  guint n = 0;

  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      n += cs_role_scores (member->role);
    }
  return n;
}
