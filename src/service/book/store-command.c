/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/store-command.h"
#include "service/book/store-command-private.h"

#include "base/error.h"
#include "base/moment.h"
#include "repo/audit-change.h"
#include "repo/audit.h"
#include "service/book/store-copies-private.h"
#include "service/book/store-clock-private.h"
#include "service/book/store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Commands that are committed together. */
struct _CsMany
{
  CsStore *store; /* (not owned) */
  CsTransaction *transaction;
  CsChangeSet *changes;
  char *log_head; /* (nullable): of the last command */
  char *last_at;  /* (nullable) */
  gboolean untold;
  gboolean refused;
};

static void
many_free (CsMany *many)
{
  cs_transaction_free (many->transaction);
  cs_change_set_unref (many->changes);
  g_free (many->log_head);
  g_free (many->last_at);
  g_free (many);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsMany, many_free)

static void
set_refused (GError **error)
{
  g_set_error_literal (error, CS_ERROR, CS_ERROR_FAILED,
                       _ ("A part of this failed before. Nothing was changed; try again."));
}

static gboolean
step_cb (guint done, guint total, gpointer data, GError **error)
{
  return cs_store_step (data, done, total, error);
}

gboolean
_cs_store_may_write (CsStore *self, GError **error)
{
  if (self->snapshot == NULL)
    return TRUE;
  g_set_error_literal (
      error, CS_ERROR, CS_ERROR_READ_ONLY,
      self->damaged
          ? _ ("This book is damaged and is only shown. Restore a copy of it to go on working.")
          : _ ("This book is open for reading only, because its file cannot be written. Copy it to a"
               " folder of yours and open it there to work on it."));
  return FALSE;
}

static CsTransaction *
begin (CsStore *self, const char *verb, GError **error)
{
  CsTransaction *transaction =
      cs_audit_changes_keep (self->db, error) ? cs_transaction_begin (self->db, verb, error) : NULL;

  if (transaction != NULL)
    cs_transaction_set_step (transaction, step_cb, self);
  return transaction;
}

static CsTransaction *
of_many (CsMany *many, GError **error)
{
  if (many->refused)
    set_refused (error);
  return many->refused ? NULL : many->transaction;
}

/* Commands that change much, and at once. Before the transaction begins: inside, a book cannot be copied. */
static char *
copy_before (CsStore *self, const char *verb)
{
  static const struct
  {
    const char *verb;
    CsBookCopyReason reason;
  } large[] = {
    { "import-list", CS_BOOK_COPY_IMPORT },
    { "session-close", CS_BOOK_COPY_SESSION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    if (g_str_equal (verb, large[i].verb))
      return _cs_copies_before (self, large[i].reason);
  return NULL;
}

static void
drop_copy (char **copy)
{
  if (*copy != NULL)
    g_unlink (*copy);
  g_clear_pointer (copy, g_free);
}

CsCommand *
_cs_command_begin (CsStore *self, const char *verb, GError **error)
{
  CsTransaction *transaction;
  CsCommand *command;
  g_autofree char *at = NULL, *since = NULL, *copy = NULL;

  g_return_val_if_fail (CS_IS_STORE (self), NULL);
  if (!cs_store_settle (self, error))
    return NULL;
  if (self->commanding || self->stepping)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_CONFLICT,
                           _ ("A list is being read into the book. Wait until it is done, then try again."));
      return NULL;
    }
  if (!_cs_store_may_write (self, error))
    return NULL;
  at = cs_moment_now ();
  if (!_cs_store_check_clock (self, at, &since, error))
    return NULL;
  if (self->many == NULL)
    copy = copy_before (self, verb);
  transaction = self->many != NULL ? of_many (self->many, error) : begin (self, verb, error);
  if (transaction == NULL)
    {
      drop_copy (&copy);
      return NULL;
    }
  command = g_new0 (CsCommand, 1);
  command->store = self;
  self->commanding = TRUE;
  command->transaction = transaction;
  command->verb = verb;
  command->at = g_steal_pointer (&at);
  command->clock_since = g_steal_pointer (&since);
  command->changes = cs_change_set_new ();
  command->who = g_strdup (cs_store_get_actor (self) != NULL ? cs_store_get_actor (self) : "");
  command->copy = g_steal_pointer (&copy);
  return command;
}

void
_cs_command_free (CsCommand *command)
{
  if (command == NULL)
    return;
  drop_copy (&command->copy);
  if (command->store->many == NULL)
    cs_transaction_free (command->transaction);
  else if (!command->done)
    command->store->many->refused = TRUE; /* something may be half done */
  command->store->commanding = FALSE;
  g_free (command->at);
  g_free (command->clock_since);
  g_free (command->who);
  cs_change_set_unref (command->changes);
  g_free (command->log_head);
  g_free (command);
}

void
_cs_command_set_own (CsCommand *command, const CsMember *member)
{
  if (*command->who != '\0')
    return;
  g_free (command->who);
  command->who = g_strdup (member->name);
}

void
_cs_command_touch (CsCommand *command, guint kinds, const char *uuid)
{
  cs_change_set_add (command->changes, kinds, uuid);
}

/* A clock that went back is told before what was done by it. */
static gboolean
note_clock (CsCommand *command, GError **error)
{
  g_autofree char *since = g_steal_pointer (&command->clock_since);
  CsAuditLine line = { .at = command->at,
                       .who = command->who,
                       .verb = "clock",
                       .object = "",
                       .member = command->store->sitter,
                       .before = since,
                       .after = command->at };

  return since == NULL || cs_audit_add (command->transaction, &line, NULL, error);
}

