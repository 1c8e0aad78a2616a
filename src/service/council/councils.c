/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/council/councils.h"

#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "repo/council-repo.h"
#include "service/book/refusal-private.h"
#include "service/council/council-cache-private.h"
#include "service/council/council-seat-private.h"
#include "service/council/councils-private.h"

#include <glib/gi18n-lib.h>

/* "district-842": level and unit. Returns: FALSE when it names no seat of this book's law and units. */
static gboolean
parse_key (CsStore *store, const char *key, const CsLevel **level, const CsUnit **unit)
{
  const CsRegulation *regulation = cs_store_get_current_regulation (store);
  const char *dash = key != NULL ? strrchr (key, '-') : NULL;
  g_autofree char *name = dash != NULL ? g_strndup (key, (gsize) (dash - key)) : NULL;

  *level = name != NULL ? cs_regulation_level (regulation, name) : NULL;
  *unit = *level != NULL ? cs_unit_set_find (store->units, dash + 1) : NULL;
  return *unit != NULL && g_str_equal ((*unit)->kind, (*level)->unit_kind);
}

/* No text may be longer than what a package carries to the level above. */
static gboolean
check_lengths (const CsNewMember *member, const char **field, GError **error)
{
  const struct
  {
    const char *field;
    const char *text;
    int most;
  } texts[] = {
    { "member", member->key, CS_NAME_MAX },
    { "name", member->name, CS_NAME_MAX },
    { "organisation", member->organisation, CS_TEXT_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!_cs_require_field_fits (field, texts[i].field, texts[i].text, texts[i].most, error))
      return FALSE;
  return TRUE;
}

gboolean
cs_councils_check_member (CsStore *store, const CsNewMember *member, const char **field, GError **error)
{
  const CsLevel *level;
  const CsUnit *unit;

  if (!parse_key (store, member->council, &level, &unit))
    return _cs_refuse_field (
        field, "council", error,
        g_strdup_printf (
            _ ("“%s” is no council of this book. Write level and unit, for example %s-%s."),
            member->council != NULL ? member->council : "",
            ((CsLevel *) g_ptr_array_index (cs_store_get_current_regulation (store)->levels, 0))->id,
            store->book->unit));
  if (cs_text_is_blank (member->key))
    return _cs_refuse_field (field, "member", error,
                             g_strdup (_ ("The member has no short name. Write one, for example m1.")));
  if (cs_text_is_blank (member->name))
    return _cs_refuse_field (field, "name", error, g_strdup (_ ("The member has no name. Write the name.")));
  return check_lengths (member, field, error);
}

static CsCouncil *
ensure (CsCommand *command, const char *key, GError **error)
{
  const CsLevel *level;
  const CsUnit *unit;

  /* the key was looked at before */
  g_return_val_if_fail (parse_key (command->store, key, &level, &unit), NULL);
  return _cs_councils_ensure (command, cs_store_get_current_regulation (command->store), level, unit, error);
}

/* Whose seat the new member takes. 0 in @seat: nobody's. */
static gboolean
find_seat (const CsCouncil *council, const CsNewMember *wanted, gint64 *seat, GError **error)
{
  const CsMember *former;

  *seat = 0;
  if (wanted->replaces == NULL)
    return TRUE;
  former = cs_council_member_by_uuid (council, wanted->replaces);
  if (former == NULL || cs_council_successor (council, former) != NULL)
    {
      g_set_error (error, CS_ERROR, former == NULL ? CS_ERROR_NOT_FOUND : CS_ERROR_CONFLICT,
                   former == NULL ? _ ("There is no member “%s” in the council %s. Check the member.")
                                  : _ ("The seat of “%s” in the council %s is taken already."),
                   former == NULL ? wanted->replaces : former->name, council->key);
      return FALSE;
    }
  if (cs_role_scores (former->role) != cs_role_scores (wanted->role))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("%s cannot take the place of %s: one scores and the other does not."), wanted->name,
                   former->name);
      return FALSE;
    }
  *seat = former->id;
  return _cs_require_text (wanted->by_decision, CS_NAME_MAX, _ ("The paper of the replacement"), error);
}

