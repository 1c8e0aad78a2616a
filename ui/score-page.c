/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score-page.h"

#include "base/date.h"
#include "base/error.h"
#include "feedback.h"
#include "notice-bar.h"
#include "paper-file.h"
#include "pin-gate.h"
#include "score-form.h"
#include "score-header.h"
#include "score-products.h"
#include "score-strip.h"
#include "service/dossiers.h"
#include "service/sheets.h"
#include "summary/verdict-text.h"

#include <glib/gi18n-lib.h>

/* What can be taken back with Ctrl+Z. */
typedef struct
{
  guint question;
  int choice;
} Step;

struct _CsScorePage
{
  AdwBin parent_instance;

  CsScoreProducts *products;
  CsPinGate *gate;
  GtkStack *stack;
  AdwStatusPage *empty;
  CsScoreHeader *header;
  CsNoticeBar *notice;
  CsScoreForm *form;
  CsScoreStrip *strip;
  GtkLabel *state;
  GtkWidget *submit;
  GtkWidget *again;

  CsStore *store;           /* (nullable) */
  CsDossier *dossier;       /* (nullable): what is shown */
  CsSheet *sheet;           /* (nullable): of the member who scores */
  CsRegulation *regulation; /* (nullable): kept while its form is shown */
  CsCouncilRules rules;
  GArray *undo;     /* (element-type Step) */
  gboolean writing; /* our own command: the sheet is up to date already */
};

G_DEFINE_FINAL_TYPE (CsScorePage, cs_score_page, ADW_TYPE_BIN)

static const CsForm *
form_of (CsScorePage *self)
{
  return cs_regulation_form (self->regulation, self->dossier->form);
}

/* --- showing --- */

static void
show_state (CsScorePage *self)
{
  gboolean due = FALSE;
  g_autofree char *text = NULL;
  guint open = self->sheet->n_questions - cs_sheet_n_answered (self->sheet);

  if (self->sheet->submitted && !self->dossier->closed)
    cs_sheets_round_is_due (self->store, self->dossier, &due, NULL);
  if (self->dossier->closed)
    text = g_strdup (_ ("This product is closed."));
  else if (due)
    text = g_strdup (_ ("The totals lie too far apart: discuss, then score again."));
  else if (self->sheet->submitted)
    text = g_strdup_printf (_ ("Submitted and sealed: %.12s"), self->sheet->seal);
  else if (open > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion still open", "%u criteria still open",
                                         open),
                            open);
  else
    text = g_strdup (_ ("All criteria answered. Submitting seals the sheet."));
  gtk_label_set_label (self->state, text);
  gtk_widget_set_visible (self->submit, !self->sheet->submitted && !self->dossier->closed);
  gtk_widget_set_visible (self->again, due);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.submit",
                                 !self->sheet->submitted && !self->dossier->closed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.again", due);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.print", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.undo",
                                 self->undo->len > 0 && !self->sheet->submitted);
}

/* Everything that follows from the choices. */
static void
show_sums (CsScorePage *self)
{
  const CsForm *form = form_of (self);

  cs_score_header_set_sheet (self->header, self->regulation, form, &self->rules, self->sheet);
  cs_score_strip_set_choices (self->strip, self->sheet->choices);
  cs_score_form_show_points (self->form, self->sheet->choices);
  show_state (self);
}

static void
show_papers (CsScorePage *self)
{
  g_autoptr (GPtrArray) papers = cs_dossiers_papers (self->store, self->dossier->id, NULL);

  if (papers != NULL)
    cs_score_form_set_papers (self->form, papers);
}

/* The cards, and with them what they show. */
static void
clear_cards (CsScorePage *self)
{
  if (self->form != NULL)
    cs_score_form_set_form (self->form, NULL, NULL);
  if (self->strip != NULL)
    cs_score_strip_set_form (self->strip, NULL);
}

/* What is not shown is not kept either: it could be found behind the page. */
static void
show_empty (CsScorePage *self, const char *title, const char *description)
{
  clear_cards (self);
  cs_score_header_clear (self->header);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.submit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.again", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.undo", FALSE);
}

static void
forget (CsScorePage *self)
{
  g_clear_pointer (&self->dossier, cs_dossier_free);
  g_clear_pointer (&self->sheet, cs_sheet_free);
  g_array_set_size (self->undo, 0);
}

