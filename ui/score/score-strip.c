/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/score-strip.h"

#include <glib/gi18n-lib.h>

struct _CsScoreStrip
{
  AdwBin parent_instance;

  GtkWidget *box;
  const CsForm *form; /* (not owned) (nullable) */
  GPtrArray *squares; /* (element-type GtkButton) (not owned) */
};

enum
{
  JUMP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsScoreStrip, cs_score_strip, ADW_TYPE_BIN)

static void
cs_score_strip_finalize (GObject *object)
{
  g_ptr_array_unref (CS_SCORE_STRIP (object)->squares);
  G_OBJECT_CLASS (cs_score_strip_parent_class)->finalize (object);
}

static void
cs_score_strip_class_init (CsScoreStripClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_score_strip_finalize;
  signals[JUMP] = g_signal_new ("jump", CS_TYPE_SCORE_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
cs_score_strip_init (CsScoreStrip *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->squares = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_widget_set_margin_end (self->box, 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
cs_score_strip_new (void)
{
  return g_object_new (CS_TYPE_SCORE_STRIP, NULL);
}

static void
square_clicked_cb (CsScoreStrip *self, GtkWidget *square)
{
  guint question;

  if (g_ptr_array_find (self->squares, square, &question))
    g_signal_emit (self, signals[JUMP], 0, question);
}

static void
add_square (CsScoreStrip *self, const CsCriterion *criterion)
{
  GtkWidget *square = gtk_button_new_with_label (criterion->no);

  gtk_widget_add_css_class (square, "flat");
  gtk_widget_add_css_class (square, "square");
  /* a mouse's short way; keys have Up, Down and Enter */
  gtk_widget_set_focusable (square, FALSE);
  g_signal_connect_swapped (square, "clicked", G_CALLBACK (square_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), square);
  g_ptr_array_add (self->squares, square);
}

void
cs_score_strip_set_form (CsScoreStrip *self, const CsForm *form)
{
  GtkWidget *child;

  if (self->form == form)
    return;
  self->form = form;
  g_ptr_array_set_size (self->squares, 0);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; form != NULL && i < cs_form_n_questions (form); i++)
    add_square (self, cs_form_question (form, i));
}

static gboolean
is_below (const CsCriterion *criterion, int points)
{
  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    if (points < cs_criterion_needed (criterion, star))
      return TRUE;
  return FALSE;
}

void
cs_score_strip_set_choices (CsScoreStrip *self, const int *choices)
{
  static const char *const states[] = { "open", "answered", "below" };

  for (guint i = 0; i < self->squares->len; i++)
    {
      GtkWidget *square = g_ptr_array_index (self->squares, i);
      const CsCriterion *criterion = cs_form_question (self->form, i);
      guint state = 0;
      g_autofree char *tip = NULL;

      if (choices[i] != CS_CHOICE_OPEN)
        state = is_below (criterion, cs_criterion_points (criterion, choices[i])) ? 2 : 1;
      for (guint s = 0; s < G_N_ELEMENTS (states); s++)
        gtk_widget_remove_css_class (square, states[s]);
      gtk_widget_add_css_class (square, states[state]);
      if (state == 0)
        tip = g_strdup_printf (_ ("%s %s: open"), criterion->no, criterion->title);
      else if (state == 1)
        tip = g_strdup_printf (_ ("%s %s: answered"), criterion->no, criterion->title);
      else
        tip = g_strdup_printf (_ ("%s %s: below a minimum"), criterion->no, criterion->title);
      gtk_widget_set_tooltip_text (square, tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (square), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
    }
}
