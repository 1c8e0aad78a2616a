/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/store-command-private.h"

#include "base/error.h"
#include "base/moment.h"
#include "repo/audit-change.h"
#include "repo/audit.h"
#include "service/book/store-clock-private.h"
#include "service/book/store-private.h"

#include <glib/gi18n-lib.h>

static gboolean
step_cb (guint done, guint total, gpointer data, GError **error)
{
  return cs_store_step (data, done, total, error);
}

CsCommand *
_cs_command_begin (CsStore *self, const char *verb, GError **error)
{
  CsTransaction *transaction;
  CsCommand *command;
  g_autofree char *at = NULL, *since = NULL;

  g_return_val_if_fail (CS_IS_STORE (self), NULL);
  if (!cs_store_settle (self, error))
    return NULL;
  if (self->commanding || self->stepping)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_CONFLICT,
                           _ ("A list is being read into the book. Wait until it is done, then try again."));
      return NULL;
    }
  if (self->snapshot != NULL)
    {
      g_set_error_literal (
          error, CS_ERROR, CS_ERROR_READ_ONLY,
          _ ("This book is open for reading only, because its file cannot be written. Copy it to a"
             " folder of yours and open it there to work on it."));
      return NULL;
    }
  at = cs_moment_now ();
  if (!_cs_store_check_clock (self, at, &since, error))
    return NULL;
  transaction = cs_audit_changes_keep (self->db, error) ? cs_transaction_begin (self->db, verb, error) : NULL;
  if (transaction == NULL)
    return NULL;
  cs_transaction_set_step (transaction, step_cb, self);
  command = g_new0 (CsCommand, 1);
  command->store = self;
  self->commanding = TRUE;
  command->transaction = transaction;
  command->verb = verb;
  command->at = g_steal_pointer (&at);
  command->clock_since = g_steal_pointer (&since);
  command->changes = cs_change_set_new ();
  command->who = g_strdup (cs_store_get_actor (self) != NULL ? cs_store_get_actor (self) : "");
  return command;
}

void
_cs_command_free (CsCommand *command)
{
  if (command == NULL)
    return;
  cs_transaction_free (command->transaction);
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
static gboolean
commit (CsCommand *command, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *head = NULL;

  if (cs_transaction_commit (command->transaction, &failed))
    return TRUE;
  g_clear_pointer (&command->transaction, cs_transaction_free);
  head = cs_audit_head (command->store->db, NULL);
  if (g_strcmp0 (head, command->log_head) == 0)
    return TRUE;
  if (head == NULL && !cs_db_will_roll_back (command->store->db))
    {
      g_autoptr (CsChangeSet) any = cs_change_set_new ();

      cs_change_set_add (any, CS_CHANGE_ALL, NULL);
      _cs_store_age (command->store, any);
      g_set_error (
          error, CS_ERROR, CS_ERROR_UNCERTAIN,
          _ ("%s: the disk failed while this was being saved. Close the book, open it again, and look"
             " whether the change is in it before you make it once more."),
          command->store->path);
      return FALSE;
    }
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
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
  gboolean untold;

  if (store->dry_run)
    return TRUE; /* the command rolls back when it is dropped */
  _cs_command_touch (command, kinds, uuid);
  if (!_cs_command_log (command, object, uuid, before, after, error) || !commit (command, error))
    return FALSE;
  g_free (store->last_at);
  store->last_at = g_steal_pointer (&command->at);
  untold = *command->who == '\0';
  g_clear_pointer (&owned, _cs_command_free);
  if (untold)
    g_signal_emit_by_name (store, "untold");
  _cs_store_tell_set (store, changes);
  return TRUE;
}
