/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/dossier-item.h"

#include "service/book/unread.h"
#include "base/date.h"
#include "rules/completeness.h"
#include "service/dossiers/evidence.h"
#include "service/results/results.h"

struct _CsDossierItem
{
  GObject parent_instance;

  CsStore *store; /* (owned) */
  CsDossierKey key;
  CsDossierItemRead read; /* (nullable) */
  gpointer read_data;
  gboolean loaded;
  CsDossierRow row; /* without a result when it could not be read */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static guint n_loads;

G_DEFINE_FINAL_TYPE (CsDossierItem, cs_dossier_item, G_TYPE_OBJECT)

static void
count_evidence (CsDossierItem *self, const GPtrArray *evidence)
{
  g_autofree char *today = cs_date_today ();
  g_autoptr (CsCompleteness) completeness = NULL;

  if (evidence == NULL || self->row.result->form == NULL)
    return;
  completeness = cs_completeness_new (self->row.result->regulation, self->row.result->form, evidence, today);
  self->row.required = completeness->required;
  self->row.present = completeness->present;
}

static CsResult *
read_alone (CsDossierItem *self, GPtrArray **evidence)
{
  g_autoptr (GError) error = NULL;
  CsResult *result = cs_results_of (self->store, self->key, &error);

  /* the row keeps what it showed; whoever opens it is told why */
  if (result == NULL)
    g_message ("A row cannot be read: %s", error->message);
  *evidence = result != NULL
                  ? cs_evidence_list (self->store, self->key.dossier, cs_store_unread (self->store))
                  : NULL;
  return result;
}

static void
load (CsDossierItem *self)
{
  g_autoptr (GPtrArray) evidence = NULL;
  CsResult *result = self->read != NULL ? self->read (self, &evidence, self->read_data) : NULL;

  self->loaded = TRUE;
  n_loads++;
  if (result == NULL)
    result = read_alone (self, &evidence);
  if (result == NULL)
    return;
  cs_result_free (self->row.result);
  self->row.result = result;
  count_evidence (self, evidence);
}

static void
cs_dossier_item_finalize (GObject *object)
{
  CsDossierItem *self = CS_DOSSIER_ITEM (object);

  cs_result_free (self->row.result);
  g_object_unref (self->store);
  G_OBJECT_CLASS (cs_dossier_item_parent_class)->finalize (object);
}

static void
cs_dossier_item_class_init (CsDossierItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cs_dossier_item_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", CS_TYPE_DOSSIER_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_dossier_item_init (CsDossierItem *self)
{
}

CsDossierItem *
cs_dossier_item_new (CsStore *store, CsDossierKey key)
{
  CsDossierItem *self = g_object_new (CS_TYPE_DOSSIER_ITEM, NULL);

  self->store = g_object_ref (store);
  self->key = key;
  self->row.units = cs_store_get_units (store);
  self->row.within = cs_store_get_book (store)->unit;
  return self;
}

void
cs_dossier_item_set_read (CsDossierItem *self, CsDossierItemRead read, gpointer data)
{
  self->read = read;
  self->read_data = data;
}

void
cs_dossier_item_reload (CsDossierItem *self)
{
  g_return_if_fail (CS_IS_DOSSIER_ITEM (self));

  if (!self->loaded)
    return;
  load (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

CsDossierKey
cs_dossier_item_get_key (CsDossierItem *self)
{
  return self->key;
}

/* GTK looks through all new rows of a list when the selected one is not where it was; only rows that are
 * shown may cost a look into the book. */
const CsResult *
cs_dossier_item_get_result (CsDossierItem *self)
{
  if (!self->loaded)
    load (self);
  return self->row.result;
}

gboolean
cs_dossier_item_is_loaded (CsDossierItem *self)
{
  return self->loaded;
}

const char *
cs_dossier_item_get_uuid (CsDossierItem *self)
{
  return self->row.result != NULL ? self->row.result->dossier->uuid : NULL;
}

const CsDossierRow *
cs_dossier_item_get_row (CsDossierItem *self)
{
  return cs_dossier_item_get_result (self) != NULL ? &self->row : NULL;
}

const char *
cs_dossier_item_get_product (CsDossierItem *self)
{
  const CsResult *result = cs_dossier_item_get_result (self);

  return result != NULL ? result->dossier->product : "";
}

const char *
cs_dossier_item_get_producer (CsDossierItem *self)
{
  const CsResult *result = cs_dossier_item_get_result (self);

  return result != NULL ? result->dossier->producer.name : "";
}

gboolean
cs_dossier_item_is_rehearsal (CsDossierItem *self)
{
  const CsResult *result = cs_dossier_item_get_result (self);

  return result != NULL && result->dossier->rehearsal;
}

guint
cs_dossier_item_n_loads (void)
{
  return n_loads;
}