/* Reads what is selected. Returns: whether there is a sheet to show. */
static gboolean
load (CsScorePage *self, GError **error)
{
  const CsCouncil *council = cs_score_products_get_council (self->products);
  const char *member = cs_score_products_get_member (self->products);
  CsRegulation *regulation;

  forget (self);
  if (self->store == NULL || council == NULL || member == NULL)
    return FALSE;
  self->dossier = cs_score_products_dup_dossier (self->products);
  if (self->dossier == NULL)
    return FALSE;
  regulation = cs_store_get_regulation (self->store, self->dossier->regulation, error);
  if (regulation == NULL)
    return FALSE;
  if (self->regulation != regulation)
    {
      clear_cards (self);
      g_clear_pointer (&self->regulation, cs_regulation_unref);
      self->regulation = cs_regulation_ref (regulation);
    }
  self->rules = council->rules;
  self->sheet = cs_sheets_get (self->store, self->dossier, member, error);
  return self->sheet != NULL;
}

static void
explain_emptiness (CsScorePage *self, const GError *error)
{
  if (error != NULL)
    show_empty (self, _ ("This product cannot be scored"), error->message);
  else if (self->store != NULL && cs_score_products_get_council (self->products) == NULL)
    show_empty (self, _ ("No council yet"),
                _ ("Import the list of members; then each member scores the council's products here."));
  else
    show_empty (self, _ ("Nothing to score"),
                _ ("Choose a member and a product at the left. Products appear when dossiers are registered "
                   "in the round."));
}

/* May the chosen member's sheets be shown? */
static gboolean
is_open (CsScorePage *self)
{
  if (cs_pin_gate_check (self->gate, self->store, cs_score_products_get_council (self->products),
                         cs_score_products_get_member (self->products)))
    return TRUE;
  forget (self);
  show_empty (self, "", NULL);
  return FALSE;
}

static void
show_selected (CsScorePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  const CsMember *member;
  const CsForm *form;
  int open;

  if (!is_open (self))
    return;
  if (!load (self, &error))
    {
      explain_emptiness (self, error);
      return;
    }
  member = cs_council_member (cs_score_products_get_council (self->products),
                              cs_score_products_get_member (self->products));
  form = form_of (self);
  cs_score_form_set_form (self->form, self->regulation, form);
  cs_score_strip_set_form (self->strip, form);
  cs_score_form_set_sheet (self->form, self->sheet);
  cs_score_header_set_product (self->header, self->dossier, form, member);
  cs_store_set_person (self->store, member->name);
  if (!form->verified)
    notice = g_strdup_printf (_ ("The transcription of this form is not verified: %s"), form->note);
  cs_notice_bar_set_text (self->notice, notice);
  show_papers (self);
  show_sums (self);
  gtk_stack_set_visible_child_name (self->stack, "form");
  open = cs_sheet_next_open (self->sheet, 0);
  cs_score_form_go_to (self->form, open >= 0 ? (guint) open : 0);
}

/* --- doing --- */

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
  show_sums (self);
  cs_score_products_refresh_selected (self->products);
  return TRUE;
}

static void
chosen_cb (CsScorePage *self, guint question, int choice)
{
  Step step = { question, self->sheet->choices[question] };

  g_array_append_val (self->undo, step);
  if (!store_choice (self, question, choice))
    g_array_set_size (self->undo, self->undo->len - 1);
  show_state (self);
}

static void
noted_cb (CsScorePage *self, guint question, const char *note)
{
  g_autoptr (GError) error = NULL;

  self->writing = TRUE;
  if (!cs_sheets_note (self->store, self->dossier, self->sheet, question, note, &error))
    cs_feedback_error (GTK_WIDGET (self), _ ("The note was not stored"), error);
  self->writing = FALSE;
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);
  Step step;

  if (self->undo->len == 0 || self->sheet == NULL || self->sheet->submitted)
    return;
  step = g_array_index (self->undo, Step, self->undo->len - 1);
  g_array_set_size (self->undo, self->undo->len - 1);
  if (!store_choice (self, step.question, step.choice))
    return;
  cs_score_form_set_answer (self->form, step.question, step.choice, self->sheet->notes[step.question]);
  cs_score_form_go_to (self->form, step.question);
}

