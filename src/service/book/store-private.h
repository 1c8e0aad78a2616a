/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"
#include "service/pins/pin-hash-private.h"
#include "service/book/store-opening.h"
#include "service/book/store.h"

struct _CsStore
{
  GObject parent_instance;

  char *path;
  char *person; /* (nullable): who works here, as it is written */
  gboolean dry_run;
  CsChangeSet *frozen; /* (nullable): what is not told yet */
  gboolean commanding; /* a command is being made */
  CsStoreStep step;    /* (nullable) */
  gboolean
      stepping; /* @step is being asked: also before the command of a long work begins, nobody else writes */
  gpointer step_data;
  CsDb *db;
  char *last_at; /* (nullable): moment of the last line of the log, NULL: not asked for yet */
  gboolean clock_trusted;
  char *day;          /* (nullable): that what depends on the day was told for, see cs_store_look_at_day() */
  CsOpening *opening; /* (nullable): NULL once the book is checked and ours alone */
  char *snapshot;     /* (nullable): temporary file to remove */
  gboolean reading_only; /* the book itself cannot be written: @snapshot is read in its place */
  CsBook *book;
  CsUnitSet *units;
  GPtrArray *rounds;
  GPtrArray *targets;
  GHashTable *regulations;             /* (element-type utf8 CsRegulation) */
  GHashTable *digests;                 /* (element-type utf8 utf8): of the regulations */
  guint generation[CS_CHANGE_N_KINDS]; /* one count a kind of change, for what is kept between reads */
  GStringChunk *words; /* of the facts of lists, see CsDossierFact: as long as the book is open */
  GHashTable *kept;    /* (element-type utf8 CsKept): what readers keep between reads, see _cs_store_kept() */

  /* who sits here: one member of one council at a time, never stored */
  char *sitter;       /* (nullable): UUID of the member, NULL: nobody */
  char *sitter_name;  /* (nullable): as it is written */
  CsPinCost pin_cost; /* of the hashes this store makes, and the most it accepts */
};

/* What opening does, see store.c; for store-opening.c. */
gboolean _cs_store_load (CsStore *self, GError **error);

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
  char *log_head;    /* (nullable): hash of the last line that the command wrote */
} CsCommand;

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

/* Counts @kinds and tells everybody, for what changes only in memory. */
void _cs_store_tell (CsStore *self, guint kinds);

/* Writes one more line of the log, for commands that touch two things; the last is _cs_command_commit()'s. */
gboolean _cs_command_log (CsCommand *command,
                          const char *object,
                          const char *uuid,
                          const char *before,
                          const char *after,
                          GError **error);
void _cs_command_free (CsCommand *command); /* rolls back */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsCommand, _cs_command_free)

/* Returns: (transfer none) (nullable): digest of a regulation in the book. */
const char *_cs_store_digest (CsStore *self, const char *regulation, GError **error);

/* Returns: a number that grows with every change of any of @kinds. */
guint _cs_store_generation (CsStore *self, guint kinds);
