/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/council-members.h"

#include "base/text.h"
#include "ui/shared/council-words.h"
#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

/* The short name under which lists know the member. */
static void
add_key (GtkWidget *row, const char *key)
{
  GtkWidget *label = gtk_label_new (key);

  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "tabular");
  gtk_widget_set_tooltip_text (label, _ ("Short name in lists of answers"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
}

static void
add_role (GtkWidget *row, CsRole role, gboolean dim)
{
  GtkWidget *label = gtk_label_new (cs_format_role (role));

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, role == CS_ROLE_CHAIR && !dim ? "cs-tag" : "dim-label");
  if (role == CS_ROLE_SECRETARY)
    gtk_widget_set_tooltip_text (label, _ ("The secretary does not score"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
add_item (GMenu *menu, const char *label, const char *action, const char *uuid)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", uuid);
  g_menu_append_item (menu, item);
}

static void
add_menu (GtkWidget *row, const CsMember *member)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *spoken = g_strdup_printf (_ ("What to do with %s"), member->name);

  add_item (menu, _ ("_Replace…"), "council.replace-member", member->uuid);
  add_item (menu, _ ("_Leaves the Council…"), "council.end-member", member->uuid);
  if (cs_role_scores (member->role))
    add_item (menu, _ ("Re_cuse…"), "council.recuse-member", member->uuid);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  /* the whole row opens it */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

void
cs_council_members_fill (CsRecordGroup *present, CsRecordGroup *former, const CsCouncil *council)
{
  cs_record_group_begin (present);
  cs_record_group_begin (former);
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);
      gboolean left = member->left_at != NULL;
      g_autofree char *about = cs_council_words_member (council, member);
      GtkWidget *row = cs_record_row_new (member->name, about);

      add_key (row, member->key);
      add_role (row, member->role, left);
      if (left)
        gtk_widget_add_css_class (row, "cs-past");
      else
        add_menu (row, member);
      cs_record_group_add (left ? former : present, row);
    }
  cs_record_group_end (present);
  cs_record_group_end (former);
  gtk_widget_set_visible (GTK_WIDGET (former), cs_record_group_get_n_rows (former) > 0);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (former),
      council->rules.leave_out_former
          ? _ ("Sheets that they handed in stay, but do not count for products that are still open.")
          : _ ("Sheets that they handed in stay and count."));
}

void
cs_council_working_group_fill (CsRecordGroup *group, const CsCouncil *council)
{
  cs_record_group_begin (group);
  for (guint i = 0; i < council->working_group->len; i++)
    {
      const CsWorkingGroupMember *helper = g_ptr_array_index (council->working_group, i);
      const char *parts[] = { helper->organisation, helper->duty };
      g_autofree char *about = !cs_text_is_blank (parts[0]) && !cs_text_is_blank (parts[1])
                                   ? g_strdup_printf ("%s · %s", parts[0], parts[1])
                                   : g_strdup (cs_text_is_blank (parts[0]) ? parts[1] : parts[0]);
      g_autofree char *edit = g_strdup_printf (_ ("Correct %s"), helper->name);
      g_autofree char *remove = g_strdup_printf (_ ("Remove %s from the working group"), helper->name);
      GtkWidget *row = cs_record_row_new (helper->name, about);
      GVariant *target = g_variant_new_string (helper->uuid);
      GtkWidget *edit_button = cs_record_button_new ("", edit, "council.edit-helper", target);
      GtkWidget *remove_button =
          cs_record_button_new ("", remove, "council.remove-helper", g_variant_new_string (helper->uuid));

      gtk_button_set_icon_name (GTK_BUTTON (edit_button), "document-edit-symbolic");
      gtk_button_set_icon_name (GTK_BUTTON (remove_button), "user-trash-symbolic");
      gtk_widget_set_tooltip_text (edit_button, edit);
      gtk_widget_set_tooltip_text (remove_button, remove);
      gtk_widget_add_css_class (edit_button, "flat");
      gtk_widget_add_css_class (remove_button, "flat");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit_button);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove_button);
      cs_record_group_add (group, row);
    }
  cs_record_group_end (group);
}
