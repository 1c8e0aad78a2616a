/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/conduct/sheet-typing-lines.h"

#include "base/text.h"
#include "rules/tally.h"

#include <glib/gi18n-lib.h>

#define MOST_DIGITS 2

struct _CsSheetTypingLines
{
  AdwBin parent_instance;

  GtkWidget *grid;
  int rows;            /* of the grid */
  const CsForm *form;  /* (not owned) (nullable) */
  GArray *choices;     /* (element-type int) */
  GPtrArray *entries;  /* (element-type GtkEntry) (not owned), by question */
  GPtrArray *meanings; /* (element-type GtkLabel) (not owned), by question */
  GPtrArray *parts;    /* (element-type GtkLabel) (not owned): sums */
  GPtrArray *sections; /* (element-type GtkLabel) (not owned): sums, in printed order */
  gboolean updating;
};

enum
{
  CHANGED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsSheetTypingLines, cs_sheet_typing_lines, ADW_TYPE_BIN)

/* --- sums --- */

static void
show_sum (GtkLabel *label, int points, int max)
{
  g_autofree char *text = g_strdup_printf ("%d/%d", points, max);

  gtk_label_set_label (label, text);
}

static void
show_sums (CsSheetTypingLines *self)
{
  const int *choices = cs_sheet_typing_lines_get_choices (self);
  CsTally tally = cs_tally (self->form, choices);
  guint i = 0;

  for (guint p = 0; p < self->form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (self->form->parts, p);

      show_sum (g_ptr_array_index (self->parts, p), tally.parts[p], part->max);
      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);

          show_sum (g_ptr_array_index (self->sections, i++), cs_tally_section (self->form, section, choices),
                    section->max);
        }
    }
}

/* --- one line --- */

/* Returns: (transfer full): what the number stands for, or what is wrong with it. */
static char *
meaning_of (const CsCriterion *criterion, const char *typed, int *choice)
{
  guint n = criterion->options->len;
  g_autofree char *points = NULL;
  int number, worth;

  *choice = CS_CHOICE_OPEN;
  if (cs_text_is_blank (typed))
    return g_strdup ("");
  if (!cs_text_to_int (typed, 0, 99, &number))
    return g_strdup (_ ("This is no number of an option."));
  if (!cs_criterion_accepts (criterion, number))
    {
      if (cs_criterion_prints_zero (criterion))
        return g_strdup_printf (_ ("There is no option %d here: it goes from 1 to %u."), number, n);
      return g_strdup_printf (_ ("There is no option %d here: it goes from 0, none applies, to %u."), number,
                              n);
    }
  *choice = number;
  worth = cs_criterion_points (criterion, number);
  points = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d point", "%d points", (gulong) worth), worth);
  return g_strdup_printf ("%s  ·  %s", points,
                          number == CS_CHOICE_NONE
                              ? _ ("None applies")
                              : ((CsOption *) g_ptr_array_index (criterion->options, number - 1))->label);
}

static void
show_line (CsSheetTypingLines *self, guint question)
{
  GtkWidget *entry = g_ptr_array_index (self->entries, question);
  GtkLabel *label = g_ptr_array_index (self->meanings, question);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (entry));
  int *choice = &g_array_index (self->choices, int, question);
  g_autofree char *meaning = meaning_of (cs_form_question (self->form, question), typed, choice);
  gboolean wrong = *choice == CS_CHOICE_OPEN && !cs_text_is_blank (typed);

  gtk_label_set_label (label, meaning);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), *meaning != '\0' ? meaning : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (wrong)
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_widget_add_css_class (GTK_WIDGET (label), "error");
      return;
    }
  gtk_widget_remove_css_class (entry, "error");
  gtk_widget_remove_css_class (GTK_WIDGET (label), "error");
}

static guint
question_of (CsSheetTypingLines *self, gpointer entry)
{
  guint question = 0;

  g_ptr_array_find (self->entries, entry, &question);
  return question;
}

static void
typed_cb (CsSheetTypingLines *self, GtkWidget *entry)
{
  if (self->updating)
    return;
  show_line (self, question_of (self, entry));
  show_sums (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
entered_cb (CsSheetTypingLines *self, GtkWidget *entry)
{
  guint question = question_of (self, entry);

  /* a wrong number is looked at before anything else */
  if (gtk_widget_has_css_class (entry, "error"))
    gtk_widget_error_bell (entry);
  else if (question + 1 < self->entries->len)
    cs_sheet_typing_lines_go_to (self, question + 1);
  else
    g_signal_emit (self, signals[FINISHED], 0);
}

static gboolean
key_cb (
    CsSheetTypingLines *self, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
  guint question = question_of (self, gtk_event_controller_get_widget (controller));

  if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && question + 1 < self->entries->len)
    cs_sheet_typing_lines_go_to (self, question + 1);
  else if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && question > 0)
    cs_sheet_typing_lines_go_to (self, question - 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* --- building --- */

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Returns: (transfer none): the label for the sum. */
static GtkWidget *
add_heading (CsSheetTypingLines *self, const char *title, const char *css_class)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = label_new (title, css_class);
  GtkWidget *sum = label_new (NULL, css_class);

  gtk_widget_add_css_class (sum, "tabular");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), sum);
  gtk_widget_set_margin_top (row, self->rows > 0 ? 12 : 0);
  gtk_grid_attach (GTK_GRID (self->grid), row, 0, self->rows++, 3, 1);
  return sum;
}

