/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/score-product-row.h"

#include "summary/words/formats.h"
#include "ui/shared/rehearsal-tag.h"
#include "ui/shared/state-mark.h"

#include <glib/gi18n-lib.h>

struct _CsScoreProductRow
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *about;
  GtkWidget *tag;
  CsStateMark *mark;
};

G_DEFINE_FINAL_TYPE (CsScoreProductRow, cs_score_product_row, ADW_TYPE_BIN)

static void
cs_score_product_row_class_init (CsScoreProductRowClass *klass)
{
}

static void
cs_score_product_row_init (CsScoreProductRow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->about = GTK_LABEL (gtk_label_new (NULL));
  self->tag = cs_rehearsal_tag_new ();
  g_object_set (self->tag, "margin-top", 3, "margin-bottom", 3, NULL);
  self->mark = CS_STATE_MARK (cs_state_mark_new (18));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_lines (self->name, 2);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->about, 0);
  gtk_label_set_ellipsize (self->about, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "tabular");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->about));
  gtk_box_append (GTK_BOX (texts), self->tag);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->mark));
  gtk_widget_set_margin_top (row, 4);
  gtk_widget_set_margin_bottom (row, 4);
  adw_bin_set_child (ADW_BIN (self), row);
}

GtkWidget *
cs_score_product_row_new (void)
{
  return g_object_new (CS_TYPE_SCORE_PRODUCT_ROW, NULL);
}

static char *
word_of (const CsOwnSheet *place, gboolean closed)
{
  if (place->state == CS_MEMBER_DRAFT && place->sheet != NULL)
    /* Translators: criteria answered, criteria */
    return g_strdup_printf (_ ("%u of %u"), cs_sheet_n_answered (place->sheet), place->sheet->n_questions);
  if (place->state == CS_MEMBER_SUBMITTED && closed)
    return g_strdup (_ ("Submitted, closed"));
  return g_strdup (cs_format_member_state (place->state));
}

void
cs_score_product_row_show (CsScoreProductRow *self,
                           CsDossierItem *item,
                           const CsOwnSheet *place,
                           gboolean closed)
{
  const char *product = cs_dossier_item_get_product (item), *producer = cs_dossier_item_get_producer (item);
  g_autofree char *word = place != NULL ? word_of (place, closed) : NULL;
  g_autofree char *about = word != NULL ? g_strdup_printf ("%s  ·  %s", word, producer) : g_strdup (producer);
  g_autofree char *tooltip = NULL;

  gtk_label_set_label (self->name, product);
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (self->tag, cs_dossier_item_is_rehearsal (item));
  gtk_widget_set_visible (GTK_WIDGET (self->mark), place != NULL);
  if (place != NULL)
    {
      tooltip = g_strdup_printf ("%s\n%s\n%s", product, producer, cs_format_member_meaning (place->state));
      cs_state_mark_set (self->mark, place->state,
                         place->sheet != NULL ? cs_sheet_n_answered (place->sheet) : 0,
                         place->sheet != NULL ? place->sheet->n_questions : 0);
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
}
