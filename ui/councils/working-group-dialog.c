/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/working-group-dialog.h"

#include "base/text.h"
#include "service/council/council-rules.h"
#include "model/council.h"
#include "ui/shared/person-group.h"

#include <glib/gi18n-lib.h>

struct _CsWorkingGroupDialog
{
  AdwWindow parent_instance;

  GtkWidget *go_button;
  GtkLabel *problem_label;
  GtkEditable *name_row;
  GtkEditable *organisation_row;
  GtkEditable *duty_row;

  CsStore *store;
  CsPersonGroup *person_group;
  char *council;
  char *uuid; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CsWorkingGroupDialog, cs_working_group_dialog, ADW_TYPE_WINDOW)

static void
set_problem (CsWorkingGroupDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
changed_cb (CsWorkingGroupDialog *self)
{
  set_problem (self, NULL);
  gtk_widget_set_sensitive (self->go_button, !cs_text_is_blank (gtk_editable_get_text (self->name_row)));
}

/* Returns: (transfer none) (nullable): who is called @uuid. */
static CsWorkingGroupMember *
find (const CsCouncil *council, const char *uuid)
{
  for (guint i = 0; uuid != NULL && i < council->working_group->len; i++)
    {
      CsWorkingGroupMember *helper = g_ptr_array_index (council->working_group, i);

      if (g_strcmp0 (helper->uuid, uuid) == 0)
        return helper;
    }
  return NULL;
}

static void
take (char **slot, GtkEditable *row)
{
  g_free (*slot);
  *slot = cs_text_clean (gtk_editable_get_text (row));
}

static void
go_cb (CsWorkingGroupDialog *self)
{
  g_autoptr (GError) error = NULL;
  /* the group as it is now: somebody may have come or gone since the dialog was opened */
  g_autoptr (CsCouncil) council = cs_store_get_council (self->store, self->council, &error);
  CsWorkingGroupMember *helper = council != NULL ? find (council, self->uuid) : NULL;

  if (council != NULL && helper == NULL)
    helper = cs_council_add_working_group_member (council);
  if (helper != NULL)
    {
      take (&helper->name, self->name_row);
      take (&helper->organisation, self->organisation_row);
      take (&helper->duty, self->duty_row);
    }
  cs_person_group_keep (self->person_group);
  if (helper == NULL
      || !cs_councils_set_working_group (self->store, self->council, council->working_group, &error))
    set_problem (self, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
cs_working_group_dialog_dispose (GObject *object)
{
  g_clear_object (&CS_WORKING_GROUP_DIALOG (object)->store);
  G_OBJECT_CLASS (cs_working_group_dialog_parent_class)->dispose (object);
}

static void
cs_working_group_dialog_finalize (GObject *object)
{
  g_free (CS_WORKING_GROUP_DIALOG (object)->council);
  g_free (CS_WORKING_GROUP_DIALOG (object)->uuid);
  G_OBJECT_CLASS (cs_working_group_dialog_parent_class)->finalize (object);
}

static void
cs_working_group_dialog_class_init (CsWorkingGroupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_working_group_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cs_working_group_dialog_finalize;
  g_type_ensure (CS_TYPE_PERSON_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/councils/working-group-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsWorkingGroupDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, CsWorkingGroupDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, CsWorkingGroupDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CsWorkingGroupDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CsWorkingGroupDialog, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, CsWorkingGroupDialog, duty_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_working_group_dialog_init (CsWorkingGroupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (CsWorkingGroupDialog *self, const CsWorkingGroupMember *helper)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Correct the Working Group"));
  gtk_button_set_label (GTK_BUTTON (self->go_button), _ ("_Save"));
  gtk_editable_set_text (self->name_row, helper->name);
  gtk_editable_set_text (self->organisation_row, helper->organisation);
  gtk_editable_set_text (self->duty_row, helper->duty);
}

void
cs_working_group_dialog_present (GtkWidget *from, CsStore *store, const char *council_uuid, const char *uuid)
{
  CsWorkingGroupDialog *self = g_object_new (CS_TYPE_WORKING_GROUP_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autoptr (CsCouncil) council = cs_store_get_council (store, council_uuid, NULL);
  const CsWorkingGroupMember *helper = council != NULL ? find (council, uuid) : NULL;

  self->store = g_object_ref (store);
  cs_person_group_set_store (self->person_group, store);
  self->council = g_strdup (council_uuid);
  self->uuid = g_strdup (uuid);
  if (helper != NULL)
    show (self, helper);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
