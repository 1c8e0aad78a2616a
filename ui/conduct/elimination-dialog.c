/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/conduct/elimination-dialog.h"

#include "base/text.h"
#include "service/scoring/grounds.h"
#include "ui/shared/person-group.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/radio-row.h"
#include "service/dossiers/dossiers.h"

#include <glib/gi18n-lib.h>

/* What can be chosen. */
typedef struct
{
  char *criterion; /* (nullable): no of the criterion */
  char *text;      /* (nullable): NULL is one in the person's own words */
} Ground;

struct _CsEliminationDialog
{
  AdwWindow parent_instance;

  CsStore *store;
  CsPersonGroup *person_group;
  CsDossierKey key;
  GPtrArray *grounds;   /* (element-type Ground) */
  const Ground *chosen; /* (nullable) */
  gboolean raise;       /* the council decides later */
  GtkWidget *first;     /* (nullable): row of the first ground, for the group */
  GtkWidget *add_button;
  GtkEditable *reason_row;
  GtkEditable *person_row;
  AdwPreferencesGroup *what_group;
  AdwPreferencesGroup *dossier_group;
  AdwPreferencesGroup *criterion_group;
  AdwPreferencesGroup *other_group;
  GtkEditable *other_row; /* the own words */
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (CsEliminationDialog, cs_elimination_dialog, ADW_TYPE_WINDOW)

static void
ground_free (gpointer data)
{
  Ground *ground = data;

  g_free (ground->criterion);
  g_free (ground->text);
  g_free (ground);
}

static void
set_problem (CsEliminationDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

/* Returns: (transfer none): the ground as it stands now, "" when it is to be typed yet. */
static const char *
ground_text (CsEliminationDialog *self)
{
  if (self->chosen == NULL)
    return "";
  return self->chosen->text != NULL ? self->chosen->text : gtk_editable_get_text (self->other_row);
}

static void
changed_cb (CsEliminationDialog *self)
{
  set_problem (self, NULL);
  gtk_widget_set_sensitive (self->add_button,
                            !cs_text_is_blank (ground_text (self))
                                && !cs_text_is_blank (gtk_editable_get_text (self->reason_row))
                                && !cs_text_is_blank (gtk_editable_get_text (self->person_row)));
}

static void
chosen_cb (CsEliminationDialog *self, CsRadioRow *row)
{
  self->chosen = cs_radio_row_get_value (row);
  gtk_widget_set_visible (GTK_WIDGET (self->other_row), self->chosen->text == NULL);
  changed_cb (self);
}

static void
add_cb (CsEliminationDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_get (self->store, self->key, &error);
  g_autofree char *reason = cs_text_clean (gtk_editable_get_text (self->reason_row));
  g_autofree char *person = cs_text_clean (gtk_editable_get_text (self->person_row));
  g_autofree char *text = cs_text_clean (ground_text (self));
  g_autoptr (CsGround) ground = cs_ground_new (self->chosen->criterion, text, reason, person);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  ground->state = self->raise ? CS_GROUND_RAISED : CS_GROUND_CONFIRMED;
  cs_person_group_keep (self->person_group);
  if (dossier == NULL || !cs_grounds_add (self->store, dossier, ground, &error))
    {
      set_problem (self, error->message);
      return;
    }
  if (self->raise && parent != NULL)
    cs_feedback_toast (parent, _ ("The ground is raised; the council decides on it"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cs_elimination_dialog_dispose (GObject *object)
{
  g_clear_object (&CS_ELIMINATION_DIALOG (object)->store);
  G_OBJECT_CLASS (cs_elimination_dialog_parent_class)->dispose (object);
}

static void
cs_elimination_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (CS_ELIMINATION_DIALOG (object)->grounds);
  G_OBJECT_CLASS (cs_elimination_dialog_parent_class)->finalize (object);
}

static void
cs_elimination_dialog_class_init (CsEliminationDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_elimination_dialog_dispose;
  object_class->finalize = cs_elimination_dialog_finalize;
  g_type_ensure (CS_TYPE_PERSON_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/conduct/elimination-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsEliminationDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, CsEliminationDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, CsEliminationDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, CsEliminationDialog, what_group);
  gtk_widget_class_bind_template_child (widget_class, CsEliminationDialog, dossier_group);
  gtk_widget_class_bind_template_child (widget_class, CsEliminationDialog, criterion_group);
  gtk_widget_class_bind_template_child (widget_class, CsEliminationDialog, other_group);
  gtk_widget_class_bind_template_child (widget_class, CsEliminationDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, CsEliminationDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_elimination_dialog_init (CsEliminationDialog *self)
{
  self->grounds = g_ptr_array_new_with_free_func (ground_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @text: (nullable): NULL for own words */
static GtkWidget *
add_ground (CsEliminationDialog *self,
            AdwPreferencesGroup *group,
            const CsCriterion *criterion,
            const char *text)
{
  Ground *ground = g_new0 (Ground, 1);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  ground->text = g_strdup (text);
  if (criterion != NULL)
    {
      ground->criterion = g_strdup (criterion->no);
      subtitle = g_strdup_printf ("%s  %s", criterion->no, criterion->title);
    }
  g_ptr_array_add (self->grounds, ground);
  row = cs_radio_row_new (ground, text != NULL ? text : _ ("Another ground"), subtitle, self->first);
  if (self->first == NULL)
    self->first = row;
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  return row;
}

/* Many forms print no ground at all, and what happens is not always printed. */
static void
add_other (CsEliminationDialog *self, gboolean only)
{
  GtkWidget *row = add_ground (self, self->other_group, NULL, NULL);
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Ground and where it is laid down"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_preferences_group_add (self->other_group, entry);
  self->other_row = GTK_EDITABLE (entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (entry, FALSE);
  if (only)
    cs_radio_row_choose (CS_RADIO_ROW (row));
}

static void
fill (CsEliminationDialog *self, const CsForm *form)
{
  gboolean any = FALSE;

  for (guint i = 0; i < form->eliminations->len; i++)
    add_ground (self, self->dossier_group, NULL, g_ptr_array_index (form->eliminations, i));
  for (guint q = 0; q < cs_form_n_questions (form); q++)
    {
      const CsCriterion *criterion = cs_form_question (form, q);

      any |= criterion->eliminates->len > 0;
      for (guint i = 0; i < criterion->eliminates->len; i++)
        add_ground (self, self->criterion_group, criterion, g_ptr_array_index (criterion->eliminates, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->dossier_group), form->eliminations->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->criterion_group), any);
  add_other (self, self->grounds->len == 0);
}

/* Shows the dialog about @result above the window of @from. */
static void
present (CsEliminationDialog *self, GtkWidget *from, CsStore *store, const CsResult *result)
{
  GtkRoot *root = gtk_widget_get_root (from);

  self->store = g_object_ref (store);
  cs_person_group_set_store (self->person_group, store);
  self->key = (CsDossierKey){ result->dossier->id, result->dossier->evaluation };
  fill (self, result->form);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
}

void
cs_elimination_dialog_present (GtkWidget *from, CsStore *store, const CsResult *result)
{
  present (g_object_new (CS_TYPE_ELIMINATION_DIALOG, NULL), from, store, result);
}

void
cs_elimination_dialog_present_raise (GtkWidget *from,
                                     CsStore *store,
                                     const CsResult *result,
                                     const char *person)
{
  CsEliminationDialog *self = g_object_new (CS_TYPE_ELIMINATION_DIALOG, NULL);

  self->raise = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), _ ("Raise a Ground for Elimination"));
  gtk_button_set_label (GTK_BUTTON (self->add_button), _ ("_Raise"));
  gtk_widget_remove_css_class (self->add_button, "destructive-action");
  gtk_widget_add_css_class (self->add_button, "suggested-action");
  adw_preferences_group_set_description (
      self->what_group,
      _ ("Every member sees it. The council confirms or dismisses it before the product is closed; "
         "only a confirmed one takes the stars away."));
  gtk_editable_set_text (self->person_row, person);
  gtk_editable_set_editable (self->person_row, FALSE);
  present (self, from, store, result);
}
