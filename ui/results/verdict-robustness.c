/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/verdict-robustness.h"

#include "summary/words/robustness-text.h"

#include <glib/gi18n-lib.h>

struct _CsVerdictRobustness
{
  AdwBin parent_instance;

  GtkBox *copies;
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (CsVerdictRobustness, cs_verdict_robustness, ADW_TYPE_BIN)

static void
cs_verdict_robustness_class_init (CsVerdictRobustnessClass *klass)
{
}

static void
cs_verdict_robustness_init (CsVerdictRobustness *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_ ("What Would Change It"));

  self->copies = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->copies));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
text_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static const char *
name_of (const CsResult *result, const char *key)
{
  for (guint i = 0; i < result->members->len; i++)
    if (g_str_equal (((CsMemberResult *) g_ptr_array_index (result->members, i))->key, key))
      return ((CsMemberResult *) g_ptr_array_index (result->members, i))->name;
  return key;
}

static void
add_copy (CsVerdictRobustness *self, const CsResult *result, const CsCopy *copy)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  /* Translators: two members */
  g_autofree char *text = g_strdup_printf (_ ("The sheets of %s and %s are exactly alike."),
                                           name_of (result, copy->a), name_of (result, copy->b));

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Warning"), -1);
  gtk_widget_add_css_class (box, "cs-warning");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text_new (text));
  gtk_box_append (self->copies, box);
}

static void
add_lines (CsVerdictRobustness *self, CsStore *store, const CsResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsRobustness) robustness = cs_results_robustness (store, result, &error);
  g_autofree char *text =
      robustness != NULL ? cs_robustness_text (result, robustness) : g_strdup (error->message);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    gtk_box_append (self->lines, text_new (lines[i]));
}

void
cs_verdict_robustness_show (CsVerdictRobustness *self, CsStore *store, const CsResult *result)
{
  g_return_if_fail (CS_IS_VERDICT_ROBUSTNESS (self));

  clear (self->copies);
  clear (self->lines);
  gtk_widget_set_visible (GTK_WIDGET (self), result->verdict != NULL);
  if (result->verdict == NULL)
    return;
  for (guint i = 0; i < result->copies->len; i++)
    add_copy (self, result, &g_array_index (result->copies, CsCopy, i));
  gtk_widget_set_visible (GTK_WIDGET (self->copies), result->copies->len > 0);
  add_lines (self, store, result);
}
