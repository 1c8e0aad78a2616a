/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/score-form.h"

#include "ui/score/criterion-card.h"
#include "rules/tally.h"

#include <glib/gi18n-lib.h>

struct _CsScoreForm
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
  const CsRegulation *regulation; /* (not owned) (nullable) */
  const CsForm *form;             /* (not owned) (nullable) */
  GPtrArray *cards;               /* (element-type CsCriterionCard) (not owned), by question */
  GPtrArray *parts;               /* (element-type GtkLabel) (not owned): points of the parts */
  GPtrArray *sections; /* (element-type GtkLabel) (not owned): points, one a section in printed order */
  guint current;
  guint scroll_tick;
};

enum
{
  CHOSEN,
  NOTED,
  TYPING,
  PAPER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsScoreForm, cs_score_form, ADW_TYPE_BIN)

/* --- moving --- */

static void
stop_scrolling (CsScoreForm *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (self->box, self->scroll_tick);
  self->scroll_tick = 0;
}

/* Puts the current card a sixth below the top: always at the same place, so that eyes need not search. */
static gboolean
scroll_cb (GtkWidget *box, GdkFrameClock *clock, gpointer data)
{
  CsScoreForm *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  self->scroll_tick = 0;
  if (self->current < self->cards->len
      && gtk_widget_compute_bounds (g_ptr_array_index (self->cards, self->current), self->box, &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y - gtk_adjustment_get_page_size (adjustment) / 6);
  return G_SOURCE_REMOVE;
}

static void
set_current (CsScoreForm *self, guint question)
{
  if (self->current < self->cards->len)
    cs_criterion_card_set_current (g_ptr_array_index (self->cards, self->current), FALSE);
  self->current = question;
  if (question < self->cards->len)
    cs_criterion_card_set_current (g_ptr_array_index (self->cards, question), TRUE);
}

void
cs_score_form_go_to (CsScoreForm *self, guint question)
{
  if (question >= self->cards->len)
    return;
  set_current (self, question);
  gtk_widget_grab_focus (g_ptr_array_index (self->cards, question));
  /* after the focus has scrolled the card into view, and when sizes are known */
  stop_scrolling (self);
  self->scroll_tick = gtk_widget_add_tick_callback (self->box, scroll_cb, self, NULL);
}

guint
cs_score_form_get_current (CsScoreForm *self)
{
  return self->current;
}

static int
next_open (CsScoreForm *self)
{
  for (guint step = 1; step <= self->cards->len; step++)
    {
      guint i = (self->current + step) % self->cards->len;

      if (cs_criterion_card_get_choice (g_ptr_array_index (self->cards, i)) == CS_CHOICE_OPEN)
        return (int) i;
    }
  return -1;
}

static void
go_on (CsScoreForm *self)
{
  int open = self->cards->len > 0 ? next_open (self) : -1;

  if (open >= 0)
    cs_score_form_go_to (self, (guint) open);
  else if (self->current + 1 < self->cards->len)
    cs_score_form_go_to (self, self->current + 1);
}

/* --- keys --- */

static int
digit_of (guint key)
{
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return (int) (key - GDK_KEY_0);
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return (int) (key - GDK_KEY_KP_0);
  return -1;
}

static gboolean
act_on_key (CsScoreForm *self, guint key)
{
  CsCriterionCard *card = g_ptr_array_index (self->cards, self->current);
  int digit = digit_of (key);

  if (digit >= 0)
    {
      if (!cs_criterion_card_choose (card, digit))
        gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      cs_score_form_go_to (self, MIN (self->current + 1, self->cards->len - 1));
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      cs_score_form_go_to (self, self->current > 0 ? self->current - 1 : 0);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      go_on (self);
      return TRUE;
    case GDK_KEY_n:
    case GDK_KEY_N:
      cs_criterion_card_edit_note (card);
      return TRUE;
    case GDK_KEY_e:
    case GDK_KEY_E:
      if (!cs_criterion_card_open_evidence (card))
        gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    default:
      return FALSE;
    }
}

/* The page's keys for the next product; the scrolled window would take them for itself. */
static gboolean
change_product (CsScoreForm *self, guint key)
{
  gboolean next = key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down;

  if (!next && key != GDK_KEY_Page_Up && key != GDK_KEY_KP_Page_Up)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), next ? "score.next" : "score.previous", NULL);
  return TRUE;
}

