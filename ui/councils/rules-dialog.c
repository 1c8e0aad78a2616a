/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/rules-dialog.h"

#include "base/text.h"
#include "service/council/council-rules.h"
#include "ui/shared/person-group.h"
#include "ui/widgets/feedback.h"
#include "ui/councils/rules-form.h"
#include "summary/words/rules-text.h"

#include <glib/gi18n-lib.h>

struct _CsRulesDialog
{
  AdwWindow parent_instance;

  GtkWidget *go_button;
  GtkLabel *problem_label;
  GtkEditable *reason_row;
  CsRulesForm *form;
  GtkLabel *changes_label;

  CsStore *store;
  CsPersonGroup *person_group;
  CsCouncil *council; /* as it was when the dialog was opened */
};

G_DEFINE_FINAL_TYPE (CsRulesDialog, cs_rules_dialog, ADW_TYPE_WINDOW)

static void
set_problem (CsRulesDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

/* What goes into the log and onto the minutes is told before it does. */
static void
update (CsRulesDialog *self)
{
  g_autofree char *changes = cs_rules_changes (&self->council->rules, cs_rules_form_get_rules (self->form));
  gboolean changed = *changes != '\0';

  set_problem (self, NULL);
  gtk_label_set_label (self->changes_label, changed ? changes : _ ("Nothing is changed yet."));
  gtk_widget_set_sensitive (self->go_button,
                            changed && !cs_text_is_blank (gtk_editable_get_text (self->reason_row)));
}

static void
reason_changed_cb (CsRulesDialog *self)
{
  if (self->council != NULL)
    update (self);
}

static void
rules_changed_cb (CsRulesDialog *self)
{
  /* nothing is written before the button is pressed */
  cs_rules_form_set_rules (self->form, cs_rules_form_get_rules (self->form));
  update (self);
}

static void
defaults_cb (CsRulesDialog *self)
{
  cs_rules_form_reset (self->form, &cs_store_get_current_regulation (self->store)->council);
  update (self);
}

static void
go_cb (CsRulesDialog *self)
{
  g_autofree char *reason = cs_text_clean (gtk_editable_get_text (self->reason_row));
  g_autoptr (GError) error = NULL;

  if (!cs_rules_form_commit (self->form))
    return;
  cs_person_group_keep (self->person_group);
  if (cs_councils_set_rules (self->store, self->council, cs_rules_form_get_rules (self->form), reason,
                             &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    set_problem (self, error->message);
}

static void
cs_rules_dialog_dispose (GObject *object)
{
  CsRulesDialog *self = CS_RULES_DIALOG (object);

  g_clear_pointer (&self->council, cs_council_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_rules_dialog_parent_class)->dispose (object);
}

static void
cs_rules_dialog_class_init (CsRulesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_rules_dialog_dispose;
  g_type_ensure (CS_TYPE_RULES_FORM);
  g_type_ensure (CS_TYPE_PERSON_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/councils/rules-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsRulesDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, CsRulesDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, CsRulesDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CsRulesDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, CsRulesDialog, form);
  gtk_widget_class_bind_template_child (widget_class, CsRulesDialog, changes_label);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rules_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, defaults_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_rules_dialog_init (CsRulesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cs_rules_dialog_present (GtkWidget *from, CsStore *store, const char *uuid)
{
  g_autoptr (GError) error = NULL;
  CsCouncil *council = cs_store_get_council (store, uuid, &error);
  GtkRoot *root = gtk_widget_get_root (from);
  CsRulesDialog *self;

  if (council == NULL)
    {
      cs_feedback_error (from, _ ("The Rules Cannot Be Changed"), error);
      return;
    }
  self = g_object_new (CS_TYPE_RULES_DIALOG, NULL);
  self->store = g_object_ref (store);
  cs_person_group_set_store (self->person_group, store);
  self->council = council;
  cs_rules_form_reset (self->form, &council->rules);
  update (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
}
