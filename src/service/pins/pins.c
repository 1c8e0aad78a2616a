/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/pins/pins.h"
#include "service/pins/pins-private.h"

#include "base/error.h"
#include "repo/book-repo.h"
#include "repo/closing-repo.h"
#include "repo/pin-repo.h"
#include "service/council/council-cache-private.h"

#include <glib/gi18n-lib.h>

/* --- who sits --- */

/* Returns: whether somebody sat. */
static gboolean
clear_sitter (CsStore *store)
{
  gboolean sat = store->sitter != NULL;

  g_clear_pointer (&store->sitter, g_free);
  /* what is written now is not written by the member any more */
  g_clear_pointer (&store->sitter_name, g_free);
  return sat;
}

void
_cs_pins_seat (CsStore *store, const CsMember *member)
{
  if (g_strcmp0 (store->sitter, member->uuid) == 0)
    return;
  clear_sitter (store);
  store->sitter = g_strdup (member->uuid);
  store->sitter_name = g_strdup (member->name);
  _cs_store_tell (store, CS_CHANGE_SITTER);
}

void
cs_pins_lock (CsStore *store)
{
  g_return_if_fail (CS_IS_STORE (store));
  if (clear_sitter (store))
    _cs_store_tell (store, CS_CHANGE_SITTER);
}

const char *
cs_pins_sitter (CsStore *store)
{
  g_return_val_if_fail (CS_IS_STORE (store), NULL);
  return store->sitter;
}

gboolean
cs_pins_are_locked (CsStore *store, const char *member)
{
  g_return_val_if_fail (CS_IS_STORE (store), TRUE);
  return store->book->pins && g_strcmp0 (store->sitter, member) != 0;
}

gboolean
_cs_pins_may_open (CsStore *store, const CsMember *member, GError **error)
{
  if (!cs_pins_are_locked (store, member->uuid))
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
               _ ("The sheets of %s are locked. Open them with this member's PIN."), member->name);
  return FALSE;
}

gboolean
_cs_pins_hide (CsStore *store, gint64 evaluation, gboolean *hide, GError **error)
{
  g_autoptr (GPtrArray) recusals = NULL;

  *hide = FALSE;
  if (!store->book->pins || store->sitter == NULL)
    return TRUE;
  recusals = _cs_recusals_kept (store, evaluation, error);
  *hide = cs_recusal_of (recusals, store->sitter) != NULL;
  return recusals != NULL;
}

gboolean
_cs_pins_hidden (CsStore *store, GHashTable **evaluations, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  *evaluations = NULL;
  if (!store->book->pins || store->sitter == NULL)
    return TRUE;
  ids = cs_recusal_repo_evaluations (store->db, store->sitter, error);
  if (ids == NULL)
    return FALSE;
  *evaluations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (*evaluations, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return TRUE;
}

gboolean
_cs_pins_refuse_recused (const char *code, GError **error)
{
  g_set_error (
      error, CS_ERROR, CS_ERROR_FORBIDDEN,
      _ ("Who sits here is recused from %s: its scores are not told. Lock the sheets, then try again."),
      code);
  return FALSE;
}

/* --- who keeps PINs --- */

static void
keeper_free (gpointer data)
{
  CsPinKeeper *keeper = data;

  g_free (keeper->council);
  g_free (keeper->member);
  g_free (keeper->name);
  g_free (keeper);
}

static gboolean
add_keeper (
    CsStore *store, GPtrArray *keepers, const CsCouncil *council, const CsMember *member, GError **error)
{
  g_autoptr (CsPin) pin = NULL;
  CsPinKeeper *keeper;

  if (!cs_pin_repo_load (store->db, member->id, &pin, error))
    return FALSE;
  keeper = g_new0 (CsPinKeeper, 1);
  keeper->council = g_strdup (council->uuid);
  keeper->member = g_strdup (member->uuid);
  keeper->name = g_strdup (member->name);
  keeper->role = member->role;
  keeper->has_pin = pin != NULL;
  g_ptr_array_add (keepers, keeper);
  return TRUE;
}

/* Those of the first role that somebody holds who is not @member (nullable). */
static gboolean
add_keepers (
    CsStore *store, GPtrArray *keepers, const CsCouncil *council, const char *member_uuid, GError **error)
{
  static const CsRole order[] = { CS_ROLE_SECRETARY, CS_ROLE_CHAIR, CS_ROLE_VICE };
  guint before = keepers->len;

  for (guint r = 0; r < G_N_ELEMENTS (order) && keepers->len == before; r++)
    for (guint i = 0; i < council->members->len; i++)
      {
        const CsMember *member = g_ptr_array_index (council->members, i);

        if (member->role == order[r] && member->left_at == NULL && g_strcmp0 (member->uuid, member_uuid) != 0
            && !add_keeper (store, keepers, council, member, error))
          return FALSE;
      }
  return TRUE;
}

GPtrArray *
cs_pins_list_keepers (CsStore *store, const char *member, GError **error)
{
  const GPtrArray *councils = _cs_councils_kept (store, error);
  g_autoptr (GPtrArray) keepers = g_ptr_array_new_with_free_func (keeper_free);

  for (guint i = 0; councils != NULL && i < councils->len; i++)
    {
      const CsCouncil *council = g_ptr_array_index (councils, i);

      if ((member == NULL || cs_council_member_by_uuid (council, member) != NULL)
          && !add_keepers (store, keepers, council, member, error))
        return NULL;
    }
  return councils != NULL ? g_steal_pointer (&keepers) : NULL;
}

static gboolean
sits (CsStore *store, const CsPinKeeper *keeper)
{
  return g_strcmp0 (store->sitter, keeper->member) == 0;
}

/* --- asking for PINs --- */

gboolean
cs_pins_are_on (CsStore *store)
{
  g_return_val_if_fail (CS_IS_STORE (store), FALSE);
  return store->book->pins;
}

/* A lock that everybody may take off would be none; but somebody must be able to. */
static gboolean
may_switch_off (CsStore *store, GError **error)
{
  g_autoptr (GPtrArray) keepers = cs_pins_list_keepers (store, NULL, error);
  gboolean guarded = FALSE;

  if (keepers == NULL)
    return FALSE;
  for (guint i = 0; i < keepers->len; i++)
    {
      const CsPinKeeper *keeper = g_ptr_array_index (keepers, i);

      if (keeper->has_pin && sits (store, keeper))
        return TRUE;
      guarded |= keeper->has_pin;
    }
  if (guarded)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                         _ ("PINs are switched off by the secretary, or by the chair where there is none, "
                            "with the own PIN."));
  return !guarded;
}

