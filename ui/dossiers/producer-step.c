/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/producer-step.h"

#include "service/book/unread.h"
#include "ui/widgets/field-row.h"
#include "summary/words/formats.h"

#include "base/text.h"
#include "service/dossiers/producers.h"

#include <glib/gi18n-lib.h>

#define N_KNOWN 5 /* offered at once */

struct _CsProducerStep
{
  AdwBin parent_instance;

  CsFieldRow *name;
  GtkWidget *known_group;
  GtkListBox *known;
  AdwPreferencesGroup *about;
  AdwComboRow *kind;
  CsFieldRow *address;
  CsFieldRow *phone;
  CsFieldRow *representative;
  GtkSwitch *woman;
  GtkSwitch *minority;
  GtkSwitch *disability;

  CsStore *store;       /* (nullable) */
  GPtrArray *producers; /* (nullable) (element-type CsProducer): offered */
  char *taken;          /* (nullable): UUID of the producer whose values are shown, NULL: a new one */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (CsProducerStep, cs_producer_step, ADW_TYPE_BIN)

static const char *
text_of (CsFieldRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* --- producers of the book --- */

static void
show_taken (CsProducerStep *self)
{
  gboolean taken = self->taken != NULL;

  adw_preferences_group_set_description (
      self->about,
      taken ? _ ("This producer is in the book already. What is known about it is changed in one of its "
                 "dossiers.")
            : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), !taken);
  gtk_widget_set_sensitive (GTK_WIDGET (self->address), !taken);
  gtk_widget_set_sensitive (GTK_WIDGET (self->phone), !taken);
  gtk_widget_set_sensitive (GTK_WIDGET (self->representative), !taken);
  gtk_widget_set_sensitive (GTK_WIDGET (self->woman), !taken);
  gtk_widget_set_sensitive (GTK_WIDGET (self->minority), !taken);
  gtk_widget_set_sensitive (GTK_WIDGET (self->disability), !taken);
}

static void
show_values (CsProducerStep *self, const CsProducer *producer)
{
  cs_field_row_reset (self->address, producer->address);
  cs_field_row_reset (self->phone, producer->phone);
  cs_field_row_reset (self->representative, producer->representative);
  gtk_switch_set_active (self->woman, producer->woman);
  gtk_switch_set_active (self->minority, producer->minority);
  gtk_switch_set_active (self->disability, producer->disability);
  for (guint i = 0; cs_producer_kinds[i] != NULL; i++)
    if (g_strcmp0 (cs_producer_kinds[i], producer->kind) == 0)
      adw_combo_row_set_selected (self->kind, i);
}

static void
take (CsProducerStep *self, const CsProducer *producer)
{
  self->filling = TRUE;
  cs_field_row_reset (self->name, producer->name);
  self->filling = FALSE;
  g_free (self->taken);
  self->taken = g_strdup (producer->uuid);
  show_values (self, producer);
  show_taken (self);
  gtk_widget_set_visible (self->known_group, FALSE);
}

/* The name became another one: what was known is about somebody else. */
static void
let_go (CsProducerStep *self)
{
  static const CsProducer nobody = { .kind = NULL };

  if (self->taken == NULL)
    return;
  g_clear_pointer (&self->taken, g_free);
  show_values (self, &nobody);
  show_taken (self);
}

/* What tells producers of one name apart: kind, unit, address. */
static char *
describe (CsProducerStep *self, const CsProducer *producer)
{
  const CsUnit *unit = cs_unit_set_find (cs_store_get_units (self->store), producer->commune);
  GString *text = g_string_new (cs_format_producer_kind (producer->kind));

  if (unit != NULL)
    g_string_append_printf (text, " · %s", unit->name);
  if (*producer->address != '\0')
    g_string_append_printf (text, " · %s", producer->address);
  return g_string_free (text, FALSE);
}

static void
show_known (CsProducerStep *self)
{
  const char *words = text_of (self->name);
  gboolean wanted = self->store != NULL && g_utf8_strlen (words, -1) > 1;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->known, 0)) != NULL)
    gtk_list_box_remove (self->known, GTK_WIDGET (row));
  g_clear_pointer (&self->producers, g_ptr_array_unref);
  if (wanted)
    self->producers = cs_producers_list (self->store, words, N_KNOWN, cs_store_unread (self->store));
  for (guint i = 0; self->producers != NULL && i < self->producers->len; i++)
    {
      const CsProducer *producer = g_ptr_array_index (self->producers, i);
      GtkWidget *known = adw_action_row_new ();
      g_autofree char *about = describe (self, producer);
      g_autofree char *about_markup = g_markup_escape_text (about, -1);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (known), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (known), producer->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (known), about_markup);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (known), TRUE);
      gtk_list_box_append (self->known, known);
    }
  gtk_widget_set_visible (self->known_group, self->producers != NULL && self->producers->len > 0);
}

