/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/copies-window.h"

#include "base/moment.h"
#include "service/book/store-copies.h"
#include "summary/words/book-copy-text.h"
#include "ui/widgets/record-group.h"

#include <glib/gi18n-lib.h>

struct _CsCopiesWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  CsRecordGroup *copies;
  AdwStatusPage *none;
};

G_DEFINE_FINAL_TYPE (CsCopiesWindow, cs_copies_window, ADW_TYPE_WINDOW)

static void
restore_cb (GtkWidget *widget, const char *action, GVariant *path)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_window_destroy (GTK_WINDOW (widget));
  gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.restore-copy", path);
}

static void
cs_copies_window_class_init (CsCopiesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CS_TYPE_RECORD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/app/copies-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsCopiesWindow, copies);
  gtk_widget_class_bind_template_child (widget_class, CsCopiesWindow, none);
  gtk_widget_class_bind_template_child (widget_class, CsCopiesWindow, stack);
  gtk_widget_class_install_action (widget_class, "copies.restore", "s", restore_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_copies_window_init (CsCopiesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_copy (CsCopiesWindow *self, const CsBookCopy *copy)
{
  g_autofree char *made = cs_moment_to_display (copy->made_at), *text = cs_book_copy_text (copy);
  /* Translators: a moment */
  g_autofree char *spoken = g_strdup_printf (_ ("Restore the copy of %s"), made);
  GtkWidget *row = cs_record_row_new (made, text);

  if (copy->dossiers >= 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               cs_record_button_new (_ ("_Restore…"), spoken, "copies.restore",
                                                     g_variant_new_string (copy->path)));
  cs_record_group_add (self->copies, row);
}

void
cs_copies_window_present (GtkWindow *parent, const char *path)
{
  CsCopiesWindow *self = g_object_new (CS_TYPE_COPIES_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = cs_copies_list (path, &error);

  if (copies == NULL)
    adw_status_page_set_description (self->none, error->message);
  cs_record_group_begin (self->copies);
  for (guint i = 0; copies != NULL && i < copies->len; i++)
    add_copy (self, g_ptr_array_index (copies, i));
  cs_record_group_end (self->copies);
  gtk_stack_set_visible_child_name (self->stack, copies != NULL && copies->len > 0 ? "copies" : "none");
  gtk_window_present (GTK_WINDOW (self));
}
