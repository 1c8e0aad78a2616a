/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/withdraw-dialog.h"

#include "base/date.h"
#include "base/text.h"
#include "model/register.h"
#include "ui/shared/person-group.h"
#include "ui/widgets/feedback.h"
#include "service/results/register.h"

#include <glib/gi18n-lib.h>

struct _CsWithdrawDialog
{
  AdwWindow parent_instance;

  CsStore *store;
  CsPersonGroup *person_group;
  CsRecognition *recognition;

  GtkWidget *withdraw_button;
  AdwPreferencesGroup *group;
  GtkEditable *ground_row;
  GtkEditable *date_row;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (CsWithdrawDialog, cs_withdraw_dialog, ADW_TYPE_WINDOW)

static void
set_problem (CsWithdrawDialog *self, GtkEditable *row, const char *problem)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->ground_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->date_row), "error");
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  if (row == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
changed_cb (CsWithdrawDialog *self)
{
  set_problem (self, NULL, NULL);
  gtk_widget_set_sensitive (self->withdraw_button,
                            !cs_text_is_blank (gtk_editable_get_text (self->ground_row))
                                && !cs_text_is_blank (gtk_editable_get_text (self->date_row)));
}

static void
withdraw_cb (CsWithdrawDialog *self)
{
  g_autofree char *day = cs_date_from_display (gtk_editable_get_text (self->date_row));
  g_autofree char *told = NULL;
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  const char *field = NULL;
  g_autoptr (GError) error = NULL;

  if (day == NULL)
    {
      set_problem (self, self->date_row,
                   _ ("This is no date. Write day/month/year, for example 31/05/2024."));
      return;
    }
  cs_person_group_keep (self->person_group);
  if (!cs_recognitions_withdraw (self->store, self->recognition, day,
                                 gtk_editable_get_text (self->ground_row), &field, &error))
    {
      set_problem (self,
                   g_strcmp0 (field, "on") == 0       ? self->date_row
                   : g_strcmp0 (field, "ground") == 0 ? self->ground_row
                                                      : NULL,
                   error->message);
      return;
    }
  if (parent != NULL)
    {
      told = g_strdup_printf (_ ("The recognition of “%s” is withdrawn"), self->recognition->product);
      cs_feedback_toast (parent, told);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cs_withdraw_dialog_dispose (GObject *object)
{
  CsWithdrawDialog *self = CS_WITHDRAW_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->recognition, cs_recognition_free);
  G_OBJECT_CLASS (cs_withdraw_dialog_parent_class)->dispose (object);
}

static void
cs_withdraw_dialog_class_init (CsWithdrawDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_withdraw_dialog_dispose;
  g_type_ensure (CS_TYPE_PERSON_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/certificates/withdraw-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsWithdrawDialog, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, CsWithdrawDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CsWithdrawDialog, ground_row);
  gtk_widget_class_bind_template_child (widget_class, CsWithdrawDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, CsWithdrawDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, CsWithdrawDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_withdraw_dialog_init (CsWithdrawDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cs_withdraw_dialog_present (GtkWidget *from, CsStore *store, CsRecognition *recognition)
{
  CsWithdrawDialog *self = g_object_new (CS_TYPE_WITHDRAW_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *today = cs_date_today (), *shown = cs_date_to_display (today);
  g_autofree char *about = NULL, *escaped = NULL;

  self->store = g_object_ref (store);
  cs_person_group_set_store (self->person_group, store);
  self->recognition = recognition;
  /* Translators: name of the product */
  about = g_strdup_printf (_ ("The certificate of “%s” ends on that day, and the product no longer counts as "
                              "recognised. This cannot be undone; a new decision can recognise it again."),
                           recognition->product);
  escaped = g_markup_escape_text (about, -1);
  adw_preferences_group_set_description (self->group, escaped);
  gtk_editable_set_text (self->date_row, shown);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->ground_row));
}
