/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/council-words.h"

#include "base/date.h"
#include "base/text.h"
#include "summary/words/formats.h"
#include "rules/quorum.h"

#include <glib/gi18n-lib.h>

char *
cs_council_words_day (const char *at)
{
  g_autofree char *iso = cs_date_of_moment (at);

  return iso != NULL ? cs_date_to_display (iso) : g_strdup (at != NULL ? at : "");
}

char *
cs_council_words_name (CsStore *store, const CsCouncil *council)
{
  return cs_format_unit (cs_store_get_units (store), council->unit, cs_store_get_book (store)->unit);
}

char *
cs_council_words_level (CsStore *store, const CsCouncil *council)
{
  const CsLevel *level = cs_regulation_level (cs_store_get_current_regulation (store), council->level);

  return g_strdup (level != NULL ? cs_format_level (level) : council->level);
}

guint
cs_council_words_n_present (const CsCouncil *council)
{
  guint n = 0;

  for (guint i = 0; i < council->members->len; i++)
    n += ((const CsMember *) g_ptr_array_index (council->members, i))->left_at == NULL;
  return n;
}

char *
cs_council_words_size (CsStore *store, const CsCouncil *council)
{
  guint n = cs_council_words_n_present (council);
  g_autofree char *level = cs_council_words_level (store, council);
  g_autofree char *members = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member", "%u members", n), n);

  return g_strdup_printf ("%s · %s", level, members);
}

/* What the quorum would be if everybody came. */
static CsQuorum
full_quorum (const CsCouncil *council)
{
  g_autoptr (GPtrArray) sitting = g_ptr_array_new ();
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < council->members->len; i++)
    {
      CsMember *member = g_ptr_array_index (council->members, i);

      if (!cs_member_sits (member))
        continue;
      g_ptr_array_add (sitting, member);
      g_hash_table_add (present, member->key);
    }
  return cs_quorum (&council->rules, sitting, present);
}

char *
cs_council_words_quorum (const CsCouncil *council)
{
  CsQuorum quorum = full_quorum (council);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member scores, %u makes a quorum",
                                       "%u members score, %u make a quorum", quorum.members),
                          quorum.members, quorum.needed);
}

gboolean
cs_council_words_has_chair (const CsCouncil *council)
{
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (member->role == CS_ROLE_CHAIR && member->left_at == NULL)
        return TRUE;
    }
  return FALSE;
}

char *
cs_council_words_warning (const CsCouncil *council)
{
  CsQuorum quorum = full_quorum (council);

  if (quorum.members == 0)
    return g_strdup (_ ("Nobody scores in this council, so it cannot meet."));
  if (!quorum.met)
    return g_strdup (_ ("Nobody leads this council, so it cannot meet. Add a chair."));
  if (!cs_council_words_has_chair (council))
    return g_strdup (_ ("This council has no chair."));
  if (quorum.members == 1)
    return g_strdup (_ ("Only one member scores in this council."));
  return NULL;
}

static char *
present_text (const CsMember *member)
{
  g_autofree char *since = NULL;

  if (cs_text_is_blank (member->added_by))
    return g_strdup (member->organisation);
  since = cs_council_words_day (member->added_at);
  if (cs_text_is_blank (member->organisation))
    /* Translators: a day; a paper like "QĐ 15/QĐ-UBND" */
    return g_strdup_printf (_ ("Since %s by %s"), since, member->added_by);
  /* Translators: an organisation, a day, a paper */
  return g_strdup_printf (_ ("%s · since %s by %s"), member->organisation, since, member->added_by);
}

char *
cs_council_words_member (const CsCouncil *council, const CsMember *member)
{
  const CsMember *next = cs_council_successor (council, member);
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;
  GString *text;

  if (member->left_at == NULL)
    return present_text (member);
  text = g_string_new (member->organisation);
  since = cs_council_words_day (member->added_at);
  until = cs_council_words_day (member->left_at);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (member->added_at != NULL)
    /* Translators: two days and a paper */
    g_string_append_printf (text, _ ("%s to %s; left by %s"), since, until, member->left_by);
  else
    /* Translators: a day and a paper */
    g_string_append_printf (text, _ ("Until %s; left by %s"), until, member->left_by);
  if (next != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: name of the member who has the seat now */
      g_string_append_printf (text, _ ("Followed by %s"), next->name);
    }
  return g_string_free (text, FALSE);
}
