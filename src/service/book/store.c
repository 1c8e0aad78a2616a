/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/store.h"
#include "service/book/store-private.h"
#include "service/book/store-reading-private.h"
#include "service/book/store-kept-private.h"
#include "service/book/store-copies-private.h"

#include "base/date.h"
#include "base/error.h"
#include "base/id.h"
#include "base/moment.h"
#include "base/text.h"
#include "db/schema.h"
#include "db/soundness.h"
#include "db/transaction.h"
#include "model/actor.h"
#include "model/register.h"
#include "repo/audit-change.h"
#include "repo/audit.h"
#include "repo/book-repo.h"
#include "repo/council-repo.h"
#include "repo/migration.h"
#include "repo/regulation-load.h"
#include "repo/regulation-repo.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

enum
{
  CHANGED,
  UNTOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsStore, cs_store, G_TYPE_OBJECT)

static void
cs_store_finalize (GObject *object)
{
  CsStore *self = CS_STORE (object);

  g_clear_handle_id (&self->unread_source, g_source_remove);
  g_clear_error (&self->unread);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  cs_store_drop_many (self);
  cs_db_close (self->db);
  if (self->snapshot != NULL)
    g_unlink (self->snapshot);
  g_free (self->snapshot);
  g_free (self->last_at);
  g_free (self->day);
  g_free (self->path);
  g_free (self->person);
  g_free (self->copy_problem);
  g_free (self->sitter);
  g_free (self->sitter_name);
  cs_book_free (self->book);
  cs_unit_set_unref (self->units);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_hash_table_unref (self->regulations);
  g_hash_table_unref (self->digests);
  g_hash_table_unref (self->kept);
  g_string_chunk_free (self->words);
  g_clear_pointer (&self->frozen, cs_change_set_unref);
  g_clear_pointer (&self->opening, cs_opening_unref);
  G_OBJECT_CLASS (cs_store_parent_class)->finalize (object);
}