/* --- callbacks --- */

static void
accept_cb (CsFieldRow *row, const char *value, gpointer user_data)
{
  /* nothing is written before the last step */
  cs_field_row_set_stored (row, value);
}

static void
name_changed_cb (CsProducerStep *self)
{
  if (self->filling)
    return;
  let_go (self);
  show_known (self);
}

static void
known_activated_cb (CsProducerStep *self, GtkListBoxRow *row)
{
  take (self, g_ptr_array_index (self->producers, (guint) gtk_list_box_row_get_index (row)));
  cs_producer_step_focus (self);
}

/* --- overrides --- */

static void
cs_producer_step_finalize (GObject *object)
{
  CsProducerStep *self = CS_PRODUCER_STEP (object);

  g_free (self->taken);
  g_clear_pointer (&self->producers, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_producer_step_parent_class)->finalize (object);
}

static void
cs_producer_step_class_init (CsProducerStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_producer_step_finalize;
  g_type_ensure (CS_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/dossiers/producer-step.ui");
  gtk_widget_class_bind_template_child (widget_class, CsProducerStep, name);
  gtk_widget_class_bind_template_child (widget_class, CsProducerStep, known_group);
  gtk_widget_class_bind_template_child (widget_class, CsProducerStep, known);
  gtk_widget_class_bind_template_child (widget_class, CsProducerStep, about);
  gtk_widget_class_bind_template_child (widget_class, CsProducerStep, kind);
  gtk_widget_class_bind_template_child (widget_class, CsProducerStep, address);
  gtk_widget_class_bind_template_child (widget_class, CsProducerStep, phone);
  gtk_widget_class_bind_template_child (widget_class, CsProducerStep, representative);
  gtk_widget_class_bind_template_child (widget_class, CsProducerStep, woman);
  gtk_widget_class_bind_template_child (widget_class, CsProducerStep, minority);
  gtk_widget_class_bind_template_child (widget_class, CsProducerStep, disability);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, known_activated_cb);
}

static void
cs_producer_step_init (CsProducerStep *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; cs_producer_kinds[i] != NULL; i++)
    gtk_string_list_append (kinds, cs_format_producer_kind (cs_producer_kinds[i]));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
}

/* --- public --- */

void
cs_producer_step_set_store (CsProducerStep *self, CsStore *store)
{
  g_return_if_fail (CS_IS_PRODUCER_STEP (self));

  g_set_object (&self->store, store);
}

void
cs_producer_step_fill (CsProducerStep *self, CsNewDossier *dossier)
{
  g_return_if_fail (CS_IS_PRODUCER_STEP (self));

  dossier->producer_uuid = self->taken;
  dossier->producer = text_of (self->name);
  dossier->producer_kind = cs_producer_kinds[adw_combo_row_get_selected (self->kind)];
  dossier->address = text_of (self->address);
  dossier->phone = text_of (self->phone);
  dossier->representative = text_of (self->representative);
  dossier->woman = gtk_switch_get_active (self->woman);
  dossier->minority = gtk_switch_get_active (self->minority);
  dossier->disability = gtk_switch_get_active (self->disability);
}

gboolean
cs_producer_step_set_problem (CsProducerStep *self, const char *field, const char *problem)
{
  const struct
  {
    const char *field;
    CsFieldRow *row;
  } rows[] = {
    { "producer", self->name },
    { "address", self->address },
    { "phone", self->phone },
    { "representative", self->representative },
  };

  g_return_val_if_fail (CS_IS_PRODUCER_STEP (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].field, field))
      {
        cs_field_row_set_problem (rows[i].row, problem);
        gtk_widget_grab_focus (GTK_WIDGET (rows[i].row));
        return TRUE;
      }
  return FALSE;
}

void
cs_producer_step_focus (CsProducerStep *self)
{
  g_return_if_fail (CS_IS_PRODUCER_STEP (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
cs_producer_step_clear (CsProducerStep *self)
{
  static const CsProducer nobody = { .kind = NULL };

  g_return_if_fail (CS_IS_PRODUCER_STEP (self));

  g_clear_pointer (&self->taken, g_free);
  cs_field_row_reset (self->name, NULL);
  show_values (self, &nobody);
  adw_combo_row_set_selected (self->kind, 0);
  show_taken (self);
}

gboolean
cs_producer_step_is_blank (CsProducerStep *self)
{
  return *text_of (self->name) == '\0' && *text_of (self->address) == '\0' && *text_of (self->phone) == '\0'
         && *text_of (self->representative) == '\0';
}
