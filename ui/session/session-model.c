/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/session-model.h"

#include "service/book/unread.h"
#include "base/date.h"
#include "base/moment.h"
#include "rules/attendance.h"
#include "service/dossiers/dossiers.h"
#include "service/results/results.h"
#include "service/sessions/sessions.h"

/* what changes a product's result */
#define OF_PRODUCT                                                                                           \
  (CS_CHANGE_DOSSIERS | CS_CHANGE_EVIDENCE | CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS | CS_CHANGE_REGISTER)

struct _CsSessionModel
{
  GObject parent_instance;

  CsStore *store;      /* (nullable) */
  CsSession *session;  /* (nullable) */
  CsCouncil *council;  /* (nullable) */
  GHashTable *results; /* (element-type gint64 CsResult): by evaluation, as they were asked for */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsSessionModel, cs_session_model, G_TYPE_OBJECT)

static void
forget (CsSessionModel *self)
{
  g_clear_pointer (&self->session, cs_session_free);
  g_clear_pointer (&self->council, cs_council_unref);
}

/* A session that is gone, or a book that cannot be read, shows as none: the list of sessions tells why. */
static void
read_session (CsSessionModel *self, const char *uuid)
{
  g_autoptr (GError) error = NULL;

  forget (self);
  self->session = cs_sessions_get (self->store, uuid, &error);
  if (self->session != NULL)
    self->council = cs_sessions_council (self->store, self->session, &error);
  if (self->council == NULL)
    {
      cs_store_tell_unread (self->store, error);
      forget (self);
    }
}

static void
cs_session_model_finalize (GObject *object)
{
  CsSessionModel *self = CS_SESSION_MODEL (object);

  forget (self);
  g_hash_table_unref (self->results);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_session_model_parent_class)->finalize (object);
}

static void
cs_session_model_class_init (CsSessionModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cs_session_model_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", CS_TYPE_SESSION_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_session_model_init (CsSessionModel *self)
{
  self->results =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) cs_result_free);
}

/* --- public --- */

CsSessionModel *
cs_session_model_new (void)
{
  return g_object_new (CS_TYPE_SESSION_MODEL, NULL);
}

void
cs_session_model_show (CsSessionModel *self, CsStore *store, const char *uuid)
{
  g_return_if_fail (CS_IS_SESSION_MODEL (self));

  g_hash_table_remove_all (self->results);
  g_set_object (&self->store, store);
  if (store != NULL)
    read_session (self, uuid);
  else
    forget (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Forgets the results that the changes are about. */
static void
forget_touched (CsSessionModel *self, const CsChangeSet *changes)
{
  gboolean all = cs_change_set_has (changes, CS_CHANGE_COUNCILS | CS_CHANGE_SITTER);
  GHashTableIter iter;
  gpointer result;

  g_hash_table_iter_init (&iter, self->results);
  while (g_hash_table_iter_next (&iter, NULL, &result))
    if (all || cs_change_set_touches (changes, OF_PRODUCT, ((CsResult *) result)->dossier->uuid))
      g_hash_table_iter_remove (&iter);
}

void
cs_session_model_reload (CsSessionModel *self, const CsChangeSet *changes)
{
  g_return_if_fail (CS_IS_SESSION_MODEL (self));

  if (self->session == NULL)
    return;
  forget_touched (self, changes);
  if (cs_change_set_has (changes, CS_CHANGE_ALL & ~(guint) CS_CHANGE_SHEETS))
    {
      g_autofree char *uuid = g_strdup (self->session->uuid);

      read_session (self, uuid);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

CsStore *
cs_session_model_get_store (CsSessionModel *self)
{
  return self->store;
}

const CsSession *
cs_session_model_get_session (CsSessionModel *self)
{
  return self->session;
}

const CsCouncil *
cs_session_model_get_council (CsSessionModel *self)
{
  return self->council;
}

const CsResult *
cs_session_model_get_result (CsSessionModel *self, gint64 evaluation)
{
  const CsAgendaItem *item = self->session != NULL ? cs_session_item (self->session, evaluation) : NULL;
  CsResult *result = g_hash_table_lookup (self->results, &evaluation);
  g_autoptr (GError) error = NULL;

  if (result != NULL || item == NULL)
    return result;
  result = cs_results_of (self->store, (CsDossierKey){ item->dossier, evaluation }, &error);
  if (result == NULL)
    cs_store_tell_unread (self->store, error);
  else
    g_hash_table_insert (self->results, g_memdup2 (&evaluation, sizeof evaluation), result);
  return result;
}

CsQuorum
cs_session_model_get_quorum (CsSessionModel *self)
{
  g_autofree char *now = cs_moment_now ();

  if (self->session == NULL)
    return (CsQuorum){ 0 };
  return cs_attendance_quorum (self->session, self->council,
                               self->session->closed_at != NULL ? self->session->closed_at : now);
}

gboolean
cs_session_model_is_open (CsSessionModel *self)
{
  return self->session != NULL && self->session->state == CS_SESSION_OPEN;
}

gboolean
cs_session_model_is_frozen (CsSessionModel *self)
{
  return self->session == NULL || self->session->state == CS_SESSION_CLOSED;
}
