/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/pins/pin-try.h"
#include "service/pins/pins-private.h"

#include "base/date.h"
#include "base/error.h"
#include "base/moment.h"
#include "repo/pin-repo.h"
#include "rules/pin.h"
#include "service/book/worker.h"
#include "service/pins/pin-try-private.h"

#include <glib/gi18n-lib.h>

/* A PIN that is given, or set. The book is asked before and after; what takes long, the hashes, lies between
 * and knows values only, so that it can run in the worker. */

typedef struct
{
  char *member;   /* UUID */
  char *pin;      /* (nullable): as it was given */
  char *new_pin;  /* (nullable): to be set */
  char *hash;     /* (nullable): what @pin is held against; NULL: the member has none */
  CsPinCost cost; /* of new hashes, and the most of old ones */
  gboolean right; /* result: @pin fits */
  char *new_hash; /* (nullable): result */
} Try;

static void
try_clear (gpointer data)
{
  Try *try = data;

  g_free (try->member);
  _cs_pin_forget (try->pin);
  _cs_pin_forget (try->new_pin);
  g_free (try->hash);
  g_free (try->new_hash);
}

static void
try_unref (gpointer try)
{
  g_atomic_rc_box_release_full (try, try_clear);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Try, try_unref)

/* --- what is refused --- */

static gboolean
refuse_form (GError **error)
{
  g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("A PIN is %d to %d digits and nothing else."),
               CS_PIN_LEAST, CS_PIN_MOST);
  return FALSE;
}

static gboolean
refuse_wait (int seconds, GError **error)
{
  int minutes = (seconds + 59) / 60;

  if (seconds < 60)
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                 g_dngettext (GETTEXT_PACKAGE, "Too many wrong PINs. The next try is possible in %d second.",
                              "Too many wrong PINs. The next try is possible in %d seconds.",
                              (gulong) seconds),
                 seconds);
  else
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                 g_dngettext (GETTEXT_PACKAGE, "Too many wrong PINs. The next try is possible in %d minute.",
                              "Too many wrong PINs. The next try is possible in %d minutes.",
                              (gulong) minutes),
                 minutes);
  return FALSE;
}

/* Is there everything that this member must give? */
static gboolean
is_given (const CsMember *member, const CsPin *stored, const char *pin, const char *new_pin, GError **error)
{
  if (new_pin != NULL && !cs_pin_is_well_formed (new_pin))
    return refuse_form (error);
  if (stored == NULL && new_pin == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN, _ ("%s has no PIN yet. Set one first."), member->name);
  else if (stored != NULL && pin == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                 _ ("%s has a PIN. Another one is set by who gives the present one."), member->name);
  else
    /* what cannot be a PIN is no try */
    return stored == NULL || cs_pin_is_well_formed (pin) || refuse_form (error);
  return FALSE;
}

/* --- the count of wrong tries --- */

static gboolean
write_count (CsStore *store,
             const char *verb,
             const CsCouncil *council,
             const CsMember *member,
             const CsPin *counted,
             const char *before,
             const char *after,
             GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, verb, error);
  g_autofree char *object = g_strdup_printf ("%s/%s", council->key, member->key);

  return command != NULL
         && cs_pin_repo_count (command->transaction, member->id, counted->failures, counted->failed_at, error)
         && _cs_command_commit (g_steal_pointer (&command), object, member->uuid, before, after, 0, error);
}

/* Has the delay passed? A clock that went back begins it anew, once. */
static gboolean
may_try (CsStore *store,
         const CsCouncil *council,
         const CsMember *member,
         const CsPin *stored,
         const char *now,
         GError **error)
{
  gboolean untimely;
  int wait = cs_pin_wait (stored->failures, stored->failed_at, now, &untimely);
  CsPin again = { .failures = stored->failures, .failed_at = (char *) now };

  if (wait == 0)
    return TRUE;
  if (untimely && !write_count (store, "pin-clock", council, member, &again, stored->failed_at, now, error))
    return FALSE;
  return refuse_wait (wait, error);
}

