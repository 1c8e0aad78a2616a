/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/transaction.h"
#include "model/council.h"
#include "service/book/change-set.h"
#include "service/book/store.h"

/* One command in the making. */
typedef struct
{
  CsStore *store;
  CsTransaction *transaction;
  const char *verb;
  char *at;
  char *who; /* who does it, as it is written; "": not told */
  CsChangeSet *changes;
  char *clock_since; /* (nullable): the clock went back: the moment it lies behind, to be noted */
  char *copy;        /* (nullable): automatic copy of the book as it was before, gone when nothing is done */
  char *log_head;    /* (nullable): hash of the last line that the command wrote */
  gboolean done;     /* one of many: it is written, and committed with the others */
} CsCommand;

/* Refuses where the book is only read. */
gboolean _cs_store_may_write (CsStore *self, GError **error);

/* Begins a command named @verb (the same word as the verb of the command line and the line of the log). */
CsCommand *_cs_command_begin (CsStore *self, const char *verb, GError **error);

/* The command is @member's work on the own sheet: signed by the member when nobody else is known to do it. */
void _cs_command_set_own (CsCommand *command, const CsMember *member);

/* Tells what is changed beside what _cs_command_commit() names. @uuid: (nullable): see cs_change_set_add() */
void _cs_command_touch (CsCommand *command, guint kinds, const char *uuid);

/**
 * _cs_command_commit:
 * @object: what it was done to, as people call it
 * @uuid: (nullable): its UUID; NULL: it is about many things
 * @before, @after: (nullable)
 * @kinds: of CsChange: what was changed of @uuid
 *
 * Writes the line of the log, commits and tells everybody what changed. Frees the command in any case.
 */
gboolean _cs_command_commit (CsCommand *command,
                             const char *object,
                             const char *uuid,
                             const char *before,
                             const char *after,
                             guint kinds,
                             GError **error);

/* Writes one more line of the log, for commands that touch two things; the last is _cs_command_commit()'s. */
gboolean _cs_command_log (CsCommand *command,
                          const char *object,
                          const char *uuid,
                          const char *before,
                          const char *after,
                          GError **error);
void _cs_command_free (CsCommand *command); /* rolls back */

/* @transaction: (inout) (nullable): committed, or gone. @log_head: hash of the last line it wrote */
gboolean _cs_store_commit (CsStore *store, CsTransaction **transaction, const char *log_head, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsCommand, _cs_command_free)
