/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/score-page-private.h"

#include "service/book/unread.h"
#include "service/dossiers/evidence.h"
#include "service/scoring/submission.h"
#include "service/scoring/typed-notes.h"
#include "ui/widgets/feedback.h"
#include "ui/shared/evidence-file.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

/* What a member does with the own sheet. */

/* Stores a choice and shows what follows; a refused one is shown as it was. */
static gboolean
store_choice (CsScorePage *self, guint question, int choice)
{
  g_autoptr (GError) error = NULL;
  gboolean stored;

  self->writing = TRUE;
  stored = cs_sheets_choose (self->store, self->dossier, self->sheet, question, choice, &error);
  self->writing = FALSE;
  if (!stored)
    {
      cs_score_form_set_answer (self->form, question, self->sheet->choices[question],
                                self->sheet->notes[question]);
      cs_feedback_error (GTK_WIDGET (self), _ ("The choice was not stored"), error);
      return FALSE;
    }
  _cs_score_page_show_sums (self);
  cs_score_products_show_draft (self->products, self->sheet);
  return TRUE;
}

static void
chosen_cb (CsScorePage *self, guint question, int choice)
{
  CsScoreStep step = { question, self->sheet->choices[question] };

  g_array_append_val (self->undo, step);
  if (!store_choice (self, question, choice))
    g_array_set_size (self->undo, self->undo->len - 1);
  _cs_score_page_show_state (self);
}

static gboolean
noted_cb (CsScorePage *self, guint question, const char *note)
{
  g_autoptr (GError) error = NULL;
  gboolean noted;

  self->writing = TRUE;
  noted = cs_sheets_note (self->store, self->dossier, self->sheet, question, note, &error);
  self->writing = FALSE;
  if (!noted)
    cs_feedback_error (GTK_WIDGET (self), _ ("The note was not stored"), error);
  return noted;
}

/* What cannot be kept now is told when the field is left. */
static void
typing_cb (CsScorePage *self, guint question, const char *text)
{
  g_autoptr (GError) error = NULL;

  self->writing = TRUE;
  if (!cs_sheets_type (self->store, self->dossier, self->sheet, question, text, &error))
    g_debug ("typing: %s", error->message);
  self->writing = FALSE;
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);
  CsScoreStep step;

  if (self->undo->len == 0 || self->sheet == NULL || self->sheet->submitted)
    return;
  step = g_array_index (self->undo, CsScoreStep, self->undo->len - 1);
  g_array_set_size (self->undo, self->undo->len - 1);
  if (!store_choice (self, step.question, step.choice))
    return;
  cs_score_form_set_answer (self->form, step.question, step.choice, self->sheet->notes[step.question]);
  cs_score_form_go_to (self->form, step.question);
}

static void
open_paper_cb (CsScorePage *self, gint64 id)
{
  g_autoptr (GPtrArray) papers =
      cs_evidence_list (self->store, self->dossier->id, cs_store_unread (self->store));

  for (guint i = 0; papers != NULL && i < papers->len; i++)
    if (((CsEvidence *) g_ptr_array_index (papers, i))->id == id)
      cs_evidence_file_open (GTK_WIDGET (self), self->store, g_ptr_array_index (papers, i));
}

static void
submit_confirmed_cb (GtkWidget *widget, gpointer data)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->sheet == NULL)
    return;
  text = g_strdup_printf (_ ("Sheet of %s submitted"), self->dossier->product);
  if (!cs_sheets_submit (self->store, self->dossier, self->sheet->member_uuid, NULL, &error))
    {
      cs_feedback_error (widget, _ ("The sheet was not submitted"), error);
      return;
    }
  cs_feedback_toast (widget, text);
}

static void
submit_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);
  g_autofree char *body = NULL;
  g_autofree char *sentence = NULL;
  int open;

  if (self->sheet == NULL)
    return;
  open = cs_sheet_next_open (self->sheet, 0);
  if (open >= 0)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("Criterion %s is still open"),
                           cs_form_question (_cs_score_page_form (self), (guint) open)->no);

      cs_score_form_go_to (self->form, (guint) open);
      cs_feedback_toast (widget, text);
      return;
    }
  sentence =
      cs_sheet_sentence (self->regulation, _cs_score_page_form (self), &self->rules, self->sheet->choices);
  body = g_strdup_printf (_ ("%s\n%s\nA submitted sheet is sealed and can no longer be changed."),
                          self->dossier->product, sentence);
  cs_feedback_confirm (widget, _ ("Submit this sheet?"), body, _ ("_Submit"), FALSE, submit_confirmed_cb,
                       NULL, NULL);
}

static void
result_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);

  if (self->dossier != NULL)
    gtk_widget_activate_action (widget, "win.show-result", "s", self->dossier->code);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *target)
{
  cs_score_products_move (CS_SCORE_PAGE (widget)->products, 1);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *target)
{
  cs_score_products_move (CS_SCORE_PAGE (widget)->products, -1);
}

static void
jump_cb (CsScorePage *self, guint question)
{
  cs_score_form_go_to (self->form, question);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);

  if (self->sheet != NULL)
    gtk_widget_activate_action (widget, "win.print-sheet", "(sss)", self->dossier->code, self->dossier->round,
                                self->sheet->member_uuid);
}

void
_cs_score_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "score.submit", NULL, submit_action);
  gtk_widget_class_install_action (widget_class, "score.result", NULL, result_action);
  gtk_widget_class_install_action (widget_class, "score.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "score.print", NULL);
  gtk_widget_class_install_action (widget_class, "score.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "score.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "score.previous", NULL, previous_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "score.submit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "score.submit",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "score.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "score.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "score.previous", NULL);
}

static void
again_cb (CsScorePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "score.again", NULL);
}

void
_cs_score_page_connect (CsScorePage *self)
{
  g_signal_connect_object (self->form, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "noted", G_CALLBACK (noted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "typing", G_CALLBACK (typing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "paper", G_CALLBACK (open_paper_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->strip, "jump", G_CALLBACK (jump_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apart, "criterion", G_CALLBACK (jump_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apart, "again", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
  cs_notice_bar_set_action (self->suspicion, _ ("I Am _Recused…"), "score.recuse");
}
