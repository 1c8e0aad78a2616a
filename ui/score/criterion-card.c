/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/criterion-card.h"

#include "base/text.h"
#include "summary/words/formats.h"
#include "ui/score/option-row.h"
#include "ui/widgets/composed-text.h"

#include <glib/gi18n-lib.h>

#define TYPING_MS 2000 /* the longest that typed words are in the entry alone */

struct _CsCriterionCard
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *points;
  GtkLabel *help;
  GtkLabel *warning;
  GtkBox *options;
  GtkBox *papers;
  GtkToggleButton *note_button;
  GtkEntry *note;

  const CsCriterion *criterion; /* (not owned): of the regulation, which outlives the form */
  guint question;
  int choice;
  gboolean updating; /* showing what is stored, not being asked */
  gboolean sealed;
  GPtrArray *rows;   /* (element-type GtkCheckButton) (not owned) */
  GtkWidget *opener; /* (not owned) (nullable): the first paper's button */
  char *stored_note;
  gboolean typed;      /* what is being typed was told, and is no note yet */
  guint typing_source; /* what is being typed is told meanwhile */
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

G_DEFINE_FINAL_TYPE (CsCriterionCard, cs_criterion_card, ADW_TYPE_BIN)

static int
choice_of (GtkWidget *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "choice"));
}

static void
show_points (CsCriterionCard *self)
{
  g_autofree char *text = NULL;

  if (self->choice == CS_CHOICE_OPEN)
    text = g_strdup_printf ("– / %d", self->criterion->max);
  else
    text = g_strdup_printf ("%d / %d", cs_criterion_points (self->criterion, self->choice),
                            self->criterion->max);
  gtk_label_set_label (self->points, text);
}

static void
row_toggled_cb (CsCriterionCard *self, GtkCheckButton *row)
{
  if (self->updating || !gtk_check_button_get_active (row))
    return;
  self->choice = choice_of (GTK_WIDGET (row));
  show_points (self);
  g_signal_emit (self, signals[CHOSEN], 0, self->choice);
}

/* What stands in the note is told: as what is being typed, or once it is left. */
static void
tell_typing (CsCriterionCard *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->typing_source, g_source_remove);
  if (self->updating || self->sealed)
    return;
  text = cs_composed_text_dup (GTK_EDITABLE (self->note));
  self->typed = g_strcmp0 (text, self->stored_note) != 0;
  g_signal_emit (self, signals[TYPING], 0, self->typed ? text : NULL);
}

static void
tell_note (CsCriterionCard *self)
{
  g_autofree char *text = NULL;
  gboolean noted = FALSE;

  cs_composed_text_end (GTK_EDITABLE (self->note));
  g_clear_handle_id (&self->typing_source, g_source_remove);
  if (self->updating || self->sealed)
    return;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  if (g_strcmp0 (text, self->stored_note) == 0)
    {
      /* typed and taken back */
      if (self->typed)
        tell_typing (self);
      return;
    }
  g_signal_emit (self, signals[NOTED], 0, text, &noted);
  self->typed = !noted;
  /* what was refused stays to be seen, and is offered again when it is left again */
  if (noted)
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
  if (!noted)
    return;
  g_free (self->stored_note);
  self->stored_note = g_steal_pointer (&text);
}

static gboolean
typing_cb (gpointer data)
{
  CsCriterionCard *self = data;

  self->typing_source = 0;
  tell_typing (self);
  return G_SOURCE_REMOVE;
}

static void
note_changed_cb (CsCriterionCard *self)
{
  if (!self->updating && self->typing_source == 0)
    self->typing_source = g_timeout_add (TYPING_MS, typing_cb, self);
}

static void
note_left_cb (CsCriterionCard *self)
{
  tell_note (self);
}

