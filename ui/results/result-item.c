/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/result-item.h"

struct _CsResultItem
{
  GObject parent_instance;

  CsStore *store;
  CsDossierKey key;
  CsResult *result; /* (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsResultItem, cs_result_item, G_TYPE_OBJECT)

static void
cs_result_item_finalize (GObject *object)
{
  CsResultItem *self = CS_RESULT_ITEM (object);

  cs_result_free (self->result);
  g_object_unref (self->store);
  G_OBJECT_CLASS (cs_result_item_parent_class)->finalize (object);
}

static void
cs_result_item_class_init (CsResultItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_result_item_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", CS_TYPE_RESULT_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_result_item_init (CsResultItem *self)
{
}

CsResultItem *
cs_result_item_new (CsStore *store, CsDossierKey key)
{
  CsResultItem *self = g_object_new (CS_TYPE_RESULT_ITEM, NULL);

  self->store = g_object_ref (store);
  self->key = key;
  return self;
}

CsDossierKey
cs_result_item_get_key (CsResultItem *self)
{
  return self->key;
}

const CsResult *
cs_result_item_get_result (CsResultItem *self)
{
  g_autoptr (GError) error = NULL;
  CsDossier *dossier;

  g_return_val_if_fail (CS_IS_RESULT_ITEM (self), NULL);

  if (self->result != NULL)
    return self->result;
  dossier = cs_dossiers_get (self->store, self->key, &error);
  if (dossier != NULL)
    self->result = cs_results_of (self->store, dossier, &error);
  /* the row stays empty; whoever opens it is told why */
  if (self->result == NULL)
    g_message ("A result cannot be read: %s", error->message);
  return self->result;
}

gboolean
cs_result_item_is_loaded (CsResultItem *self)
{
  return self->result != NULL;
}

gboolean
cs_result_item_refresh (CsResultItem *self, const CsChangeSet *changes)
{
  g_return_val_if_fail (CS_IS_RESULT_ITEM (self), FALSE);

  if (self->result == NULL
      || !(cs_change_set_has (changes, CS_CHANGE_COUNCILS | CS_CHANGE_SITTER)
           || cs_change_set_touches (changes, CS_CHANGE_DOSSIERS | CS_CHANGE_EVALUATIONS | CS_CHANGE_REGISTER,
                                     self->result->dossier->uuid)))
    return FALSE;
  g_clear_pointer (&self->result, cs_result_free);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}