static gboolean
key_pressed_cb (CsScoreForm *self, guint key, guint code, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (change_product (self, key))
    return TRUE;
  /* who writes a note writes digits and letters; buttons keep their Enter */
  if (self->cards->len == 0 || focus == NULL || GTK_IS_EDITABLE (focus) || GTK_IS_BUTTON (focus))
    return FALSE;
  return act_on_key (self, key);
}

/* A card that got the focus by mouse or Tab is the current one. */
static void
focus_changed_cb (CsScoreForm *self, GParamSpec *pspec, GtkEventControllerFocus *controller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, CS_TYPE_CRITERION_CARD) : NULL;
  guint question;

  if (card != NULL && g_ptr_array_find (self->cards, card, &question) && question != self->current)
    set_current (self, question);
}

/* --- building --- */

static void
card_chosen_cb (CsScoreForm *self, int choice, CsCriterionCard *card)
{
  guint question = cs_criterion_card_get_question (card);

  if (question != self->current)
    set_current (self, question);
  g_signal_emit (self, signals[CHOSEN], 0, question, choice);
}

static gboolean
card_noted_cb (CsScoreForm *self, const char *note, CsCriterionCard *card)
{
  gboolean noted = FALSE;

  g_signal_emit (self, signals[NOTED], 0, cs_criterion_card_get_question (card), note, &noted);
  return noted;
}

static void
card_typing_cb (CsScoreForm *self, const char *text, CsCriterionCard *card)
{
  g_signal_emit (self, signals[TYPING], 0, cs_criterion_card_get_question (card), text);
}

static void
card_paper_cb (CsScoreForm *self, gint64 id)
{
  g_signal_emit (self, signals[PAPER], 0, id);
}

static GtkWidget *
heading_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A heading with the points so far at its right. Returns: (transfer none): the label of the points. */
static GtkWidget *
add_title (CsScoreForm *self, const char *title, const char *css_class)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *points = gtk_label_new (NULL);

  gtk_widget_add_css_class (points, "tabular");
  gtk_widget_add_css_class (points, css_class);
  gtk_widget_set_valign (points, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), heading_new (title, css_class));
  gtk_box_append (GTK_BOX (row), points);
  gtk_widget_set_margin_top (row, 12);
  gtk_box_append (GTK_BOX (self->box), row);
  return points;
}

static void
add_part_title (CsScoreForm *self, const CsPart *part)
{
  g_autofree char *title = g_strdup_printf (_ ("Part %s. %s"), part->code, part->title);

  g_ptr_array_add (self->parts, add_title (self, title, "title-3"));
}

static void
add_section_title (CsScoreForm *self, const CsSection *section)
{
  g_autofree char *title = g_strdup_printf ("%s. %s", section->no, section->title);

  g_ptr_array_add (self->sections, add_title (self, title, "heading"));
}

static void
add_criterion (CsScoreForm *self, const CsCriterion *criterion)
{
  GtkWidget *card;

  if (criterion->container)
    {
      g_autofree char *title = g_strdup_printf ("%s  %s", criterion->no, criterion->title);

      gtk_box_append (GTK_BOX (self->box), heading_new (title, "caption-heading"));
      return;
    }
  card = cs_criterion_card_new (criterion, self->cards->len);
  g_signal_connect_swapped (card, "chosen", G_CALLBACK (card_chosen_cb), self);
  g_signal_connect_swapped (card, "noted", G_CALLBACK (card_noted_cb), self);
  g_signal_connect_swapped (card, "typing", G_CALLBACK (card_typing_cb), self);
  g_signal_connect_swapped (card, "paper", G_CALLBACK (card_paper_cb), self);
  gtk_box_append (GTK_BOX (self->box), card);
  g_ptr_array_add (self->cards, card);
}

