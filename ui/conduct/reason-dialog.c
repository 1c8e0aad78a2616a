/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/conduct/reason-dialog.h"

#include "base/text.h"
#include "summary/words/formats.h"
#include "ui/shared/person-group.h"
#include "ui/widgets/radio-row.h"

#include <glib/gi18n-lib.h>

#define WIDTH  520
#define HEIGHT 480 /* of what scrolls, at most */

struct _CsReasonDialog
{
  AdwWindow parent_instance;

  CsStore *store;
  CsPersonGroup *person_group;
  CsReasonDo execute;
  gpointer data;
  GDestroyNotify data_free;
  GPtrArray *rows; /* (element-type CsRadioRow) (not owned) */
  GPtrArray *ids;  /* (element-type utf8), one a row */
  GtkButton *go;
  GtkScrolledWindow *scroller;
  GtkWidget *page;
  AdwPreferencesGroup *reason_group;
  GtkEditable *reason_row;
  AdwPreferencesGroup *choice_group;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (CsReasonDialog, cs_reason_dialog, ADW_TYPE_WINDOW)

static const char *
chosen (CsReasonDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (cs_radio_row_is_chosen (g_ptr_array_index (self->rows, i)))
      return g_ptr_array_index (self->ids, i);
  return NULL;
}

static void
set_problem (CsReasonDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
changed_cb (CsReasonDialog *self)
{
  set_problem (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go),
                            !cs_text_is_blank (gtk_editable_get_text (self->reason_row))
                                && (self->rows->len == 0 || chosen (self) != NULL));
}

static void
go_cb (CsReasonDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = cs_text_clean (gtk_editable_get_text (self->reason_row));
  g_autoptr (CsReasonDialog) alive = g_object_ref (self);

  cs_person_group_keep (self->person_group);
  if (reason == NULL || !self->execute (reason, chosen (self), self->data, &error))
    {
      set_problem (self, error != NULL ? error->message : _ ("This is no text."));
      gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cs_reason_dialog_dispose (GObject *object)
{
  CsReasonDialog *self = CS_REASON_DIALOG (object);

  if (self->data_free != NULL)
    self->data_free (g_steal_pointer (&self->data));
  self->data_free = NULL;
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_reason_dialog_parent_class)->dispose (object);
}

static void
cs_reason_dialog_finalize (GObject *object)
{
  CsReasonDialog *self = CS_REASON_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->ids);
  G_OBJECT_CLASS (cs_reason_dialog_parent_class)->finalize (object);
}

static void
cs_reason_dialog_class_init (CsReasonDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_reason_dialog_dispose;
  object_class->finalize = cs_reason_dialog_finalize;
  g_type_ensure (CS_TYPE_PERSON_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/conduct/reason-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsReasonDialog, go);
  gtk_widget_class_bind_template_child (widget_class, CsReasonDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, CsReasonDialog, page);
  gtk_widget_class_bind_template_child (widget_class, CsReasonDialog, reason_group);
  gtk_widget_class_bind_template_child (widget_class, CsReasonDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, CsReasonDialog, choice_group);
  gtk_widget_class_bind_template_child (widget_class, CsReasonDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, CsReasonDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_reason_dialog_init (CsReasonDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

CsReasonDialog *
cs_reason_dialog_new (CsStore *store, const char *title, const char *body, const char *verb)
{
  CsReasonDialog *self = g_object_new (CS_TYPE_REASON_DIALOG, "title", title, NULL);
  g_autofree char *escaped = g_markup_escape_text (body, -1);

  self->store = g_object_ref (store);
  cs_person_group_set_store (self->person_group, store);

  adw_preferences_group_set_description (self->reason_group, escaped);
  gtk_button_set_label (self->go, verb);
  return self;
}

void
cs_reason_dialog_set_label (CsReasonDialog *self, const char *label)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason_row), label);
}

void
cs_reason_dialog_add_choice (
    CsReasonDialog *self, const char *group, const char *id, const char *title, const char *subtitle)
{
  char *own = g_strdup (id);
  GtkWidget *row =
      cs_radio_row_new (own, title, subtitle, self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL);

  g_ptr_array_add (self->ids, own);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "chosen", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->choice_group, row);
  if (self->rows->len > 1)
    return;
  adw_preferences_group_set_title (self->choice_group, group);
  gtk_widget_set_visible (GTK_WIDGET (self->choice_group), TRUE);
}

void
cs_reason_dialog_choose (CsReasonDialog *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (g_ptr_array_index (self->ids, i), id))
      cs_radio_row_choose (g_ptr_array_index (self->rows, i));
}

void
cs_reason_dialog_add_leaders (CsReasonDialog *self, const CsCouncil *council)
{
  guint before = self->rows->len;

  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (member->left_at == NULL && (member->role == CS_ROLE_CHAIR || member->role == CS_ROLE_VICE))
        cs_reason_dialog_add_choice (self, _ ("Who Decides"), member->key, member->name,
                                     cs_format_role (member->role));
    }
  if (self->rows->len > before)
    cs_radio_row_choose (g_ptr_array_index (self->rows, before));
}

void
cs_reason_dialog_present (
    CsReasonDialog *self, GtkWidget *from, CsReasonDo execute, gpointer data, GDestroyNotify data_free)
{
  GtkRoot *root = gtk_widget_get_root (from);
  int height;

  self->execute = execute;
  self->data = data;
  self->data_free = data_free;
  /* a scrolled window would take the height of what does not wrap */
  gtk_widget_measure (self->page, GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (self->scroller, MIN (height, HEIGHT));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
}

gboolean
cs_reason_dialog_answer (CsReasonDialog *self, const char *reason, const char *choice)
{
  gtk_editable_set_text (self->reason_row, reason);
  if (choice != NULL)
    cs_reason_dialog_choose (self, choice);
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->go)))
    return FALSE;
  g_signal_emit_by_name (self->go, "clicked");
  return TRUE;
}
