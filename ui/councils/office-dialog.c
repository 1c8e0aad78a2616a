/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/office-dialog.h"

#include "service/papers/office.h"
#include "ui/shared/person-group.h"
#include "ui/widgets/feedback.h"

#include <glib/gi18n-lib.h>

struct _CsOfficeDialog
{
  AdwWindow parent_instance;

  GtkWidget *go_button;
  GtkLabel *problem_label;
  GtkEditable *parent_row;
  GtkEditable *issuer_row;
  GtkEditable *place_row;
  GtkEditable *on_behalf_row;
  AdwComboRow *acting_row;
  GtkEditable *acting_for_row;
  GtkEditable *role_row;
  GtkEditable *signer_row;
  GtkEditable *recipients_row;
  GtkEditable *symbol_row;
  GtkLabel *number_label;
  CsPersonGroup *person_group;

  CsStore *store;
  CsOffice *office;
};

G_DEFINE_FINAL_TYPE (CsOfficeDialog, cs_office_dialog, ADW_TYPE_WINDOW)

static void
set_problem (CsOfficeDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
changed_cb (CsOfficeDialog *self)
{
  g_autofree char *number = NULL;

  if (self->office == NULL) /* the rows are being filled */
    return;
  number = cs_office_number_text (5, "BB", gtk_editable_get_text (self->symbol_row));
  gtk_label_set_label (self->number_label, number);
  gtk_widget_set_sensitive (GTK_WIDGET (self->acting_for_row),
                            adw_combo_row_get_selected (self->acting_row) != CS_ACTING_NONE);
  set_problem (self, NULL);
}

static void
take (char **slot, GtkEditable *row)
{
  g_free (*slot);
  *slot = g_strdup (gtk_editable_get_text (row));
}

static void
go_cb (CsOfficeDialog *self)
{
  CsOffice *office = self->office;
  g_autoptr (GError) error = NULL;

  take (&office->parent, self->parent_row);
  take (&office->issuer, self->issuer_row);
  take (&office->place, self->place_row);
  take (&office->on_behalf, self->on_behalf_row);
  office->acting = (CsActing) adw_combo_row_get_selected (self->acting_row);
  take (&office->acting_for, self->acting_for_row);
  if (office->acting == CS_ACTING_NONE)
    office->acting_for[0] = '\0';
  take (&office->role, self->role_row);
  take (&office->signer, self->signer_row);
  take (&office->recipients, self->recipients_row); /* with semicolons between */
  take (&office->symbol, self->symbol_row);
  cs_person_group_keep (self->person_group);
  if (cs_office_set (self->store, office, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    set_problem (self, error->message);
}

static void
cs_office_dialog_dispose (GObject *object)
{
  CsOfficeDialog *self = CS_OFFICE_DIALOG (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_office_dialog_parent_class)->dispose (object);
}

static void
cs_office_dialog_finalize (GObject *object)
{
  cs_office_free (CS_OFFICE_DIALOG (object)->office);
  G_OBJECT_CLASS (cs_office_dialog_parent_class)->finalize (object);
}

static void
cs_office_dialog_class_init (CsOfficeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_office_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cs_office_dialog_finalize;
  g_type_ensure (CS_TYPE_PERSON_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/councils/office-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, acting_for_row);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, acting_row);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, issuer_row);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, number_label);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, on_behalf_row);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, parent_row);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, recipients_row);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, signer_row);
  gtk_widget_class_bind_template_child (widget_class, CsOfficeDialog, symbol_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_office_dialog_init (CsOfficeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (CsOfficeDialog *self, CsOffice *office)
{
  g_auto (GStrv) recipients = g_strsplit (office->recipients, "\n", -1);
  g_autofree char *line = g_strjoinv ("; ", recipients);

  gtk_editable_set_text (self->parent_row, office->parent);
  gtk_editable_set_text (self->issuer_row, office->issuer);
  gtk_editable_set_text (self->place_row, office->place);
  gtk_editable_set_text (self->on_behalf_row, office->on_behalf);
  adw_combo_row_set_selected (self->acting_row, office->acting);
  gtk_editable_set_text (self->acting_for_row, office->acting_for);
  gtk_editable_set_text (self->role_row, office->role);
  gtk_editable_set_text (self->signer_row, office->signer);
  gtk_editable_set_text (self->recipients_row, line);
  gtk_editable_set_text (self->symbol_row, office->symbol);
  self->office = office;
  changed_cb (self);
}

void
cs_office_dialog_present (GtkWidget *from, CsStore *store, const char *council)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autoptr (GError) error = NULL;
  CsOffice *office = cs_office_get (store, council, &error);
  CsOfficeDialog *self;

  if (office == NULL)
    {
      cs_feedback_error (from, _ ("The letterhead could not be read"), error);
      return;
    }
  self = g_object_new (CS_TYPE_OFFICE_DIALOG, NULL);
  self->store = g_object_ref (store);
  cs_person_group_set_store (self->person_group, store);
  show (self, office);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->parent_row));
}
