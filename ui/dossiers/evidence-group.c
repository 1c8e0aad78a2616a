/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/evidence-group.h"

struct _CsEvidenceGroup
{
  AdwPreferencesGroup parent_instance;

  gboolean required;
  GPtrArray *rows; /* (element-type CsEvidenceRow): not owned */
  char *extra;     /* (nullable): kind of which one more empty row is wanted */
  gint64 dossier;
  CsStore *store; /* (nullable): not owned, only compared */
};

/* A row that should be there. */
typedef struct
{
  const char *kind_id;
  const CsEvidenceKind *kind; /* (nullable) */
  gboolean asked;
  CsEvidence *paper; /* (nullable) */
} Wanted;

enum
{
  PROP_REQUIRED = 1,
  N_PROPS
};
enum
{
  REMOVE,
  RELOAD,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsEvidenceGroup, cs_evidence_group, ADW_TYPE_PREFERENCES_GROUP)

/* --- what should be there --- */

/* Moves the papers of @kind from @papers to @wanted, or an empty place when there is none and @asked. */
static void
want_kind (
    CsEvidenceGroup *self, GArray *wanted, GPtrArray *papers, const CsEvidenceKind *kind, gboolean asked)
{
  Wanted place = { .kind_id = kind->id, .kind = kind, .asked = asked };
  guint before = wanted->len;

  for (guint i = 0; i < papers->len;)
    {
      CsEvidence *paper = g_ptr_array_index (papers, i);

      if (!g_str_equal (paper->kind, kind->id))
        {
          i++;
          continue;
        }
      place.paper = g_ptr_array_steal_index (papers, i);
      g_array_append_val (wanted, place);
    }
  place.paper = NULL;
  if ((asked && wanted->len == before) || g_strcmp0 (self->extra, kind->id) == 0)
    g_array_append_val (wanted, place);
}

/* Papers of kinds that the regulation does not know: nothing that is in the book is hidden. */
static void
want_unknown (GArray *wanted, GPtrArray *papers)
{
  while (papers->len > 0)
    {
      Wanted place = { .paper = g_ptr_array_steal_index (papers, 0) };

      place.kind_id = place.paper->kind;
      g_array_append_val (wanted, place);
    }
}

static GArray *
want (CsEvidenceGroup *self, CsStore *store, const CsDossier *dossier, GPtrArray *papers)
{
  const CsRegulation *regulation = cs_store_get_regulation (store, dossier->regulation, NULL);
  const CsForm *form = regulation != NULL ? cs_regulation_form (regulation, dossier->form) : NULL;
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));

  for (guint i = 0; form != NULL && i < regulation->evidence_kinds->len; i++)
    {
      const CsEvidenceKind *kind = g_ptr_array_index (regulation->evidence_kinds, i);
      gboolean asked = cs_evidence_kind_applies (kind, form);

      if ((asked && kind->required) == self->required)
        want_kind (self, wanted, papers, kind, asked);
    }
  if (!self->required)
    want_unknown (wanted, papers);
  return wanted;
}

/* --- rows --- */

static void
row_remove_cb (CsEvidenceGroup *self, CsEvidenceRow *row)
{
  g_signal_emit (self, signals[REMOVE], 0, row);
}

static void
row_another_cb (CsEvidenceGroup *self, CsEvidenceRow *row)
{
  g_free (self->extra);
  self->extra = g_strdup (cs_evidence_row_get_kind (row));
  g_signal_emit (self, signals[RELOAD], 0);
}

static void
row_reload_cb (CsEvidenceGroup *self)
{
  g_signal_emit (self, signals[RELOAD], 0);
}

static CsEvidenceRow *
add_row (CsEvidenceGroup *self, CsStore *store, const Wanted *place)
{
  GtkWidget *row = cs_evidence_row_new (store, place->kind_id, place->kind, place->asked);

  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "another", G_CALLBACK (row_another_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "reload", G_CALLBACK (row_reload_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  return CS_EVIDENCE_ROW (row);
}

static void
drop_rows (CsEvidenceGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/* Returns: whether the rows present can show @wanted as they are. */
static gboolean
fits (CsEvidenceGroup *self, GArray *wanted)
{
  if (self->rows->len != wanted->len)
    return FALSE;
  for (guint i = 0; i < wanted->len; i++)
    if (!g_str_equal (cs_evidence_row_get_kind (g_ptr_array_index (self->rows, i)),
                      g_array_index (wanted, Wanted, i).kind_id))
      return FALSE;
  return TRUE;
}

/* --- overrides --- */

static void
cs_evidence_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_REQUIRED)
    g_value_set_boolean (value, CS_EVIDENCE_GROUP (object)->required);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_evidence_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_REQUIRED)
    CS_EVIDENCE_GROUP (object)->required = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_evidence_group_finalize (GObject *object)
{
  CsEvidenceGroup *self = CS_EVIDENCE_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->extra);
  G_OBJECT_CLASS (cs_evidence_group_parent_class)->finalize (object);
}

static void
cs_evidence_group_class_init (CsEvidenceGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cs_evidence_group_get_property;
  object_class->set_property = cs_evidence_group_set_property;
  object_class->finalize = cs_evidence_group_finalize;
  props[PROP_REQUIRED] =
      g_param_spec_boolean ("required", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[REMOVE] = g_signal_new ("remove", CS_TYPE_EVIDENCE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, CS_TYPE_EVIDENCE_ROW);
  signals[RELOAD] =
      g_signal_new ("reload", CS_TYPE_EVIDENCE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_evidence_group_init (CsEvidenceGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/* --- public --- */

void
cs_evidence_group_load (CsEvidenceGroup *self, CsStore *store, const CsDossier *dossier, GPtrArray *papers)
{
  g_autoptr (GArray) wanted = NULL;

  g_return_if_fail (CS_IS_EVIDENCE_GROUP (self));

  /* an empty row that was asked for goes away with its dossier */
  if (self->store != store || self->dossier != dossier->id)
    g_clear_pointer (&self->extra, g_free);
  wanted = want (self, store, dossier, papers);
  if (self->store != store || !fits (self, wanted))
    drop_rows (self);
  self->store = store;
  self->dossier = dossier->id;
  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *place = &g_array_index (wanted, Wanted, i);
      CsEvidenceRow *row =
          i < self->rows->len ? g_ptr_array_index (self->rows, i) : add_row (self, store, place);

      cs_evidence_row_show (row, dossier->id, place->paper);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), wanted->len > 0);
}

void
cs_evidence_group_foreach (CsEvidenceGroup *self, CsFieldFunc func, gpointer data)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CsEvidenceRow *row = g_ptr_array_index (self->rows, i);
      const CsEvidence *paper = cs_evidence_row_get_evidence (row);
      CsFieldRow *const *fields = cs_evidence_row_get_fields (row);

      for (guint j = 0; fields[j] != NULL; j++)
        {
          g_autofree char *key =
              g_strdup_printf ("%" G_GINT64_FORMAT "/%s/%" G_GINT64_FORMAT "/%u",
                               cs_evidence_row_get_dossier (row), cs_evidence_row_get_kind (row),
                               paper != NULL ? paper->id : 0, j);

          func (fields[j], key, data);
        }
    }
}

CsEvidenceRow *
cs_evidence_group_find (CsEvidenceGroup *self, const char *kind)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (cs_evidence_row_get_kind (g_ptr_array_index (self->rows, i)), kind))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}
