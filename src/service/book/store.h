/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/book.h"
#include "model/council.h"
#include "model/register.h"
#include "service/book/change-set.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* An open book. Reads return fresh values; every write is one command: checks, changes, its line in the log,
 * commit, then the "changed" signal, or an error and nothing changed at all. */

#define CS_TYPE_STORE (cs_store_get_type ())
G_DECLARE_FINAL_TYPE (CsStore, cs_store, CS, STORE, GObject)

/**
 * CsStore::recorded:
 * @verb: of the line in the log
 * @object: what it was done to
 *
 * One command was kept. Of many at once nothing is told here.
 */
/**
 * CsStore::untold:
 *
 * A command was kept that nobody signed.
 */

/**
 * CsStore::unread:
 * @message: why
 *
 * Something that is shown could not be read, see unread.h.
 */

/**
 * CsStore::changed:
 * @changes: (type CsChangeSet)
 */

/* Returns: (transfer full): the open book; CS_ERROR_NOT_FOUND, _BUSY, _CORRUPT, _TOO_NEW … */
CsStore *cs_store_open (const char *path, GError **error);

/**
 * CsStoreStep:
 * @done: of @total steps of a long command are done
 *
 * Called in the midst of a command, whose changes may be read by now but are not kept yet; every other
 * command is refused until it has ended. Returns: FALSE to give it up, so that nothing of it is kept
 */
typedef gboolean (*CsStoreStep) (guint done, guint total, gpointer data);

/* What changes is told together, when thawed: for who has to prepare before everybody reads again. */
void cs_store_freeze_changes (CsStore *self);
void cs_store_thaw_changes (CsStore *self);

/* @step: (nullable): called between the steps of commands that take long, such as lists. */
void cs_store_set_step (CsStore *self, CsStoreStep step, gpointer data);

/* To be called between the steps. Returns: FALSE with G_IO_ERROR_CANCELLED when the work is given up. */
gboolean cs_store_step (CsStore *self, guint done, guint total, GError **error);

/* cs_store_set_dry_run: while on, commands check everything and keep nothing. */
void cs_store_set_dry_run (CsStore *self, gboolean dry_run);

/* Tells who works here, once and by who it is: what is done from now on is signed with it, unless somebody
 * sits with a PIN. @name: (nullable): not told; then only a member's work on the own sheet is signed, by the
 * member. */
void cs_store_set_person (CsStore *self, const char *name, const char *duty);

/* Returns: (transfer none) (nullable): who is told, or sits with a PIN, as it is written; NULL: not told. */
const char *cs_store_get_actor (CsStore *self);

const char *cs_store_get_path (CsStore *self);

/* Returns: (nullable): why the last automatic copy could not be made, see copies.h; also told by the signal
 * "copy-failed" with that text. */
const char *cs_store_get_copy_problem (CsStore *self);

/* Returns: whether the book's file cannot be written: a private copy of it is read, and every command is
 * refused with CS_ERROR_READ_ONLY. */
gboolean cs_store_is_reading_only (CsStore *self);
const CsBook *cs_store_get_book (CsStore *self);
const CsUnitSet *cs_store_get_units (CsStore *self);
const GPtrArray *cs_store_get_rounds (CsStore *self);               /* (element-type CsRound) */
const GPtrArray *cs_store_get_targets (CsStore *self);              /* (element-type CsTarget) */
const CsRound *cs_store_find_round (CsStore *self, const char *id); /* (nullable) */

/* Returns: whether @id (nullable) names a round of the book, or none; CS_ERROR_NOT_FOUND. */
gboolean cs_store_require_round (CsStore *self, const char *id, GError **error);

/* Returns: (transfer none): a regulation frozen in the book; CS_ERROR_NOT_FOUND. */
CsRegulation *cs_store_get_regulation (CsStore *self, const char *id, GError **error);

/* Returns: (transfer none): the regulation new dossiers are filed under. */
CsRegulation *cs_store_get_current_regulation (CsStore *self);

/* Returns: (transfer full) (element-type utf8): ids of the regulations in the book. */
GPtrArray *cs_store_list_regulations (CsStore *self, GError **error);

/* Returns: schema version of the file. */
int cs_store_get_version (CsStore *self);

/* Returns: (transfer full) (element-type CsCouncil). */
GPtrArray *cs_store_list_councils (CsStore *self, GError **error);

/* Returns: (transfer full): CS_ERROR_NOT_FOUND. */
CsCouncil *cs_store_get_council (CsStore *self, const char *uuid, GError **error);

/* The same for what a person typed: "district-842". */
CsCouncil *cs_store_find_council (CsStore *self, const char *key, GError **error);

GPtrArray *cs_store_list_recognitions (CsStore *self, GError **error); /* (element-type CsRecognition) */
GPtrArray *cs_store_list_activities (CsStore *self, GError **error);   /* (element-type CsActivity) */

/* Returns: (transfer full): hash of the last line of the log. */
char *cs_store_log_head (CsStore *self, GError **error);

/**
 * cs_store_audit:
 * @findings: (element-type utf8): gets a sentence for what was changed outside the program
 *
 * The chain of the log, then every row against what the log knows of it: reads the whole book.
 */
gboolean cs_store_audit (CsStore *self, GPtrArray *problems, GError **error);

/* cs_store_backup: the whole book to @path; its files of papers are not part of it. */
gboolean cs_store_backup (CsStore *self, const char *path, GError **error);

G_END_DECLS