static gboolean
is_room_for (const CsCouncil *council, const CsNewMember *wanted, gint64 seat, GError **error)
{
  if (cs_council_member (council, wanted->key) != NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT, _ ("The council %s has a member “%s” already."),
                   wanted->council, wanted->key);
      return FALSE;
    }
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (wanted->role == CS_ROLE_CHAIR && member->role == CS_ROLE_CHAIR && member->left_at == NULL
          && member->id != seat)
        {
          g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT, _ ("The council %s has a chair already."),
                       wanted->council);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
_cs_councils_add_member (CsCommand *command, const CsNewMember *wanted, GError **error)
{
  g_autoptr (CsCouncil) council = NULL;
  CsMember member = { 0 };
  g_autofree char *uuid = cs_id_new ();
  g_autofree char *name = NULL;
  const CsMember *former;

  if (!cs_councils_check_member (command->store, wanted, NULL, error))
    return FALSE;
  council = ensure (command, wanted->council, error);
  if (council == NULL || !find_seat (council, wanted, &member.replaces, error)
      || !is_room_for (council, wanted, member.replaces, error))
    return FALSE;
  former = cs_council_member_by_id (council, member.replaces);
  if (former != NULL && former->left_at == NULL
      && !cs_council_repo_end_member (command->transaction, former->id, command->at, wanted->by_decision,
                                      error))
    return FALSE;
  name = cs_text_clean (wanted->name);
  member.uuid = uuid;
  member.key = (char *) wanted->key;
  member.name = name;
  member.role = wanted->role;
  member.organisation = (char *) wanted->organisation;
  member.added_at = command->at;
  member.added_by = (char *) wanted->by_decision;
  return cs_council_repo_add_member (command->transaction, council->id, &member, error);
}

gboolean
cs_councils_add_member (CsStore *store, const CsNewMember *member, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "member-add", error);
  g_autofree char *object = g_strdup_printf ("%s/%s", member->council, member->key);
  g_autoptr (CsCouncil) council = NULL;
  g_autofree char *after =
      g_strjoin (", ", member->name, cs_role_to_text (member->role), member->by_decision, NULL);

  if (command == NULL || !_cs_councils_add_member (command, member, error))
    return FALSE;
  _cs_command_touch (command, CS_CHANGE_COUNCILS | CS_CHANGE_EVALUATIONS, NULL);
  council = _cs_councils_find (store, member->council, error);
  return council != NULL
         && _cs_command_commit (g_steal_pointer (&command), object, council->uuid, member->replaces, after, 0,
                                error);
}

gboolean
cs_councils_remove_member (CsStore *store, const char *uuid, const char *decision, GError **error)
{
  g_autoptr (CsCouncil) council = NULL;
  g_autoptr (CsCommand) command = NULL;
  const CsMember *member;
  g_autofree char *object = NULL;

  if (!_cs_require_text (decision, CS_NAME_MAX, _ ("The paper by which the member leaves"), error))
    return FALSE;
  member = _cs_councils_find_member (store, uuid, &council, error);
  if (member == NULL)
    return FALSE;
  if (member->left_at != NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                   _ ("%s has left the council %s already. Check the member."), member->name, council->key);
      return FALSE;
    }
  object = g_strdup_printf ("%s/%s", council->key, member->key);
  command = _cs_command_begin (store, "member-remove", error);
  if (command == NULL
      || !cs_council_repo_end_member (command->transaction, member->id, command->at, decision, error))
    return FALSE;
  _cs_command_touch (command, CS_CHANGE_EVALUATIONS, NULL);
  return _cs_command_commit (g_steal_pointer (&command), object, council->uuid, member->name, decision,
                             CS_CHANGE_COUNCILS, error);
}

gboolean
cs_councils_add_members (CsStore *store, const GArray *members, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "import-list", error);
  g_autofree char *count = g_strdup_printf ("%u", members->len);

  if (command == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    if (!cs_store_step (store, i, members->len, error)
        || !_cs_councils_add_member (command, &g_array_index (members, CsNewMember, i), error))
      return FALSE;
  return _cs_command_commit (g_steal_pointer (&command), "members", NULL, NULL, count, CS_CHANGE_COUNCILS,
                             error);
}