static GtkWidget *
entry_new (CsSheetTypingLines *self, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), MOST_DIGITS + 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), MOST_DIGITS + 1);
  gtk_entry_set_max_length (GTK_ENTRY (entry), MOST_DIGITS);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 0.5f);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (entry, "tabular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static void
add_criterion (CsSheetTypingLines *self, const CsCriterion *criterion)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", criterion->no, criterion->title);
  GtkWidget *text = label_new (title, criterion->container ? "caption-heading" : NULL);
  GtkWidget *entry, *meaning;
  int open = CS_CHOICE_OPEN;

  gtk_widget_set_hexpand (text, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (text), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 40);
  gtk_grid_attach (GTK_GRID (self->grid), text, 0, self->rows, criterion->container ? 3 : 1, 1);
  if (criterion->container)
    {
      self->rows++;
      return;
    }
  entry = entry_new (self, title);
  meaning = label_new (NULL, NULL);
  gtk_widget_set_hexpand (meaning, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (meaning), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (meaning), 40);
  gtk_label_set_lines (GTK_LABEL (meaning), 2);
  gtk_label_set_ellipsize (GTK_LABEL (meaning), PANGO_ELLIPSIZE_END);
  gtk_grid_attach (GTK_GRID (self->grid), entry, 1, self->rows, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), meaning, 2, self->rows++, 1, 1);
  g_array_append_val (self->choices, open);
  g_ptr_array_add (self->entries, entry);
  g_ptr_array_add (self->meanings, meaning);
}

void
cs_sheet_typing_lines_set_form (CsSheetTypingLines *self, const CsForm *form)
{
  g_return_if_fail (CS_IS_SHEET_TYPING_LINES (self));
  g_return_if_fail (self->form == NULL && form != NULL);

  self->form = form;
  for (guint p = 0; p < form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);
      g_autofree char *title = g_strdup_printf (_ ("Part %s. %s"), part->code, part->title);

      g_ptr_array_add (self->parts, add_heading (self, title, "title-4"));
      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);
          g_autofree char *name = g_strdup_printf ("%s. %s", section->no, section->title);

          g_ptr_array_add (self->sections, add_heading (self, name, "heading"));
          for (guint c = 0; c < section->criteria->len; c++)
            add_criterion (self, g_ptr_array_index (section->criteria, c));
        }
    }
  show_sums (self);
}

/* --- public --- */

const int *
cs_sheet_typing_lines_get_choices (CsSheetTypingLines *self)
{
  return (const int *) (gpointer) self->choices->data;
}

gboolean
cs_sheet_typing_lines_is_empty (CsSheetTypingLines *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (*gtk_editable_get_text (g_ptr_array_index (self->entries, i)) != '\0')
      return FALSE;
  return TRUE;
}

int
cs_sheet_typing_lines_first_open (CsSheetTypingLines *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_array_index (self->choices, int, i) == CS_CHOICE_OPEN)
      return (int) i;
  return -1;
}

void
cs_sheet_typing_lines_go_to (CsSheetTypingLines *self, guint question)
{
  g_return_if_fail (question < self->entries->len);

  gtk_widget_grab_focus (g_ptr_array_index (self->entries, question));
}

void
cs_sheet_typing_lines_clear (CsSheetTypingLines *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      gtk_editable_set_text (g_ptr_array_index (self->entries, i), "");
      show_line (self, i);
    }
  self->updating = FALSE;
  show_sums (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- life --- */

static void
cs_sheet_typing_lines_finalize (GObject *object)
{
  CsSheetTypingLines *self = CS_SHEET_TYPING_LINES (object);

  g_array_unref (self->choices);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->meanings);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->sections);
  G_OBJECT_CLASS (cs_sheet_typing_lines_parent_class)->finalize (object);
}

static void
cs_sheet_typing_lines_class_init (CsSheetTypingLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_sheet_typing_lines_finalize;
  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_SHEET_TYPING_LINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", CS_TYPE_SHEET_TYPING_LINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
cs_sheet_typing_lines_init (CsSheetTypingLines *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (int));
  self->entries = g_ptr_array_new ();
  self->meanings = g_ptr_array_new ();
  self->parts = g_ptr_array_new ();
  self->sections = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  adw_bin_set_child (ADW_BIN (self), self->grid);
}

GtkWidget *
cs_sheet_typing_lines_new (void)
{
  return g_object_new (CS_TYPE_SHEET_TYPING_LINES, NULL);
}
