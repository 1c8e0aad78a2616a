/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/score-page.h"
#include "service/book/unread.h"
#include "ui/score/score-page-private.h"

#include "service/dossiers/evidence.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/typed-notes.h"
#include "summary/words/formats.h"
#include "ui/widgets/reader.h"

#include <glib/gi18n-lib.h>

#define OF_PRODUCT (CS_CHANGE_DOSSIERS | CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS)

G_DEFINE_FINAL_TYPE (CsScorePage, cs_score_page, ADW_TYPE_BIN)

const CsForm *
_cs_score_page_form (CsScorePage *self)
{
  return cs_regulation_form (self->regulation, self->dossier->form);
}

const CsMember *
_cs_score_page_member (CsScorePage *self)
{
  return cs_council_member (cs_score_products_get_council (self->products),
                            cs_score_products_get_member (self->products));
}

/* --- showing --- */

static char *
state_text (CsScorePage *self)
{
  guint open;

  if (self->dossier->closed)
    return g_strdup (_ ("This product is closed."));
  if (self->sheet == NULL)
    return g_strdup (cs_format_member_state (self->place->state));
  if (self->next == CS_NEXT_ROUND_DISCUSS)
    return g_strdup (_ ("The totals lie too far apart: discuss, then score again."));
  if (self->next == CS_NEXT_ROUND_BEGIN)
    return g_strdup (_ ("The council scores this product again."));
  if (self->sheet->submitted)
    return g_strdup_printf (_ ("Submitted and sealed: %.12s"), self->sheet->seal);
  open = self->sheet->n_questions - cs_sheet_n_answered (self->sheet);
  if (open > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion still open", "%u criteria still open",
                                         open),
                            open);
  return g_strdup (_ ("All criteria answered. Submitting seals the sheet."));
}

void
_cs_score_page_show_state (CsScorePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->sheet != NULL && !self->sheet->submitted && !self->dossier->closed;
  gboolean again = self->sheet != NULL && self->next == CS_NEXT_ROUND_BEGIN;
  g_autofree char *text = state_text (self);

  gtk_label_set_label (self->state, text);
  gtk_widget_set_visible (self->submit, open);
  gtk_widget_set_visible (self->again, again && !gtk_widget_get_visible (self->apart_window));
  gtk_widget_action_set_enabled (widget, "score.submit", open);
  gtk_widget_action_set_enabled (widget, "score.again", again);
  gtk_widget_action_set_enabled (widget, "score.print", self->sheet != NULL);
  gtk_widget_action_set_enabled (widget, "score.undo", open && self->undo->len > 0);
  _cs_score_page_update_conduct (self);
}

void
_cs_score_page_show_sums (CsScorePage *self)
{
  const CsForm *form = _cs_score_page_form (self);

  cs_score_header_set_sheet (self->header, self->regulation, form, &self->rules, self->sheet);
  cs_score_strip_set_choices (self->strip, self->sheet->choices);
  cs_score_form_show_points (self->form, self->sheet->choices);
  _cs_score_page_show_state (self);
}

static void
show_notice (CsScorePage *self, const CsForm *form)
{
  g_autofree char *text = NULL;

  if (!form->verified)
    text = g_strdup_printf (_ ("The transcription of this form is not verified: %s"), form->note);
  cs_notice_bar_set_text (self->notice, text);
}

static void
show_papers (CsScorePage *self)
{
  g_autoptr (GPtrArray) papers =
      cs_evidence_list (self->store, self->dossier->id, cs_store_unread (self->store));

  if (papers != NULL && self->sheet != NULL)
    cs_score_form_set_evidence (self->form, papers);
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
  /* the page reads markup, and names of producers have ampersands */
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  clear_cards (self);
  cs_score_header_clear (self->header);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, escaped);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.submit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.again", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "score.undo", FALSE);
  _cs_score_page_update_conduct (self);
}

/* By whatever way the page leaves it, a note belongs to the product for which it was typed. */
static void
store_typing (CsScorePage *self)
{
  if (self->sheet != NULL && !self->sheet->submitted && self->form != NULL)
    cs_score_form_store_notes (self->form);
}

static void
forget (CsScorePage *self)
{
  store_typing (self);
  g_clear_pointer (&self->dossier, cs_dossier_free);
  g_clear_pointer (&self->place, cs_own_sheet_free);
  self->sheet = NULL;
  self->next = CS_NEXT_ROUND_NONE;
  g_array_set_size (self->undo, 0);
}

/* Is there a form to fill, or one that was filled? */
static gboolean
has_form (CsScorePage *self)
{
  switch (self->place->state)
    {
    case CS_MEMBER_RECUSED:
    case CS_MEMBER_ABSENT:
      return FALSE;
    case CS_MEMBER_NOT_APPLICABLE:
      return self->place->may_begin && self->anew == self->dossier->evaluation;
    case CS_MEMBER_NONE:
    case CS_MEMBER_DRAFT:
    case CS_MEMBER_SUBMITTED:
    default:
      return self->place->sheet != NULL;
    }
}

/* What was being typed when the program last ended without leaving the field. */
static gboolean
take_typed (CsScorePage *self, GError **error)
{
  gboolean taken;

  self->writing = TRUE;
  taken = cs_sheets_take_typed (self->store, self->dossier, self->sheet, error);
  self->writing = FALSE;
  return taken;
}