static gboolean
count_wrong (CsStore *store,
             const CsCouncil *council,
             const CsMember *member,
             const CsPin *stored,
             const char *now,
             GError **error)
{
  CsPin counted = { .failures = CLAMP (stored->failures, 0, G_MAXINT - 1) + 1, .failed_at = (char *) now };
  g_autofree char *before = g_strdup_printf ("%d", stored->failures);
  g_autofree char *after = g_strdup_printf ("%d", counted.failures);

  if (!write_count (store, "pin-wrong", council, member, &counted, before, after, error))
    return FALSE;
  if (cs_pin_delay (counted.failures) > 0)
    return refuse_wait (cs_pin_delay (counted.failures), error);
  g_set_error_literal (error, CS_ERROR, CS_ERROR_FORBIDDEN, _ ("This PIN is wrong. Try again."));
  return FALSE;
}

static gboolean
clear_count (
    CsStore *store, const CsCouncil *council, const CsMember *member, const CsPin *stored, GError **error)
{
  CsPin clean = { 0 };
  g_autofree char *before = g_strdup_printf ("%d", stored->failures);

  return stored->failures == 0
         || write_count (store, "pin-right", council, member, &clean, before, "0", error);
}

/* --- before, between and after --- */

static Try *
begin (
    CsStore *store, const char *uuid, const char *pin, const char *new_pin, const char *now, GError **error)
{
  g_autoptr (CsCouncil) council = NULL;
  const CsMember *member = _cs_pins_find_member (store, uuid, &council, error);
  g_autoptr (CsPin) stored = NULL;
  Try *try;

  if (member == NULL || !cs_pin_repo_load (store->db, member->id, &stored, error)
      || !is_given (member, stored, pin, new_pin, error)
      || (stored != NULL && !may_try (store, council, member, stored, now, error)))
    return NULL;
  try = g_atomic_rc_box_new0 (Try);
  try->member = g_strdup (uuid);
  try->pin = g_strdup (pin);
  try->new_pin = g_strdup (new_pin);
  try->hash = stored != NULL ? g_strdup (stored->hash) : NULL;
  try->cost = store->pin_cost;
  return try;
}

/* A CsWork. */
static gboolean
compute (gpointer data, GCancellable *cancellable, GError **error)
{
  Try *try = data;

  try->right = try->hash == NULL;
  if (try->hash != NULL && !_cs_pin_hash_check (try->hash, try->pin, &try->cost, &try->right, error))
    return FALSE;
  if (try->right && try->new_pin != NULL)
    try->new_hash = _cs_pin_hash_new (try->new_pin, &try->cost, error);
  return !try->right || try->new_pin == NULL || try->new_hash != NULL;
}

static gboolean
store_hash (
    CsStore *store, const CsCouncil *council, const CsMember *member, const char *hash, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "pin-set", error);
  g_autofree char *object = g_strdup_printf ("%s/%s", council->key, member->key);

  if (command == NULL)
    return FALSE;
  _cs_command_set_own (command, member);
  return cs_pin_repo_set (command->transaction, member->id, hash, command->at, error)
         && _cs_command_commit (g_steal_pointer (&command), object, member->uuid, NULL, member->name, 0,
                                error);
}

