/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/member-list.h"

#include "base/text.h"
#include "summary/words/formats.h"
#include "ui/shared/state-mark.h"

#include <glib/gi18n-lib.h>

struct _CsMemberList
{
  AdwBin parent_instance;

  GtkListBox *rows;
};

enum
{
  RETURN_SHEET,
  WITHDRAW_DRAFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsMemberList, cs_member_list, ADW_TYPE_BIN)

static void
cs_member_list_class_init (CsMemberListClass *klass)
{
  signals[RETURN_SHEET] = g_signal_new ("return-sheet", CS_TYPE_MEMBER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[WITHDRAW_DRAFT] = g_signal_new ("withdraw-draft", CS_TYPE_MEMBER_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
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
  GtkWidget *button = gtk_button_new_from_icon_name ("cs-print-symbolic");
  /* Translators: the member whose sheet is printed */
  g_autofree char *text = g_strdup_printf (_ ("Print the sheet of %s"), member->name);

  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.print-sheet");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", result->dossier->code,
                                    result->dossier->round, member->uuid);
  adw_action_row_add_suffix (row, button);
}

static void
clicked_cb (CsMemberList *self, GtkWidget *button)
{
  /* what follows may rebuild the list, and the button with it */
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (button), "member"));

  g_signal_emit (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "signal")), 0, key);
}

/* @name: what the button does, with the member's name in it */
static void
add_button (CsMemberList *self,
            AdwActionRow *row,
            const CsMemberResult *member,
            const char *label,
            const char *name,
            guint signal)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "member", g_strdup (member->key), g_free);
  g_object_set_data (G_OBJECT (button), "signal", GUINT_TO_POINTER (signals[signal]));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

/* What can be done about the member's sheet while the product is open. */
static void
add_acts (CsMemberList *self, AdwActionRow *row, const CsMemberResult *member)
{
  g_autofree char *name = NULL;

  if (member->state == CS_MEMBER_SUBMITTED && !member->former)
    {
      /* Translators: a member */
      name = g_strdup_printf (_ ("Return the sheet of %s for correction"), member->name);
      add_button (self, row, member, _ ("Return…"), name, RETURN_SHEET);
    }
  if (member->state == CS_MEMBER_DRAFT)
    {
      /* Translators: a member */
      name = g_strdup_printf (_ ("Take the draft of %s away"), member->name);
      add_button (self, row, member, _ ("Take Away…"), name, WITHDRAW_DRAFT);
    }
}

static void
add_state (AdwActionRow *row, const CsMemberResult *member)
{
  GtkWidget *label = gtk_label_new (cs_format_member_state (member->state));

  if (member->state != CS_MEMBER_SUBMITTED)
    gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (row, label);
}

/* "Chair", and what else is to be known: who left, why there is no sheet. Returns: (transfer full). */
static char *
about (const CsMemberResult *member)
{
  GString *text = g_string_new (cs_format_role (member->role));

  if (member->former)
    g_string_append_printf (text, "  ·  %s", _ ("has left the council"));
  if (!cs_text_is_blank (member->reason))
    g_string_append_printf (text, "\n%s", member->reason);
  return g_string_free (text, FALSE);
}

static GtkWidget *
row_new (CsMemberList *self, const CsResult *result, const CsMemberResult *member)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *mark = cs_state_mark_new (20);
  g_autofree char *subtitle = about (member);

  cs_state_mark_set (CS_STATE_MARK (mark), member->state, 0, 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member->name);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_add_prefix (row, mark);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), cs_format_member_meaning (member->state));
  if (member->has_points)
    {
      add_points (row, result, member);
      add_print (row, result, member);
    }
  else
    add_state (row, member);
  if (!result->dossier->closed)
    add_acts (self, row, member);
  return GTK_WIDGET (row);
}

void
cs_member_list_show (CsMemberList *self, const CsResult *result)
{
  GtkListBoxRow *old;

  g_return_if_fail (CS_IS_MEMBER_LIST (self));

  while ((old = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (old));
  for (guint i = 0; result != NULL && i < result->members->len; i++)
    gtk_list_box_append (self->rows, row_new (self, result, g_ptr_array_index (result->members, i)));
}