static gboolean
load_place (CsScorePage *self, const CsCouncil *council, const char *member, GError **error)
{
  self->place = cs_own_sheet_new (self->store, self->dossier, council, member, error);
  if (self->place == NULL)
    return FALSE;
  self->sheet = has_form (self) ? self->place->sheet : NULL;
  if (self->sheet != NULL && !take_typed (self, error))
    return FALSE;
  return self->sheet == NULL || !self->sheet->submitted
         || cs_sheets_next_round (self->store, self->dossier, self->sheet, &self->next, error);
}

/* Reads what is selected. Returns: whether there is something to show. */
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
  return load_place (self, council, member, error);
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

static void
show_sheet (CsScorePage *self, const CsForm *form)
{
  int open = cs_sheet_next_open (self->sheet, 0);

  cs_score_form_set_form (self->form, self->regulation, form);
  cs_score_strip_set_form (self->strip, form);
  cs_score_form_set_sheet (self->form, self->sheet);
  show_papers (self);
  _cs_score_page_show_sums (self);
  gtk_stack_set_visible_child_name (self->body, "sheet");
  gtk_stack_set_visible_child_name (self->stack, "form");
  cs_score_form_go_to (self->form, open >= 0 ? (guint) open : 0);
}

/* The member has no part in it, or no more: never a form, and nobody's points. */
static void
show_aside (CsScorePage *self)
{
  clear_cards (self);
  cs_score_header_clear_sheet (self->header);
  cs_no_sheet_panel_show (self->aside, self->place);
  _cs_score_page_show_state (self);
  gtk_stack_set_visible_child_name (self->body, "aside");
  gtk_stack_set_visible_child_name (self->stack, "form");
}

/* May the chosen member's sheets be shown? */
static gboolean
is_open (CsScorePage *self)
{
  CsCouncil *council = cs_score_products_get_council (self->products);
  const char *key = cs_score_products_get_member (self->products);

  if (cs_pin_gate_check (self->gate, self->store, council,
                         council != NULL && key != NULL ? cs_council_member (council, key) : NULL))
    return TRUE;
  forget (self);
  show_empty (self, "", "");
  return FALSE;
}

void
_cs_score_page_show (CsScorePage *self)
{
  g_autoptr (GError) error = NULL;
  const CsForm *form;
  const CsMember *member;

  if (!is_open (self))
    return;
  if (!load (self, &error))
    {
      explain_emptiness (self, error);
      return;
    }
  form = _cs_score_page_form (self);
  member = _cs_score_page_member (self);
  cs_score_header_set_product (self->header, self->dossier, form, member);
  show_notice (self, form);
  if (self->sheet != NULL)
    show_sheet (self, form);
  else
    show_aside (self);
  /* after the focus went to the form: what has it must not be hidden */
  _cs_score_page_show_conduct (self);
  _cs_score_page_show_state (self);
}

/* --- life --- */

/* Is anything on the page another one now? */
static gboolean
is_touched (CsScorePage *self, const CsChangeSet *changes)
{
  return cs_change_set_has (changes, CS_CHANGE_COUNCILS | CS_CHANGE_SITTER)
         || (self->dossier == NULL ? cs_change_set_has (changes, CS_CHANGE_DOSSIERS | CS_CHANGE_EVALUATIONS)
                                   : cs_change_set_touches (changes, OF_PRODUCT, self->dossier->uuid));
}

static void
store_changed_cb (CsScorePage *self, const CsChangeSet *changes)
{
  if (self->writing)
    return;
  if (cs_change_set_has (changes,
                         CS_CHANGE_DOSSIERS | CS_CHANGE_EVALUATIONS | CS_CHANGE_COUNCILS | CS_CHANGE_SITTER))
    cs_score_products_refresh (self->products, changes);
  if (is_touched (self, changes))
    _cs_score_page_show (self);
  else if (self->dossier != NULL && cs_change_set_touches (changes, CS_CHANGE_EVIDENCE, self->dossier->uuid))
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
  _cs_score_page_show (self);
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

/* Another page, or the window is closed: the focus does not tell in time. */
static void
cs_score_page_unmap (GtkWidget *widget)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);

  store_typing (self);
  GTK_WIDGET_CLASS (cs_score_page_parent_class)->unmap (widget);
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
cs_score_page_class_init (CsScorePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unmap = cs_score_page_unmap;
  object_class->dispose = cs_score_page_dispose;
  object_class->finalize = cs_score_page_finalize;
  g_type_ensure (CS_TYPE_SPREAD_PANEL);
  g_type_ensure (CS_TYPE_NO_SHEET_PANEL);
  g_type_ensure (CS_TYPE_NOTICE_BAR);
  g_type_ensure (CS_TYPE_PIN_GATE);
  g_type_ensure (CS_TYPE_SCORE_FORM);
  g_type_ensure (CS_TYPE_SCORE_HEADER);
  g_type_ensure (CS_TYPE_SCORE_PRODUCTS);
  g_type_ensure (CS_TYPE_SCORE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/score/score-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, again);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, apart);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, apart_window);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, aside);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, body);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, returned);
  gtk_widget_class_bind_template_child (widget_class, CsScorePage, suspicion);
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
  _cs_score_page_install_actions (widget_class);
  _cs_score_page_install_conduct (widget_class);
}

static void
cs_score_page_init (CsScorePage *self)
{
  self->undo = g_array_new (FALSE, FALSE, sizeof (CsScoreStep));
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->stack);
  cs_reader_follow_stack (self->body);
  g_signal_connect_object (self->products, "selected", G_CALLBACK (_cs_score_page_show), self,
                           G_CONNECT_SWAPPED);
  _cs_score_page_connect (self);
  _cs_score_page_show (self);
}

GtkWidget *
cs_score_page_new (void)
{
  return g_object_new (CS_TYPE_SCORE_PAGE, NULL);
}