static void
cs_store_class_init (CsStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cs_store_finalize;
  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, CS_TYPE_CHANGE_SET | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[UNTOLD] =
      g_signal_new ("untold", CS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("copy-failed", CS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
  g_signal_new ("unread", CS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
  g_signal_new ("recorded", CS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_STRING, G_TYPE_STRING);
}

static void
cs_store_init (CsStore *self)
{
  self->pin_cost = CS_PIN_COST;
  self->regulations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cs_regulation_unref);
  self->digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->kept = _cs_store_kept_new ();
  self->words = g_string_chunk_new (1024);
}

/* --- what was changed --- */

/* What is kept between reads grows old by @changes. */
void
_cs_store_age (CsStore *self, const CsChangeSet *changes)
{
  guint kinds = cs_change_set_get_kinds (changes);

  for (guint i = 0; i < CS_CHANGE_N_KINDS; i++)
    if (kinds & (1u << i))
      self->generation[i]++;
  _cs_store_age_kept (self, changes);
}

void
_cs_store_tell_set (CsStore *self, CsChangeSet *changes)
{
  _cs_store_age (self, changes);
  if (self->frozen != NULL)
    cs_change_set_merge (self->frozen, changes);
  else if (cs_change_set_get_kinds (changes) != 0)
    g_signal_emit (self, signals[CHANGED], 0, changes);
}

void
_cs_store_tell (CsStore *self, guint kinds)
{
  g_autoptr (CsChangeSet) changes = cs_change_set_new ();

  cs_change_set_add (changes, kinds, NULL);
  _cs_store_tell_set (self, changes);
}

guint
_cs_store_generation (CsStore *self, guint kinds)
{
  guint sum = 0;

  for (guint i = 0; i < CS_CHANGE_N_KINDS; i++)
    if (kinds & (1u << i))
      sum += self->generation[i];
  return sum;
}

/* --- opening --- */

/* What pages are built on, looked at before the check of the whole file has come to it. */
static gboolean
is_frame_sound (CsStore *self, GError **error)
{
  static const char *const frame[] = { "book",    "council",    "member", "council_rules",
                                       "session", "attendance", NULL };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!cs_db_check_references (self->db, frame, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT,
               _ ("The book was damaged or changed outside the program: %s. Restore a backup copy."),
               (const char *) g_ptr_array_index (problems, 0));
  return FALSE;
}

gboolean
_cs_store_load (CsStore *self, GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;

  self->book = is_frame_sound (self, error) ? cs_book_repo_load (self->db, error) : NULL;
  if (self->book == NULL)
    return FALSE;
  self->units = cs_book_repo_load_units (self->db, self->book->unit_set, error);
  if (self->units != NULL && cs_unit_set_find (self->units, self->book->unit) == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT,
                   _ ("The book was damaged or changed outside the program: the unit that keeps it, %s, is "
                      "not among its"
                      " units. Restore a backup copy."),
                   self->book->unit);
      return FALSE;
    }
  self->rounds = self->units != NULL ? cs_book_repo_load_rounds (self->db, error) : NULL;
  self->targets = self->rounds != NULL ? cs_book_repo_load_targets (self->db, error) : NULL;
  if (self->targets == NULL)
    return FALSE;
  return cs_store_get_regulation (self, self->book->regulation, error) != NULL;
}

gboolean
_cs_store_migrate (CsStore *self, GError **error)
{
  if (cs_db_version (self->db) < cs_db_current_version ())
    g_free (_cs_copies_before (self, CS_BOOK_COPY_FORMAT));
  return cs_migration_run (self->db, error);
}

const char *
cs_store_get_copy_problem (CsStore *self)
{
  return self->copy_problem;
}

CsStore *
cs_store_open (const char *path, GError **error)
{
  g_autoptr (CsStore) self = g_object_new (CS_TYPE_STORE, NULL);
  g_autoptr (GError) failed = NULL;

  self->path = g_strdup (path);
  self->db = cs_db_open (path, NULL, &failed);
  if (g_error_matches (failed, CS_ERROR, CS_ERROR_READ_ONLY))
    return _cs_store_open_reading (path, error);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  if (self->db == NULL || !_cs_store_migrate (self, error) || !_cs_store_load (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- reading --- */

void
cs_store_freeze_changes (CsStore *self)
{
  g_return_if_fail (self->frozen == NULL);

  self->frozen = cs_change_set_new ();
}

void
cs_store_thaw_changes (CsStore *self)
{
  g_autoptr (CsChangeSet) changes = g_steal_pointer (&self->frozen);

  g_return_if_fail (changes != NULL);
  if (cs_change_set_get_kinds (changes) != 0)
    g_signal_emit (self, signals[CHANGED], 0, changes);
}

void
cs_store_set_step (CsStore *self, CsStoreStep step, gpointer data)
{
  self->step = step;
  self->step_data = data;
}

gboolean
cs_store_step (CsStore *self, guint done, guint total, GError **error)
{
  gboolean go_on;

  if (self->step == NULL)
    return TRUE;
  self->stepping = TRUE;
  go_on = self->step (done, total, self->step_data);
  self->stepping = FALSE;
  if (go_on)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("It was cancelled. Nothing was kept."));
  return FALSE;
}

void
cs_store_set_dry_run (CsStore *self, gboolean dry_run)
{
  self->dry_run = dry_run;
}

void
cs_store_set_person (CsStore *self, const char *name, const char *duty)
{
  g_free (self->person);
  self->person = cs_actor_text (name, duty);
}

const char *
cs_store_get_actor (CsStore *self)
{
  return self->sitter_name != NULL ? self->sitter_name : self->person;
}

const char *
cs_store_get_path (CsStore *self)
{
  return self->path;
}

gboolean
cs_store_is_reading_only (CsStore *self)
{
  return self->reading_only;
}

const CsBook *
cs_store_get_book (CsStore *self)
{
  return self->book;
}

const CsUnitSet *
cs_store_get_units (CsStore *self)
{
  return self->units;
}

const GPtrArray *
cs_store_get_rounds (CsStore *self)
{
  return self->rounds;
}

const GPtrArray *
cs_store_get_targets (CsStore *self)
{
  return self->targets;
}

const CsRound *
cs_store_find_round (CsStore *self, const char *id)
{
  for (guint i = 0; i < self->rounds->len; i++)
    {
      const CsRound *round = g_ptr_array_index (self->rounds, i);

      if (g_strcmp0 (round->id, id) == 0)
        return round;
    }
  return NULL;
}

gboolean
cs_store_require_round (CsStore *self, const char *id, GError **error)
{
  if (id == NULL || cs_store_find_round (self, id) != NULL)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("There is no round “%s” in this book."), id);
  return FALSE;
}

CsRegulation *
cs_store_get_regulation (CsStore *self, const char *id, GError **error)
{
  CsRegulation *regulation = g_hash_table_lookup (self->regulations, id);

  if (regulation == NULL)
    {
      regulation = cs_regulation_repo_load (self->db, id, error);
      if (regulation != NULL)
        g_hash_table_insert (self->regulations, g_strdup (id), regulation);
    }
  return regulation;
}

CsRegulation *
cs_store_get_current_regulation (CsStore *self)
{
  return g_hash_table_lookup (self->regulations, self->book->regulation);
}

const char *
_cs_store_digest (CsStore *self, const char *regulation, GError **error)
{
  char *digest = g_hash_table_lookup (self->digests, regulation);

  if (digest == NULL)
    {
      digest = cs_regulation_repo_digest (self->db, regulation, error);
      if (digest != NULL)
        g_hash_table_insert (self->digests, g_strdup (regulation), digest);
    }
  return digest;
}

GPtrArray *
cs_store_list_regulations (CsStore *self, GError **error)
{
  return cs_regulation_repo_list (self->db, error);
}

int
cs_store_get_version (CsStore *self)
{
  return cs_db_version (self->db);
}

GPtrArray *
cs_store_list_councils (CsStore *self, GError **error)
{
  return cs_council_repo_list (self->db, error);
}

CsCouncil *
cs_store_get_council (CsStore *self, const char *uuid, GError **error)
{
  return cs_council_repo_find (self->db, uuid, error);
}

CsCouncil *
cs_store_find_council (CsStore *self, const char *key, GError **error)
{
  return cs_council_repo_by_key (self->db, key, error);
}

GPtrArray *
cs_store_list_recognitions (CsStore *self, GError **error)
{
  return cs_book_repo_load_recognitions (self->db, error);
}

GPtrArray *
cs_store_list_activities (CsStore *self, GError **error)
{
  return cs_book_repo_load_activities (self->db, error);
}

char *
cs_store_log_head (CsStore *self, GError **error)
{
  return cs_audit_head (self->db, error);
}

gboolean
cs_store_audit (CsStore *self, GPtrArray *problems, GError **error)
{
  return cs_audit_verify (self->db, problems, error);
}

gboolean
cs_store_backup (CsStore *self, const char *path, GError **error)
{
  return cs_store_settle (self, error) && cs_db_copy (self->db, path, TRUE, error);
}
