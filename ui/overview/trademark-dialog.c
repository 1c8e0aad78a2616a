/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/trademark-dialog.h"

#include "base/date.h"
#include "base/text.h"
#include "service/results/trademarks.h"
#include "ui/widgets/feedback.h"

#include <glib/gi18n-lib.h>

struct _CsTrademarkDialog
{
  AdwWindow parent_instance;

  CsStore *store;
  char *uuid; /* (nullable): of the one that is changed */
  GtkWidget *add_button;
  GtkEditable *name_row;
  GtkEditable *owner_row;
  GtkEditable *date_row;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (CsTrademarkDialog, cs_trademark_dialog, ADW_TYPE_WINDOW)

/* @field: (nullable): where it stands */
static void
set_problem (CsTrademarkDialog *self, const char *field, const char *problem)
{
  GtkEditable *row = g_strcmp0 (field, "name") == 0            ? self->name_row
                     : g_strcmp0 (field, "owner") == 0         ? self->owner_row
                     : g_strcmp0 (field, "registered_on") == 0 ? self->date_row
                                                               : NULL;

  if (row != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
changed_cb (CsTrademarkDialog *self)
{
  GtkEditable *const rows[] = { self->name_row, self->owner_row, self->date_row };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (rows[i]), "error");
  set_problem (self, NULL, NULL);
  gtk_widget_set_sensitive (self->add_button,
                            !cs_text_is_blank (gtk_editable_get_text (self->name_row))
                                && !cs_text_is_blank (gtk_editable_get_text (self->owner_row)));
}

static void
add_cb (CsTrademarkDialog *self)
{
  const char *date = gtk_editable_get_text (self->date_row);
  g_autoptr (CsTrademark) trademark = g_new0 (CsTrademark, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  const char *field = NULL;
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  trademark->name = cs_text_clean (gtk_editable_get_text (self->name_row));
  trademark->owner = cs_text_clean (gtk_editable_get_text (self->owner_row));
  if (!cs_text_is_blank (date))
    {
      trademark->registered_on = cs_date_from_display (date);
      if (trademark->registered_on == NULL)
        {
          set_problem (self, "registered_on",
                       _ ("This is no date. Write day/month/year, for example 31/05/2024."));
          return;
        }
    }
  trademark->uuid = g_strdup (self->uuid);
  if (self->uuid != NULL ? !cs_trademarks_update (self->store, trademark, &field, &error)
                         : !cs_trademarks_add (self->store, trademark, &field, &error))
    {
      set_problem (self, field, error->message);
      return;
    }
  if (parent != NULL)
    {
      told = g_strdup_printf (self->uuid != NULL ? _ ("“%s” changed") : _ ("“%s” added"), trademark->name);
      cs_feedback_toast (parent, told);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cs_trademark_dialog_dispose (GObject *object)
{
  CsTrademarkDialog *self = CS_TRADEMARK_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->uuid, g_free);
  G_OBJECT_CLASS (cs_trademark_dialog_parent_class)->dispose (object);
}

static void
cs_trademark_dialog_class_init (CsTrademarkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_trademark_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/overview/trademark-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsTrademarkDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, CsTrademarkDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CsTrademarkDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, CsTrademarkDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, CsTrademarkDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_trademark_dialog_init (CsTrademarkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_trademark (CsTrademarkDialog *self, const CsTrademark *trademark)
{
  g_autofree char *date = cs_date_to_display (trademark->registered_on);

  self->uuid = g_strdup (trademark->uuid);
  gtk_editable_set_text (self->name_row, trademark->name);
  gtk_editable_set_text (self->owner_row, trademark->owner);
  gtk_editable_set_text (self->date_row, date != NULL ? date : "");
  gtk_window_set_title (GTK_WINDOW (self), _ ("Change a Brand"));
  gtk_button_set_label (GTK_BUTTON (self->add_button), _ ("_Save"));
}

void
cs_trademark_dialog_present (GtkWidget *from, CsStore *store, const CsTrademark *trademark)
{
  GtkRoot *root = gtk_widget_get_root (from);
  CsTrademarkDialog *self = g_object_new (CS_TYPE_TRADEMARK_DIALOG, NULL);

  self->store = g_object_ref (store);
  if (trademark != NULL)
    show_trademark (self, trademark);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
