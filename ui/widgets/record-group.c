/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/record-group.h"

struct _CsRecordGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget) (not owned) */
  int focused;     /* place of the row with the focus while rows are made anew, -1 for none */
};

G_DEFINE_FINAL_TYPE (CsRecordGroup, cs_record_group, ADW_TYPE_PREFERENCES_GROUP)

static void
cs_record_group_finalize (GObject *object)
{
  g_ptr_array_unref (CS_RECORD_GROUP (object)->rows);
  G_OBJECT_CLASS (cs_record_group_parent_class)->finalize (object);
}

static void
cs_record_group_class_init (CsRecordGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_record_group_finalize;
}

static void
cs_record_group_init (CsRecordGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->focused = -1;
}

static gboolean
has_focus (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

void
cs_record_group_begin (CsRecordGroup *self)
{
  g_return_if_fail (CS_IS_RECORD_GROUP (self));

  self->focused = -1;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (has_focus (row))
        self->focused = (int) i;
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

void
cs_record_group_add (CsRecordGroup *self, GtkWidget *row)
{
  g_return_if_fail (CS_IS_RECORD_GROUP (self));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

void
cs_record_group_end (CsRecordGroup *self)
{
  g_return_if_fail (CS_IS_RECORD_GROUP (self));

  if (self->focused >= 0)
    cs_record_group_focus (self, (guint) self->focused);
  self->focused = -1;
}

void
cs_record_group_focus (CsRecordGroup *self, guint place)
{
  GtkWidget *suffix;

  g_return_if_fail (CS_IS_RECORD_GROUP (self));

  suffix = adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (self));
  if (self->rows->len > 0)
    gtk_widget_child_focus (g_ptr_array_index (self->rows, MIN (place, self->rows->len - 1)),
                            GTK_DIR_TAB_FORWARD);
  else if (suffix != NULL)
    gtk_widget_grab_focus (suffix);
}

guint
cs_record_group_get_n_rows (CsRecordGroup *self)
{
  return self->rows->len;
}

GtkWidget *
cs_record_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

GtkWidget *
cs_record_button_new (const char *label, const char *spoken, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}
