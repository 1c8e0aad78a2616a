/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-list.h"

#include "formats.h"

#include <glib/gi18n-lib.h>

struct _CsMemberList
{
  AdwBin parent_instance;

  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (CsMemberList, cs_member_list, ADW_TYPE_BIN)

static void
cs_member_list_class_init (CsMemberListClass *klass)
{
}

static void
cs_member_list_init (CsMemberList *self)
{
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Members of the council"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

/* "A 31  B 20  C 27" Returns: (transfer full). */
static char *
parts_text (const CsResult *result, const CsTally *tally)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tally->n_parts && i < result->form->parts->len; i++)
    g_string_append_printf (text, "%s%s %d", i > 0 ? "  " : "",
                            ((CsPart *) g_ptr_array_index (result->form->parts, i))->code, tally->parts[i]);
  return g_string_free (text, FALSE);
}

static void
add_points (AdwActionRow *row, const CsResult *result, const CsMemberResult *member)
{
  g_autofree char *parts = parts_text (result, &member->tally);
  g_autofree char *total = g_strdup_printf ("%d", member->tally.total);
  GtkWidget *parts_label = gtk_label_new (parts);
  GtkWidget *total_label = gtk_label_new (total);

  gtk_widget_add_css_class (parts_label, "dim-label");
  gtk_widget_add_css_class (parts_label, "tabular");
  gtk_widget_add_css_class (total_label, "heading");
  gtk_widget_add_css_class (total_label, "tabular");
  gtk_label_set_width_chars (GTK_LABEL (total_label), 3);
  gtk_label_set_xalign (GTK_LABEL (total_label), 1);
  adw_action_row_add_suffix (row, parts_label);
  adw_action_row_add_suffix (row, total_label);
}

static void
add_print (AdwActionRow *row, const CsResult *result, const CsMemberResult *member)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-print-symbolic");
  /* Translators: the member whose sheet is printed */
  g_autofree char *text = g_strdup_printf (_ ("Print the sheet of %s"), member->name);

  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.print-sheet");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", result->dossier->code,
                                    result->dossier->round, member->key);
  adw_action_row_add_suffix (row, button);
}

static void
add_state (AdwActionRow *row, const CsMemberResult *member)
{
  GtkWidget *label = gtk_label_new (cs_format_member_state (member->state));

  if (member->state == CS_MEMBER_SUBMITTED)
    adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("object-select-symbolic"));
  else
    gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (row, label);
}

void
cs_member_list_show (CsMemberList *self, const CsResult *result)
{
  GtkListBoxRow *old;

  g_return_if_fail (CS_IS_MEMBER_LIST (self));

  while ((old = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (old));
  for (guint i = 0; result != NULL && i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);
      AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member->name);
      adw_action_row_set_subtitle (row, cs_format_role (member->role));
      gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
      if (member->has_points)
        {
          add_points (row, result, member);
          add_print (row, result, member);
        }
      else
        add_state (row, member);
      gtk_list_box_append (self->rows, GTK_WIDGET (row));
    }
}
