/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/minima-list.h"

#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

struct _CsMinimaList
{
  AdwBin parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (CsMinimaList, cs_minima_list, ADW_TYPE_BIN)

static void
cs_minima_list_class_init (CsMinimaListClass *klass)
{
}

static void
cs_minima_list_init (CsMinimaList *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static void
append_line (CsMinimaList *self, gboolean reached, const char *text, const char *more)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (reached ? "object-select-symbolic" : "window-close-symbolic");
  GtkWidget *label = gtk_label_new (text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reached ? _ ("Reached") : _ ("Not reached"), -1);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (texts), label);
  if (more != NULL)
    {
      GtkWidget *detail = gtk_label_new (more);

      gtk_label_set_xalign (GTK_LABEL (detail), 0);
      gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
      gtk_box_append (GTK_BOX (texts), detail);
    }
  gtk_widget_add_css_class (line, reached ? "dim-label" : "error");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (self->box, line);
}

static void
append_minimum (CsMinimaList *self, const CsResult *result, int star, guint question, int needed)
{
  const CsCriterion *criterion = cs_form_question (result->form, question);
  const CsUnmet *unmet = cs_verdict_find_unmet (result->verdict, star, question);
  g_autofree char *text = g_strdup_printf ("%s  %s", criterion->no, criterion->title);
  g_autofree char *have = NULL;
  g_autofree char *more = NULL;

  if (unmet != NULL)
    {
      have = cs_decimal_text (result->regulation, unmet->have);
      /* Translators: points needed; the members' mean; how many members reach it, of how many */
      more = g_strdup_printf (_ ("needs %d points, has a mean of %s; %u of %u members reach it"), needed,
                              have, unmet->reached_by, result->verdict->counted);
    }
  append_line (self, unmet == NULL, text, more);
}

static void
append_heading (CsMinimaList *self, int star, guint reached, guint n)
{
  gboolean first = gtk_widget_get_first_child (GTK_WIDGET (self->box)) == NULL;
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *stars = cs_stars_text (star);
  g_autofree char *text = g_strdup_printf (_ ("%u of %u reached"), reached, n);
  GtkWidget *mark = gtk_label_new (stars);

  gtk_widget_add_css_class (mark, "star");
  gtk_widget_set_margin_top (head, first ? 0 : 6);
  gtk_box_append (GTK_BOX (head), mark);
  gtk_box_append (GTK_BOX (head), gtk_label_new (text));
  gtk_box_append (self->box, head);
}

static void
append_star (CsMinimaList *self, const CsResult *result, int star)
{
  guint n = 0, reached = 0;

  for (guint q = 0; q < cs_form_n_questions (result->form); q++)
    if (cs_criterion_needed (cs_form_question (result->form, q), star) > 0)
      {
        n++;
        reached += cs_verdict_find_unmet (result->verdict, star, q) == NULL;
      }
  if (n == 0)
    return;
  append_heading (self, star, reached, n);
  for (guint q = 0; q < cs_form_n_questions (result->form); q++)
    {
      int needed = cs_criterion_needed (cs_form_question (result->form, q), star);

      if (needed > 0)
        append_minimum (self, result, star, q, needed);
    }
}

void
cs_minima_list_show (CsMinimaList *self, const CsResult *result)
{
  GtkWidget *child;

  g_return_if_fail (CS_IS_MINIMA_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  if (result == NULL || result->verdict == NULL)
    return;
  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    append_star (self, result, star);
}