static void
clear (CsScoreForm *self)
{
  GtkWidget *child;

  stop_scrolling (self);
  g_ptr_array_set_size (self->cards, 0);
  g_ptr_array_set_size (self->parts, 0);
  g_ptr_array_set_size (self->sections, 0);
  self->current = 0;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

void
cs_score_form_set_form (CsScoreForm *self, const CsRegulation *regulation, const CsForm *form)
{
  if (self->form == form && self->regulation == regulation)
    return;
  clear (self);
  self->regulation = regulation;
  self->form = form;
  for (guint p = 0; form != NULL && p < form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      add_part_title (self, part);
      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);

          add_section_title (self, section);
          for (guint c = 0; c < section->criteria->len; c++)
            add_criterion (self, g_ptr_array_index (section->criteria, c));
        }
    }
}

void
cs_score_form_set_answer (CsScoreForm *self, guint question, int choice, const char *note)
{
  cs_criterion_card_set_answer (g_ptr_array_index (self->cards, question), choice, note);
}

void
cs_score_form_store_notes (CsScoreForm *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    cs_criterion_card_store_note (g_ptr_array_index (self->cards, i));
}

void
cs_score_form_set_sheet (CsScoreForm *self, const CsSheet *sheet)
{
  g_return_if_fail (sheet->n_questions == self->cards->len);
  for (guint i = 0; i < self->cards->len; i++)
    {
      cs_score_form_set_answer (self, i, sheet->choices[i], sheet->notes[i]);
      cs_criterion_card_set_sealed (g_ptr_array_index (self->cards, i), sheet->submitted);
    }
  cs_score_form_show_points (self, sheet->choices);
}

void
cs_score_form_set_evidence (CsScoreForm *self, const GPtrArray *papers)
{
  for (guint i = 0; i < self->cards->len; i++)
    cs_criterion_card_set_evidence (g_ptr_array_index (self->cards, i), self->regulation, papers);
}

static void
show_points (GtkLabel *label, int points, int max)
{
  g_autofree char *text = g_strdup_printf ("%d/%d", points, max);

  gtk_label_set_label (label, text);
}

void
cs_score_form_show_points (CsScoreForm *self, const int *choices)
{
  CsTally tally = cs_tally (self->form, choices);
  guint i = 0;

  for (guint p = 0; p < self->form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (self->form->parts, p);

      show_points (g_ptr_array_index (self->parts, p), tally.parts[p], part->max);
      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);

          show_points (g_ptr_array_index (self->sections, i++),
                       cs_tally_section (self->form, section, choices), section->max);
        }
    }
}

static void
cs_score_form_dispose (GObject *object)
{
  stop_scrolling (CS_SCORE_FORM (object));
  G_OBJECT_CLASS (cs_score_form_parent_class)->dispose (object);
}

static void
cs_score_form_finalize (GObject *object)
{
  CsScoreForm *self = CS_SCORE_FORM (object);

  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->sections);
  G_OBJECT_CLASS (cs_score_form_parent_class)->finalize (object);
}

static void
cs_score_form_class_init (CsScoreFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cs_score_form_dispose;
  object_class->finalize = cs_score_form_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", CS_TYPE_SCORE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
  signals[NOTED] = g_signal_new ("noted", CS_TYPE_SCORE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_BOOLEAN, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[TYPING] = g_signal_new ("typing", CS_TYPE_SCORE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[PAPER] = g_signal_new ("paper", CS_TYPE_SCORE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
cs_score_form_init (CsScoreForm *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->cards = g_ptr_array_new ();
  self->parts = g_ptr_array_new ();
  self->sections = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "score-form");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
  /* before the radio buttons, which would move their choice with the arrows */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "notify::contains-focus", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
cs_score_form_new (void)
{
  return g_object_new (CS_TYPE_SCORE_FORM, NULL);
}
