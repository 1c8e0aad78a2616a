/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/dossier-item.h"

#include "ui/shared/formats.h"

#include "base/date.h"
#include "rules/completeness.h"
#include "service/dossiers/evidence.h"
#include "service/results/results.h"

typedef enum
{
  CODE,
  PRODUCT,
  PRODUCER,
  UNIT,
  FORM,
  KIND,
  STATUS,
  N_TEXTS
} Text;

struct _CsDossierItem
{
  GObject parent_instance;

  CsStore *store; /* (owned) */
  CsDossierKey key;
  gboolean loaded;
  char *uuid; /* (nullable) */
  char *texts[N_TEXTS];
  guint required;
  guint present;
  gboolean rehearsal;
  int stars;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static guint n_loads;

G_DEFINE_FINAL_TYPE (CsDossierItem, cs_dossier_item, G_TYPE_OBJECT)

/* Returns: whether it is another text. */
static gboolean
take_text (CsDossierItem *self, Text which, char *text)
{
  g_autofree char *old = self->texts[which];

  self->texts[which] = text;
  return g_strcmp0 (old, text) != 0;
}

static gboolean
take_papers (CsDossierItem *self, const CsResult *result)
{
  g_autoptr (GPtrArray) papers = cs_evidence_list (self->store, self->key.dossier, NULL);
  g_autofree char *today = cs_date_today ();
  g_autoptr (CsCompleteness) completeness = NULL;
  guint old_required = self->required, old_present = self->present;

  if (papers == NULL || result->form == NULL)
    return FALSE;
  completeness = cs_completeness_new (result->regulation, result->form, papers, today);
  self->required = completeness->required;
  self->present = completeness->present;
  return self->required != old_required || self->present != old_present;
}

static gboolean
take_texts (CsDossierItem *self, const CsResult *result)
{
  const CsDossier *dossier = result->dossier;
  const CsBook *book = cs_store_get_book (self->store);
  gboolean changed = FALSE;

  changed |= take_text (self, CODE, g_strdup (dossier->code));
  changed |= take_text (self, PRODUCT, g_strdup (dossier->product));
  changed |= take_text (self, PRODUCER, g_strdup (dossier->producer.name));
  changed |=
      take_text (self, UNIT, cs_format_unit (cs_store_get_units (self->store), dossier->unit, book->unit));
  changed |= take_text (self, FORM,
                        result->form != NULL ? cs_format_form (result->form)
                                             : g_strdup_printf ("%d", dossier->form));
  changed |= take_text (self, KIND, g_strdup (cs_format_dossier_kind (dossier->kind)));
  changed |= take_text (self, STATUS, g_strdup (cs_format_status (result->status)));
  return changed;
}

/* Returns: whether anything shown is new. */
static gboolean
load (CsDossierItem *self)
{
  CsDossier *dossier = cs_dossiers_get (self->store, self->key, NULL);
  g_autoptr (CsResult) result = dossier != NULL ? cs_results_of (self->store, dossier, NULL) : NULL;
  gboolean changed;
  int old_stars = self->stars;
  gboolean was_rehearsal = self->rehearsal;

  self->loaded = TRUE;
  n_loads++;
  /* gone or unreadable: the row keeps what it showed until the list is read again */
  if (result == NULL)
    return FALSE;
  g_free (self->uuid);
  self->uuid = g_strdup (result->dossier->uuid);
  changed = take_texts (self, result);
  changed |= take_papers (self, result);
  self->stars = result->verdict != NULL ? result->verdict->stars : 0;
  self->rehearsal = result->dossier->rehearsal;
  return changed || self->stars != old_stars || self->rehearsal != was_rehearsal;
}

/* GTK looks through all new rows of a list when the selected one is not where it was; only rows that are
 * shown may cost a look into the book. */
static void
ensure (CsDossierItem *self)
{
  if (!self->loaded)
    load (self);
}

static void
cs_dossier_item_finalize (GObject *object)
{
  CsDossierItem *self = CS_DOSSIER_ITEM (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self->uuid);
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
  for (guint i = 0; i < N_TEXTS; i++)
    self->texts[i] = g_strdup ("");
}

CsDossierItem *
cs_dossier_item_new (CsStore *store, CsDossierKey key)
{
  CsDossierItem *self = g_object_new (CS_TYPE_DOSSIER_ITEM, NULL);

  self->store = g_object_ref (store);
  self->key = key;
  return self;
}

void
cs_dossier_item_reload (CsDossierItem *self)
{
  g_return_if_fail (CS_IS_DOSSIER_ITEM (self));

  if (self->loaded && load (self))
    g_signal_emit (self, signals[CHANGED], 0);
}

const char *
cs_dossier_item_get_uuid (CsDossierItem *self)
{
  return self->uuid;
}

CsDossierKey
cs_dossier_item_get_key (CsDossierItem *self)
{
  return self->key;
}

const char *
cs_dossier_item_get_code (CsDossierItem *self)
{
  ensure (self);
  return self->texts[CODE];
}

const char *
cs_dossier_item_get_product (CsDossierItem *self)
{
  ensure (self);
  return self->texts[PRODUCT];
}

const char *
cs_dossier_item_get_producer (CsDossierItem *self)
{
  ensure (self);
  return self->texts[PRODUCER];
}

const char *
cs_dossier_item_get_unit (CsDossierItem *self)
{
  ensure (self);
  return self->texts[UNIT];
}

const char *
cs_dossier_item_get_form (CsDossierItem *self)
{
  ensure (self);
  return self->texts[FORM];
}

const char *
cs_dossier_item_get_kind (CsDossierItem *self)
{
  ensure (self);
  return self->texts[KIND];
}

const char *
cs_dossier_item_get_status (CsDossierItem *self)
{
  ensure (self);
  return self->texts[STATUS];
}

guint
cs_dossier_item_get_required (CsDossierItem *self)
{
  ensure (self);
  return self->required;
}

guint
cs_dossier_item_get_present (CsDossierItem *self)
{
  ensure (self);
  return self->present;
}

gboolean
cs_dossier_item_is_rehearsal (CsDossierItem *self)
{
  ensure (self);
  return self->rehearsal;
}

int
cs_dossier_item_get_stars (CsDossierItem *self)
{
  ensure (self);
  return self->stars;
}

guint
cs_dossier_item_n_loads (void)
{
  return n_loads;
}
