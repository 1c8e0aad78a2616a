/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/score-header.h"

#include "summary/words/formats.h"
#include "ui/shared/rehearsal-tag.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

struct _CsScoreHeader
{
  AdwBin parent_instance;

  GtkLabel *product;
  GtkWidget *rehearsal_tag;
  GtkLabel *subtitle;
  GtkWidget *points_box;
  GtkWidget *progress_box;
  GtkLabel *stars;
  GtkLabel *total;
  GtkLabel *answered;
  GtkLevelBar *progress;
  GtkLabel *parts;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (CsScoreHeader, cs_score_header, ADW_TYPE_BIN)

static void
cs_score_header_class_init (CsScoreHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CS_TYPE_REHEARSAL_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/score/score-header.ui");
  gtk_widget_class_bind_template_child (widget_class, CsScoreHeader, answered);
  gtk_widget_class_bind_template_child (widget_class, CsScoreHeader, parts);
  gtk_widget_class_bind_template_child (widget_class, CsScoreHeader, points_box);
  gtk_widget_class_bind_template_child (widget_class, CsScoreHeader, product);
  gtk_widget_class_bind_template_child (widget_class, CsScoreHeader, rehearsal_tag);
  gtk_widget_class_bind_template_child (widget_class, CsScoreHeader, progress);
  gtk_widget_class_bind_template_child (widget_class, CsScoreHeader, progress_box);
  gtk_widget_class_bind_template_child (widget_class, CsScoreHeader, sentence);
  gtk_widget_class_bind_template_child (widget_class, CsScoreHeader, stars);
  gtk_widget_class_bind_template_child (widget_class, CsScoreHeader, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CsScoreHeader, total);
}

static void
cs_score_header_init (CsScoreHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cs_score_header_new (void)
{
  return g_object_new (CS_TYPE_SCORE_HEADER, NULL);
}

void
cs_score_header_set_product (CsScoreHeader *self,
                             const CsDossier *dossier,
                             const CsForm *form,
                             const CsMember *member)
{
  /* Translators: member (role) · producer · form number and name */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s (%s) · %s · form %d: %s"), member->name, cs_format_role (member->role),
                       dossier->producer.name, form->no, form->name);

  gtk_label_set_label (self->product, dossier->product);
  gtk_widget_set_visible (self->rehearsal_tag, dossier->rehearsal);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), subtitle);
}

static void
show_points (CsScoreHeader *self, gboolean shown)
{
  gtk_widget_set_visible (self->points_box, shown);
  gtk_widget_set_visible (self->progress_box, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), shown);
}

void
cs_score_header_clear_sheet (CsScoreHeader *self)
{
  gtk_label_set_label (self->total, "");
  gtk_label_set_label (self->stars, "");
  gtk_label_set_label (self->parts, "");
  gtk_label_set_label (self->sentence, "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sentence), NULL);
  show_points (self, FALSE);
}

static char *
parts_text (const CsForm *form, const CsTally *tally)
{
  GString *text = g_string_new (NULL);

  for (guint p = 0; p < tally->n_parts; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      g_string_append_printf (text, "%s%s %d/%d", p > 0 ? "  ·  " : "", part->code, tally->parts[p],
                              part->max);
    }
  return g_string_free (text, FALSE);
}

void
cs_score_header_set_sheet (CsScoreHeader *self,
                           const CsRegulation *regulation,
                           const CsForm *form,
                           const CsCouncilRules *rules,
                           const CsSheet *sheet)
{
  CsTally tally = cs_tally (form, sheet->choices);
  gboolean complete = tally.answered == tally.questions;
  g_autofree char *answered = g_strdup_printf ("%u/%u", tally.answered, tally.questions);
  g_autofree char *parts = parts_text (form, &tally);
  g_autofree char *sentence = cs_sheet_sentence (regulation, form, rules, sheet->choices);
  g_autofree char *total =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d point", "%d points", (gulong) tally.total),
                       tally.total);
  g_autofree char *stars = NULL;

  if (complete)
    {
      const int *sheets[1] = { sheet->choices };
      g_autoptr (CsVerdict) verdict = cs_verdict_new (regulation, form, rules, sheets, 1, FALSE);

      stars = cs_stars_text (verdict->stars);
    }
  show_points (self, TRUE);
  gtk_label_set_label (self->answered, answered);
  gtk_level_bar_set_max_value (self->progress, MAX (tally.questions, 1));
  gtk_level_bar_set_value (self->progress, tally.answered);
  gtk_label_set_label (self->parts, parts);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sentence), sentence);
  gtk_label_set_label (self->total, total);
  gtk_label_set_label (self->stars, stars != NULL ? stars : "");
}

void
cs_score_header_clear (CsScoreHeader *self)
{
  GtkLabel *const labels[] = { self->product,  self->subtitle, self->stars,   self->total,
                               self->answered, self->parts,    self->sentence };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_label (labels[i], "");
      gtk_widget_set_tooltip_text (GTK_WIDGET (labels[i]), NULL);
    }
  gtk_level_bar_set_value (self->progress, 0);
}

const char *
cs_score_header_get_sentence (CsScoreHeader *self)
{
  return gtk_label_get_label (self->sentence);
}
