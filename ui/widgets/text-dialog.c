/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/text-dialog.h"

#include "base/text.h"

struct _CsTextDialog
{
  AdwWindow parent_instance;

  GtkWidget *go_button;
  GtkLabel *problem_label;
  AdwPreferencesGroup *group;
  GtkEditable *text_row;

  CsTextTaken taken;
  gpointer data;
  GDestroyNotify data_free;
};

G_DEFINE_FINAL_TYPE (CsTextDialog, cs_text_dialog, ADW_TYPE_WINDOW)

static void
set_problem (CsTextDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
changed_cb (CsTextDialog *self)
{
  set_problem (self, NULL);
  gtk_widget_set_sensitive (self->go_button, !cs_text_is_blank (gtk_editable_get_text (self->text_row)));
}

static void
go_cb (CsTextDialog *self)
{
  g_autofree char *text = cs_text_clean (gtk_editable_get_text (self->text_row));
  g_autoptr (GError) error = NULL;

  if (self->taken (text, self->data, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    set_problem (self, error->message);
}

static void
cs_text_dialog_dispose (GObject *object)
{
  CsTextDialog *self = CS_TEXT_DIALOG (object);

  if (self->data_free != NULL)
    g_clear_pointer (&self->data, self->data_free);
  G_OBJECT_CLASS (cs_text_dialog_parent_class)->dispose (object);
}

static void
cs_text_dialog_class_init (CsTextDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_text_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/widgets/text-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsTextDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, CsTextDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CsTextDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CsTextDialog, text_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_text_dialog_init (CsTextDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cs_text_dialog_present (GtkWidget *from,
                        const char *title,
                        const char *about,
                        const char *label,
                        const char *verb,
                        CsTextTaken taken,
                        gpointer data,
                        GDestroyNotify data_free)
{
  CsTextDialog *self = g_object_new (CS_TYPE_TEXT_DIALOG, "title", title, NULL);
  g_autofree char *about_markup = g_markup_escape_text (about, -1);
  GtkRoot *root = gtk_widget_get_root (from);

  self->taken = taken;
  self->data = data;
  self->data_free = data_free;
  adw_preferences_group_set_description (self->group, about_markup);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text_row), label);
  gtk_button_set_label (GTK_BUTTON (self->go_button), verb);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_row));
}
