/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/new-book-window.h"

#include "base/date.h"
#include "base/text.h"
#include "ui/widgets/feedback.h"
#include "summary/words/formats.h"
#include "ui/app/new-book-draft.h"
#include "ui/widgets/notice-bar.h"
#include "ui/widgets/radio-row.h"
#include "ui/widgets/reader.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  STEP_REGULATION,
  STEP_UNIT,
  STEP_PLAN,
  STEP_FILE,
  N_STEPS
} Step;

struct _CsNewBookWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *back;
  GtkButton *next;
  CsNoticeBar *notice;
  GtkStack *steps;
  AdwPreferencesGroup *regulations;
  AdwComboRow *unit_sets;
  GtkEditable *unit_search;
  GtkListBox *units;
  GtkListBox *plans;
  AdwEntryRow *year;
  AdwPreferencesGroup *summary;
  AdwActionRow *file;

  CsNewBookDraft *draft; /* (nullable): NULL when the data of the program are missing */
  Step step;
  gboolean filling;         /* lists are being filled: what they tell is not the person's choice */
  gboolean has_chosen_file; /* a name that was chosen is not suggested away */
  char *words;              /* folded text of the search */
  GPtrArray *summary_rows;
};

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsNewBookWindow, cs_new_book_window, ADW_TYPE_WINDOW)

static void show_step (CsNewBookWindow *self, Step step);

static void
empty (GtkListBox *list)
{
  GtkWidget *row;

  /* the placeholder is a child of the list too, but no row of it */
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
update_next (CsNewBookWindow *self)
{
  gboolean ready = self->draft != NULL && self->draft->regulation != NULL;

  if (self->step >= STEP_UNIT)
    ready = ready && self->draft->unit != NULL;
  if (self->step >= STEP_PLAN)
    ready = ready && self->draft->year != 0;
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), ready);
}

/* --- decision --- */

static char *
describe_regulation (const CsRegulation *regulation)
{
  g_autofree char *from = cs_date_to_display (regulation->valid_from);
  g_autofree char *to = regulation->valid_to != NULL ? cs_date_to_display (regulation->valid_to) : NULL;

  /* Translators: title of a decision, then the days it is in force */
  return to != NULL ? g_strdup_printf (_ ("%s\nIn force from %s to %s"), regulation->title, from, to)
                    : g_strdup_printf (_ ("%s\nIn force from %s"), regulation->title, from);
}

static void
regulation_chosen_cb (CsRadioRow *row, CsNewBookWindow *self)
{
  cs_new_book_draft_set_regulation (self->draft, (CsRegulation *) cs_radio_row_get_value (row));
  update_next (self);
}

static void
fill_regulations (CsNewBookWindow *self)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < self->draft->regulations->len; i++)
    {
      CsRegulation *regulation = g_ptr_array_index (self->draft->regulations, i);
      g_autofree char *about = describe_regulation (regulation);
      GtkWidget *row = cs_radio_row_new (regulation, regulation->number, about, group);

      group = group != NULL ? group : row;
      if (regulation == self->draft->regulation)
        cs_radio_row_choose (CS_RADIO_ROW (row));
      g_signal_connect_object (row, "chosen", G_CALLBACK (regulation_chosen_cb), self, 0);
      adw_preferences_group_add (self->regulations, row);
    }
}

/* --- unit --- */

static char *
describe_unit (const CsNewBookDraft *draft, const CsUnit *unit)
{
  const CsLevel *level = cs_regulation_level_of_unit_kind (draft->regulation, unit->kind);
  const CsUnit *parent = unit->parent != NULL ? cs_unit_set_find (draft->units, unit->parent) : NULL;

  /* Translators: level ("District"), code of the unit, name of the unit above */
  return parent != NULL
             ? g_strdup_printf (_ ("%s, code %s, %s"), cs_format_level (level), unit->code, parent->name)
             : g_strdup_printf (_ ("%s, code %s"), cs_format_level (level), unit->code);
}

static void
unit_chosen_cb (CsRadioRow *row, CsNewBookWindow *self)
{
  cs_new_book_draft_set_unit (self->draft, cs_radio_row_get_value (row));
  update_next (self);
}

static void
fill_units (CsNewBookWindow *self)
{
  g_autoptr (GPtrArray) units = cs_new_book_draft_list_units (self->draft);
  GtkWidget *group = NULL;

  empty (self->units);
  for (guint i = 0; i < units->len; i++)
    {
      const CsUnit *unit = g_ptr_array_index (units, i);
      g_autofree char *about = describe_unit (self->draft, unit);
      GtkWidget *row = cs_radio_row_new (unit, unit->name, about, group);

      group = group != NULL ? group : row;
      if (unit == self->draft->unit)
        cs_radio_row_choose (CS_RADIO_ROW (row));
      g_signal_connect_object (row, "chosen", G_CALLBACK (unit_chosen_cb), self, 0);
      gtk_list_box_append (self->units, row);
    }
}

