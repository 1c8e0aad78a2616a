/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/option-row.h"

#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
label_new (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
text_new (const char *text)
{
  GtkWidget *label = label_new (text, NULL, 0);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static int
star_of (const CsCriterion *criterion, const CsOption *option)
{
  if (option == NULL || option->points == 0)
    return 0;
  if (option->min_star != 0)
    return option->min_star;
  return criterion->min_star_whole != 0
                 && option->points == cs_criterion_needed (criterion, criterion->min_star_whole)
             ? criterion->min_star_whole
             : 0;
}

static char *
spoken (const CsCriterion *criterion, int choice, int points, const char *text, int star)
{
  g_autofree char *minimum =
      star > 0 ? g_strdup_printf (_ (", the least for %d stars"), star) : g_strdup ("");

  /* Translators: for screen readers: criterion, key, points, text, ", the least for 4 stars" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s option %d, %d point: %s%s",
                                       "%s option %d, %d points: %s%s", (gulong) points),
                          criterion->no, choice, points, text, minimum);
}

GtkWidget *
cs_option_row_new (const CsCriterion *criterion, int choice)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const CsOption *option =
      choice == CS_CHOICE_NONE ? NULL : g_ptr_array_index (criterion->options, choice - 1);
  const char *text = option != NULL ? option->label : _ ("None applies");
  int points = cs_criterion_points (criterion, choice);
  int star = star_of (criterion, option);
  g_autofree char *key = g_strdup_printf ("%d", choice);
  g_autofree char *figure = g_strdup_printf ("%d", points);
  g_autofree char *name = spoken (criterion, choice, points, text, star);
  GtkWidget *figure_label = label_new (figure, "option-points", 1);
  GtkWidget *key_label = label_new (key, "keycap", 0.5);

  gtk_label_set_width_chars (GTK_LABEL (figure_label), 2);
  gtk_widget_add_css_class (figure_label, "tabular");
  gtk_widget_set_valign (key_label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), figure_label);
  gtk_box_append (GTK_BOX (box), text_new (text));
  if (star > 0)
    {
      g_autofree char *stars = cs_stars_text (star);
      GtkWidget *mark = label_new (stars, "star", 1);
      g_autofree char *tip = g_strdup_printf (_ ("The least for %d stars"), star);

      gtk_widget_set_tooltip_text (mark, tip);
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_box_append (GTK_BOX (box), key_label);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (button, "option-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}