gboolean
_cs_command_log (CsCommand *command,
                 const char *object,
                 const char *uuid,
                 const char *before,
                 const char *after,
                 GError **error)
{
  CsAuditLine line = { .at = command->at,
                       .who = command->who,
                       .verb = command->verb,
                       .object = object,
                       .subject = uuid,
                       .member = command->store->sitter,
                       .before = before,
                       .after = after };

  if (!note_clock (command, error))
    return FALSE;
  g_clear_pointer (&command->log_head, g_free);
  return cs_audit_add (command->transaction, &line, &command->log_head, error);
}

/* When the disk fails at the very last step, after the change was taken over, SQLite tells an error although
 * the change stands. The log shows it, if it can be read: what is in the book is not told as refused, and
 * where nobody knows, that is said. */
gboolean
_cs_store_commit (CsStore *store, CsTransaction **transaction, const char *log_head, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *head = NULL;

  if (cs_transaction_commit (*transaction, &failed))
    return TRUE;
  g_clear_pointer (transaction, cs_transaction_free);
  head = cs_audit_head (store->db, NULL);
  if (g_strcmp0 (head, log_head) == 0)
    return TRUE;
  if (head == NULL && !cs_db_will_roll_back (store->db))
    {
      g_autoptr (CsChangeSet) any = cs_change_set_new ();

      cs_change_set_add (any, CS_CHANGE_ALL, NULL);
      _cs_store_age (store, any);
      g_set_error (
          error, CS_ERROR, CS_ERROR_UNCERTAIN,
          _ ("%s: the disk failed while this was being saved. Close the book, open it again, and look"
             " whether the change is in it before you make it once more."),
          store->path);
      return FALSE;
    }
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* Remembers what one of many changed. */
static void
take (CsMany *many, CsCommand *command)
{
  cs_change_set_merge (many->changes, command->changes);
  g_free (many->log_head);
  many->log_head = g_steal_pointer (&command->log_head);
  g_free (many->last_at);
  many->last_at = g_strdup (command->at);
  many->untold |= *command->who == '\0';
  /* what is kept between reads is old for the next of them already */
  _cs_store_age (many->store, command->changes);
}

gboolean
_cs_command_commit (CsCommand *command,
                    const char *object,
                    const char *uuid,
                    const char *before,
                    const char *after,
                    guint kinds,
                    GError **error)
{
  g_autoptr (CsCommand) owned = command;
  g_autoptr (CsStore) store = g_object_ref (command->store);
  g_autoptr (CsChangeSet) changes = cs_change_set_ref (command->changes);
  const char *verb = command->verb;
  gboolean untold;

  if (store->dry_run)
    return TRUE; /* the command rolls back when it is dropped */
  _cs_command_touch (command, kinds, uuid);
  if (!_cs_command_log (command, object, uuid, before, after, error))
    return FALSE;
  if (store->many != NULL)
    {
      command->done = TRUE;
      take (store->many, command);
      return TRUE;
    }
  if (!_cs_store_commit (store, &command->transaction, command->log_head, error))
    return FALSE;
  if (command->copy != NULL)
    _cs_copies_rotate (store);
  g_clear_pointer (&command->copy, g_free);
  g_free (store->last_at);
  store->last_at = g_steal_pointer (&command->at);
  untold = *command->who == '\0';
  g_clear_pointer (&owned, _cs_command_free);
  if (untold)
    g_signal_emit_by_name (store, "untold");
  g_signal_emit_by_name (store, "recorded", verb, object);
  _cs_store_tell_set (store, changes);
  return TRUE;
}

/* --- many as one --- */

gboolean
cs_store_begin_many (CsStore *store, GError **error)
{
  CsTransaction *transaction;

  g_return_val_if_fail (store->many == NULL && !store->commanding, FALSE);

  if (!cs_store_settle (store, error) || !_cs_store_may_write (store, error))
    return FALSE;
  transaction = begin (store, "many", error);
  if (transaction == NULL)
    return FALSE;
  store->many = g_new0 (CsMany, 1);
  store->many->store = store;
  store->many->transaction = transaction;
  store->many->changes = cs_change_set_new ();
  return TRUE;
}

void
cs_store_drop_many (CsStore *store)
{
  g_autoptr (CsMany) many = g_steal_pointer (&store->many);

  if (many == NULL)
    return;
  g_clear_pointer (&many->transaction, cs_transaction_free);
  _cs_store_age (store, many->changes); /* what was read in between never was */
}

gboolean
cs_store_end_many (CsStore *store, GError **error)
{
  g_autoptr (CsMany) many = NULL;

  g_return_val_if_fail (store->many != NULL, FALSE);

  if (store->many->refused)
    {
      cs_store_drop_many (store);
      set_refused (error);
      return FALSE;
    }
  many = g_steal_pointer (&store->many);
  if (many->log_head == NULL)
    return TRUE; /* there was no command */
  if (!_cs_store_commit (store, &many->transaction, many->log_head, error))
    {
      _cs_store_age (store, many->changes);
      return FALSE;
    }
  g_free (store->last_at);
  store->last_at = g_steal_pointer (&many->last_at);
  if (many->untold)
    g_signal_emit_by_name (store, "untold");
  _cs_store_tell_set (store, many->changes);
  return TRUE;
}