static void
fill_unit_sets (CsNewBookWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->draft->unit_sets->len; i++)
    {
      const CsUnitSet *set = g_ptr_array_index (self->draft->unit_sets, i);

      gtk_string_list_append (names, set->title);
      if (set == self->draft->units)
        selected = i;
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->unit_sets, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->unit_sets, selected);
  self->filling = FALSE;
  gtk_editable_set_text (self->unit_search, ""); /* what was looked for may not be among these units */
  fill_units (self);
}

static void
unit_set_changed_cb (CsNewBookWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->unit_sets);

  if (self->filling || self->draft == NULL || selected >= self->draft->unit_sets->len)
    return;
  cs_new_book_draft_set_units (self->draft, g_ptr_array_index (self->draft->unit_sets, selected));
  fill_units (self);
  update_next (self);
}

static gboolean
unit_matches (GtkListBoxRow *row, gpointer data)
{
  CsNewBookWindow *self = data;
  const CsUnit *unit = cs_radio_row_get_value (CS_RADIO_ROW (row));
  g_autofree char *name = NULL;

  if (*self->words == '\0' || g_str_has_prefix (unit->code, self->words))
    return TRUE;
  name = cs_text_fold (unit->name);
  return strstr (name, self->words) != NULL;
}

static void
unit_search_cb (CsNewBookWindow *self)
{
  g_free (self->words);
  self->words = cs_text_fold (gtk_editable_get_text (self->unit_search));
  gtk_list_box_invalidate_filter (self->units);
}