gboolean
cs_pins_set_on (CsStore *store, gboolean on, GError **error)
{
  g_autoptr (CsCommand) command = NULL;

  g_return_val_if_fail (CS_IS_STORE (store), FALSE);
  if (!on == !store->book->pins)
    return TRUE;
  if (!on && !may_switch_off (store, error))
    return FALSE;
  command = _cs_command_begin (store, "pins", error);
  if (command == NULL || !cs_book_repo_set_pins (command->transaction, on, error)
      || !_cs_command_commit (g_steal_pointer (&command), store->book->title, store->book->uuid,
                              on ? "off" : "on", on ? "on" : "off", 0, error))
    return FALSE;
  if (store->dry_run)
    return TRUE;
  store->book->pins = on;
  clear_sitter (store);
  _cs_store_tell (store, CS_CHANGE_SITTER);
  return TRUE;
}

/* --- a PIN that was forgotten --- */

const CsMember *
_cs_pins_find_member (CsStore *store, const char *uuid, CsCouncil **council, GError **error)
{
  const CsMember *member = _cs_councils_find_member (store, uuid, council, error);

  if (member == NULL || member->left_at == NULL)
    return member;
  g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN, _ ("%s has left the council."), member->name);
  return NULL;
}

gboolean
cs_pins_has (CsStore *store, const char *uuid, gboolean *has, GError **error)
{
  g_autoptr (CsCouncil) council = NULL;
  const CsMember *member = _cs_councils_find_member (store, uuid, &council, error);
  g_autoptr (CsPin) pin = NULL;

  *has = FALSE;
  if (member == NULL || !cs_pin_repo_load (store->db, member->id, &pin, error))
    return FALSE;
  *has = pin != NULL;
  return TRUE;
}

/* Is @keeper one who may take the PIN of @member away, and proven to be it? Returns: (transfer full): for the
 * log. */
static char *
check_keeper (
    CsStore *store, const CsCouncil *council, const CsMember *member, const char *uuid, GError **error)
{
  g_autoptr (GPtrArray) keepers = cs_pins_list_keepers (store, member->uuid, error);

  for (guint i = 0; keepers != NULL && i < keepers->len; i++)
    {
      const CsPinKeeper *keeper = g_ptr_array_index (keepers, i);

      if (g_strcmp0 (keeper->member, uuid) != 0)
        continue;
      if (!keeper->has_pin || sits (store, keeper))
        return g_strdup (keeper->name);
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("%s has a PIN too and gives it first, to take away that of %s."), keeper->name,
                   member->name);
      return NULL;
    }
  if (keepers != NULL)
    g_set_error (
        error, CS_ERROR, CS_ERROR_FORBIDDEN,
        _ ("PINs of the council %s are taken away by its secretary; by the chair where there is none "
           "or for the secretary's own. Name that person."),
        council->key);
  return NULL;
}

gboolean
cs_pins_reset (CsStore *store, const char *uuid, const char *keeper, GError **error)
{
  g_autoptr (CsCouncil) council = NULL;
  const CsMember *member = _cs_pins_find_member (store, uuid, &council, error);
  g_autofree char *by = member != NULL ? check_keeper (store, council, member, keeper, error) : NULL;
  g_autofree char *object = by != NULL ? g_strdup_printf ("%s/%s", council->key, member->key) : NULL;
  g_autoptr (CsCommand) command = NULL;
  g_autoptr (CsPin) pin = NULL;

  if (by == NULL || !cs_pin_repo_load (store->db, member->id, &pin, error))
    return FALSE;
  if (pin == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("%s has no PIN."), member->name);
      return FALSE;
    }
  command = _cs_command_begin (store, "pin-reset", error);
  if (command == NULL || !cs_pin_repo_remove (command->transaction, member->id, error)
      || !_cs_command_commit (g_steal_pointer (&command), object, member->uuid, member->name, by, 0, error))
    return FALSE;
  if (g_strcmp0 (store->sitter, uuid) == 0)
    clear_sitter (store);
  _cs_store_tell (store, CS_CHANGE_SITTER);
  return TRUE;
}
