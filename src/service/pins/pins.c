/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/pins/pins.h"
#include "service/pins/pins-private.h"

#include "base/error.h"
#include "repo/book-repo.h"
#include "repo/closing-repo.h"
#include "repo/council-repo.h"
#include "repo/pin-repo.h"
#include "service/council/council-cache-private.h"

#include <glib/gi18n-lib.h>

/* --- who sits --- */

/* Returns: whether somebody sat. */
static gboolean
clear_sitter (CsStore *store)
{
  gboolean sat = store->sitter != 0;

  store->sitter = 0;
  g_clear_pointer (&store->sitter_council, g_free);
  g_clear_pointer (&store->sitter_member, g_free);
  /* what is written now is not written by the member any more */
  g_clear_pointer (&store->sitter_name, g_free);
  return sat;
}

void
_cs_pins_seat (CsStore *store, const CsCouncil *council, const CsMember *member)
{
  if (store->sitter == member->id)
    return;
  clear_sitter (store);
  store->sitter = member->id;
  store->sitter_council = g_strdup (council->key);
  store->sitter_member = g_strdup (member->key);
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

gboolean
cs_pins_sitter (CsStore *store, const char **council, const char **member)
{
  g_return_val_if_fail (CS_IS_STORE (store), FALSE);
  if (council != NULL)
    *council = store->sitter_council;
  if (member != NULL)
    *member = store->sitter_member;
  return store->sitter != 0;
}

gboolean
cs_pins_are_locked (CsStore *store, const char *council, const char *member)
{
  g_return_val_if_fail (CS_IS_STORE (store), TRUE);
  return store->book->pins
         && (store->sitter == 0 || !g_str_equal (store->sitter_council, council)
             || !g_str_equal (store->sitter_member, member));
}

gboolean
_cs_pins_may_open (CsStore *store, const char *council, const CsMember *member, GError **error)
{
  if (!cs_pins_are_locked (store, council, member->key))
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
  if (!store->book->pins || store->sitter == 0)
    return TRUE;
  recusals = _cs_recusals_kept (store, evaluation, error);
  for (guint i = 0; recusals != NULL && i < recusals->len; i++)
    *hide |= ((CsRecusal *) g_ptr_array_index (recusals, i))->member == store->sitter;
  return recusals != NULL;
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
  keeper->council = g_strdup (council->key);
  keeper->member = g_strdup (member->key);
  keeper->name = g_strdup (member->name);
  keeper->role = member->role;
  keeper->has_pin = pin != NULL;
  g_ptr_array_add (keepers, keeper);
  return TRUE;
}

/* Those of the first role that somebody holds who is not @member (nullable). */
static gboolean
add_keepers (
    CsStore *store, GPtrArray *keepers, const CsCouncil *council, const char *member_key, GError **error)
{
  static const CsRole order[] = { CS_ROLE_SECRETARY, CS_ROLE_CHAIR, CS_ROLE_VICE };
  guint before = keepers->len;

  for (guint r = 0; r < G_N_ELEMENTS (order) && keepers->len == before; r++)
    for (guint i = 0; i < council->members->len; i++)
      {
        const CsMember *member = g_ptr_array_index (council->members, i);

        if (member->role == order[r] && member->left_at == NULL && g_strcmp0 (member->key, member_key) != 0
            && !add_keeper (store, keepers, council, member, error))
          return FALSE;
      }
  return TRUE;
}

GPtrArray *
cs_pins_list_keepers (CsStore *store, const char *council_key, const char *member, GError **error)
{
  g_autoptr (GPtrArray) councils = cs_council_repo_list (store->db, error);
  g_autoptr (GPtrArray) keepers = g_ptr_array_new_with_free_func (keeper_free);

  if (councils == NULL)
    return NULL;
  for (guint i = 0; i < councils->len; i++)
    {
      const CsCouncil *council = g_ptr_array_index (councils, i);

      if ((council_key == NULL || g_str_equal (council->key, council_key))
          && !add_keepers (store, keepers, council, member, error))
        return NULL;
    }
  return g_steal_pointer (&keepers);
}

static gboolean
sits (CsStore *store, const CsPinKeeper *keeper)
{
  return store->sitter != 0 && g_str_equal (store->sitter_council, keeper->council)
         && g_str_equal (store->sitter_member, keeper->member);
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
  g_autoptr (GPtrArray) keepers = cs_pins_list_keepers (store, NULL, NULL, error);
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
      || !_cs_command_commit (g_steal_pointer (&command), store->book->uuid, on ? "off" : "on",
                              on ? "on" : "off", 0, error))
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
_cs_pins_find_member (const CsCouncil *council, const char *key, GError **error)
{
  const CsMember *member = cs_council_member (council, key);

  if (member == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                 _ ("There is no member “%s” in the council %s. Check the member."), key, council->key);
  else if (member->left_at != NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN, _ ("%s has left the council."), member->name);
  else
    return member;
  return NULL;
}

gboolean
cs_pins_has (CsStore *store, const char *council_key, const char *key, gboolean *has, GError **error)
{
  g_autoptr (CsCouncil) council = cs_council_repo_by_key (store->db, council_key, error);
  const CsMember *member = council != NULL ? cs_council_member (council, key) : NULL;
  g_autoptr (CsPin) pin = NULL;

  *has = FALSE;
  if (council == NULL)
    return FALSE;
  if (member == NULL)
    return _cs_pins_find_member (council, key, error) != NULL;
  if (!cs_pin_repo_load (store->db, member->id, &pin, error))
    return FALSE;
  *has = pin != NULL;
  return TRUE;
}

/* Is @keeper one who may take the PIN of @member away, and proven to be it? Returns: (transfer full): for the
 * log. */
static char *
check_keeper (
    CsStore *store, const CsCouncil *council, const CsMember *member, const char *key, GError **error)
{
  g_autoptr (GPtrArray) keepers = cs_pins_list_keepers (store, council->key, member->key, error);

  for (guint i = 0; keepers != NULL && i < keepers->len; i++)
    {
      const CsPinKeeper *keeper = g_ptr_array_index (keepers, i);

      if (!g_str_equal (keeper->member, key))
        continue;
      if (!keeper->has_pin || sits (store, keeper))
        return g_strdup_printf ("%s, %s", keeper->member, keeper->name);
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
cs_pins_reset (
    CsStore *store, const char *council_key, const char *member_key, const char *keeper, GError **error)
{
  g_autoptr (CsCouncil) council = cs_council_repo_by_key (store->db, council_key, error);
  const CsMember *member = council != NULL ? _cs_pins_find_member (council, member_key, error) : NULL;
  g_autofree char *by = member != NULL ? check_keeper (store, council, member, keeper, error) : NULL;
  g_autofree char *object = g_strdup_printf ("%s/%s", council_key, member_key);
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
      || !_cs_command_commit (g_steal_pointer (&command), object, member->name, by, 0, error))
    return FALSE;
  if (store->sitter == member->id)
    clear_sitter (store);
  _cs_store_tell (store, CS_CHANGE_SITTER);
  return TRUE;
}
