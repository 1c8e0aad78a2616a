/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/conduct/closing-dialog.h"

#include "service/scoring/closing.h"
#include "ui/conduct/closing-checklist.h"
#include "ui/shared/person-group.h"
#include "ui/widgets/feedback.h"
#include "service/dossiers/dossiers.h"

#include <glib/gi18n-lib.h>

struct _CsClosingDialog
{
  AdwWindow parent_instance;

  CsStore *store; /* (nullable) */
  CsPersonGroup *person_group;
  CsDossierKey key;
  char *uuid; /* of the dossier */
  char *product;
  GtkWidget *close_button;
  GtkLabel *state_label;
  GtkLabel *problem_label;
  CsClosingChecklist *checklist;
};

G_DEFINE_FINAL_TYPE (CsClosingDialog, cs_closing_dialog, ADW_TYPE_WINDOW)

static void
set_problem (CsClosingDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
show_state (CsClosingDialog *self)
{
  guint missing = cs_closing_checklist_count_missing (self->checklist);
  g_autofree char *text =
      missing > 0
          ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is missing before it can be closed.",
                                          "%u things are missing before it can be closed.", missing),
                             missing)
          : g_strdup (_ ("Everything is settled."));

  gtk_label_set_label (self->state_label, text);
  gtk_widget_set_sensitive (self->close_button, missing == 0);
}

static void
changed_cb (CsClosingDialog *self)
{
  set_problem (self, NULL);
  show_state (self);
}

/* Reads the product again: a ground was decided on, or a sheet came in meanwhile. */
static void
refresh (CsClosingDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsResult) result = cs_results_of (self->store, self->key, &error);

  if (result == NULL)
    {
      set_problem (self, error->message);
      return;
    }
  if (result->dossier->closed)
    return;
  cs_person_group_update (self->person_group);
  cs_closing_checklist_show (self->checklist, self->store, result);
  show_state (self);
  /* what had the focus may be gone with the line it stood in */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->checklist), GTK_DIR_TAB_FORWARD);
}

static void
store_changed_cb (CsClosingDialog *self, const CsChangeSet *changes)
{
  if (cs_change_set_has (changes, CS_CHANGE_COUNCILS)
      || cs_change_set_touches (changes, CS_CHANGE_EVALUATIONS, self->uuid))
    refresh (self);
}

static void
close_cb (CsClosingDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_get (self->store, self->key, &error);
  g_autofree char *reason = cs_closing_checklist_dup_reason (self->checklist);
  g_autoptr (GHashTable) absences = cs_closing_checklist_dup_absences (self->checklist);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *text = g_strdup_printf (_ ("“%s” is closed"), self->product);

  cs_person_group_keep (self->person_group);
  if (dossier == NULL
      || !cs_evaluation_close (self->store, dossier, &(CsCloseOptions){ reason, absences }, &error))
    {
      set_problem (self, error->message);
      return;
    }
  if (parent != NULL)
    cs_feedback_toast (parent, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cs_closing_dialog_dispose (GObject *object)
{
  CsClosingDialog *self = CS_CLOSING_DIALOG (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_closing_dialog_parent_class)->dispose (object);
}

static void
cs_closing_dialog_finalize (GObject *object)
{
  g_free (CS_CLOSING_DIALOG (object)->product);
  g_free (CS_CLOSING_DIALOG (object)->uuid);
  G_OBJECT_CLASS (cs_closing_dialog_parent_class)->finalize (object);
}

static void
cs_closing_dialog_class_init (CsClosingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_closing_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cs_closing_dialog_finalize;
  g_type_ensure (CS_TYPE_CLOSING_CHECKLIST);
  g_type_ensure (CS_TYPE_PERSON_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/conduct/closing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsClosingDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, CsClosingDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, CsClosingDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, CsClosingDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CsClosingDialog, checklist);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_closing_dialog_init (CsClosingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cs_closing_dialog_present (GtkWidget *from, CsStore *store, const CsResult *result)
{
  CsClosingDialog *self = g_object_new (CS_TYPE_CLOSING_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *title = g_strdup_printf (_ ("Close “%s”?"), result->dossier->product);

  self->store = g_object_ref (store);
  cs_person_group_set_store (self->person_group, store);
  cs_closing_checklist_set_person_group (self->checklist, self->person_group);
  self->key = (CsDossierKey){ result->dossier->id, result->dossier->evaluation };
  self->product = g_strdup (result->dossier->product);
  self->uuid = g_strdup (result->dossier->uuid);
  gtk_window_set_title (GTK_WINDOW (self), title);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  cs_closing_checklist_show (self->checklist, store, result);
  show_state (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->checklist), GTK_DIR_TAB_FORWARD);
}
