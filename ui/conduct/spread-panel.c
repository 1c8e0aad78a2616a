/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/conduct/spread-panel.h"

#include "service/book/unread.h"
#include "base/text.h"
#include "service/scoring/rescoring.h"
#include "summary/words/formats.h"
#include "ui/shared/person-question.h"
#include "service/dossiers/dossiers.h"
#include "ui/widgets/wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CsSpreadPanel
{
  AdwBin parent_instance;

  CsStore *store; /* (nullable) */
  CsDossierKey key;
  gboolean discussed;
  GtkLabel *sentence;
  CsWrapBox *criteria;
  GtkWidget *asking;
  GtkTextBuffer *note;
  GtkWidget *note_view;
  GtkWidget *note_button;
  GtkLabel *problem;
  GtkWidget *noted;
  GtkLabel *notes;
  GtkWidget *again_button;
};

enum
{
  CRITERION,
  AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsSpreadPanel, cs_spread_panel, ADW_TYPE_BIN)

/* --- doing --- */

static char *
dup_typed (CsSpreadPanel *self)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (self->note, &from, &to);
  return gtk_text_buffer_get_text (self->note, &from, &to, FALSE);
}

static void
set_problem (CsSpreadPanel *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
typed_cb (CsSpreadPanel *self)
{
  g_autofree char *typed = dup_typed (self);

  set_problem (self, NULL);
  gtk_widget_set_sensitive (self->note_button, !cs_text_is_blank (typed));
}

static void
note_it (GtkWidget *from, gpointer data)
{
  CsSpreadPanel *self = CS_SPREAD_PANEL (from);
  g_autofree char *typed = dup_typed (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_get (self->store, self->key, &error);

  if (dossier == NULL || !cs_sheets_discuss (self->store, dossier, typed, &error))
    {
      set_problem (self, error->message);
      gtk_widget_grab_focus (self->note_view);
      return;
    }
  gtk_text_buffer_set_text (self->note, "", -1);
  gtk_widget_grab_focus (self->again_button);
}

static void
note_cb (CsSpreadPanel *self)
{
  cs_person_ask (GTK_WIDGET (self), self->store, note_it, NULL, NULL);
}

static void
again_cb (CsSpreadPanel *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
criterion_cb (CsSpreadPanel *self, GtkWidget *button)
{
  g_signal_emit (self, signals[CRITERION], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "question")));
}

/* The text view would keep Tab for itself; Ctrl+Enter is what a click on the button does. */
static gboolean
note_key_cb (CsSpreadPanel *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(state & GDK_CONTROL_MASK)
      || !gtk_widget_get_sensitive (self->note_button))
    return GDK_EVENT_PROPAGATE;
  note_cb (self);
  return GDK_EVENT_STOP;
}

/* --- showing --- */

static const char *
name_of (const CsResult *result, const char *key)
{
  for (guint i = 0; i < result->members->len; i++)
    if (g_str_equal (((CsMemberResult *) g_ptr_array_index (result->members, i))->key, key))
      return ((CsMemberResult *) g_ptr_array_index (result->members, i))->name;
  return key;
}

static void
show_sentence (CsSpreadPanel *self, const CsResult *result)
{
  /* Translators: two members, in the council's order; points that are allowed */
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "The totals of %s and %s lie further apart than the %d point this council allows.",
                   "The totals of %s and %s lie further apart than the %d points this council allows.",
                   (gulong) result->spread_limit),
      name_of (result, result->apart->a), name_of (result, result->apart->b), result->spread_limit);

  gtk_label_set_label (self->sentence, text);
}