static void
note_activated_cb (CsCriterionCard *self)
{
  tell_note (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
cs_criterion_card_finalize (GObject *object)
{
  CsCriterionCard *self = CS_CRITERION_CARD (object);

  g_clear_handle_id (&self->typing_source, g_source_remove);
  g_ptr_array_unref (self->rows);
  g_free (self->stored_note);
  G_OBJECT_CLASS (cs_criterion_card_parent_class)->finalize (object);
}

static void
cs_criterion_card_class_init (CsCriterionCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = cs_criterion_card_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", CS_TYPE_CRITERION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  signals[NOTED] = g_signal_new ("noted", CS_TYPE_CRITERION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[TYPING] = g_signal_new ("typing", CS_TYPE_CRITERION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PAPER] = g_signal_new ("paper", CS_TYPE_CRITERION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/score/criterion-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CsCriterionCard, help);
  gtk_widget_class_bind_template_child (widget_class, CsCriterionCard, note);
  gtk_widget_class_bind_template_child (widget_class, CsCriterionCard, note_button);
  gtk_widget_class_bind_template_child (widget_class, CsCriterionCard, options);
  gtk_widget_class_bind_template_child (widget_class, CsCriterionCard, papers);
  gtk_widget_class_bind_template_child (widget_class, CsCriterionCard, points);
  gtk_widget_class_bind_template_child (widget_class, CsCriterionCard, title);
  gtk_widget_class_bind_template_child (widget_class, CsCriterionCard, warning);
}

static void
cs_criterion_card_init (CsCriterionCard *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->rows = g_ptr_array_new ();
  self->choice = CS_CHOICE_OPEN;
  self->stored_note = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (note_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->note), focus);
  cs_composed_text_follow (GTK_EDITABLE (self->note));
  gtk_entry_set_max_length (self->note, CS_TEXT_MAX);
  g_signal_connect_swapped (self->note, "activate", G_CALLBACK (note_activated_cb), self);
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (note_changed_cb), self);
  /* a word that is being composed is typed too */
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (self->note)), "preedit-changed",
                            G_CALLBACK (note_changed_cb), self);
}

static void
add_row (CsCriterionCard *self, int choice)
{
  GtkWidget *row = cs_option_row_new (self->criterion, choice);

  g_object_set_data (G_OBJECT (row), "choice", GINT_TO_POINTER (choice));
  if (self->rows->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (row), g_ptr_array_index (self->rows, 0));
  g_signal_connect_swapped (row, "toggled", G_CALLBACK (row_toggled_cb), self);
  gtk_box_append (self->options, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_case (CsCriterionCard *self, const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (self->options, label);
}

static void
add_options (CsCriterionCard *self)
{
  int case_no = 0;

  for (guint i = 0; i < self->criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (self->criterion->options, i);

      if (option->case_no != case_no && option->case_title != NULL)
        add_case (self, option->case_title);
      case_no = option->case_no;
      add_row (self, (int) i + 1);
    }
  if (!cs_criterion_prints_zero (self->criterion))
    add_row (self, CS_CHOICE_NONE);
}

static void
show_texts (CsCriterionCard *self)
{
  const CsCriterion *criterion = self->criterion;
  g_autofree char *title = g_strdup_printf ("%s  %s", criterion->no, criterion->title);
  g_autoptr (GString) warning = g_string_new (criterion->note);

  for (guint i = 0; i < criterion->eliminates->len; i++)
    g_string_append_printf (warning, "%s%s", warning->len > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (criterion->eliminates, i));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->help, criterion->help);
  gtk_widget_set_visible (GTK_WIDGET (self->help), *criterion->help != '\0');
  gtk_label_set_label (self->warning, warning->str);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), warning->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->options), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

GtkWidget *
cs_criterion_card_new (const CsCriterion *criterion, guint question)
{
  CsCriterionCard *self = g_object_new (CS_TYPE_CRITERION_CARD, NULL);

  self->criterion = criterion;
  self->question = question;
  show_texts (self);
  add_options (self);
  show_points (self);
  return GTK_WIDGET (self);
}

