/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"
#include "service/pins/pin-hash-private.h"
#include "service/book/store-command-private.h"
#include "service/book/store-opening.h"
#include "service/book/store-command.h"
#include "service/book/store.h"

struct _CsStore
{
  GObject parent_instance;

  char *path;
  char *person; /* (nullable): who works here, as it is written */
  gboolean dry_run;
  char *copy_problem;  /* (nullable): why the last automatic copy was not made */
  CsChangeSet *frozen; /* (nullable): what is not told yet */
  gboolean commanding; /* a command is being made */
  CsMany *many;        /* (nullable): commands that are committed together */
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
  GHashTable
      *changed;   /* (nullable) (element-type gint64): evaluations found to be changed, see seal-watch.h */
  GError *unread; /* (nullable): of the last call that read for the screen, see unread.h */
  guint unread_source;
  gboolean damaged;      /* only what is left of it is shown */
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
gboolean _cs_store_migrate (CsStore *self, GError **error);
gboolean _cs_store_load (CsStore *self, GError **error);

/* What is kept between reads of what @changes name is old. */
void _cs_store_age (CsStore *self, const CsChangeSet *changes);

/* The same, and everybody is told, or will be when changes are thawed. */
void _cs_store_tell_set (CsStore *self, CsChangeSet *changes);

/* Counts @kinds and tells everybody, for what changes only in memory. */
void _cs_store_tell (CsStore *self, guint kinds);

/* Returns: (transfer none) (nullable): digest of a regulation in the book. */
const char *_cs_store_digest (CsStore *self, const char *regulation, GError **error);

/* Returns: a number that grows with every change of any of @kinds. */
guint _cs_store_generation (CsStore *self, guint kinds);
