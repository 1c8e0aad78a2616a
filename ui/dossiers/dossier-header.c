/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/dossier-header.h"

#include "summary/words/formats.h"
#include "ui/shared/rehearsal-tag.h"

#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

struct _CsDossierHeader
{
  AdwBin parent_instance;

  GtkWidget *notice;
  GtkLabel *notice_text;
  GtkLabel *product;
  GtkLabel *origin;
  GtkLabel *status;
  GtkWidget *rehearsal_tag;
  GtkLabel *stars;
  GtkLabel *code;
  GtkWidget *score;
  GtkWidget *result;
  GtkWidget *papers;
  GtkLabel *papers_text;
  GtkLabel *papers_count;
  GtkProgressBar *papers_bar;
  GtkLabel *missing;
};

enum
{
  FIND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsDossierHeader, cs_dossier_header, ADW_TYPE_BIN)

static void
show_notice (CsDossierHeader *self, const CsForm *form)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->notice, form != NULL && !form->verified);
  if (form == NULL || form->verified)
    return;
  text =
      *form->note != '\0'
          ? g_strdup_printf (_ ("Form %d does not add up in the decision itself: %s"), form->no, form->note)
          : g_strdup_printf (_ ("Form %d does not add up in the decision itself."), form->no);
  gtk_label_set_label (self->notice_text, text);
}

static void
show_stars (CsDossierHeader *self, const CsResult *result)
{
  int stars = result->verdict != NULL ? result->verdict->stars : 0;
  g_autofree char *text = cs_stars_text (stars);
  g_autofree char *spoken =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d star", "%d stars", (gulong) stars), stars);

  gtk_label_set_label (self->stars, text);
  gtk_widget_set_visible (GTK_WIDGET (self->stars), stars > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->stars), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stars), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static char *
list_missing (const CsCompleteness *completeness)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < completeness->missing->len; i++)
    {
      const CsEvidenceKind *kind = g_ptr_array_index (completeness->missing, i);
      g_autofree char *link =
          g_markup_printf_escaped ("<a href=\"%s\">%s</a>", kind->id, cs_format_evidence_kind (kind));

      g_string_append_printf (list, "%s%s", i > 0 ? " · " : "", link);
    }
  return g_string_free (list, FALSE);
}

static void
show_papers (CsDossierHeader *self, const CsCompleteness *completeness)
{
  gboolean asked = completeness != NULL && completeness->required > 0;
  g_autofree char *missing = asked ? list_missing (completeness) : NULL;
  g_autofree char *count = NULL;

  gtk_widget_set_visible (self->papers, asked);
  if (!asked)
    return;
  count = g_strdup_printf ("%u/%u", completeness->present, completeness->required);
  gtk_label_set_label (self->papers_count, count);
  gtk_label_set_label (self->papers_text, completeness->missing->len == 0
                                              ? _ ("All papers that the form requires are in order")
                                              : _ ("Papers still missing"));
  gtk_progress_bar_set_fraction (self->papers_bar,
                                 (double) completeness->present / (double) completeness->required);
  gtk_label_set_label (self->missing, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), completeness->missing->len > 0);
}

/* --- callbacks --- */

static void
score_cb (CsDossierHeader *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.score", "s", gtk_label_get_label (self->code));
}

static void
result_cb (CsDossierHeader *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-result", "s", gtk_label_get_label (self->code));
}

static gboolean
link_cb (CsDossierHeader *self, const char *kind)
{
  g_signal_emit (self, signals[FIND], 0, kind);
  return TRUE;
}

/* --- overrides --- */

static void
cs_dossier_header_class_init (CsDossierHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[FIND] = g_signal_new ("find", CS_TYPE_DOSSIER_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (CS_TYPE_REHEARSAL_TAG);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/dossiers/dossier-header.ui");
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, notice);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, notice_text);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, product);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, origin);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, status);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, rehearsal_tag);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, stars);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, code);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, score);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, result);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, papers);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, papers_text);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, papers_count);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, papers_bar);
  gtk_widget_class_bind_template_child (widget_class, CsDossierHeader, missing);
  gtk_widget_class_bind_template_callback (widget_class, score_cb);
  gtk_widget_class_bind_template_callback (widget_class, result_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
}

static void
cs_dossier_header_init (CsDossierHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- public --- */

void
cs_dossier_header_show (CsDossierHeader *self,
                        CsStore *store,
                        const CsResult *result,
                        const CsCompleteness *completeness)
{
  const CsDossier *dossier = result->dossier;
  g_autofree char *unit =
      cs_format_unit (cs_store_get_units (store), dossier->unit, cs_store_get_book (store)->unit);
  g_autofree char *origin = g_strdup_printf ("%s · %s", dossier->producer.name, unit);

  g_return_if_fail (CS_IS_DOSSIER_HEADER (self));

  show_notice (self, result->form);
  gtk_label_set_label (self->product, dossier->product);
  gtk_label_set_label (self->origin, origin);
  gtk_label_set_label (self->code, dossier->code);
  gtk_label_set_label (self->status, cs_format_status (result->status));
  gtk_widget_set_visible (self->rehearsal_tag, dossier->rehearsal);
  show_stars (self, result);
  show_papers (self, completeness);
  gtk_widget_set_visible (self->score, !dossier->closed);
  gtk_widget_set_visible (self->result, dossier->closed);
  /* nobody scores a product that is before no council */
  gtk_widget_set_sensitive (self->score, dossier->evaluation != 0);
  gtk_widget_set_tooltip_text (self->score, dossier->evaluation != 0
                                                ? NULL
                                                : _ ("Choose the round it is scored in first"));
}