static gboolean
finish (CsStore *store, const Try *try, const char *now, GError **error)
{
  g_autoptr (CsCouncil) council = NULL;
  const CsMember *member = _cs_pins_find_member (store, try->member, &council, error);
  g_autoptr (CsPin) stored = NULL;

  if (member == NULL || !cs_pin_repo_load (store->db, member->id, &stored, error))
    return FALSE;
  if (g_strcmp0 (stored != NULL ? stored->hash : NULL, try->hash) != 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT, _ ("The PIN of %s was changed meanwhile. Try again."),
                   member->name);
      return FALSE;
    }
  /* asked again: of many tries that were begun together only the first ones are free */
  if (stored != NULL && !may_try (store, council, member, stored, now, error))
    return FALSE;
  if (!try->right)
    return count_wrong (store, council, member, stored, now, error);
  if (try->new_hash == NULL ? !clear_count (store, council, member, stored, error)
                            : !store_hash (store, council, member, try->new_hash, error))
    return FALSE;
  if (try->new_hash == NULL || (store->book->pins && store->sitter == NULL))
    _cs_pins_seat (store, member);
  else
    _cs_store_tell (store, CS_CHANGE_SITTER);
  return TRUE;
}

/* --- at once --- */

static gboolean
try_now (
    CsStore *store, const char *member, const char *pin, const char *new_pin, const char *now, GError **error)
{
  g_autoptr (Try) try = begin (store, member, pin, new_pin, now, error);

  return try != NULL && compute (try, NULL, error) && finish (store, try, now, error);
}

gboolean
_cs_pins_unlock_at (CsStore *store, const char *member, const char *pin, const char *now, GError **error)
{
  g_return_val_if_fail (CS_IS_STORE (store) && pin != NULL, FALSE);
  return try_now (store, member, pin, NULL, now, error);
}

gboolean
cs_pins_unlock (CsStore *store, const char *member, const char *pin, GError **error)
{
  g_autofree char *now = cs_moment_now ();

  return _cs_pins_unlock_at (store, member, pin, now, error);
}

gboolean
_cs_pins_set_at (CsStore *store,
                 const char *member,
                 const char *old_pin,
                 const char *new_pin,
                 const char *now,
                 GError **error)
{
  g_return_val_if_fail (CS_IS_STORE (store) && new_pin != NULL, FALSE);
  return try_now (store, member, old_pin, new_pin, now, error);
}

gboolean
cs_pins_set (CsStore *store, const char *member, const char *old_pin, const char *new_pin, GError **error)
{
  g_autofree char *now = cs_moment_now ();

  return _cs_pins_set_at (store, member, old_pin, new_pin, now, error);
}

/* --- in the worker --- */

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Try *try = g_task_get_task_data (task);
  g_autofree char *now = cs_moment_now ();
  GError *error = NULL;

  /* who gave up in between must not find the sheets open; but giving up takes no wrong PIN back */
  if (!cs_worker_run_finish (result, &error)
      || (try->right && g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
      || !finish (g_task_get_source_object (task), try, now, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
try_async (CsStore *store, const char *member, const char *pin, const char *new_pin, GTask *task)
{
  g_autofree char *now = cs_moment_now ();
  GError *error = NULL;
  Try *try = begin (store, member, pin, new_pin, now, &error);

  g_task_set_source_tag (task, cs_pins_finish);
  /* what was done is done, and told as such */
  g_task_set_check_cancellable (task, FALSE);
  if (try == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_task_set_task_data (task, try, try_unref);
  cs_worker_run_async (compute, g_atomic_rc_box_acquire (try), try_unref, g_task_get_cancellable (task),
                       computed_cb, task);
}

void
cs_pins_unlock_async (CsStore *store,
                      const char *member,
                      const char *pin,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_return_if_fail (pin != NULL);
  try_async (store, member, pin, NULL, task);
}

void
cs_pins_set_async (CsStore *store,
                   const char *member,
                   const char *old_pin,
                   const char *new_pin,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_return_if_fail (new_pin != NULL);
  try_async (store, member, old_pin, new_pin, task);
}

gboolean
cs_pins_finish (CsStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, cs_pins_finish), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- other --- */

void
cs_pins_forget (char *pin)
{
  _cs_pin_forget (pin);
}

void
_cs_pins_use_cheap_hashes (CsStore *store)
{
  store->pin_cost = (CsPinCost){ .passes = 1, .memory = 8 };
}
