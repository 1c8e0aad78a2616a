/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/person-group.h"

#include "model/actor.h"
#include "ui/widgets/settings.h"

#include <glib/gi18n-lib.h>

#define ASKED "cs-person-asked"

struct _CsPersonGroup
{
  AdwPreferencesGroup parent_instance;

  CsStore *store; /* (nullable) */
  GtkEditable *name_row;
  GtkEditable *duty_row;
};

G_DEFINE_FINAL_TYPE (CsPersonGroup, cs_person_group, ADW_TYPE_PREFERENCES_GROUP)

static void
cs_person_group_dispose (GObject *object)
{
  g_clear_object (&CS_PERSON_GROUP (object)->store);
  G_OBJECT_CLASS (cs_person_group_parent_class)->dispose (object);
}

static void
cs_person_group_class_init (CsPersonGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_person_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/shared/person-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CsPersonGroup, name_row);
  gtk_widget_class_bind_template_child (widget_class, CsPersonGroup, duty_row);
}

static void
cs_person_group_init (CsPersonGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cs_person_group_set_store (CsPersonGroup *self, CsStore *store)
{
  g_set_object (&self->store, store);
  cs_person_group_update (self);
}

void
cs_person_group_update (CsPersonGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->store != NULL && cs_store_get_actor (self->store) == NULL);
}

void
cs_person_group_keep (CsPersonGroup *self)
{
  g_autofree char *written = g_strdup_printf ("%s;%s", gtk_editable_get_text (self->name_row),
                                              gtk_editable_get_text (self->duty_row));
  g_autofree char *name = NULL, *duty = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  g_object_set_data (G_OBJECT (self->store), ASKED, GINT_TO_POINTER (TRUE));
  if (!cs_actor_parse (written, &name, &duty))
    return;
  cs_settings_set_person (cs_settings_get_default (), name, duty);
  cs_store_set_person (self->store, name, duty);
  /* a decision that is refused keeps its dialog, and the person is told by now */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
cs_person_group_was_asked (CsStore *store)
{
  return g_object_get_data (G_OBJECT (store), ASKED) != NULL;
}

void
cs_person_group_focus (CsPersonGroup *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

void
cs_person_group_type (CsPersonGroup *self, const char *name, const char *duty)
{
  gtk_editable_set_text (self->name_row, name);
  gtk_editable_set_text (self->duty_row, duty);
}

void
cs_person_group_apply (CsStore *store)
{
  CsSettings *settings = cs_settings_get_default ();
  g_autofree char *name = NULL, *duty = NULL;

  cs_settings_dup_person (settings, &name, &duty);
  cs_store_set_person (store, name, duty);
}