/* A criterion to go to, where somebody listens; else only its name. Returns: (transfer floating). */
static GtkWidget *
criterion_new (CsSpreadPanel *self, const CsCriterion *criterion, guint question)
{
  g_autofree char *text = g_strdup_printf ("%s  %s", criterion->no, criterion->title);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  if (!g_signal_has_handler_pending (self, signals[CRITERION], 0, FALSE))
    {
      gtk_widget_add_css_class (label, "cs-chip");
      return label;
    }
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "cs-chip");
  g_object_set_data (G_OBJECT (button), "question", GUINT_TO_POINTER (question));
  g_signal_connect_object (button, "clicked", G_CALLBACK (criterion_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
show_criteria (CsSpreadPanel *self, const CsResult *result)
{
  cs_wrap_box_clear (self->criteria);
  for (guint i = 0; i < result->apart->questions->len; i++)
    {
      guint question = g_array_index (result->apart->questions, guint, i);

      cs_wrap_box_append (self->criteria,
                          criterion_new (self, cs_form_question (result->form, question), question));
    }
}

/* What was said after the present scoring round; notes of earlier ones belong to the history. */
static char *
dup_notes (CsSpreadPanel *self, const CsDossier *dossier)
{
  g_autoptr (GPtrArray) notes = cs_sheets_discussions (self->store, dossier, cs_store_unread (self->store));
  GString *text = g_string_new (NULL);
  int last = 0;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    last = MAX (last, ((CsDiscussion *) g_ptr_array_index (notes, i))->scoring_round);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const CsDiscussion *note = g_ptr_array_index (notes, i);
      g_autofree char *day = cs_format_day (note->noted_at);

      if (note->scoring_round == last)
        g_string_append_printf (text, "%s%s (%s, %s)", text->len > 0 ? "\n" : "", note->note,
                                cs_format_who (note->noted_by), day);
    }
  return g_string_free (text, FALSE);
}

void
cs_spread_panel_show (CsSpreadPanel *self, CsStore *store, const CsResult *result)
{
  CsDossierKey key = { result->dossier->id, result->dossier->evaluation };
  CsNextRound next = CS_NEXT_ROUND_NONE;
  g_autofree char *notes = NULL;

  g_return_if_fail (CS_IS_SPREAD_PANEL (self));

  g_set_object (&self->store, store);
  if (key.evaluation != self->key.evaluation)
    gtk_text_buffer_set_text (self->note, "", -1);
  self->key = key;
  if (result->apart == NULL
      || !cs_sheets_next_round (store, result->dossier, NULL, &next, cs_store_unread (store))
      || next == CS_NEXT_ROUND_NONE)
    {
      cs_spread_panel_hide (self);
      return;
    }
  self->discussed = next == CS_NEXT_ROUND_BEGIN;
  show_sentence (self, result);
  show_criteria (self, result);
  notes = self->discussed ? dup_notes (self, result->dossier) : g_strdup ("");
  gtk_label_set_label (self->notes, notes);
  gtk_widget_set_visible (self->noted, self->discussed);
  gtk_widget_set_visible (self->asking, !self->discussed);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
cs_spread_panel_hide (CsSpreadPanel *self)
{
  self->discussed = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
cs_spread_panel_is_discussed (CsSpreadPanel *self)
{
  return self->discussed;
}

/* --- life --- */

static void
cs_spread_panel_dispose (GObject *object)
{
  g_clear_object (&CS_SPREAD_PANEL (object)->store);
  G_OBJECT_CLASS (cs_spread_panel_parent_class)->dispose (object);
}

static void
cs_spread_panel_class_init (CsSpreadPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_spread_panel_dispose;
  signals[CRITERION] = g_signal_new ("criterion", CS_TYPE_SPREAD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[AGAIN] =
      g_signal_new ("again", CS_TYPE_SPREAD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CS_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/conduct/spread-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CsSpreadPanel, sentence);
  gtk_widget_class_bind_template_child (widget_class, CsSpreadPanel, criteria);
  gtk_widget_class_bind_template_child (widget_class, CsSpreadPanel, asking);
  gtk_widget_class_bind_template_child (widget_class, CsSpreadPanel, note);
  gtk_widget_class_bind_template_child (widget_class, CsSpreadPanel, note_view);
  gtk_widget_class_bind_template_child (widget_class, CsSpreadPanel, note_button);
  gtk_widget_class_bind_template_child (widget_class, CsSpreadPanel, problem);
  gtk_widget_class_bind_template_child (widget_class, CsSpreadPanel, noted);
  gtk_widget_class_bind_template_child (widget_class, CsSpreadPanel, notes);
  gtk_widget_class_bind_template_child (widget_class, CsSpreadPanel, again_button);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
cs_spread_panel_init (CsSpreadPanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (note_key_cb), self);
  gtk_widget_add_controller (self->note_view, keys);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