guint
cs_criterion_card_get_question (CsCriterionCard *self)
{
  return self->question;
}

int
cs_criterion_card_get_choice (CsCriterionCard *self)
{
  return self->choice;
}

void
cs_criterion_card_set_answer (CsCriterionCard *self, int choice, const char *note)
{
  self->updating = TRUE;
  self->choice = choice;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (row),
                                   choice != CS_CHOICE_OPEN && choice_of (row) == choice);
    }
  self->typed = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
  g_free (self->stored_note);
  self->stored_note = g_strdup (note != NULL ? note : "");
  cs_composed_text_set (GTK_EDITABLE (self->note), self->stored_note);
  gtk_toggle_button_set_active (self->note_button, note != NULL);
  show_points (self);
  self->updating = FALSE;
}

gboolean
cs_criterion_card_choose (CsCriterionCard *self, int choice)
{
  if (self->sealed || !cs_criterion_accepts (self->criterion, choice))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (choice_of (row) == choice)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (row), TRUE);
    }
  return TRUE;
}

void
cs_criterion_card_store_note (CsCriterionCard *self)
{
  tell_note (self);
}

void
cs_criterion_card_set_sealed (CsCriterionCard *self, gboolean sealed)
{
  self->sealed = sealed;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->rows, i), !sealed);
  gtk_editable_set_editable (GTK_EDITABLE (self->note), !sealed);
}

static void
paper_clicked_cb (CsCriterionCard *self, GtkButton *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "paper");

  g_signal_emit (self, signals[PAPER], 0, *id);
}

static void
add_paper (CsCriterionCard *self, const CsEvidenceKind *kind, const CsEvidence *paper)
{
  const char *title = cs_format_evidence_kind (kind);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  gint64 *id = g_new (gint64, 1);
  g_autofree char *tip =
      g_strdup_printf (_ ("Open “%s”"), paper->file_name != NULL ? paper->file_name : title);

  *id = paper->id;
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "text-x-generic-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), title);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data_full (G_OBJECT (button), "paper", id, g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (paper_clicked_cb), self);
  gtk_box_append (self->papers, button);
  if (self->opener == NULL)
    self->opener = button;
}

static guint
add_papers_of (CsCriterionCard *self, const CsEvidenceKind *kind, const GPtrArray *papers)
{
  guint n = 0;

  for (guint i = 0; i < papers->len; i++)
    {
      const CsEvidence *paper = g_ptr_array_index (papers, i);

      if (paper->file_sha256 == NULL || !g_str_equal (paper->kind, kind->id))
        continue;
      add_paper (self, kind, paper);
      n++;
    }
  return n;
}

void
cs_criterion_card_set_evidence (CsCriterionCard *self,
                                const CsRegulation *regulation,
                                const GPtrArray *papers)
{
  g_auto (GStrv) kinds = g_strsplit (self->criterion->papers, " ", -1);
  GtkWidget *child;

  self->opener = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->papers))) != NULL)
    gtk_box_remove (self->papers, child);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const CsEvidenceKind *kind = cs_regulation_evidence_kind (regulation, kinds[i]);

      if (kind != NULL && add_papers_of (self, kind, papers) == 0)
        {
          g_autofree char *text = g_strdup_printf (_ ("No file: %s"), cs_format_evidence_kind (kind));
          GtkWidget *label = gtk_label_new (text);

          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
          gtk_label_set_xalign (GTK_LABEL (label), 0);
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
          gtk_box_append (self->papers, label);
        }
    }
}

gboolean
cs_criterion_card_open_evidence (CsCriterionCard *self)
{
  if (self->opener != NULL)
    g_signal_emit_by_name (self->opener, "clicked");
  return self->opener != NULL;
}

void
cs_criterion_card_edit_note (CsCriterionCard *self)
{
  gtk_toggle_button_set_active (self->note_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

void
cs_criterion_card_set_current (CsCriterionCard *self, gboolean current)
{
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}
