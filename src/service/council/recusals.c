/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/council/recusals.h"

#include "base/error.h"
#include "base/text.h"
#include "rules/interest.h"
#include "repo/closing-repo.h"
#include "service/book/refusal-private.h"
#include "service/council/council-cache-private.h"
#include "service/scoring/evaluation-state-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_same (const CsRecusal *recusal, const CsNewRecusal *wanted, const CsMember *member)
{
  return recusal->ended_at == NULL && g_str_equal (recusal->member_uuid, member->uuid)
         && (wanted->whole_producer ? g_strcmp0 (recusal->producer_uuid, wanted->dossier->producer.uuid) == 0
                                    : g_strcmp0 (recusal->dossier, wanted->dossier->code) == 0);
}

static gboolean
may_declare (CsStore *store,
             const CsNewRecusal *wanted,
             const CsCouncil *council,
             const CsMember *member,
             GError **error)
{
  g_autoptr (GPtrArray) present = cs_recusal_repo_of_council (store->db, council->id, error);

  if (present == NULL)
    return FALSE;
  for (guint i = 0; i < present->len; i++)
    if (is_same (g_ptr_array_index (present, i), wanted, member))
      {
        g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT, _ ("%s is recused from it already."), member->name);
        return FALSE;
      }
  /* what is closed was judged; a recusal from the producer only looks forward */
  return wanted->whole_producer || wanted->dossier->evaluation == 0
         || g_strcmp0 (wanted->dossier->council, council->key) != 0
         || _cs_evaluation_is_open (store, wanted->dossier, error);
}

static const CsMember *
find_member (CsStore *store, const char *uuid, CsCouncil **council, GError **error)
{
  const CsMember *member = _cs_councils_find_member (store, uuid, council, error);

  if (member == NULL || cs_member_sits (member))
    return member;
  g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
               _ ("%s is no member of the council %s who scores now. Check the member."), member->name,
               (*council)->key);
  return NULL;
}

/* @dossier: (nullable): UUID; NULL: of every product of a producer */
static void
touch (CsCommand *command, const char *dossier)
{
  _cs_command_touch (command, CS_CHANGE_COUNCILS, NULL);
  _cs_command_touch (command, CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS, dossier);
}

gboolean
cs_recusals_declare (CsStore *store, const CsNewRecusal *wanted, GError **error)
{
  g_autoptr (CsCouncil) council = NULL;
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *reason = NULL, *object = NULL;
  const CsDossier *dossier = wanted->dossier;
  const CsMember *member;
  CsRecusal recusal = { 0 };
  gboolean stored;

  if (!_cs_require_text (wanted->reason, CS_TEXT_MAX, _ ("The reason of the recusal"), error))
    return FALSE;
  member = find_member (store, wanted->member, &council, error);
  command = member != NULL ? _cs_command_begin (store, "recuse", error) : NULL;
  if (command == NULL || !may_declare (store, wanted, council, member, error))
    return FALSE;
  reason = cs_text_clean (wanted->reason);
  recusal.member_uuid = member->uuid;
  recusal.by_chair = wanted->by_chair;
  recusal.reason = reason;
  recusal.since = command->at;
  stored = cs_recusal_repo_add (command->transaction, &recusal, wanted->whole_producer ? 0 : dossier->id,
                                wanted->whole_producer ? dossier->producer.id : 0, error);
  g_free (recusal.uuid);
  object = g_strdup_printf ("%s/%s/%s", council->key, member->key,
                            wanted->whole_producer ? dossier->producer.name : dossier->code);
  touch (command, wanted->whole_producer ? NULL : dossier->uuid);
  return stored
         && _cs_command_commit (g_steal_pointer (&command), object,
                                wanted->whole_producer ? member->uuid : dossier->uuid, NULL, reason, 0,
                                error);
}

gboolean
cs_recusals_end (CsStore *store, const CsRecusal *recusal, const char *reason, GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *object = NULL;

  if (!_cs_require_text (reason, CS_TEXT_MAX, _ ("The reason"), error))
    return FALSE;
  command = _cs_command_begin (store, "recuse-end", error);
  object = g_strdup_printf ("%s/%s", recusal->member_key,
                            recusal->dossier != NULL ? recusal->dossier : recusal->producer);
  if (command == NULL
      || !cs_recusal_repo_end (command->transaction, recusal->uuid, command->at, reason, error))
    return FALSE;
  touch (command, NULL);
  return _cs_command_commit (g_steal_pointer (&command), object, recusal->uuid, recusal->reason, reason, 0,
                             error);
}

GPtrArray *
cs_recusals_list (CsStore *store, const char *uuid, GError **error)
{
  g_autoptr (CsCouncil) council = _cs_councils_get (store, uuid, error);

  return council != NULL ? cs_recusal_repo_of_council (store->db, council->id, error) : NULL;
}

GPtrArray *
cs_recusals_of (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (CsIdSet) one = cs_id_set_new_one (dossier->evaluation);
  g_autoptr (GPtrArray) lists = cs_recusal_repo_of_set (store->db, one, error);

  /* the caller's own: what is kept must stay whole */
  return lists != NULL ? g_ptr_array_ref (g_ptr_array_index (lists, 0)) : NULL;
}

GPtrArray *
cs_recusals_suspects (CsStore *store, const CsCouncil *council, const CsDossier *dossier, GError **error)
{
  g_autoptr (GPtrArray) recused = _cs_recusals_kept (store, dossier->evaluation, error);
  g_autoptr (GPtrArray) suspects = g_ptr_array_new ();

  if (recused == NULL)
    return NULL;
  for (guint i = 0; i < council->members->len; i++)
    {
      CsMember *member = g_ptr_array_index (council->members, i);

      if (cs_member_sits (member) && cs_recusal_of (recused, member->uuid) == NULL
          && cs_interest_is_likely (member, &dossier->producer))
        g_ptr_array_add (suspects, member);
    }
  return g_steal_pointer (&suspects);
}
