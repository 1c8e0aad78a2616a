/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/council/council-seat-private.h"

#include "base/error.h"
#include "base/id.h"
#include "repo/council-repo.h"

#include <glib/gi18n-lib.h>

/* The same council has the same UUID in every book that it scores in; also in 0003-house.sql. */
static char *
derive_uuid (CsStore *store, const CsLevel *level, const CsUnit *unit)
{
  g_autofree char *name = g_strdup_printf ("council/%s/%s/%s/%d", store->book->unit_set, unit->code,
                                           level->id, store->book->year);

  return cs_id_derive (name);
}

CsCouncil *
_cs_councils_ensure (CsCommand *command,
                     const CsRegulation *regulation,
                     const CsLevel *level,
                     const CsUnit *unit,
                     GError **error)
{
  g_autofree char *key = cs_council_key (level->id, unit->code);
  g_autoptr (GError) missing = NULL;
  g_autoptr (CsCouncil) council = cs_council_repo_by_key (command->store->db, key, &missing);

  if (council != NULL)
    return g_steal_pointer (&council);
  if (!g_error_matches (missing, CS_ERROR, CS_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return NULL;
    }
  council = cs_council_new ();
  council->uuid = derive_uuid (command->store, level, unit);
  council->key = g_steal_pointer (&key);
  council->level = g_strdup (level->id);
  council->unit = g_strdup (unit->code);
  council->rules = regulation->council;
  if (!cs_council_repo_add (command->transaction, council, command->at, command->who, error))
    return NULL;
  _cs_command_touch (command, CS_CHANGE_COUNCILS, council->uuid);
  return g_steal_pointer (&council);
}

CsCouncil *
_cs_councils_ensure_for (CsCommand *command,
                         const CsRegulation *regulation,
                         const char *round_id,
                         const char *unit,
                         GError **error)
{
  CsStore *store = command->store;
  const CsRound *round = cs_store_find_round (store, round_id);
  const CsLevel *level = round != NULL ? cs_regulation_level (regulation, round->level) : NULL;
  const CsUnit *seat = level != NULL ? cs_unit_set_ancestor (store->units, unit, level->unit_kind) : NULL;

  if (round == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("There is no round “%s” in this book."), round_id);
  else if (seat == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                 _ ("Unit %s has no council for round “%s”. Choose a round of its own level."), unit,
                 round_id);
  return seat != NULL ? _cs_councils_ensure (command, regulation, level, seat, error) : NULL;
}