static void
open_paper_cb (CsScorePage *self, gint64 id)
{
  g_autoptr (GPtrArray) papers = cs_dossiers_papers (self->store, self->dossier->id, NULL);

  for (guint i = 0; papers != NULL && i < papers->len; i++)
    if (((CsPaper *) g_ptr_array_index (papers, i))->id == id)
      cs_paper_file_open (GTK_WIDGET (self), self->store, g_ptr_array_index (papers, i));
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
  if (!cs_sheets_submit (self->store, self->dossier, self->sheet->member_key, &error))
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
  g_autofree char *body = NULL, *sentence = NULL;
  int open;

  if (self->sheet == NULL)
    return;
  open = cs_sheet_next_open (self->sheet, 0);
  if (open >= 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("Criterion %s is still open"),
                                               cs_form_question (form_of (self), (guint) open)->no);

      cs_score_form_go_to (self->form, (guint) open);
      cs_feedback_toast (widget, text);
      return;
    }
  sentence = cs_sheet_sentence (self->regulation, form_of (self), &self->rules, self->sheet->choices);
  body = g_strdup_printf (_ ("%s\n%s\nA submitted sheet is sealed and can no longer be changed."),
                          self->dossier->product, sentence);
  cs_feedback_confirm (widget, _ ("Submit this sheet?"), body, _ ("_Submit"), FALSE, submit_confirmed_cb,
                       NULL, NULL);
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSheet) next = NULL;

  if (self->sheet == NULL)
    return;
  next = cs_sheets_begin_round (self->store, self->dossier, self->sheet, &error);
  if (next == NULL)
    cs_feedback_error (widget, _ ("The product cannot be scored again"), error);
}

static void
result_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);

  if (self->dossier != NULL)
    gtk_widget_activate_action (widget, "win.show-result", "s", self->dossier->code);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);

  if (self->sheet != NULL)
    gtk_widget_activate_action (widget, "win.print-sheet", "(sss)", self->dossier->code, self->dossier->round,
                                self->sheet->member_key);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *target)
{
  cs_score_products_move (CS_SCORE_PAGE (widget)->products, g_str_equal (name, "score.next") ? 1 : -1);
}

/* --- life --- */

static void
store_changed_cb (CsScorePage *self, guint changes)
{
  if (self->writing)
    return;
  if (changes & (CS_CHANGE_DOSSIERS | CS_CHANGE_COUNCILS | CS_CHANGE_EVALUATIONS | CS_CHANGE_SITTER))
    cs_score_products_refresh (self->products);
  if (changes & (CS_CHANGE_DOSSIERS | CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS | CS_CHANGE_SITTER))
    show_selected (self);
  else if ((changes & CS_CHANGE_PAPERS) && self->dossier != NULL)
    show_papers (self);
}

void
cs_score_page_set_store (CsScorePage *self, CsStore *store)
{
  if (self->store == store)
    return;
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  forget (self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  cs_score_products_set_store (self->products, store);
  show_selected (self);
}

void
cs_score_page_set_round (CsScorePage *self, const char *round)
{
  cs_score_products_set_round (self->products, round);
}

void
cs_score_page_open (CsScorePage *self, const char *code)
{
  if (self->store != NULL)
    cs_score_products_choose_product (self->products, code);
}

static void
cs_score_page_dispose (GObject *object)
{
  CsScorePage *self = CS_SCORE_PAGE (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  forget (self);
  clear_cards (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->regulation, cs_regulation_unref);
  G_OBJECT_CLASS (cs_score_page_parent_class)->dispose (object);
}

static void
cs_score_page_finalize (GObject *object)
{
  g_array_unref (CS_SCORE_PAGE (object)->undo);
  G_OBJECT_CLASS (cs_score_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "score.submit", NULL, submit_action);
  gtk_widget_class_install_action (widget_class, "score.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "score.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "score.result", NULL, result_action);
  gtk_widget_class_install_action (widget_class, "score.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "score.next", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "score.previous", NULL, move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "score.submit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "score.submit",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "score.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "score.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "score.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "score.previous", NULL);
}

static void
cs_score_page_class_init (CsScorePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_score_page_dispose;
  object_class->finalize = cs_score_page_finalize;
  g_type_ensure (CS_TYPE_NOTICE_BAR);
  g_type_ensure (CS_TYPE_PIN_GATE);
  g_type_ensure (CS_TYPE_SCORE_FORM);
  g_type_ensure (CS_TYPE_SCORE_HEADER);
  g_type_ensure (CS_TYPE_SCORE_PRODUCTS);
  g_type_ensure (CS_TYPE_SCORE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/score-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, again);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, empty);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, form);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, gate);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, header);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, notice);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, products);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, state);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, strip);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, submit);
  install_actions (widget_class);
}

static void
cs_score_page_init (CsScorePage *self)
{
  self->undo = g_array_new (FALSE, FALSE, sizeof (Step));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->products, "selected", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "noted", G_CALLBACK (noted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "paper", G_CALLBACK (open_paper_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->strip, "jump", G_CALLBACK (cs_score_form_go_to), self->form,
                           G_CONNECT_SWAPPED);
  show_selected (self);
}

GtkWidget *
cs_score_page_new (void)
{
  return g_object_new (CS_TYPE_SCORE_PAGE, NULL);
}