/* The entry keeps Escape for itself: it clears the search, and an empty one is left by it. */
static void
stop_search_cb (CsNewBookWindow *self)
{
  if (*gtk_editable_get_text (self->unit_search) != '\0')
    gtk_editable_set_text (self->unit_search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* --- plan and year --- */

static void
show_year (CsNewBookWindow *self)
{
  g_autofree char *text = g_strdup_printf ("%d", self->draft->year);

  gtk_editable_set_text (GTK_EDITABLE (self->year), text);
  /* a plan is for one year */
  gtk_widget_set_sensitive (GTK_WIDGET (self->year), self->draft->plan == NULL);
}

static void
plan_chosen_cb (CsRadioRow *row, CsNewBookWindow *self)
{
  cs_new_book_draft_set_plan (self->draft, (CsPlan *) cs_radio_row_get_value (row));
  show_year (self);
}

static void
year_changed_cb (CsNewBookWindow *self)
{
  if (self->draft == NULL)
    return;
  if (cs_new_book_draft_set_year (self->draft, gtk_editable_get_text (GTK_EDITABLE (self->year))))
    gtk_widget_remove_css_class (GTK_WIDGET (self->year), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->year), "error");
  update_next (self);
}

static void
add_plan (CsNewBookWindow *self, CsPlan *plan, const char *title, const char *about, GtkWidget *group)
{
  GtkWidget *row = cs_radio_row_new (plan, title, about, group);

  if (plan == self->draft->plan)
    cs_radio_row_choose (CS_RADIO_ROW (row));
  g_signal_connect_object (row, "chosen", G_CALLBACK (plan_chosen_cb), self, 0);
  gtk_list_box_append (self->plans, row);
}

static void
fill_plans (CsNewBookWindow *self)
{
  g_autoptr (GPtrArray) plans = cs_new_book_draft_list_plans (self->draft);

  empty (self->plans);
  for (guint i = 0; i < plans->len; i++)
    {
      CsPlan *plan = g_ptr_array_index (plans, i);

      add_plan (self, plan, plan->title, plan->source,
                GTK_WIDGET (gtk_list_box_get_row_at_index (self->plans, 0)));
    }
  add_plan (self, NULL, _ ("No plan"), NULL, GTK_WIDGET (gtk_list_box_get_row_at_index (self->plans, 0)));
  show_year (self);
}

/* --- file --- */

static void
add_line (CsNewBookWindow *self, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_add_css_class (row, "cs-fact");
  adw_preferences_group_add (self->summary, row);
  g_ptr_array_add (self->summary_rows, row);
}

static void
fill_summary (CsNewBookWindow *self)
{
  const CsNewBookDraft *draft = self->draft;
  g_autofree char *unit = describe_unit (draft, draft->unit);
  g_autofree char *unit_text = g_strdup_printf ("%s\n%s", draft->unit->name, unit);
  g_autofree char *year = g_strdup_printf ("%d", draft->year);
  guint n_rounds = draft->plan != NULL && draft->plan->rounds->len > 0 ? draft->plan->rounds->len
                                                                       : draft->regulation->rounds->len;
  g_autofree char *rounds = g_strdup_printf ("%u", n_rounds);

  for (guint i = 0; i < self->summary_rows->len; i++)
    adw_preferences_group_remove (self->summary, g_ptr_array_index (self->summary_rows, i));
  g_ptr_array_set_size (self->summary_rows, 0);
  add_line (self, _ ("Decision"), draft->regulation->number);
  add_line (self, _ ("Unit"), unit_text);
  add_line (self, _ ("Plan"), draft->plan != NULL ? draft->plan->title : _ ("No plan"));
  add_line (self, _ ("Year"), year);
  add_line (self, _ ("Rounds"), rounds);
}

static void
show_path (CsNewBookWindow *self)
{
  g_autofree char *name = g_filename_display_name (self->draft->path);

  adw_action_row_set_subtitle (self->file, name);
}

static void
file_chosen (GtkWidget *from, GFile *file, gpointer data)
{
  CsNewBookWindow *self = CS_NEW_BOOK_WINDOW (from);
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return;
  cs_new_book_draft_set_path (self->draft, path);
  self->has_chosen_file = TRUE;
  show_path (self);
}

static void
choose_file_cb (CsNewBookWindow *self)
{
  g_autofree char *name = cs_new_book_draft_suggest_name (self->draft);

  cs_feedback_choose_file (GTK_WIDGET (self), _ ("Where to Keep the Book"), GTK_FILE_CHOOSER_ACTION_SAVE,
                           name, _ ("Books"), "*.chamsao", file_chosen, NULL, NULL);
}

static void
make_book (CsNewBookWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = cs_new_book_draft_create (self->draft, &error);

  if (store == NULL)
    {
      cs_feedback_error (GTK_WIDGET (self), _ ("The Book Could Not Be Made"), error);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[MADE], 0, store);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- steps --- */

static void
show_step (CsNewBookWindow *self, Step step)
{
  static const char *const names[] = { "regulation", "unit", "plan", "file" };
  g_autofree char *count = g_strdup_printf (_ ("Step %d of %d"), (int) step + 1, (int) N_STEPS);

  self->step = step;
  gtk_stack_set_visible_child_name (self->steps, names[step]);
  adw_window_title_set_subtitle (self->title, count);
  gtk_button_set_label (self->back, step == STEP_REGULATION ? _ ("_Cancel") : _ ("_Back"));
  gtk_button_set_label (self->next, step == STEP_FILE ? _ ("_Make the Book") : _ ("_Next"));
  update_next (self);
  gtk_widget_grab_focus (step == STEP_UNIT ? GTK_WIDGET (self->unit_search) : GTK_WIDGET (self->next));
}

static void
back_cb (CsNewBookWindow *self)
{
  if (self->step == STEP_REGULATION)
    gtk_window_close (GTK_WINDOW (self));
  else
    show_step (self, self->step - 1);
}

static void
next_cb (CsNewBookWindow *self)
{
  switch (self->step)
    {
    case STEP_REGULATION:
      fill_unit_sets (self);
      break;
    case STEP_UNIT:
      fill_plans (self);
      break;
    case STEP_PLAN:
      if (!self->has_chosen_file)
        cs_new_book_draft_suggest_path (self->draft);
      show_path (self);
      fill_summary (self);
      break;
    case STEP_FILE:
    case N_STEPS:
    default:
      make_book (self);
      return;
    }
  show_step (self, self->step + 1);
}

/* --- life --- */

static void
cs_new_book_window_finalize (GObject *object)
{
  CsNewBookWindow *self = CS_NEW_BOOK_WINDOW (object);

  cs_new_book_draft_free (self->draft);
  g_free (self->words);
  g_ptr_array_unref (self->summary_rows);
  G_OBJECT_CLASS (cs_new_book_window_parent_class)->finalize (object);
}

static void
cs_new_book_window_class_init (CsNewBookWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_new_book_window_finalize;
  signals[MADE] = g_signal_new ("made", CS_TYPE_NEW_BOOK_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, CS_TYPE_STORE);
  g_type_ensure (CS_TYPE_NOTICE_BAR);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/app/new-book-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, file);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, next);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, plans);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, regulations);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, unit_search);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, unit_sets);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, units);
  gtk_widget_class_bind_template_child (widget_class, CsNewBookWindow, year);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_set_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
}

static void
cs_new_book_window_init (CsNewBookWindow *self)
{
  g_autoptr (GError) error = NULL;

  self->words = g_strdup ("");
  self->summary_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->steps);
  gtk_list_box_set_filter_func (self->units, unit_matches, self, NULL);
  self->draft = cs_new_book_draft_new (&error);
  if (self->draft != NULL)
    fill_regulations (self);
  else
    cs_notice_bar_set_text (self->notice, error->message);
  show_step (self, STEP_REGULATION);
}

GtkWidget *
cs_new_book_window_new (GtkWindow *parent)
{
  return g_object_new (CS_TYPE_NEW_BOOK_WINDOW, "transient-for", parent, NULL);
}
