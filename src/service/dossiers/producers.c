/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers/producers.h"

#include "base/error.h"
#include "base/text.h"
#include "repo/producer-repo.h"
#include "rules/producer-name.h"
#include "service/book/refusal-private.h"
#include "service/book/store-private.h"

#include <glib/gi18n-lib.h>

GPtrArray *
cs_producers_list (CsStore *store, const char *words, guint limit, GError **error)
{
  return cs_producer_repo_list (store->db, words, limit, error);
}

CsProducer *
cs_producers_get (CsStore *store, const char *uuid, GError **error)
{
  return cs_producer_repo_get (store->db, uuid, error);
}

CsProducer *
cs_producers_find (CsStore *store, const char *name, const char *commune, const char *kind, GError **error)
{
  g_autofree char *clean = cs_producer_name_clean (name);

  return cs_producer_repo_find (store->db, clean, commune, kind, error);
}

GPtrArray *
cs_producers_near (CsStore *store, const char *name, const char *commune, const char *kind, GError **error)
{
  g_autofree char *clean = cs_producer_name_clean (name), *folded = cs_text_fold (name);
  g_autofree char *shorter = cs_producer_name_shorten (folded), *longer = cs_producer_name_expand (folded);
  const char *const names[] = { folded, shorter, longer };
  GPtrArray *near = cs_producer_repo_called (store->db, names, error);

  for (guint i = 0; near != NULL && i < near->len;)
    {
      const CsProducer *producer = g_ptr_array_index (near, i);

      if (g_str_equal (producer->name, clean) && g_strcmp0 (producer->commune, commune) == 0
          && g_strcmp0 (producer->kind, kind) == 0)
        g_ptr_array_remove_index (near, i);
      else
        i++;
    }
  return near;
}

/* Whoever shows a dossier of one of them shows another one now. */
static gboolean
touch_dossiers (CsCommand *command, const CsProducer *producer, GError **error)
{
  g_autoptr (GPtrArray) uuids = cs_producer_repo_dossiers (command->store->db, producer->id, error);

  for (guint i = 0; uuids != NULL && i < uuids->len; i++)
    _cs_command_touch (command, CS_CHANGE_DOSSIERS | CS_CHANGE_EVALUATIONS, g_ptr_array_index (uuids, i));
  return uuids != NULL;
}

/* One step only: a chain of joinings nobody could take apart. */
static gboolean
may_join (const CsProducer *producer, const CsProducer *kept, GError **error)
{
  const CsProducer *taken = producer->joined_to != NULL ? producer : kept->joined_to != NULL ? kept : NULL;

  if (producer->id == kept->id)
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("“%s” is one producer already. Name another one."),
                 producer->name);
  else if (taken != NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                 _ ("“%s” is joined to another producer already. Separate it first."), taken->name);
  else if (producer->keeps_others)
    g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                 _ ("Others are joined to “%s”. Join the other way round, or separate them first."),
                 producer->name);
  else
    return TRUE;
  return FALSE;
}

gboolean
cs_producers_join (
    CsStore *store, const char *uuid, const char *kept_uuid, const char *reason, GError **error)
{
  g_autoptr (CsProducer) producer = NULL, kept = NULL;
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *clean = NULL;

  if (!_cs_require_text (reason, CS_TEXT_MAX, _ ("The reason of the joining"), error))
    return FALSE;
  command = _cs_command_begin (store, "producer-join", error);
  producer = command != NULL ? cs_producers_get (store, uuid, error) : NULL;
  kept = producer != NULL ? cs_producers_get (store, kept_uuid, error) : NULL;
  if (kept == NULL || !may_join (producer, kept, error))
    return FALSE;
  clean = cs_text_clean (reason);
  return cs_producer_repo_join (command->transaction, producer->id, kept->id, command->at, command->who,
                                clean, error)
         && touch_dossiers (command, producer, error)
         && _cs_command_commit (g_steal_pointer (&command), producer->name, producer->uuid, NULL, clean, 0,
                                error);
}

gboolean
cs_producers_separate (CsStore *store, const char *uuid, const char *reason, GError **error)
{
  g_autoptr (CsProducer) producer = NULL;
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *clean = NULL;

  if (!_cs_require_text (reason, CS_TEXT_MAX, _ ("The reason of the separation"), error))
    return FALSE;
  command = _cs_command_begin (store, "producer-separate", error);
  producer = command != NULL ? cs_producers_get (store, uuid, error) : NULL;
  if (producer == NULL)
    return FALSE;
  if (producer->joined_to == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT, _ ("“%s” is joined to nobody."), producer->name);
      return FALSE;
    }
  clean = cs_text_clean (reason);
  return touch_dossiers (command, producer, error)
         && cs_producer_repo_separate (command->transaction, producer->id, command->at, command->who, clean,
                                       error)
         && _cs_command_commit (g_steal_pointer (&command), producer->name, producer->uuid, NULL, clean, 0,
                                error);
}
